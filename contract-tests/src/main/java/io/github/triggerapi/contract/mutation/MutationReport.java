package io.github.triggerapi.contract.mutation;

import java.util.List;

/** The outcomes of all changes of a document. */
public record MutationReport(List<MutationOutcome> outcomes) {

    /** Returns the number of detected mutants. */
    public long killed() {
        return outcomes.stream().filter(o -> !o.prose() && o.asExpected()).count();
    }

    /** Returns the number of mutants, not counting changes of prose. */
    public long mutants() {
        return outcomes.stream().filter(o -> !o.prose()).count();
    }

    /** Returns the number of changes of prose that had findings. */
    public long falseAlarms() {
        return outcomes.stream().filter(o -> o.prose() && !o.asExpected()).count();
    }

    /** Returns the number of changes of prose. */
    public long prose() {
        return outcomes.stream().filter(MutationOutcome::prose).count();
    }

    /** Returns the undetected mutants and the false alarms. */
    public List<MutationOutcome> failures() {
        return outcomes.stream().filter(o -> !o.asExpected()).toList();
    }

    /** Returns a one-line summary. */
    public String summary() {
        return "mutants: killed " + killed() + " of " + mutants() + ", false alarms " + falseAlarms() + " of "
                + prose();
    }
}
