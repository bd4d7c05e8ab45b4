package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.control.model.ClockInfo;
import io.github.triggerapi.mock.internal.message.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Publishes what happens in a server as events of the control API. */
public final class EventPublisher implements AutoCloseable {
    private final BiConsumer<String, Supplier<byte[]>> events;
    private final List<Runnable> ends;

    /**
     * Begins to publish.
     *
     * @param events consumes the kind of an event, and its data if it needs that
     */
    public EventPublisher(ControlContext server, BiConsumer<String, Supplier<byte[]>> events) {
        this.events = events;
        EngineClock clock = server.engine().clock();
        ends = List.of(
                server.engine().listen(run -> events.accept("run", () -> Json.write(RunMapper.brief(run)))),
                server.log().listen(request -> events.accept("request", () -> Json.write(RequestMapper.of(request)))),
                clock.listen(now -> events.accept("clock", () -> Json.write(clock(clock, now)))));
    }

    /** Publishes that all runs were replaced or removed. */
    public void reset() {
        events.accept("reset", () -> new byte[] {'{', '}'});
    }

    static ClockInfo clock(EngineClock clock, Instant now) {
        return ClockInfo.builder()
                .time(now.atOffset(ZoneOffset.UTC))
                .running(clock.isRunning())
                .build();
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
