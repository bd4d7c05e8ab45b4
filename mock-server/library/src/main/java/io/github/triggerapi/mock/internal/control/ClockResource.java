package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.control.api.ClockApi;
import io.github.triggerapi.mock.internal.control.model.ClockInfo;
import io.github.triggerapi.mock.internal.control.model.ClockStep;
import io.github.triggerapi.mock.internal.control.model.ClockTime;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.time.Duration;
import java.time.Instant;

/** Shows and moves the clock. */
final class ClockResource implements ClockApi {
    /** The last second that a date-time of RFC 3339 can express. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final EngineClock clock;

    ClockResource(EngineClock clock) {
        this.clock = clock;
    }

    @Override
    public ClockInfo getClock() {
        return EventPublisher.clock(clock, clock.now());
    }

    @Override
    public ClockInfo setClock(ClockTime wanted) {
        return move("time", () -> clock.set(wanted.time().toInstant()));
    }

    @Override
    public ClockInfo advanceClock(ClockStep wanted) {
        return move("duration", () -> {
            Duration duration = TimeParser.duration(wanted.duration());
            if (clock.now().plus(duration).isAfter(LATEST)) {
                throw new IllegalArgumentException("must not lead to a time after " + LATEST);
            }
            clock.advance(duration);
        });
    }

    private ClockInfo move(String member, Runnable step) {
        if (clock.isRunning()) {
            throw new RejectedRequestException(
                    409,
                    "The clock is running and cannot be moved; start the server with a stopped" + " clock to move it");
        }
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "Validation error: " + e.getMessage() + " at \"" + member + "\"");
        }
        return getClock();
    }
}
