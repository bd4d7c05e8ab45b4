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
 * What happens in a server, for all who listen to it as server-sent events. The bytes of an event are made once, and all
 * events that somebody still waits for keep within one limit; if they exceed it, the slowest listener is disconnected.
 * Methods are safe to call from any thread.
 */
public final class EventBroadcaster implements AutoCloseable {
    private static final String MEDIA_TYPE = "text/event-stream";

    /** The most that events take, however large the heap is. */
    private final long heartbeatMillis;

    private final long maxBytes;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private Event latest = Event.FIRST;
    private boolean closed;

    /**
     * Events of which there are none yet.
     *
     * @param heartbeatMillis how often something is sent where nothing happens, so that a dead connection shows; 1 or more
     * @param maxBytes what the events may take that are yet to be sent, or on their way
     */
    public EventBroadcaster(long heartbeatMillis, long maxBytes) {
        this.heartbeatMillis = heartbeatMillis;
        this.maxBytes = maxBytes;
    }

    /** Whether the answer of an operation is events. */
    public static boolean answers(Operation operation) {
        return operation.responses().mediaTypes().contains(MEDIA_TYPE);
    }

    /**
     * Tells all who listen now; never waits for them.
     *
     * @param data a line of JSON, which is made only where somebody listens
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
        cutOffSlowest();
        streams.forEach(EventStream::wake);
    }

    private void cutOffSlowest() {
        Optional<EventStream> slowest = slowest();
        while (slowest.isPresent() && bytes(slowest.get()) > maxBytes) {
            streams.remove(slowest.get());
            slowest.get().cutOff(latest);
            slowest = slowest();
        }
    }

    private Optional<EventStream> slowest() {
        return streams.stream().min(Comparator.comparingLong(EventStream::position));
    }

    /** What all events take that are yet to be sent or on their way. */
    private long bytes(EventStream slowest) {
        return latest.position()
                - slowest.position()
                + streams.stream().mapToLong(EventStream::bytesOnTheWay).sum();
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
        response.closeHandler(gone -> streams.remove(stream));
        streams.add(stream);
    }

    /** Ends all streams. */
    @Override
    public synchronized void close() {
        closed = true;
        streams.forEach(EventStream::end);
    }
}
