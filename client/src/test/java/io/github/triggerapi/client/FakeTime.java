package io.github.triggerapi.client;

import io.github.triggerapi.client.internal.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Time that passes only while somebody waits, and then at once. */
public final class FakeTime extends Clock implements Sleeper {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    @Override
    public void sleep(Duration wait, BooleanSupplier cancelled) {
        waits.add(wait);
    }

    /** Each wait so far. */
    public List<Duration> waits() {
        return waits;
    }

    /** All of them together. */
    public Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public Instant instant() {
        return START.plus(waited());
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
