package io.github.triggerapi.mock;

/**
 * A run that a server made.
 *
 * @param id its identifier, unique on the server
 * @param task the identifier of the task that it is of
 * @param environment the kind of the key that triggered it, such as {@code dev}
 */
public record Run(String id, String task, String environment) {}
