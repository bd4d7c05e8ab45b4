package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.Mutants.Mutant;
import io.github.triggerapi.contract.mutation.VerdictLine.Found;
import io.github.triggerapi.contract.mutation.WireSamples.Witnesses;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.compare.Baseline;
import io.github.triggerapi.update.compare.Comparison;
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

/** Makes every revision of a document that differs from it in one place, and holds the comparison to what each means. */
final class VerdictCheck {

    /** Beyond so many changes some of each kind have to do. */
    private static final int MOST = 1500;

    private static final int MOST_OF_A_KIND = 25;

    private final ObjectNode document;
    private final Directions directions;
    private final Baseline baseline;

    private VerdictCheck(ObjectNode document) {
        this.document = document;
        this.directions = Directions.of(document);
        this.baseline = Baseline.of(document);
    }

    static VerdictReport run(String yaml) {
        return new VerdictCheck((ObjectNode) SwaggerSpec.tree(yaml)).run();
    }

    private VerdictReport run() {
        Map<Slice, List<Mutant>> mutants = Mutants.of(Slices.of(document));
        Set<Mutant> some = some(mutants.values().stream().flatMap(List::stream).toList());
        List<VerdictLine> lines = new ArrayList<>();
        mutants.forEach((slice, changes) -> {
            List<Mutant> own = changes.stream().filter(some::contains).toList();
            Optional<WireSamples> samples = WireSamples.of(slice);
            lines.addAll(own.parallelStream()
                    .map(mutant -> line(OneChange.of(mutant, directions), samples))
                    .toList());
        });
        return new VerdictReport(lines);
    }

    /** All, or as many of each kind as a build has time for. */
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

    private VerdictLine line(OneChange change, Optional<WireSamples> samples) {
        Expected expected = expected(change);
        try {
            String refusal = refusal(change);
            if (!refusal.isEmpty()) {
                return new VerdictLine(change, expected, null, Witnesses.NONE, refusal);
            }
            Comparison found = baseline.compareTo(change.after());
            Witnesses witnesses = samples.filter(
                            any -> !change.mutant().operator().prose())
                    .map(some -> some.witnesses(change.mutant()))
                    .orElse(Witnesses.NONE);
            return new VerdictLine(change, expected, Found.of(found), witnesses, "");
        } catch (UnsupportedDocumentException e) {
            return new VerdictLine(
                    change, expected, null, Witnesses.NONE, e.getMessage().replace("\n", " "));
        } catch (RuntimeException e) {
            return new VerdictLine(change, expected, Found.NOTHING, Witnesses.NONE, e.toString());
        }
    }

    private static Expected expected(OneChange change) {
        if (change.mutant().operator().prose()) {
            return ExpectedOfProse.of(change);
        }
        return ExpectedOfSchemas.knows(change.operator()) ? ExpectedOfSchemas.of(change) : ExpectedOfCalls.of(change);
    }

    /** Why the command does not take a revision in; empty where it does. The slice will do, which is quicker. */
    private static String refusal(OneChange change) {
        ObjectNode slice =
                OneChange.edited(change.mutant(), change.mutant().slice().tree());
        ObjectNode tree = Call.all(slice).isEmpty() ? change.after() : slice;
        try {
            ValidatedRevision.of(new Revision("document", tree.toString()));
            return "";
        } catch (RejectedRevisionException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
