package io.github.triggerapi.mock.internal.engine;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** The outcomes for the runs of a task, and how many runs each of them has left. Thread-safe. */
public final class OutcomePlan {
    private static final long BYTES_OF_AN_OUTCOME = 200;

    /** A payload is kept as a tree, which takes more than its characters. */
    private static final long BYTES_OF_A_CHARACTER = 8;

    private static final TaskOutcome UNPLANNED = TaskOutcome.completed();

    private final List<TaskOutcome> outcomes;
    private final AtomicIntegerArray left;

    OutcomePlan(List<TaskOutcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
        this.left = new AtomicIntegerArray(
                outcomes.stream().mapToInt(TaskOutcome::times).toArray());
    }

    public List<TaskOutcome> outcomes() {
        return outcomes;
    }

    /** Returns how many runs an outcome has left. */
    public int left(int index) {
        return left.get(index);
    }

    /** Returns the memory that the values of callers take, as an estimate. */
    long bytes() {
        return outcomes.stream().mapToLong(OutcomePlan::bytes).sum();
    }

    private static long bytes(TaskOutcome outcome) {
        return BYTES_OF_AN_OUTCOME
                + BYTES_OF_A_CHARACTER
                        * (length(outcome.outputJson())
                                + length(outcome.payloadJson())
                                + outcome.error().orElse("").length());
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** Takes the first outcome that applies to a run and has runs left. */
    TaskOutcome take(Run run) {
        for (int i = 0; i < outcomes.size(); i++) {
            TaskOutcome outcome = outcomes.get(i);
            if (outcome.appliesTo(run) && (isUnlimited(outcome) || left.getAndUpdate(i, n -> Math.max(0, n - 1)) > 0)) {
                return outcome;
            }
        }
        return UNPLANNED;
    }

    /** Gives back an outcome that was taken for a run that another server has started. */
    void giveBack(TaskOutcome outcome) {
        int index = outcomes.indexOf(outcome);
        if (index >= 0 && !isUnlimited(outcome)) {
            left.incrementAndGet(index);
        }
    }

    private static boolean isUnlimited(TaskOutcome outcome) {
        return outcome.times() == Integer.MAX_VALUE;
    }
}
