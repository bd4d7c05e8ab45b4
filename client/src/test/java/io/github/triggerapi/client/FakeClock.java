package io.github.triggerapi.client;

import io.github.triggerapi.client.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** A clock that only advances when it sleeps, which takes no time. */
public final class FakeClock extends Clock implements Sleeper {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Duration> delays = new CopyOnWriteArrayList<>();

    @Override
    public void sleep(Duration delay, BooleanSupplier cancelled) {
        delays.add(delay);
    }

    /** Returns the delays so far. */
    public List<Duration> delays() {
        return delays;
    }

    /** Returns the sum of the delays. */
    public Duration totalDelay() {
        return delays.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant instant() {
        return START.plus(totalDelay());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
