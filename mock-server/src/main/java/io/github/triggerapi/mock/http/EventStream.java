package io.github.triggerapi.mock.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The events for one listener, who is let go where it is too slow for them. */
final class EventStream {
    /** How many events may be on their way to a listener. */
    private static final int MAX_WAITING = 1000;

    /** How large they may be together, in bytes, where there are several. */
    private static final long MAX_WAITING_BYTES = 16 * 1024 * 1024;

    private static final Logger LOGGER = System.getLogger(EventStream.class.getName());

    private final Context context;
    private final HttpServerResponse response;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();
    private boolean dropped;

    EventStream(Context context, HttpServerResponse response) {
        this.context = context;
        this.response = response;
    }

    /** Sends an event when its turn comes. To be called by one thread at a time. */
    void offer(Buffer message) {
        int events = waiting.incrementAndGet();
        long bytes = waitingBytes.addAndGet(message.length());
        if (events > MAX_WAITING || events > 1 && bytes > MAX_WAITING_BYTES) {
            drop();
        } else if (!dropped) {
            context.runOnContext(turn -> write(message));
        }
    }

    private void drop() {
        if (!dropped) {
            dropped = true;
            LOGGER.log(Level.WARNING, "A listener is let go, as it is too slow for the events");
            context.runOnContext(turn -> response.reset());
        }
    }

    private void write(Buffer message) {
        if (isOpen()) {
            response.write(message).onComplete(sent -> {
                waiting.decrementAndGet();
                waitingBytes.addAndGet(-message.length());
            });
        }
    }

    void end() {
        context.runOnContext(turn -> {
            if (isOpen()) {
                response.end();
            }
        });
    }

    private boolean isOpen() {
        return !response.closed() && !response.ended();
    }
}
