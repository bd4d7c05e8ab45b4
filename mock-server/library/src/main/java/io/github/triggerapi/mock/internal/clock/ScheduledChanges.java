package io.github.triggerapi.mock.internal.clock;

import java.time.Instant;
import java.util.Optional;

/** Changes that are due at known instants. */
public interface ScheduledChanges {
    /** Returns when the next change is due, empty if none is. */
    Optional<Instant> nextDue();

    /** Makes all changes that are due at or before an instant. */
    void fire(Instant until);
}
