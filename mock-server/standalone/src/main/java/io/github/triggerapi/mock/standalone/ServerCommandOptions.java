package io.github.triggerapi.mock.standalone;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.request.LogFormat;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.standalone.ServerOption.UsageException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of the command line. Each sets a value of a {@link MockServerBuilder}. */
final class ServerCommandOptions {
    private final MockServerBuilder builder = MockServer.builder();
    private String host = "";
    private int port;
    private boolean stayQueued;
    private boolean logs;

    private final List<ServerOption> options = List.of(
            value("--port", "PORT", "8030", "Port to listen on, 0 for any free port.", value -> {
                port = number(value);
                builder.port(port);
            }),
            value("--host", "HOST", "127.0.0.1", "Address to listen on.", value -> {
                host = value;
                builder.host(value);
            }),
            list("--task", "ID", "Task that exists; repeatable. Default: every task exists.", builder::tasks),
            list(
                    "--key",
                    "KEY",
                    "API key that is accepted; repeatable. Default: every well-formed key is accepted.",
                    builder::keys),
            value(
                    "--complete-after",
                    "DURATION",
                    "0s",
                    "How long runs execute before they are completed, such as 1m30s.",
                    value -> builder.completeAfter(TimeParser.duration(value))),
            flag(
                    "--stay-queued",
                    "Runs stay queued until they expire; overrides --complete-after.",
                    value -> stayQueued = value),
            value(
                    "--rules",
                    "RULES",
                    "document",
                    "Rules that requests are checked against: schemas (the schemas of the OpenAPI "
                            + "document only), document (also what its descriptions require, such as at most 5 "
                            + "tags), service (as Trigger.dev behaves: it ignores invalid times and accepts 10 "
                            + "tags, and serves the operations that only its TypeScript SDK calls).",
                    value -> builder.rules(constant(RequestRules.class, value))),
            flag(
                    "--retry-unknown",
                    "Tells clients to retry requests for unknown runs and batches, as Trigger.dev does.",
                    value -> {
                        if (value) {
                            builder.retryUnknown();
                        }
                    }),
            value(
                    "--max-memory",
                    "BYTES",
                    "" + MockServerBuilder.DEFAULT_MAX_STORED_BYTES,
                    "How much memory the kept runs and requests may take; the oldest are removed.",
                    value -> builder.maxStoredBytes(largeNumber(value))),
            value(
                    "--max-runs",
                    "COUNT",
                    "" + MockServerBuilder.DEFAULT_MAX_RUNS,
                    "How many runs are kept; the runs that finished first are removed.",
                    value -> builder.maxRuns(number(value))),
            value(
                    "--max-requests",
                    "COUNT",
                    "" + MockServerBuilder.DEFAULT_MAX_REQUESTS,
                    "How many requests are kept; the oldest are removed.",
                    value -> builder.maxRequests(number(value))),
            value(
                    "--max-body",
                    "BYTES",
                    "" + MockServer.DEFAULT_MAX_BODY_BYTES,
                    "Size limit of a request body.",
                    value -> builder.maxBodyBytes(number(value))),
            value(
                    "--store",
                    "URL",
                    null,
                    "Redis or Valkey that keeps the runs of several servers: "
                            + "redis://[[user]:password@]host[:port][/database], or rediss for TLS. Use the "
                            + "environment variable if the URL has a password. Default: runs are kept in " + "memory.",
                    value -> builder.store(value)),
            value(
                    "--state",
                    "FILE",
                    null,
                    "File that keeps runs, idempotency keys and limits: read at the start if it "
                            + "exists, written at the end. Default: they are not kept.",
                    value -> builder.stateFile(Path.of(value))),
            value(
                    "--tasks-file",
                    "FILE",
                    null,
                    "JSON file that says what becomes of the runs of tasks: an object with a member "
                            + "for each task, with the body of PUT /_mock/tasks/{task}. Default: runs are "
                            + "completed.",
                    value -> builder.tasksFile(Path.of(value))),
            value(
                    "--clock",
                    "TIME",
                    null,
                    "Time at which the clock stands until /_mock/clock moves it, such as "
                            + "2025-01-01T00:00:00Z. Default: the clock runs.",
                    value -> builder.clock(MockClock.stoppedAt(instant(value)))),
            value(
                    "--control-token",
                    "TOKEN",
                    null,
                    "Bearer token that callers of /_mock must send. Prefer the environment variable: "
                            + "other users of the computer may see options. Default: none is needed.",
                    value -> builder.controlToken(value)),
            list(
                    "--allowed-host",
                    "NAME",
                    "Further name, without a port, that the Host header of requests may have; "
                            + "repeatable. Default: any name, but only localhost and loopback addresses if the "
                            + "server listens on such an address and has no control token.",
                    values -> values.forEach(builder::allowedHost)),
            value(
                    "--request-timeout",
                    "DURATION",
                    "30s",
                    "How long a request may take to be received.",
                    value -> builder.requestTimeout(TimeParser.duration(value))),
            value(
                    "--idle-timeout",
                    "DURATION",
                    "60s",
                    "How long a connection may wait for its next request.",
                    value -> builder.idleTimeout(TimeParser.duration(value))),
            value(
                    "--max-connections",
                    "COUNT",
                    "10000",
                    "How many connections may be open.",
                    value -> builder.maxConnections(number(value))),
            value(
                    "--stop-timeout",
                    "DURATION",
                    "5s",
                    "How long requests that are being handled may take when the server stops.",
                    value -> builder.stopTimeout(TimeParser.duration(value))),
            flag("--log", "Print a line for each request.", value -> logs |= value),
            value(
                    "--log-format",
                    "FORMAT",
                    null,
                    "Print a line for each request in this format: text (method, path, status, fault, "
                            + "reason) or json (an object that also has time, milliseconds, verdict and task). "
                            + "Default: text if --log is given.",
                    value -> {
                        logs = true;
                        builder.logFormat(constant(LogFormat.class, value));
                    }));

