package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Requests while a server is being closed. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(60)
class StopTest {
    private static final String HEAD =
            "POST /api/v1/tasks/t/trigger HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer tr_dev_1\r\nExpect: 100-continue\r\n\r\n";

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends the head of a request, and waits until the server has received it. */
    private static void begin(Socket socket) throws IOException {
        send(socket, HEAD);
        String go = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(socket.getInputStream().readNBytes(go.length())).asString().isEqualTo(go);
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void currentRequestsGetTheirResponsesBeforeTheServerCloses() throws IOException {
        MockServer server =
                MockServer.builder().stopTimeout(Duration.ofMinutes(1)).start();
        try (Socket first = new Socket("127.0.0.1", server.port());
                Socket second = new Socket("127.0.0.1", server.port());
                Socket idle = new Socket("127.0.0.1", server.port())) {
            begin(first);
            begin(second);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            assertThat(rest(idle)).isEmpty();
            assertThat(stopped).isNotDone();
            send(first, "{}");
            send(second, "[]");
            assertThat(rest(first)).startsWith("HTTP/1.1 200 ");
            assertThat(rest(second)).startsWith("HTTP/1.1 400 ");
            stopped.join();
            assertThat(server.runs()).hasSize(1);
        }
    }

    @Test
    void closingHasATimeLimit() throws IOException {
        MockServer server =
                MockServer.builder().stopTimeout(Duration.ofMillis(100)).start();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            begin(socket);
            server.close();
            assertThat(rest(socket)).isEmpty();
        }
    }

    @Test
    void theTimeLimitIsValidated() {
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.stopTimeout(Duration.ofMillis(-1)))
                .hasMessage("stopTimeout must be PT0S to PT24H: PT-0.001S");
    }
}
