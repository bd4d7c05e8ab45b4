package io.github.triggerapi.mock.internal.clock;

import java.time.Instant;
import java.util.Optional;

/** Something that changes as time passes. */
public interface TimeDriven {
    /** Returns when the next change is due, empty if none is. */
    Optional<Instant> nextDue();

    /** Makes all changes that are due at or before an instant. */
    void fire(Instant until);
}
