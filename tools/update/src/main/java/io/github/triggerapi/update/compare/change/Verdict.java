package io.github.triggerapi.update.compare.change;

/**
 * What a difference means to one side.
 *
 * @param reason why, as the end of a sentence without a full stop; empty where the effect is none
 */
public record Verdict(Effect effect, String reason) {

    /** Nothing to say. */
    public static final Verdict NONE = new Verdict(Effect.NONE, "");

    public static Verdict compatible(String reason) {
        return new Verdict(Effect.COMPATIBLE, reason);
    }

    public static Verdict breaking(String reason) {
        return new Verdict(Effect.BREAKING, reason);
    }
}
