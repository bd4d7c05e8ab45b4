package io.github.triggerapi.mock.internal.http;

import java.time.Duration;

/**
 * Limits of connections.
 *
 * @param request how long a request may take to be received, 1 ms or more
 * @param idle how long a connection may wait for its next request, 1 ms or more
 * @param stop how long requests that are being handled may take when the server is closed, 0 or more
 * @param connections how many connections may be open, 1 or more
 */
public record ConnectionLimits(Duration request, Duration idle, Duration stop, int connections) {
    /** The size limit of the first line of a request in bytes. */
    public static final int MAX_FIRST_LINE_BYTES = 4096;

    /** The size limit of all headers of a request in bytes. */
    public static final int MAX_HEADER_BYTES = 8192;

    /** The maximum number of headers of a request. */
    public static final int MAX_HEADERS = 100;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** The default limits: 30 seconds, 60 seconds, 5 seconds, and 10,000 connections. */
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(5), 10_000);

    /** Checks the limits. */
    public ConnectionLimits {
        check("requestTimeout", request, Duration.ofMillis(1));
        check("idleTimeout", idle, Duration.ofMillis(1));
        check("stopTimeout", stop, Duration.ZERO);
        if (connections < 1) {
            throw new IllegalArgumentException("maxConnections must be 1 or more: " + connections);
        }
    }

    private static void check(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("%s must be %s to %s: %s".formatted(name, least, LONGEST, value));
        }
    }
}
