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

/** Sends events to one listener, as fast as its connection has room for them. */
final class EventStream {
    private static final Logger LOGGER = System.getLogger(EventStream.class.getName());

    /** The number of bytes that may be queued in a connection. */
    private static final int QUEUE_BYTES = 32 * 1024;

    /** The number of events that are sent before other connections have their turn. */
    private static final int EVENTS_IN_A_TURN = 100;

    /** How long a disconnected listener may take to read the reason. */
    private static final long LINGER_MILLIS = 5000;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerConnection connection;
    private final HttpServerResponse response;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final Consumer<EventStream> onClosed;
    private volatile Event sent;
    private final long heartbeat;
    private @Nullable Buffer finalMessage;

    /**
     * Opens a stream.
     *
     * @param latest the event before the first one for the listener
     * @param heartbeatMillis the interval of messages that show that the connection is alive
     * @param onClosed is called if the connection is found to be closed, as it may have been closed before the stream was
     *     created
     */
    EventStream(
            Vertx vertx,
            HttpServerRequest request,
            Event latest,
            long heartbeatMillis,
            Consumer<EventStream> onClosed) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.connection = (HttpServerConnection) request.connection();
        this.response = request.response();
        this.sent = latest;
        this.onClosed = onClosed;
        this.heartbeat = vertx.setPeriodic(heartbeatMillis, due -> sendHeartbeat());
        response.setWriteQueueMaxSize(QUEUE_BYTES);
        response.drainHandler(drained -> send());
    }

    static Buffer comment(String text) {
        return Buffer.buffer(": " + text + "\n\n");
    }

    /** Returns the position of the last event that was sent; see {@link Event#position}. */
    long position() {
        return sent.position();
    }

    /** Returns the number of bytes that the connection has not sent yet. */
    long pendingBytes() {
        return pendingBytes.get();
    }

    /** Schedules sending of the events that are available. */
    void wake() {
        if (scheduled.compareAndSet(false, true)) {
            context.runOnContext(turn -> {
                scheduled.set(false);
                send();
            });
        }
    }

    private void send() {
        for (int i = 0; i < EVENTS_IN_A_TURN && hasRoom(); i++) {
            if (finalMessage != null) {
                response.end(finalMessage);
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
        pendingBytes.addAndGet(message.length());
        response.write(message).onComplete(left -> pendingBytes.addAndGet(-message.length()));
    }

    /** Sends a heartbeat, unless other data is being sent. */
    private void sendHeartbeat() {
        if (!isOpen()) {
            vertx.cancelTimer(heartbeat);
            onClosed.accept(this);
        } else if (hasRoom()) {
            write(comment("still here"));
        }
    }

    /**
     * Sends no more events, and disconnects the listener.
     *
     * @param latest the last event
     */
    void disconnect(Event latest) {
        long behind = latest.id() - sent.id();
        LOGGER.log(Level.WARNING, "A listener reads events too slowly and is disconnected, {0} events behind", behind);
        context.runOnContext(turn -> {
            // Releases the events that only this listener still needed.
            sent = latest;
            finalMessage = Buffer.buffer(
                    "event: dropped\ndata: {\"reason\":\"The listener reads too slowly: it was %d events behind\"}\n\n"
                            .formatted(behind));
            send();
            // The connection's own method would wait until all queued data is sent.
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
