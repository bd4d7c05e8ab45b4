package io.github.triggerapi.mock.request;

import io.github.triggerapi.mock.fault.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that a mock server received, and how it was handled. It does not change. */
public interface RecordedRequest {
    /** The number of bytes of a body that are kept: 16 KiB. */
    int MAX_BODY_BYTES = 16 * 1024;

    /** Returns its position among all requests. The first has 1, and later ones have greater numbers. */
    long number();

    /** Returns the time of the response, by the clock of the server. */
    Instant time();

    /** Returns the HTTP method. */
    String method();

    /**
     * Returns the path and query as they were received, percent-encoded. The values of secrets such as {@code token} are
     * {@code ***}.
     */
    String path();

    /**
     * Returns the headers by their names, which are not case-sensitive. Authorization contains only the kind of the key, as
     * in {@code Bearer tr_dev_***}; cookies, and headers such as {@code X-Api-Key}, are {@code ***}.
     */
    Map<String, List<String>> headers();

    /** Returns the first value of a header, null if it is absent. */
    @Nullable
    String header(String name);

    /**
     * Returns the body or its first {@link #MAX_BODY_BYTES} bytes; empty if there is none, or if the request was rejected
     * before the body was received.
     */
    byte[] body();

    /** Returns {@link #body()} decoded as UTF-8. */
    String bodyText();

    /** Returns the size of the body in bytes, as far as it was received. */
    int bodyBytes();

    /** Returns how the server handled the request. */
    Verdict verdict();

    /** Returns the status of the response, 0 if there was none. */
    int status();

    /** Returns why the request was rejected, null if it was not. */
    @Nullable
    String reason();

    /** Returns the id of the fault that was applied to the request, null for none. */
    @Nullable
    String faultId();

    /** Returns what kind of fault was applied to the request, null for none. The fault may have been removed since. */
    Fault.@Nullable Kind faultKind();

    /** Returns the id of the run that the response names, null if there is none. */
    @Nullable
    String runId();
}
