package io.github.triggerapi.contract.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * One request and its response, as they went over the wire.
 *
 * @param requestViolations what is wrong with the request; empty where it is right
 * @param responseViolations what is wrong with the response; empty where it is right
 */
public record Exchange(
        HttpMessage.Request request,
        List<Violation> requestViolations,
        HttpMessage.Response response,
        List<Violation> responseViolations) {

    /** Puts both before a judge. */
    public static Exchange of(Judge judge, HttpMessage.Request request, HttpMessage.Response response) {
        return new Exchange(
                request, judge.request(request), response, judge.response(request.method(), request.path(), response));
    }

    /** All that is wrong. */
    public List<Violation> violations() {
        return Stream.concat(requestViolations.stream(), responseViolations.stream())
                .toList();
    }
}
