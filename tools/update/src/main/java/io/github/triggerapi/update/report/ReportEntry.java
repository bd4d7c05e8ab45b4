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
 * One thing that a report tells.
 *
 * @param kind what became of it; empty for what is no change
 * @param place a JSON pointer, a line of a file or an element of code; may be empty
 * @param text what there is to say of it; may be empty
 * @param before the old value; may be empty
 * @param after the new one; may be empty
 * @param reasons what it means to whom
 * @param callers its effect on them; empty for what is no change
 * @param implementers its effect on them; empty for what is no change
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

    /** What it means to one side, or to both. */
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
            case ADDED -> "new";
            case CHANGED -> "changed";
            case REMOVED -> "gone";
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

    /** The same with each text of it made shorter. */
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
