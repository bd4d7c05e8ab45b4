package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.compare.change.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An entry of a report.
 *
 * @param kind the kind of the change; empty if it is not a change
 * @param place a JSON pointer, a line of a file or an element of code; may be empty
 * @param text the description; may be empty
 * @param before the old value; may be empty
 * @param after the new value; may be empty
 * @param reasons the effects on each side
 * @param callers the effect on callers; empty if it is not a change
 * @param implementers the effect on implementers; empty if it is not a change
 */
record ReportEntry(
        String kind,
        String place,
        String text,
        String before,
        String after,
        List<Reason> reasons,
        String callers,
        String implementers) {

    /** The effect on one side, or on both. */
    record Reason(String side, String effect, String text) {}

    static ReportEntry of(String place, String text, UnaryOperator<String> shorten) {
        return new ReportEntry("", line(place, shorten), line(text, shorten), "", "", List.of(), "", "");
    }

    static ReportEntry of(Change change, UnaryOperator<String> shorten) {
        return new ReportEntry(
                lower(change.kind()),
                line(change.pointer(), shorten),
                line(change.what(), shorten),
                line(change.before(), shorten),
                line(change.after(), shorten),
                reasons(change, shorten),
                lower(change.callers().severity()),
                lower(change.implementers().severity()));
    }

    private static List<Reason> reasons(Change change, UnaryOperator<String> shorten) {
        if (change.callers().equals(change.implementers())) {
            return reason("Callers and implementers", change.callers(), shorten).toList();
        }
        return Stream.concat(
                        reason("Callers", change.callers(), shorten),
                        reason("Implementers", change.implementers(), shorten))
                .toList();
    }

    private static Stream<Reason> reason(String side, Verdict verdict, UnaryOperator<String> shorten) {
        return verdict.severity() == Severity.NONE
                ? Stream.empty()
                : Stream.of(new Reason(side, lower(verdict.severity()), line(verdict.reason(), shorten)));
    }

    private static String line(String text, UnaryOperator<String> shorten) {
        return shorten.apply(PrintableLine.of(text));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
