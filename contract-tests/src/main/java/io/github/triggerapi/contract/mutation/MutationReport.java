package io.github.triggerapi.contract.mutation;

import java.util.List;

/** What became of all changes of a document. */
public record MutationReport(List<Outcome> outcomes) {

    /** How many changes on the wire were found, each with its place. */
    public long killed() {
        return outcomes.stream().filter(o -> !o.prose() && o.asExpected()).count();
    }

    /** How many changes on the wire there were. */
    public long mutants() {
        return outcomes.stream().filter(o -> !o.prose()).count();
    }

    /** How many changes of prose were taken for more. */
    public long falseAlarms() {
        return outcomes.stream().filter(o -> o.prose() && !o.asExpected()).count();
    }

    /** How many changes of prose there were. */
    public long prose() {
        return outcomes.stream().filter(Outcome::prose).count();
    }

    /** The changes that were not found, and the false alarms. */
    public List<Outcome> failures() {
        return outcomes.stream().filter(o -> !o.asExpected()).toList();
    }

    /** One line. */
    public String summary() {
        return "mutants: killed " + killed() + " of " + mutants() + ", false alarms " + falseAlarms() + " of "
                + prose();
    }
}
