package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.update.compare.Comparison;
import java.util.List;

/** The verdicts on all changes of a document. */
record VerdictReport(List<VerdictLine> lines) {

    List<VerdictLine> wrong() {
        return lines.stream().filter(line -> !line.isRight()).toList();
    }

    /** Returns the same changes with the verdict of another comparison. */
    VerdictReport with(Comparison comparison) {
        return new VerdictReport(
                lines.stream().map(line -> line.with(comparison)).toList());
    }

    /** Returns a one-line summary. */
    String summary() {
        List<VerdictLine> judged =
                lines.stream().filter(line -> !line.isRejected()).toList();
        return "verdicts: right " + (judged.size() - wrong().size()) + " of " + judged.size() + " ("
                + judged.stream().filter(VerdictLine::isProse).count() + " of prose only), rejected "
                + (lines.size() - judged.size()) + "; shown by a message on the wire "
                + judged.stream().filter(VerdictLine::hasBrokenMessage).count()
                + ", breaking on the wire alone without one "
                + judged.stream().filter(VerdictLine::lacksBrokenMessage).count();
    }
}
