package io.github.triggerapi.mock;

import io.github.triggerapi.mock.log.LogFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command line that are about what it prints of requests. */
final class LogOptions {
    @Option(
            names = "--log",
            defaultValue = "${env:TRIGGER_MOCK_LOG:-false}",
            description = "Print a line for each request. Default: false, or TRIGGER_MOCK_LOG.")
    private boolean log;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "${env:TRIGGER_MOCK_LOG_FORMAT:-" + Option.NULL_VALUE + "}",
            description =
                    "Print a line for each request that is text (method, path, status, fault, reason) or json (an object"
                            + " that also has time, milliseconds, verdict and task). Default: text where --log is given, or"
                            + " TRIGGER_MOCK_LOG_FORMAT.")
    private @Nullable LogFormat format;

    /** Tells a builder where lines go, if there are to be any. */
    void apply(MockServerBuilder builder, Consumer<String> lines) {
        if (format != null) {
            builder.logFormat(format);
        }
        if (log || format != null) {
            builder.accessLog(lines);
        }
    }
}