    private static ServerOption value(
            String name, String label, @Nullable String defaultValue, String description, Consumer<String> setter) {
        return new ServerOption(name, label, defaultValue, false, description, values -> setter.accept(values.get(0)));
    }

    private static ServerOption flag(String name, String description, Consumer<Boolean> setter) {
        return new ServerOption(name, "", "false", false, description, values -> setter.accept(isGiven(values.get(0))));
    }

    private static ServerOption list(String name, String label, String description, Consumer<List<String>> setter) {
        return new ServerOption(name, label, null, true, description, setter);
    }

    private static boolean isGiven(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static long largeNumber(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static Instant instant(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date-time such as 2025-01-01T00:00:00Z", e);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("must be one of those that --help lists");
    }

    /** Returns all options, in the order of the help. */
    List<ServerOption> all() {
        return options;
    }

    /**
     * Sets the values of all options.
     *
     * @throws UsageException if arguments or variables are invalid; it names all of them
     */
    void set(String[] args, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Map<String, List<String>> given = new HashMap<>();
        for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
            collect(problems, () -> add(rest.next(), rest, given));
        }
        for (ServerOption option : options) {
            List<String> values = given.getOrDefault(option.name(), List.of());
            collect(problems, () -> option.set(values, environment.get(option.variable())));
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems.stream().distinct().collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static void collect(List<String> problems, Runnable step) {
        try {
            step.run();
        } catch (UsageException e) {
            problems.add(e.getMessage());
        }
    }

    /** Adds an argument, and the next one if that is its value. */
    private void add(String argument, Iterator<String> rest, Map<String, List<String>> given) {
        String[] parts = argument.split("=", 2);
        ServerOption option = option(parts[0]);
        String value = parts.length > 1 ? parts[1] : !option.hasValue() ? "true" : rest.hasNext() ? rest.next() : "";
        if (value.isEmpty() || parts.length == 1 && value.startsWith("--")) {
            throw new UsageException(option.name() + " needs a value");
        }
        given.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
    }

    private ServerOption option(String name) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                // What does not look like an option may be a secret.
                .orElseThrow(() -> new UsageException(
                        name.startsWith("--") ? "Unknown option: " + name : "An argument is not an option"));
    }

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
}
