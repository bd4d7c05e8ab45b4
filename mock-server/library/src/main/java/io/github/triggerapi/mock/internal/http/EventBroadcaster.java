package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.document.Operation;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sends server-sent events to all listeners. An event is serialized once. The events that are not sent yet have a
 * common memory limit; if it is exceeded, the slowest listener is disconnected. All methods are safe to call from any
 * thread.
 */
public final class EventBroadcaster implements AutoCloseable {
    private static final String MEDIA_TYPE = "text/event-stream";

    private final long heartbeatMillis;
    private final long maxBytes;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private Event latest = Event.FIRST;
    private boolean closed;

    /**
     * Creates a broadcaster without listeners.
     *
     * @param heartbeatMillis the interval of messages that show that the connection is alive, 1 or more
     * @param maxBytes the memory limit of the events that are not sent yet or are being sent
     */
    public EventBroadcaster(long heartbeatMillis, long maxBytes) {
        this.heartbeatMillis = heartbeatMillis;
        this.maxBytes = maxBytes;
    }

    /** Returns whether an operation responds with events. */
    public static boolean isEventStream(Operation operation) {
        return operation.responses().mediaTypes().contains(MEDIA_TYPE);
    }

    /**
     * Sends an event to all current listeners without waiting for them.
     *
     * @param data supplies the data, one line of JSON, if there is a listener
     */
    public synchronized void publish(String event, Supplier<byte[]> data) {
        long id = latest.id() + 1;
        if (streams.isEmpty()) {
            latest = latest.skippedTo(id);
            return;
        }
        latest = latest.append(Buffer.buffer("id: " + id + "\nevent: " + event + "\ndata: ")
                .appendBytes(data.get())
                .appendString("\n\n"));
        disconnectSlowest();
        streams.forEach(EventStream::wake);
    }

    private void disconnectSlowest() {
        Optional<EventStream> slowest = slowest();
        while (slowest.isPresent() && bytes(slowest.get()) > maxBytes) {
            streams.remove(slowest.get());
            slowest.get().disconnect(latest);
            slowest = slowest();
        }
    }

    private Optional<EventStream> slowest() {
        return streams.stream().min(Comparator.comparingLong(EventStream::position));
    }

    /** Returns the memory of all events that are not sent yet or are being sent. */
    private long bytes(EventStream slowest) {
        return latest.position()
                - slowest.position()
                + streams.stream().mapToLong(EventStream::pendingBytes).sum();
    }

    /** Sends events as the response to a request, on its event loop. The connection is closed after it. */
    synchronized void open(Vertx vertx, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Type", MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .setChunked(true);
        response.write(EventStream.comment("listening"));
        if (closed) {
            response.end();
            return;
        }
        EventStream stream = new EventStream(vertx, request, latest, heartbeatMillis, streams::remove);
        response.closeHandler(onClosed -> streams.remove(stream));
        streams.add(stream);
    }

    /** Ends all streams. */
    @Override
    public synchronized void close() {
        closed = true;
        streams.forEach(EventStream::end);
    }
}
