package io.github.triggerapi.update.compare.change;

/**
 * One difference between two revisions of the spec.
 *
 * @param kind whether the place was added, changed or removed
 * @param pointer the place, as in {@code #/components/schemas/TTL}, in the new revision, or in the old one if it was removed
 * @param what a description of the place, as in {@code optional property machine}
 * @param before the old value as JSON, shortened if it is long; empty for an addition
 * @param after the new value, likewise; empty for a removal
 * @param callers the effect on users of the client
 * @param implementers the effects on users of the server stubs
 */
public record Change(
        Kind kind, String pointer, String what, String before, String after, Verdict callers, Verdict implementers) {

    /** How a place changed. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** Returns the greater of both effects. */
    public Severity severity() {
        return callers.severity().compareTo(implementers.severity()) >= 0
                ? callers.severity()
                : implementers.severity();
    }
}
