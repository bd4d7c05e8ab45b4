package io.github.triggerapi.contract.report;

import java.time.Duration;
import java.util.List;

/**
 * The result of one check of one operation.
 *
 * @param operation method and path; empty if the check covers the document as a whole
 * @param check the name of the check
 * @param cases the number of cases that ran
 * @param took the duration of the check
 * @param problems the problems found; empty if all cases passed
 * @param notes what was skipped, with the reason
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
