package io.github.triggerapi.contract.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * One request and its answer, as they went over the wire.
 *
 * @param requestFaults what is wrong with the request; empty where it is right
 * @param responseFaults what is wrong with the answer; empty where it is right
 */
public record Exchange(
        HttpMessage.Request request,
        List<Fault> requestFaults,
        HttpMessage.Response response,
        List<Fault> responseFaults) {

    /** Puts both before a judge. */
    public static Exchange of(Judge judge, HttpMessage.Request request, HttpMessage.Response response) {
        return new Exchange(
                request, judge.request(request), response, judge.response(request.method(), request.path(), response));
    }

    /** All that is wrong. */
    public List<Fault> faults() {
        return Stream.concat(requestFaults.stream(), responseFaults.stream()).toList();
    }
}
