package io.github.triggerapi.mock.internal.http;

import java.time.Duration;

/**
 * How long callers may take, and how many of them there may be.
 *
 * @param request how long a request may take to arrive as a whole, 1 ms or more
 * @param idle how long a connection may be without a request after the last answer, 1 ms or more
 * @param stop how long answers may take once the server is told to stop, 0 or more
 * @param connections how many connections may be open at once, 1 or more
 */
public record ConnectionLimits(Duration request, Duration idle, Duration stop, int connections) {
    /** How many bytes the first line of a request may have. */
    public static final int MAX_FIRST_LINE_BYTES = 4096;

    /** How many bytes the headers of a request may have, all together. */
    public static final int MAX_HEADER_BYTES = 8192;

    /** How many headers a request may have. */
    public static final int MAX_HEADERS = 100;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** What holds unless told otherwise: 30 seconds, 60 seconds, 5 seconds, and 10,000. */
    public static final ConnectionLimits DEFAULT =
            new ConnectionLimits(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(5), 10_000);

    /** Refuses what may not be. */
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

    /** The same with another time for requests. */
    public ConnectionLimits request(Duration value) {
        return new ConnectionLimits(value, idle, stop, connections);
    }

    /** The same with another time for idle connections. */
    public ConnectionLimits idle(Duration value) {
        return new ConnectionLimits(request, value, stop, connections);
    }

    /** The same with another time to stop. */
    public ConnectionLimits stop(Duration value) {
        return new ConnectionLimits(request, idle, value, connections);
    }

    /** The same with another number of connections. */
    public ConnectionLimits connections(int value) {
        return new ConnectionLimits(request, idle, stop, value);
    }
}
