package io.github.triggerapi.update.compare.change;

/**
 * The effect of a change on one side.
 *
 * @param reason the end of a sentence without a full stop; empty if there is no effect
 */
public record Verdict(Severity severity, String reason) {

    /** No effect. */
    public static final Verdict NONE = new Verdict(Severity.NONE, "");

    public static Verdict compatible(String reason) {
        return new Verdict(Severity.COMPATIBLE, reason);
    }

    public static Verdict breaking(String reason) {
        return new Verdict(Severity.BREAKING, reason);
    }
}
