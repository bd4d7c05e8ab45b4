package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.update.compare.Comparison;
import java.util.List;

/** What a comparison said of all changes of a document. */
record VerdictReport(List<VerdictLine> lines) {

    List<VerdictLine> wrong() {
        return lines.stream().filter(line -> !line.isRight()).toList();
    }

    /** The same changes, had a comparison said something else of each. */
    VerdictReport with(Comparison comparison) {
        return new VerdictReport(
                lines.stream().map(line -> line.with(comparison)).toList());
    }

    /** One line. */
    String summary() {
        List<VerdictLine> judged =
                lines.stream().filter(line -> !line.isRefused()).toList();
        return "verdicts: right " + (judged.size() - wrong().size()) + " of " + judged.size() + " ("
                + judged.stream().filter(VerdictLine::isProse).count() + " of prose only), refused "
                + (lines.size() - judged.size()) + "; shown by a message on the wire "
                + judged.stream().filter(VerdictLine::hasWitness).count() + ", breaking on the wire alone without one "
                + judged.stream().filter(VerdictLine::lacksWitness).count();
    }
}
