package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.fault.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Slow callers, and their effect on others. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(120)
class SlowCallersTest {
    private static final String HEAD = "POST /api/v1/tasks/t/trigger HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nAuthorization: Bearer tr_dev_1\r\n";

    private static MockServerBuilder impatient() {
        return MockServer.builder().requestTimeout(Duration.ofSeconds(1));
    }

    /** Opens a connection with a request that never ends. */
    private static final class Slow {
        private final SocketChannel channel;
        private final StringBuilder statusAndBody = new StringBuilder();
        private boolean closed;

        Slow(MockServer server, String start) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
            channel.write(ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
        }

        void go() throws IOException {
            ByteBuffer came = ByteBuffer.allocate(1000);
            try {
                closed = channel.read(came) < 0;
                if (statusAndBody.length() == 0) {
                    channel.write(ByteBuffer.wrap(new byte[] {' '}));
                }
            } catch (IOException e) {
                closed = true;
            }
            statusAndBody.append(StandardCharsets.US_ASCII.decode(came.flip()));
            if (closed) {
                channel.close();
            }
        }
    }

    @Test
    void slowCallersDoNotBlockOthersAndAreDisconnected() throws IOException {
        String[] starts = {
            "",
            "POST /api/v1/ta",
            HEAD + "X: ",
            HEAD + "Content-Length: 100000\r\n\r\n",
            HEAD + "Transfer-Encoding: chunked\r\n\r\nffff\r\n"
        };
        try (MockServer server = impatient().start()) {
            Caller other = Caller.of(server);
            List<Slow> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                all.add(new Slow(server, starts[i % starts.length]));
            }
            List<Slow> open = new ArrayList<>(all);
            while (!open.isEmpty()) {
                for (Slow slow : open) {
                    slow.go();
                }
                open.removeIf(slow -> slow.closed);
                assertThat(other.statusAndBody()).startsWith("200 ");
            }
            for (int i = 0; i < all.size(); i++) {
                // Without headers, no response is expected.
                if (i % starts.length < 3) {
                    assertThat(all.get(i).statusAndBody).isEmpty();
                } else {
                    assertThat(all.get(i).statusAndBody)
                            .startsWith("HTTP/1.1 408 ")
                            .endsWith("{\"error\":\"The request was not received in time\"}");
                }
            }
            assertThat(server.requests())
                    .filteredOn(request -> request.status() == 408)
                    .hasSize(200);
        }
    }

    private static Socket connect(MockServer server) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String responses(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void anEndlessChunkedBodyIsRejected() throws IOException {
        try (MockServer server = impatient().start();
                Socket socket = connect(server)) {
            assertThat(responses(socket, HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void anIdleConnectionIsClosed() throws IOException {
        try (MockServer server =
                        MockServer.builder().idleTimeout(Duration.ofMillis(200)).start();
                Socket socket = connect(server)) {
            assertThat(responses(socket, HEAD + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aResponseMayTakeLongerThanTheRequestTimeout() throws IOException {
        try (MockServer server = MockServer.builder()
                        .requestTimeout(Duration.ofMillis(100))
                        .idleTimeout(Duration.ofMillis(100))
                        .start();
                Socket socket = connect(server)) {
            server.addFault(Fault.delay(Duration.ofMillis(300)));
            assertThat(responses(socket, HEAD + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void connectionsBeyondTheLimitAreClosed() throws IOException {
        try (MockServer server = MockServer.builder().maxConnections(2).start();
                Socket first = connect(server);
                Socket second = connect(server)) {
            String request = HEAD + "Content-Length: 2\r\n\r\n{}";
            for (Socket socket : List.of(first, second)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            try (Socket third = connect(server)) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
            }
            String last = HEAD + "Connection: close\r\nContent-Length: 2\r\n\r\n{}";
            assertThat(responses(first, last)).contains("HTTP/1.1 200 ");
            // The server may not know yet that it is closed.
            assertThat(firstResponse(server, last)).startsWith("HTTP/1.1 200 ");
        }
    }

    private static String firstResponse(MockServer server, String request) {
        String statusAndBody = "";
        while (statusAndBody.isEmpty()) {
            try (Socket socket = connect(server)) {
                statusAndBody = responses(socket, request);
            } catch (IOException rejected) {
                statusAndBody = "";
            }
        }
        return statusAndBody;
    }

    @Test
    void callersThatDoNotReadAStateDoNotBlockOthers() throws IOException {
        List<Socket> unread = new ArrayList<>();
        try (MockServer server = impatient().start()) {
            Caller caller = Caller.of(server);
            String payload = "{\"payload\":\"" + "x".repeat(2_900_000) + "\"}";
            // More than a connection takes without a reader.
            for (int i = 0; i < 2; i++) {
                assertThat(caller.body(payload).statusAndBody()).startsWith("200 ");
            }
            for (int i = 0; i < 16; i++) {
                Socket socket = new Socket();
                unread.add(socket);
                socket.setReceiveBufferSize(10_000);
                socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
                socket.getOutputStream()
                        .write("GET /_mock/state HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            Caller state = caller.method("GET").path("/_mock/state").body("");
            int status = state.send().statusCode();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (status == 503 && System.nanoTime() < end) {
                status = state.send().statusCode();
            }
            assertThat(status).isEqualTo(200);
        } finally {
            for (Socket socket : unread) {
                socket.close();
            }
        }
    }

    @Test
    void limitsAreValidated() {
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.requestTimeout(Duration.ZERO))
                .hasMessage("requestTimeout must be PT0.001S to PT24H: PT0S");
        assertThatThrownBy(() -> builder.idleTimeout(Duration.ofDays(2)))
                .hasMessageStartingWith("idleTimeout must be ");
        assertThatThrownBy(() -> builder.maxConnections(0)).hasMessage("maxConnections must be 1 or more: 0");
    }
}
