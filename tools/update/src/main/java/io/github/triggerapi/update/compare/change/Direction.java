package io.github.triggerapi.update.compare.change;

/** Whether a value is sent in requests or in responses. */
public enum Direction {
    REQUEST,
    RESPONSE
}
