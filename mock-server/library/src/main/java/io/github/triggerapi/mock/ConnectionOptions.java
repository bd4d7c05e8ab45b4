package io.github.triggerapi.mock;

import io.github.triggerapi.mock.RunOptions.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command line that are about connections. */
final class ConnectionOptions {
    @Option(
            names = "--request-timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            defaultValue = "${env:TRIGGER_MOCK_REQUEST_TIMEOUT:-30s}",
            description = "How long a request may take to arrive. Default: 30s, or TRIGGER_MOCK_REQUEST_TIMEOUT.")
    private Duration requestTimeout = Duration.ZERO;

    @Option(
            names = "--idle-timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            defaultValue = "${env:TRIGGER_MOCK_IDLE_TIMEOUT:-60s}",
            description = "How long a connection may wait for its next request. Default: 60s, or"
                    + " TRIGGER_MOCK_IDLE_TIMEOUT.")
    private Duration idleTimeout = Duration.ZERO;

    @Option(
            names = "--max-connections",
            paramLabel = "COUNT",
            defaultValue = "${env:TRIGGER_MOCK_MAX_CONNECTIONS:-10000}",
            description =
                    "How many connections may be open at once. Default: 10000, or" + " TRIGGER_MOCK_MAX_CONNECTIONS.")
    private int maxConnections;

    @Option(
            names = "--stop-timeout",
            paramLabel = "DURATION",
            converter = Durations.class,
            defaultValue = "${env:TRIGGER_MOCK_STOP_TIMEOUT:-5s}",
            description = "How long requests under way may take once the server is told to stop. Default: 5s, or"
                    + " TRIGGER_MOCK_STOP_TIMEOUT.")
    private Duration stopTimeout = Duration.ZERO;

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "${env:TRIGGER_MOCK_ALLOWED_HOSTS:-" + Option.NULL_VALUE + "}",
            description = "A further name, without a port, that requests may have in their Host header; repeatable."
                    + " Default: any name, but only localhost and loopback addresses where the server listens on such"
                    + " an address and has no control token; or TRIGGER_MOCK_ALLOWED_HOSTS, separated by commas.")
    private @Nullable List<String> allowedHosts;

    /** Tells a builder; throws IllegalArgumentException for what may not be. */
    void apply(MockServerBuilder builder) {
        builder.requestTimeout(requestTimeout)
                .idleTimeout(idleTimeout)
                .maxConnections(maxConnections)
                .stopTimeout(stopTimeout);
        if (allowedHosts != null) {
            allowedHosts.forEach(builder::allowedHost);
        }
    }
}
