package io.github.triggerapi.update.compare.change;

/** The effect of a change on existing code. */
public enum Effect {
    /** No effect: only readers of the spec notice the change. */
    NONE,
    /** Existing code compiles and works. */
    COMPATIBLE,
    /** Existing code may not compile or work. */
    BREAKING
}
