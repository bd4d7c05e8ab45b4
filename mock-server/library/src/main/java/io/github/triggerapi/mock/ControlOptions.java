package io.github.triggerapi.mock;

import io.github.triggerapi.mock.run.MockClock;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of the command line that are about steering the server. */
final class ControlOptions {
    @Option(
            names = "--clock",
            paramLabel = "TIME",
            converter = Times.class,
            defaultValue = "${env:TRIGGER_MOCK_CLOCK:-" + Option.NULL_VALUE + "}",
            description = "A time at which the clock stands until it is moved by /_mock/clock, such as"
                    + " 2025-01-01T00:00:00Z. Default: the clock runs, or TRIGGER_MOCK_CLOCK.")
    private @Nullable Instant clock;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:TRIGGER_MOCK_CONTROL_TOKEN:-" + Option.NULL_VALUE + "}",
            description = "What callers of /_mock must send as a bearer token; better given as"
                    + " TRIGGER_MOCK_CONTROL_TOKEN, as others may see options. Default: they need none.")
    private @Nullable String token;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            defaultValue = "${env:TRIGGER_MOCK_STATE:-" + Option.NULL_VALUE + "}",
            description =
                    "A file that keeps runs, keys and limits: read at the start if it is there, written at the end."
                            + " Default: they are forgotten, or TRIGGER_MOCK_STATE.")
    private @Nullable Path state;

    /** Tells a builder; throws IllegalArgumentException for what may not be. */
    void apply(MockServerBuilder builder) {
        if (clock != null) {
            builder.clock(MockClock.stoppedAt(clock));
        }
        if (token != null) {
            builder.controlToken(token);
        }
        if (state != null) {
            builder.stateFile(state);
        }
    }

    /** Reads points in time. */
    static final class Times implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException("must be a date-time such as 2025-01-01T00:00:00Z");
            }
        }
    }
}
