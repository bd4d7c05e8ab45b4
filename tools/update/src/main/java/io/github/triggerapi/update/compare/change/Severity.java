package io.github.triggerapi.update.compare.change;

/** How much a change affects existing code. */
public enum Severity {
    /** No effect: only readers of the spec notice the change. */
    NONE,
    /** Existing code compiles and works. */
    COMPATIBLE,
    /** Existing code may not compile or work. */
    BREAKING
}
