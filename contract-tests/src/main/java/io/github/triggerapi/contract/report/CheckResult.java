package io.github.triggerapi.contract.report;

import java.time.Duration;
import java.util.List;

/**
 * What one check found of one operation.
 *
 * @param operation verb and path; empty where the check is of the document as a whole
 * @param check the name of the check
 * @param cases how many things it tried
 * @param took how long it took
 * @param problems what does not agree; empty where all does
 * @param notes what it did not try, and why
 */
public record CheckResult(
        String operation, String check, int cases, Duration took, List<Problem> problems, List<String> notes) {

    public CheckResult {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    public boolean passed() {
        return problems.isEmpty();
    }
}
