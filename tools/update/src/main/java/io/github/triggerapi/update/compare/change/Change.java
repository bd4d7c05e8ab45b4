package io.github.triggerapi.update.compare.change;

/**
 * One difference between two revisions of a document.
 *
 * @param kind whether something is new, other than it was, or gone
 * @param pointer where, as in {@code #/components/schemas/TTL}: in the new revision, or in the old one where it is gone
 * @param what what it is, as in {@code optional property machine}
 * @param before the old value as JSON, shortened where it is long; empty where something is new
 * @param after the new value, likewise; empty where something is gone
 * @param callers what it means to users of the client
 * @param implementers what it means to users of the stubs
 */
public record Change(
        Kind kind, String pointer, String what, String before, String after, Verdict callers, Verdict implementers) {

    /** What became of a place. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** The greater of both effects. */
    public Effect effect() {
        return callers.effect().compareTo(implementers.effect()) >= 0 ? callers.effect() : implementers.effect();
    }
}
