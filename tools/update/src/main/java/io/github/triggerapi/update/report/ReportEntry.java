package io.github.triggerapi.update.report;

import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Effect;
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

    static ReportEntry of(String place, String text) {
        return new ReportEntry("", PrintableLine.of(place), PrintableLine.of(text), "", "", List.of(), "", "");
    }

    static ReportEntry of(Change change) {
        return new ReportEntry(
                kind(change.kind()),
                PrintableLine.of(change.pointer()),
                PrintableLine.of(change.what()),
                PrintableLine.of(change.before()),
                PrintableLine.of(change.after()),
                reasons(change),
                lower(change.callers().effect()),
                lower(change.implementers().effect()));
    }

    private static String kind(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case CHANGED -> "changed";
            case REMOVED -> "removed";
        };
    }

    private static List<Reason> reasons(Change change) {
        if (change.callers().equals(change.implementers())) {
            return reason("Callers and implementers", change.callers()).toList();
        }
        return Stream.concat(reason("Callers", change.callers()), reason("Implementers", change.implementers()))
                .toList();
    }

    private static Stream<Reason> reason(String side, Verdict verdict) {
        return verdict.effect() == Effect.NONE
                ? Stream.empty()
                : Stream.of(new Reason(side, lower(verdict.effect()), PrintableLine.of(verdict.reason())));
    }

    private static String lower(Effect effect) {
        return effect.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a copy with shortened strings. */
    ReportEntry map(UnaryOperator<String> shorten) {
        return new ReportEntry(
                kind,
                shorten.apply(place),
                shorten.apply(text),
                shorten.apply(before),
                shorten.apply(after),
                reasons.stream()
                        .map(reason -> new Reason(reason.side(), reason.effect(), shorten.apply(reason.text())))
                        .toList(),
                callers,
                implementers);
    }
}
