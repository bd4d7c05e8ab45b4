package io.github.triggerapi.contract.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The results of a gate run.
 *
 * @param title the title of the API in the spec
 * @param version the version of the API in the spec
 * @param digest the SHA-256 digest of the spec
 * @param operations method and path of each operation, in document order
 * @param results the results of each check of each operation, and of the document as a whole
 * @param mutants a one-line summary of the mutants
 * @param seed the seed of the random cases
 * @param started the start of the run
 * @param took the duration of the run
 */
public record GateReport(
        String title,
        String version,
        String digest,
        List<String> operations,
        List<CheckResult> results,
        String mutants,
        long seed,
        Instant started,
        Duration took) {

    public GateReport {
        operations = List.copyOf(operations);
        results = List.copyOf(results);
    }

    /** Returns the names of the checks in the order in which they ran. */
    public List<String> checks() {
        return results.stream().map(CheckResult::check).distinct().toList();
    }

    /** Returns the number of cases of all checks. */
    public int cases() {
        return results.stream().mapToInt(CheckResult::cases).sum();
    }

    /** Returns the problems of all checks, including errors of the document. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        results.forEach(result -> problems.addAll(result.problems()));
        return problems;
    }

    /** Returns whether at least one case ran and every problem is an error of the document. */
    public boolean passed() {
        return cases() > 0 && problems().stream().allMatch(Problem::inDocument);
    }

    /** Returns a one-line summary. */
    public String summary() {
        long inDocument = problems().stream().filter(Problem::inDocument).count();
        return String.format(
                Locale.ROOT,
                "gate: %s, %d cases, %s%s, %s, %.1f s, seed %d",
                PageView.count(operations.size(), "operation"),
                cases(),
                PageView.count(problems().size() - inDocument, "problem"),
                inDocument == 0 ? "" : ", " + PageView.count(inDocument, "document error"),
                mutants,
                took.toMillis() / 1000.0,
                seed);
    }
}
