package io.github.triggerapi.update.compare.change;

/** Which way a value goes. */
public enum Direction {
    REQUEST,
    RESPONSE
}
