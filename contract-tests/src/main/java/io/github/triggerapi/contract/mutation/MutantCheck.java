package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.ExpectedCode;
import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.contract.code.GeneratedCodeCheck;
import io.github.triggerapi.contract.code.NotExpressed;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Applies single changes to all elements of a document, and checks each changed document against the code generated from the
 * unchanged one.
 *
 * <p>The document is split into slices: an operation with everything it refers to. Each element is changed in the first slice
 * that contains it, so that the effort is proportional to the size of the document.
 */
public final class MutantCheck {

    private final Check check;
    private final NotExpressed notExpressed;
    private final List<DocumentSlice> slices;

    private MutantCheck(ObjectNode document, Check check, NotExpressed notExpressed) {
        this.check = check;
        this.notExpressed = notExpressed;
        this.slices = DocumentSlices.of(document);
    }

    /** Compares slices of a document with code. */
    interface Check {

        /** Returns a comparison for changes of a slice. */
        Comparison of(SwaggerSpec unchanged);
    }

    /** Compares a changed slice with code. */
    interface Comparison {

        List<Finding> findings(SwaggerSpec changed);
    }

    /**
     * Applies all changes to a document and reports their outcomes, other than the findings that the whole unchanged document
     * has as well.
     */
    public static MutationReport run(String yaml) {
        SwaggerSpec spec = SwaggerSpec.parse(SwaggerSpec.tree(yaml));
        List<Finding> known = GeneratedCodeCheck.findings(spec);
        Check check = unchanged -> {
            ExpectedCode expected = GeneratedCodeCheck.expectedCode(unchanged);
            return changed -> without(known, GeneratedCodeCheck.run(changed, expected));
        };
        return new MutantCheck((ObjectNode) SwaggerSpec.tree(yaml), check, GeneratedCodeCheck.notExpressed(spec)).run();
    }

    private static List<Finding> without(Collection<Finding> known, List<Finding> findings) {
        return findings.stream().filter(finding -> !known.contains(finding)).toList();
    }

    static MutationReport run(String yaml, Check check) {
        return new MutantCheck((ObjectNode) SwaggerSpec.tree(yaml), check, new NotExpressed()).run();
    }

    /** A change of a slice. */
    record Mutant(Operator operator, MutationPoint point, String operation, Change change) {

        DocumentSlice slice() {
            return point.slice();
        }

        /**
         * Returns whether one of the findings names the location of the change.
         *
         * @param after the changed slice
         */
        boolean isNamedBy(List<Finding> findings, JsonNode after) {
            Set<String> containers = SchemaVisibility.containers(point, change.target(), after);
            return findings.stream().anyMatch(finding -> change.target().isNamedBy(finding, containers));
        }
    }

    /** Returns the changes of a document by slice. */
    static Map<DocumentSlice, List<Mutant>> of(List<DocumentSlice> slices) {
        Set<String> done = new HashSet<>();
        Map<DocumentSlice, List<Mutant>> mutants = new LinkedHashMap<>();
        for (DocumentSlice slice : slices) {
            List<Mutant> own = new ArrayList<>();
            for (MutationPoint point : MutationPoints.of(slice)) {
                for (Operator operator : Operators.all()) {
                    if (operator.at() == point.kind() && (operator.prose() || isSeen(point))) {
                        for (Change change : operator.changes().apply(point)) {
                            String key = operator.name() + " " + change.target().pointer() + " " + change.description();
                            if (done.add(key)) {
                                own.add(new Mutant(operator, point, operation(point), change));
                            }
                        }
                    }
                }
            }
            mutants.put(slice, own);
        }
        return mutants;
    }

    private static boolean isSeen(MutationPoint point) {
        return point.kind() == Kind.SCHEMA ? SchemaVisibility.isSeen(point) : !SchemaVisibility.isUnused(point);
    }

    /** Returns the operation of the slice; empty for elements of the document as a whole. */
    private static String operation(MutationPoint point) {
        return Set.of(Kind.ROOT, Kind.INFO, Kind.SERVER, Kind.TAG).contains(point.kind())
                ? ""
                : point.slice().operation();
    }

    private MutationReport run() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<MutationOutcome>>> running = new ArrayList<>();
            of(slices).forEach((slice, mutants) -> running.add(threads.submit(() -> outcomes(slice, mutants))));
            List<MutationOutcome> outcomes = new ArrayList<>();
            for (Future<List<MutationOutcome>> slice : running) {
                outcomes.addAll(slice.get());
            }
            return new MutationReport(List.copyOf(outcomes));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<MutationOutcome> outcomes(DocumentSlice slice, List<Mutant> mutants) {
        List<MutationOutcome> outcomes = new ArrayList<>();
        try {
            Comparison comparison = check.of(SwaggerSpec.parse(slice.tree().deepCopy()));
            List<Finding> before =
                    comparison.findings(SwaggerSpec.parse(slice.tree().deepCopy()));
            outcomes.add(unchanged(slice, messages(before)));
            mutants.stream()
                    .filter(this::isExpressed)
                    .forEach(mutant -> outcomes.add(outcome(mutant, before, comparison)));
        } catch (RuntimeException e) {
            // The other slices are still checked.
            outcomes.add(unchanged(slice, List.of("the check failed: " + e)));
        }
        return outcomes;
    }

    private boolean isExpressed(Mutant mutant) {
        return mutant.operator().prose()
                || !notExpressed.contains(mutant.change().target().pointer())
                        && mutant.change().target().exact().stream().noneMatch(notExpressed::contains);
    }

    /** Returns the outcome for the unchanged slice, which must not have findings. */
    private static MutationOutcome unchanged(DocumentSlice slice, List<String> messages) {
        return new MutationOutcome(
                "change nothing", slice.operation(), "#", "none", true, messages.isEmpty(), messages);
    }

    /**
     * Applies a change. Findings that the unchanged slice has as well are not caused by it.
     *
     * @param before the findings in the unchanged slice
     */
    private static MutationOutcome outcome(Mutant mutant, List<Finding> before, Comparison comparison) {
        ObjectNode tree = mutant.slice().tree().deepCopy();
        Change change = mutant.change();
        boolean prose = mutant.operator().prose();
        change.edit().accept(tree);
        boolean expected = false;
        List<String> messages;
        try {
            List<Finding> findings = without(before, comparison.findings(SwaggerSpec.parse((JsonNode) tree)));
            expected = prose ? findings.isEmpty() : mutant.isNamedBy(findings, tree);
            messages = messages(findings);
        } catch (RuntimeException e) {
            // An exception does not detect the change.
            messages = List.of(e.toString());
        }
        return new MutationOutcome(
                mutant.operator().name(),
                mutant.operation(),
                change.target().pointer(),
                change.description(),
                prose,
                expected,
                messages);
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }
}
