package io.github.triggerapi.mock.internal.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events for one listener, who gets the next one when its connection has room for it. */
final class EventStream {
    private static final Logger LOGGER = System.getLogger(EventStream.class.getName());

    /** How many bytes may wait in a connection before it has no room. */
    private static final int QUEUE_BYTES = 32 * 1024;

    /** How many events are sent before others have their turn. */
    private static final int EVENTS_IN_A_TURN = 100;

    /** How long a listener who is cut off has to read so far that it can be told why. */
    private static final long LINGER_MILLIS = 5000;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerConnection connection;
    private final HttpServerResponse response;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicLong bytesOnTheWay = new AtomicLong();
    private final Consumer<EventStream> gone;
    private volatile Event sent;
    private final long heartbeat;
    private @Nullable Buffer lastWords;

    /**
     * A stream that is open.
     *
     * @param latest the event before those that the listener gets
     * @param heartbeatMillis how often something is sent where nothing happens
     * @param gone is told when the connection turns out to be closed, as it may have been closed before this is made
     */
    EventStream(
            Vertx vertx, HttpServerRequest request, Event latest, long heartbeatMillis, Consumer<EventStream> gone) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.connection = (HttpServerConnection) request.connection();
        this.response = request.response();
        this.sent = latest;
        this.gone = gone;
        this.heartbeat = vertx.setPeriodic(heartbeatMillis, due -> beat());
        response.setWriteQueueMaxSize(QUEUE_BYTES);
        response.drainHandler(drained -> send());
    }

    static Buffer comment(String text) {
        return Buffer.buffer(": " + text + "\n\n");
    }

    /** Up to where events are sent; see {@link Event#position}. */
    long position() {
        return sent.position();
    }

    /** How many bytes were given to the connection and have not left yet. */
    long bytesOnTheWay() {
        return bytesOnTheWay.get();
    }

    /** Sends what is there, soon. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(turn -> {
                woken.set(false);
                send();
            });
        }
    }

    private void send() {
        for (int i = 0; i < EVENTS_IN_A_TURN && hasRoom(); i++) {
            if (lastWords != null) {
                response.end(lastWords);
                return;
            }
            Event next = sent.next();
            if (next == null) {
                return;
            }
            sent = next;
            write(next.message());
        }
        if (hasRoom()) {
            wake();
        }
    }

    private void write(Buffer message) {
        bytesOnTheWay.addAndGet(message.length());
        response.write(message).onComplete(left -> bytesOnTheWay.addAndGet(-message.length()));
    }

    /** Shows that the connection is there, unless something is on the way already. */
    private void beat() {
        if (!isOpen()) {
            vertx.cancelTimer(heartbeat);
            gone.accept(this);
        } else if (hasRoom()) {
            write(comment("still here"));
        }
    }

    /**
     * Sends no more events, and ends.
     *
     * @param latest the last event that there is
     */
    void cutOff(Event latest) {
        long behind = latest.id() - sent.id();
        LOGGER.log(Level.WARNING, "A listener to events reads too slowly and is cut off, {0} events behind", behind);
        context.runOnContext(turn -> {
            // Releases the events that only this listener still needed.
            sent = latest;
            lastWords = Buffer.buffer(
                    "event: dropped\ndata: {\"reason\":\"The listener reads too slowly: it was %d events behind\"}\n\n"
                            .formatted(behind));
            send();
            // Not by the connection itself, which would wait until all that is on the way has left.
            vertx.setTimer(
                    LINGER_MILLIS, late -> connection.channelHandlerContext().close());
        });
    }

    /** Ends the stream. */
    void end() {
        context.runOnContext(turn -> {
            if (isOpen()) {
                response.end();
            }
        });
    }

    private boolean hasRoom() {
        return isOpen() && !response.writeQueueFull();
    }

    private boolean isOpen() {
        return !response.closed() && !response.ended();
    }
}
