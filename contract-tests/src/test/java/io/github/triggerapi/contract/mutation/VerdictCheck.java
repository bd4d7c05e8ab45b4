package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.DistinguishingMessages.BrokenMessages;
import io.github.triggerapi.contract.mutation.MutantCheck.Mutant;
import io.github.triggerapi.contract.mutation.VerdictLine.Found;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.PreviousRevision;
import io.github.triggerapi.update.source.Revision;
import io.github.triggerapi.update.validate.ValidatedRevision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a document with all revisions that differ in one element, and checks the verdicts. */
final class VerdictCheck {

    /** With more changes than this, only some of each kind are tested. */
    private static final int MOST = 1500;

    private static final int MOST_OF_A_KIND = 2;

    private final ObjectNode document;
    private final MessageDirections directions;
    private final PreviousRevision previous;

    private VerdictCheck(ObjectNode document) {
        this.document = document;
        this.directions = MessageDirections.of(document);
        this.previous = PreviousRevision.of(document);
    }

    static VerdictReport run(String yaml) {
        return new VerdictCheck((ObjectNode) SwaggerSpec.tree(yaml)).run();
    }

    private VerdictReport run() {
        Map<DocumentSlice, List<Mutant>> mutants = MutantCheck.of(DocumentSlices.of(document));
        Set<Mutant> some = some(mutants.values().stream().flatMap(List::stream).toList());
        List<VerdictLine> lines = new ArrayList<>();
        mutants.forEach((slice, changes) -> {
            List<Mutant> own = changes.stream().filter(some::contains).toList();
            Optional<DistinguishingMessages> samples = DistinguishingMessages.of(slice);
            lines.addAll(own.parallelStream()
                    .map(mutant -> line(RevisionPair.of(mutant, directions), samples))
                    .toList());
        });
        return new VerdictReport(lines);
    }

    /** Returns all changes, or a selection of each kind. */
    private static Set<Mutant> some(List<Mutant> all) {
        Set<Mutant> some = Collections.newSetFromMap(new IdentityHashMap<>());
        all.stream()
                .collect(Collectors.groupingBy(mutant -> mutant.operator().name()))
                .values()
                .forEach(kind -> {
                    int step = all.size() <= MOST || Boolean.getBoolean("verdicts.all")
                            ? 1
                            : 1 + kind.size() / MOST_OF_A_KIND;
                    for (int i = 0; i < kind.size(); i += step) {
                        some.add(kind.get(i));
                    }
                });
        return some;
    }

    private VerdictLine line(RevisionPair change, Optional<DistinguishingMessages> samples) {
        ExpectedVerdict expected = expected(change);
        try {
            String rejection = rejection(change);
            if (!rejection.isEmpty()) {
                return new VerdictLine(change, expected, null, BrokenMessages.NONE, rejection);
            }
            Comparison found = previous.compareTo(change.after());
            BrokenMessages brokenMessages = samples.filter(
                            any -> !change.mutant().operator().prose())
                    .map(some -> some.brokenMessages(change.mutant()))
                    .orElse(BrokenMessages.NONE);
            return new VerdictLine(change, expected, Found.of(found), brokenMessages, "");
        } catch (UnsupportedDocumentException e) {
            return new VerdictLine(
                    change, expected, null, BrokenMessages.NONE, e.getMessage().replace("\n", " "));
        } catch (RuntimeException e) {
            return new VerdictLine(change, expected, Found.NOTHING, BrokenMessages.NONE, e.toString());
        }
    }

    private static ExpectedVerdict expected(RevisionPair change) {
        if (change.mutant().operator().prose()) {
            return ProseExpectations.of(change);
        }
        return SchemaExpectations.knows(change.operator())
                ? SchemaExpectations.of(change)
                : OperationExpectations.of(change);
    }

    /** Returns why the update command rejects a revision; empty if it does not. Uses the slice, which is faster. */
    private static String rejection(RevisionPair change) {
        ObjectNode slice =
                RevisionPair.edited(change.mutant(), change.mutant().slice().tree());
        ObjectNode tree = ResolvedOperation.all(slice).isEmpty() ? change.after() : slice;
        try {
            ValidatedRevision.of(new Revision("document", tree.toString()));
            return "";
        } catch (RejectedRevisionException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
