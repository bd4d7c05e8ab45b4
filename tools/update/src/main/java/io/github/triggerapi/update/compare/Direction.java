package io.github.triggerapi.update.compare;

/** Which way a value goes. */
enum Direction {
    REQUEST,
    RESPONSE
}
