package io.github.triggerapi.contract.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request and its response on the wire.
 *
 * @param requestViolations the violations of the spec in the request
 * @param responseViolations the violations of the spec in the response
 */
public record Exchange(
        HttpMessage.Request request,
        List<Violation> requestViolations,
        HttpMessage.Response response,
        List<Violation> responseViolations) {

    /** Validates a request and its response. */
    public static Exchange of(Judge judge, HttpMessage.Request request, HttpMessage.Response response) {
        return new Exchange(
                request, judge.request(request), response, judge.response(request.method(), request.path(), response));
    }

    /** Returns the violations of both messages. */
    public List<Violation> violations() {
        return Stream.concat(requestViolations.stream(), responseViolations.stream())
                .toList();
    }
}
