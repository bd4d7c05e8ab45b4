package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.contract.code.GeneratedCodeCheck;
import io.github.triggerapi.contract.code.Scope;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.Site.Kind;
import java.util.ArrayList;
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
 * Changes a document everywhere, one place at a time, and checks each changed document against the code that was
 * generated from the unchanged one.
 *
 * <p>A document is cut into slices, an operation with all that it reaches. Each place is changed in the first slice that
 * has it, so that the work grows in proportion to the document.
 */
public final class Mutants {

    private final Check check;
    private final List<Slice> slices;

    private Mutants(ObjectNode document, Check check) {
        this.check = check;
        this.slices = Slices.of(document);
    }

    /** Compares a part of a document, and changes of it, with code. */
    interface Check {

        /** What is to be found in a changed slice, given the unchanged one. */
        Comparison of(SwaggerSpec unchanged);
    }

    /** Compares a changed slice with code. */
    interface Comparison {

        List<Finding> findings(SwaggerSpec changed);
    }

    /** Changes a document in every place, and tells what became of each change. */
    public static MutationReport run(String yaml) {
        return run(yaml, unchanged -> {
            Scope scope = GeneratedCodeCheck.scope(unchanged);
            return changed -> GeneratedCodeCheck.run(changed, scope);
        });
    }

    static MutationReport run(String yaml, Check check) {
        return new Mutants((ObjectNode) SwaggerSpec.tree(yaml), check).run();
    }

    /** A change of a slice. */
    record Mutant(Operator operator, Site site, String operation, Change change) {

        Slice slice() {
            return site.slice();
        }

        /**
         * Whether one of the findings names the place of the change.
         *
         * @param after the slice with the change in it
         */
        boolean isNamedBy(List<Finding> findings, JsonNode after) {
            Set<String> containers = Visibility.containers(site, change.target(), after);
            return findings.stream().anyMatch(finding -> change.target().isNamedBy(finding, containers));
        }
    }

    /** Every change of a document, by slice. */
    static Map<Slice, List<Mutant>> of(List<Slice> slices) {
        Set<String> done = new HashSet<>();
        Map<Slice, List<Mutant>> mutants = new LinkedHashMap<>();
        for (Slice slice : slices) {
            List<Mutant> own = new ArrayList<>();
            for (Site site : Sites.of(slice)) {
                for (Operator operator : Operators.all()) {
                    if (operator.at() == site.kind() && (operator.prose() || isSeen(site))) {
                        for (Change change : operator.changes().apply(site)) {
                            String key = operator.name() + " " + change.target().pointer() + " " + change.text();
                            if (done.add(key)) {
                                own.add(new Mutant(operator, site, operation(site), change));
                            }
                        }
                    }
                }
            }
            mutants.put(slice, own);
        }
        return mutants;
    }

    private static boolean isSeen(Site site) {
        return site.kind() != Kind.SCHEMA || Visibility.isSeen(site);
    }

    /** That of the slice, but for what is of the document as a whole. */
    private static String operation(Site site) {
        return Set.of(Kind.ROOT, Kind.INFO, Kind.SERVER, Kind.TAG).contains(site.kind())
                ? ""
                : site.slice().operation();
    }

    private MutationReport run() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Outcome>>> running = new ArrayList<>();
            of(slices).forEach((slice, mutants) -> running.add(threads.submit(() -> outcomes(slice, mutants))));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<List<Outcome>> slice : running) {
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

    private List<Outcome> outcomes(Slice slice, List<Mutant> mutants) {
        Comparison comparison = check.of(SwaggerSpec.parse(slice.tree().deepCopy()));
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(unchanged(slice, comparison));
        mutants.forEach(mutant -> outcomes.add(outcome(mutant, comparison)));
        return outcomes;
    }

    /** No change at all is one of prose. */
    private static Outcome unchanged(Slice slice, Comparison comparison) {
        List<Finding> findings =
                comparison.findings(SwaggerSpec.parse(slice.tree().deepCopy()));
        return new Outcome("change nothing", slice.operation(), "#", "none", true, findings.isEmpty(), texts(findings));
    }

    private static Outcome outcome(Mutant mutant, Comparison comparison) {
        ObjectNode tree = mutant.slice().tree().deepCopy();
        Change change = mutant.change();
        boolean prose = mutant.operator().prose();
        change.edit().accept(tree);
        boolean expected = false;
        List<String> texts;
        try {
            List<Finding> findings = comparison.findings(SwaggerSpec.parse((JsonNode) tree));
            expected = prose ? findings.isEmpty() : mutant.isNamedBy(findings, tree);
            texts = texts(findings);
        } catch (RuntimeException e) {
            // A crash finds nothing.
            texts = List.of(e.toString());
        }
        return new Outcome(
                mutant.operator().name(),
                mutant.operation(),
                change.target().pointer(),
                change.text(),
                prose,
                expected,
                texts);
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }
}
