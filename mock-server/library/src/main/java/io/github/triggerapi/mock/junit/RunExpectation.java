package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.run.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All conditions of an assertion on runs.
 *
 * @param task the task of the runs
 */
record RunExpectation(String task, List<RunMatcher> matchers) {
    RunExpectation and(RunMatcher matcher) {
        return new RunExpectation(
                task, Stream.concat(matchers.stream(), Stream.of(matcher)).toList());
    }

    boolean isMet(Run run) {
        return run.task().equals(task)
                && matchers.stream().allMatch(matcher -> matcher.isMet().test(run));
    }

    /**
     * Returns a failure message that lists the actual runs, those that meet most conditions first, and the requests that
     * failed.
     */
    String failureMessage(String number, List<Run> runs, List<RecordedRequest> requests) {
        return failureMessage(number, runs, Descriptions.ofNothing(requests)) + Descriptions.ofFailed(requests);
    }

    private String failureMessage(String number, List<Run> runs, String nothing) {
        long met = runs.stream().filter(this::isMet).count();
        String expected = "Expected %s of %s, but there %s."
                .formatted(number, this, met == 0 ? "is none" : met == 1 ? "is 1" : "are " + met);
        if (runs.isEmpty()) {
            return expected + " " + nothing;
        }
        List<Run> nearest = new ArrayList<>(runs);
        nearest.sort(Comparator.<Run, Boolean>comparing(run -> !run.task().equals(task))
                .thenComparing(run -> unmet(run).size()));
        return expected + " These were triggered, the closest first:" + Descriptions.list(nearest, this::line);
    }

    private String line(Run run) {
        Stream<String> task = run.task().equals(this.task) ? Stream.empty() : Stream.of("task");
        String differences = Stream.concat(
                        task,
                        unmet(run).stream().map(matcher -> matcher.difference().apply(run)))
                .distinct()
                .collect(Collectors.joining(", "));
        return Descriptions.of(run) + (differences.isEmpty() ? "" : " (differs: " + differences + ")");
    }

    private List<RunMatcher> unmet(Run run) {
        return matchers.stream().filter(matcher -> !isMet(matcher, run)).toList();
    }

    /** Returns whether a run meets a condition. A condition of a user need not be able to handle every run. */
    private static boolean isMet(RunMatcher matcher, Run run) {
        try {
            return matcher.isMet().test(run);
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return Descriptions.value(task)
                + (matchers.isEmpty() ? "" : " with ")
                + matchers.stream().map(RunMatcher::expected).collect(Collectors.joining(", "));
    }
}
