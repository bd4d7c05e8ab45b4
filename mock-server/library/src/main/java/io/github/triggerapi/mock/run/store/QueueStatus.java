package io.github.triggerapi.mock.run.store;

import org.jspecify.annotations.Nullable;

/**
 * The state of a queue and all of its copies.
 *
 * @param queue the queue itself
 * @param limit how many runs of each copy may execute at once, null for no limit
 * @param isPaused whether none of its runs starts
 * @param queued how many runs are queued
 * @param executing how many runs are executing
 */
public record QueueStatus(QueueKey queue, @Nullable Integer limit, boolean isPaused, long queued, long executing) {}
