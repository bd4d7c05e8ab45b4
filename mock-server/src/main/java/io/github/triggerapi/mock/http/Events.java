package io.github.triggerapi.mock.http;

import io.github.triggerapi.mock.document.Operation;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What happens in a server, for all who listen to it as server-sent events. Methods are safe to call from any thread. */
public final class Events implements AutoCloseable {
    private static final String MEDIA_TYPE = "text/event-stream";

    private final long heartbeatMillis;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private long published;
    private boolean closed;

    /** @param heartbeatMillis how often something is sent where nothing happens, so that a dead connection shows; 1 or more */
    public Events(long heartbeatMillis) {
        this.heartbeatMillis = heartbeatMillis;
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
        long id = ++published;
        if (!streams.isEmpty()) {
            Buffer message = Buffer.buffer("id: " + id + "\nevent: " + event + "\ndata: ")
                    .appendBytes(data.get())
                    .appendString("\n\n");
            streams.forEach(stream -> stream.offer(message));
        }
    }

    /** Sends events as an answer, on its event loop. */
    synchronized void open(Vertx vertx, HttpServerResponse response) {
        response.putHeader("Content-Type", MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .setChunked(true);
        response.write(comment("listening"));
        if (closed) {
            response.end();
            return;
        }
        EventStream stream = new EventStream(vertx.getOrCreateContext(), response);
        long timer = vertx.setPeriodic(heartbeatMillis, due -> heartbeat(stream));
        response.closeHandler(gone -> {
            vertx.cancelTimer(timer);
            streams.remove(stream);
        });
        streams.add(stream);
    }

    private synchronized void heartbeat(EventStream stream) {
        stream.offer(comment("still here"));
    }

    /** Ends all streams. */
    @Override
    public synchronized void close() {
        closed = true;
        streams.forEach(EventStream::end);
    }

    private static Buffer comment(String text) {
        return Buffer.buffer((": " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
