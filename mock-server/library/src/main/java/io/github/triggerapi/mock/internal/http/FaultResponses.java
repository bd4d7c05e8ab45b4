package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The responses of faults. */
final class FaultResponses {
    /** The limit in the response to a rate limit. Requests are not counted. */
    private static final String LIMIT = "100";

    private FaultResponses() {}

    /** @param now the time of the server's clock */
    static MockResponse of(
            Fault fault, Operation operation, DocumentedResponseFactory documentedResponses, Instant now) {
        MockResponse bare = fault.kind() == Fault.Kind.RATE_LIMIT
                ? rateLimit(now.plus(fault.duration()))
                : status(fault.status(), operation, documentedResponses);
        return bare.with(fault.headers());
    }

    private static MockResponse status(int status, Operation operation, DocumentedResponseFactory documentedResponses) {
        String message = HttpResponseStatus.valueOf(status).reasonPhrase();
        if (status == HttpResponseStatus.NOT_MODIFIED.code()) {
            return MockResponse.of(status, null, new byte[0]);
        }
        // Without a documented response, the status would be replaced by a documented one.
        return operation.responses().has(status)
                ? documentedResponses.error(operation, status, message)
                : MockResponse.error(status, message);
    }

    private static MockResponse rateLimit(Instant reset) {
        int status = HttpResponseStatus.TOO_MANY_REQUESTS.code();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Rate Limit Exceeded");
        body.put("status", status);
        body.put("detail", "The limit of " + LIMIT + " requests resets at " + reset);
        body.put("error", "Rate limit exceeded, it resets at " + reset);
        return MockResponse.of(status, "application/problem+json", Json.write(body))
                .with(Map.of(
                        "x-ratelimit-limit",
                        LIMIT,
                        "x-ratelimit-remaining",
                        "0",
                        "x-ratelimit-reset",
                        String.valueOf(reset.toEpochMilli())));
    }
}
