package io.github.triggerapi.mock.standalone;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import io.github.triggerapi.mock.request.LogFormat;
import io.github.triggerapi.mock.request.RequestRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the command line. Each sets a value of a {@link MockServerBuilder}. */
final class ServerCommandOptions {
    private final MockServerBuilder builder = MockServer.builder();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private String host = "";
    private int port;
    private boolean stayQueued;
    private boolean logs;

    /**
     * Returns the builder with all options set.
     *
     * @param lines consumes a line for each request if the options ask for that
     */
    MockServerBuilder builder(Consumer<String> lines) {
        if (stayQueued) {
            builder.stayQueued();
        }
        if (logs) {
            builder.accessLog(lines);
        }
        return builder;
    }

    /** Returns where the server is to listen, for messages. */
    String address() {
        return "%s port %d".formatted(host, port);
    }

    /** Sets a value, if the option or its environment variable is there. */
    private <T> void set(@Nullable T value, Function<T, MockServerBuilder> setter) {
        if (value == null) {
            return;
        }
        try {
            setter.apply(value);
        } catch (IllegalArgumentException e) {
            // Picocli would show the value, which may be a secret.
            throw command == null ? e : new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8030",
            description = "Port to listen on, 0 for any free port. Default: ${DEFAULT-VALUE}.")
    void port(int value) {
        port = value;
        set(value, builder::port);
    }

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    void host(String value) {
        host = value;
        set(value, builder::host);
    }

    @Option(
            names = "--task",
            paramLabel = "ID",
            split = ",",
            description = "Task that exists; repeatable. Default: every task exists.")
    void tasks(@Nullable List<String> value) {
        set(value, builder::tasks);
    }

    @Option(
            names = "--key",
            paramLabel = "KEY",
            split = ",",
            description = "API key that is accepted; repeatable. Default: every well-formed key is accepted.")
    void keys(@Nullable List<String> value) {
        set(value, builder::keys);
    }

    @Option(
            names = "--complete-after",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "How long runs execute before they are completed, such as 1m30s. Default: ${DEFAULT-VALUE}.")
    void completeAfter(Duration value) {
        set(value, builder::completeAfter);
    }

    @Option(
            names = "--stay-queued",
            defaultValue = "false",
            description = "Runs stay queued until they expire; overrides --complete-after. Default: ${DEFAULT-VALUE}.")
    void stayQueued(boolean value) {
        stayQueued = value;
    }

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            defaultValue = "document",
            description = "Rules that requests are checked against: schemas (the schemas of the OpenAPI document only),"
                    + " document (also what its descriptions require, such as at most 5 tags), service (as Trigger.dev"
                    + " behaves: it ignores invalid times and accepts 10 tags). Default: ${DEFAULT-VALUE}.")
    void rules(RequestRules value) {
        set(value, builder::rules);
    }

    @Option(
            names = "--max-memory",
            paramLabel = "BYTES",
            defaultValue = "" + MockServerBuilder.DEFAULT_MAX_STORED_BYTES,
            description = "How much memory the kept runs and requests may take; the oldest are removed."
                    + " Default: ${DEFAULT-VALUE}.")
    void maxStoredBytes(long value) {
        set(value, builder::maxStoredBytes);
    }

    @Option(
            names = "--max-runs",
            paramLabel = "COUNT",
            defaultValue = "" + MockServerBuilder.DEFAULT_MAX_RUNS,
            description =
                    "How many runs are kept; the runs that finished first are removed. Default: ${DEFAULT-VALUE}.")
    void maxRuns(int value) {
        set(value, builder::maxRuns);
    }

    @Option(
            names = "--max-requests",
            paramLabel = "COUNT",
            defaultValue = "" + MockServerBuilder.DEFAULT_MAX_REQUESTS,
            description = "How many requests are kept; the oldest are removed. Default: ${DEFAULT-VALUE}.")
    void maxRequests(int value) {
        set(value, builder::maxRequests);
    }

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "" + MockServer.DEFAULT_MAX_BODY_BYTES,
            description = "Size limit of a request body. Default: ${DEFAULT-VALUE}.")
    void maxBody(int value) {
        set(value, builder::maxBodyBytes);
    }

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Redis or Valkey that keeps the runs of several servers:"
                    + " redis://[[user]:password@]host[:port][/database], or rediss for TLS. Use the environment variable"
                    + " if the URL has a password. Default: runs are kept in memory.")
    void store(@Nullable String value) {
        set(value, builder::store);
    }

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description =
                    "File that keeps runs, idempotency keys and limits: read at the start if it exists, written at"
                            + " the end. Default: they are not kept.")
    void state(@Nullable Path value) {
        set(value, builder::stateFile);
    }

    @Option(
            names = "--tasks-file",
            paramLabel = "FILE",
            description =
                    "JSON file that says what becomes of the runs of tasks: an object with a member for each task,"
                            + " with the body of PUT /_mock/tasks/{task}. Default: runs are completed.")
    void tasksFile(@Nullable Path value) {
        set(value, builder::tasksFile);
    }

    @Option(
            names = "--clock",
            paramLabel = "TIME",
            description = "Time at which the clock stands until /_mock/clock moves it, such as 2025-01-01T00:00:00Z."
                    + " Default: the clock runs.")
    void clock(@Nullable Instant value) {
        set(value, time -> builder.clock(MockClock.stoppedAt(time)));
    }

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description =
                    "Bearer token that callers of /_mock must send. Prefer the environment variable: other users of"
                            + " the computer may see options. Default: none is needed.")
    void controlToken(@Nullable String value) {
        set(value, builder::controlToken);
    }

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Further name, without a port, that the Host header of requests may have; repeatable. Default:"
                            + " any name, but only localhost and loopback addresses if the server listens on such an address and"
                            + " has no control token.")
    void allowedHosts(@Nullable List<String> value) {
        set(value, names -> {
            names.forEach(builder::allowedHost);
            return builder;
        });
    }

    @Option(
            names = "--request-timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "How long a request may take to be received. Default: ${DEFAULT-VALUE}.")
    void requestTimeout(Duration value) {
        set(value, builder::requestTimeout);
    }

    @Option(
            names = "--idle-timeout",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "How long a connection may wait for its next request. Default: ${DEFAULT-VALUE}.")
    void idleTimeout(Duration value) {
        set(value, builder::idleTimeout);
    }

    @Option(
            names = "--max-connections",
            paramLabel = "COUNT",
            defaultValue = "10000",
            description = "How many connections may be open. Default: ${DEFAULT-VALUE}.")
    void maxConnections(int value) {
        set(value, builder::maxConnections);
    }

    @Option(
            names = "--stop-timeout",
            paramLabel = "DURATION",
            defaultValue = "5s",
            description = "How long requests that are being handled may take when the server stops. Default:"
                    + " ${DEFAULT-VALUE}.")
    void stopTimeout(Duration value) {
        set(value, builder::stopTimeout);
    }

    @Option(
            names = "--log",
            defaultValue = "false",
            description = "Print a line for each request. Default: ${DEFAULT-VALUE}.")
    void log(boolean value) {
        logs |= value;
    }

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "Print a line for each request in this format: text (method, path, status, fault, reason) or"
                    + " json (an object that also has time, milliseconds, verdict and task). Default: text if --log is"
                    + " given.")
    void logFormat(@Nullable LogFormat value) {
        logs |= value != null;
        set(value, builder::logFormat);
    }
}
