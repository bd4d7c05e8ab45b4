package io.github.triggerapi.mock.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventsOfClosedConnectionsTest {
    private static final long GUARD_SECONDS = 20;
    private static final long HEARTBEAT_MILLIS = 20;

    /** Callers that close the connection while the request is being handled. */
    @Test
    void aClosedConnectionIsNoListener() throws Exception {
        EventBroadcaster events = new EventBroadcaster(HEARTBEAT_MILLIS, 1_000_000);
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<Void> opened = new CompletableFuture<>();
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(request -> request.connection()
                            // After all listeners of that were called.
                            .closeHandler(closed -> vertx.runOnContext(turn -> {
                                events.open(vertx, request);
                                opened.complete(null);
                            })))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(GUARD_SECONDS, TimeUnit.SECONDS);
            try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
                socket.getOutputStream()
                        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            opened.get(GUARD_SECONDS, TimeUnit.SECONDS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GUARD_SECONDS);
            while (isHeard(events) && System.nanoTime() < end) {
                // Not faster, because a listener that is too far behind is removed anyway.
                vertx.timer(HEARTBEAT_MILLIS)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
            }
            assertThat(isHeard(events)).isFalse();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(GUARD_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The data of an event is made only if there is a listener. */
    private static boolean isHeard(EventBroadcaster events) {
        boolean[] made = {false};
        events.publish("run", () -> {
            made[0] = true;
            return new byte[0];
        });
        return made[0];
    }
}
