package io.github.triggerapi.codegen.model;

/** What a string means beyond its schema. */
public enum StringMeaning {
    /** A duration such as {@code 1h42m}. */
    DURATION,
    /** A date-time in UTC, such as {@code 2025-01-01T00:00:00.000Z}. */
    INSTANT
}
