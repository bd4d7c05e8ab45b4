package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run to be created, unless one of its keys belongs to an existing run.
 *
 * @param run the run, which gets its {@link Run#number()} from the store
 * @param requestKey identifies all attempts of one request, null if the caller sent none
 * @param requestExpiresAt when the store may remove the request key
 * @param setsLimit whether the request sets the limit of the queue
 * @param limit the limit of each copy of the queue, null for no limit
 */
public record NewRun(
        Run run,
        @Nullable String requestKey,
        Instant requestExpiresAt,
        boolean setsLimit,
        @Nullable Integer limit) {}
