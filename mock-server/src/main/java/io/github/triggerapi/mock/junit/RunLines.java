package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.run.Run;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows runs to people who wonder why a test failed, each in one line. */
final class RunLines {
    /** How many runs are shown. */
    private static final int MAX_RUNS = 20;

    /** How many characters of a payload or another value are shown. */
    private static final int MAX_VALUE = 120;

    private RunLines() {}

    /** A line for each run, the first ones if they are many; begins with a line feed. */
    static String list(List<Run> runs, Function<Run, String> line) {
        String shown = runs.stream()
                .limit(MAX_RUNS)
                .map(run -> "\n- " + line.apply(run))
                .collect(Collectors.joining());
        return runs.size() > MAX_RUNS ? shown + "\n- and %d more".formatted(runs.size() - MAX_RUNS) : shown;
    }

    static String of(Run run) {
        return "%s %s%s, queue %s%s, payload %s%s"
                .formatted(
                        value(run.task()),
                        run.status(),
                        run.tags().isEmpty() ? "" : ", tags " + value(run.tags()),
                        value(run.queue()),
                        run.idempotencyKey() == null ? "" : ", idempotency key " + value(run.idempotencyKey()),
                        value(run.payloadJson()),
                        run.error() == null ? "" : ", error " + value(run.error()));
    }

    /** A value in one line and not too long; {@code none} for null. */
    static String value(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        String line = value.toString().replaceAll("\\R", "\u21b5").replaceAll("\\p{Cntrl}", " ");
        if (line.codePointCount(0, line.length()) <= MAX_VALUE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MAX_VALUE)) + "\u2026";
    }
}
