package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.request.Verdict;
import io.github.triggerapi.mock.run.Run;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes runs and requests in failure messages, each in one line. */
final class Descriptions {
    /** The maximum number of runs, or of requests, that are listed. */
    private static final int MAX_LINES = 20;

    /** The maximum length of a payload or another value. */
    private static final int MAX_VALUE = 120;

    private static final int MAX_REASON = 500;

    private Descriptions() {}

    /** Lists the requests that were rejected or got a fault. Empty if there are none. */
    static String ofFailed(List<RecordedRequest> requests) {
        List<RecordedRequest> ofFailed = requests.stream()
                .filter(request -> request.verdict() != Verdict.ACCEPTED)
                .toList();
        return ofFailed.isEmpty() ? "" : "\nThese were rejected or got a fault:" + list(ofFailed, Descriptions::of);
    }

    /** Says that there are no runs and, if there are no requests either, what is often the reason. */
    static String ofNothing(List<RecordedRequest> requests) {
        return requests.isEmpty()
                ? "Nothing was triggered. No request was received: a call of the client is sent by send() or sendAsync()."
                : "Nothing was triggered.";
    }

    /** Returns a list with a line for each item, up to the maximum; begins with a line feed. */
    static <T> String list(List<T> things, Function<T, String> line) {
        String shown = things.stream()
                .limit(MAX_LINES)
                .map(thing -> "\n- " + line.apply(thing))
                .collect(Collectors.joining());
        return things.size() > MAX_LINES ? shown + "\n- and %d more".formatted(things.size() - MAX_LINES) : shown;
    }

    private static String of(RecordedRequest request) {
        return shorten(request.toString(), MAX_VALUE)
                + (request.reason() == null ? "" : ": " + shorten(request.reason(), MAX_REASON));
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

    /** Returns a value in one line and not too long; {@code none} for null. */
    static String value(@Nullable Object value) {
        return value == null ? "none" : shorten(value.toString(), MAX_VALUE);
    }

    private static String shorten(String text, int length) {
        String line = text.replaceAll("\\R", "\u21b5").replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length)) + "\u2026";
    }
}
