package io.github.triggerapi.update.compare.change;

/** What a difference does to those who go on as they are. */
public enum Effect {
    /** Nothing: only people see it. */
    NONE,
    /** There is something new for them, or less to do. */
    COMPATIBLE,
    /** What they have need not work any more, or need not compile. */
    BREAKING
}
