package io.github.triggerapi.contract.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that the gate found of a document.
 *
 * @param title the title of the API, as the document gives it
 * @param version its version, likewise
 * @param digest the SHA-256 digest of the document
 * @param operations verb and path of every operation, in the order of the document
 * @param results what each check found of each operation, and of the document as a whole
 * @param mutants what came of the drift mutants, in one line
 * @param seed what the random cases followed from
 * @param started when the gate began
 * @param took how long it took
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

    /** The names of the checks, in the order in which they ran. */
    public List<String> checks() {
        return results.stream().map(CheckResult::check).distinct().toList();
    }

    /** How many things were tried by all checks together. */
    public int cases() {
        return results.stream().mapToInt(CheckResult::cases).sum();
    }

    /** Every problem there is. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        results.forEach(result -> problems.addAll(result.problems()));
        return problems;
    }

    /** Whether something was tried, and nothing but the document itself is at fault. */
    public boolean passed() {
        return cases() > 0 && problems().stream().allMatch(Problem::ofDocument);
    }

    /** The outcome in one line. */
    public String summary() {
        long ofDocument = problems().stream().filter(Problem::ofDocument).count();
        return String.format(
                Locale.ROOT,
                "gate: %s, %d cases, %s%s, %s, %.1f s, seed %d",
                Words.count(operations.size(), "operation"),
                cases(),
                Words.count(problems().size() - ofDocument, "problem"),
                ofDocument == 0 ? "" : ", and of the document itself " + Words.count(ofDocument, "fault"),
                mutants,
                took.toMillis() / 1000.0,
                seed);
    }
}
