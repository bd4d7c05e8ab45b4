package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that HTTP forbids, or that servers may interpret differently. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(60)
class WireRulesTest {
    private static final int LIMIT = 100_000;
    private static final String LINE = "POST /api/v1/tasks/t/trigger HTTP/1.1\r\n";
    private static final String HEAD =
            "Host: localhost\r\nContent-Type: application/json\r\n" + "Authorization: Bearer tr_dev_1\r\n";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private MockServer server;

    @BeforeEach
    void start() {
        server = MockServer.builder().maxBodyBytes(LIMIT).accessLog(lines::add).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /**
     * Reads everything until the server closes the connection. It may do so before it has received the whole request, so
     * that sending and the end of reading fail.
     */
    private String statusAndBody(byte[]... request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            try {
                for (byte[] part : request) {
                    socket.getOutputStream().write(part);
                }
            } catch (SocketException closed) {
                // The response can be read nevertheless.
            }
            try {
                socket.getInputStream().transferTo(received);
            } catch (SocketException closed) {
                // Everything before that was received.
            }
            return received.toString(StandardCharsets.UTF_8);
        }
    }

    private String statusAndBody(String request) throws IOException {
        return statusAndBody(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | Content-Length: 2~Transfer-Encoding: chunked~~2~{}~0~~",
                "400 | Transfer-Encoding: chunked~Content-Length: 2~~2~{}~0~~",
                "400 | Content-Length: 2~Content-Length: 2~~{}",
                "400 | Content-Length: 2~Content-Length: 3~~{}",
                "400 | Content-Length: 2, 2~~{}",
                "400 | Content-Length: +2~~{}",
                "400 | Content-Length: -2~~{}",
                "400 | Content-Length: 0x2~~{}",
                "400 | Content-Length: 99999999999999999999999~~{}",
                "400 | Transfer-Encoding: chunked~Transfer-Encoding: chunked~~2~{}~0~~",
                "400 | Transfer-Encoding: gzip~~2~{}~0~~",
                "400 | Transfer-Encoding: gzip, chunked~~2~{}~0~~",
                "400 | Transfer-Encoding: xchunked~~2~{}~0~~",
                "400 | Transfer-Encoding: identity~Content-Length: 2~~{}",
                "400 | : a~Content-Length: 2~~{}",
                "400 | A b: c~Content-Length: 2~~{}",
                "400 | A : c~Content-Length: 2~~{}",
                "400 | A: b~ c~Content-Length: 2~~{}",
                "400 | A: b~\tc~Content-Length: 2~~{}",
                "400 | Host: localhost~Content-Length: 2~~{}",
                "400 | Transfer-Encoding: chunked~~2~{}~nonsense~",
                "400 | Transfer-Encoding: chunked~~nonsense~{}~0~~",
                "400 | Transfer-Encoding: chunked~~ffffffffff~{}~0~~",
                "400 | Transfer-Encoding: chunked~~2~{}xx~0~~"
            })
    void ambiguousRequestsAreRejectedAndRecorded(int status, String rest) throws IOException {
        String request = LINE + HEAD + rest.replace("~", "\r\n").replace("\\t", "\t");
        assertThat(statusAndBody(request))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("content-length: ")
                .containsOnlyOnce("HTTP/1.")
                .endsWith("\"}");
        assertThat(server.runs()).isEmpty();
        assertThat(server.requests()).singleElement().satisfies(recorded -> {
            assertThat(recorded.status()).isEqualTo(status);
            assertThat(recorded.reason()).isNotBlank();
        });
        assertThat(lines).singleElement().asString().contains(" " + status);
    }

    /** The result does not depend on how the bytes are split. */
    @ParameterizedTest
    @ValueSource(
            strings = {"A: b\r\n c\r\nContent-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nx\r\n"
            })
    void ambiguousRequestsAreRejectedWhenSentByteByByte(String rest) throws IOException {
        byte[] all = (LINE + HEAD + rest).getBytes(StandardCharsets.US_ASCII);
        byte[][] single = new byte[all.length][];
        for (int i = 0; i < all.length; i++) {
            single[i] = new byte[] {all[i]};
        }
        assertThat(statusAndBody(single)).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.");
    }

    @ParameterizedTest
    @CsvSource({"HTTP/0.9, 505", "HTTP/1.2, 505", "HTTP/2.0, 505", "HTTP/3.0, 505", "HTTP/x, 400", "'', 400"})
    void unsupportedHttpVersionsAreRejected(String version, int status) throws IOException {
        String request = "POST /api/v1/tasks/t/trigger " + version + "\r\n" + HEAD + "Content-Length: 2\r\n\r\n{}";
        assertThat(statusAndBody(request)).contains(" " + status + " ").endsWith("\"}");
        assertThat(server.requests())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/1.1"})
    void errorResponsesHaveASupportedVersion(String version) throws IOException {
        String line = "POST /api/v1/tasks/t/trigger " + version + "\r\n";
        assertThat(statusAndBody(line + HEAD + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(statusAndBody(line + HEAD + "A: " + "a".repeat(70_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void aRequestNeedsOneHostExceptInHttp10() throws IOException {
        String head = HEAD.replace("Host: localhost\r\n", "") + "Content-Length: 2\r\n\r\n{}";
        assertThat(statusAndBody(LINE + head))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"error\":\"A request must have one Host header, not 0\"}");
        assertThat(statusAndBody(LINE.replace("1.1", "1.0") + head)).startsWith("HTTP/1.0 200 ");
        assertThat(statusAndBody(LINE.replace("1.1", "1.0") + "Host: localhost\r\nHost: localhost\r\n" + head))
                .contains(" 400 ");
    }

    /** Bytes after a rejected head are not another request. */
    @Test
    void bytesAfterARejectedRequestAreIgnored() throws IOException {
        String good = LINE + HEAD + "Content-Length: 2\r\n\r\n{}";
        assertThat(statusAndBody(
                        LINE + HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + good))
                .startsWith("HTTP/1.1 400 ")
                .containsOnlyOnce("HTTP/1.");
        assertThat(server.runs()).isEmpty();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private String encoded(String coding, byte[] body) throws IOException {
        String head = LINE + HEAD + "Connection: close\r\nContent-Encoding: " + coding + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        return statusAndBody(head.getBytes(StandardCharsets.US_ASCII), body);
    }

    @Test
    void gzipIsDecoded() throws IOException {
        byte[] body = gzip("{\"payload\":[1,2]}".getBytes(StandardCharsets.UTF_8));
        assertThat(encoded("gzip", body)).startsWith("HTTP/1.1 200 ");
        assertThat(encoded("X-GZIP", body)).startsWith("HTTP/1.1 200 ");
        assertThat(server.runs())
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.payloadJson()).isEqualTo("[1,2]"));
        assertThat(server.requests().get(0).bodyText()).isEqualTo("{\"payload\":[1,2]}");
    }

    @Test
    void theLimitAppliesToTheDecodedBody() throws IOException {
        byte[] bomb = gzip(("{\"payload\":\"" + " ".repeat(5_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(bomb.length).isLessThan(LIMIT);
        assertThat(encoded("gzip", bomb))
                .startsWith("HTTP/1.1 413 ")
                .endsWith("{\"error\":\"Request body is larger than 100000 bytes\"}");
    }

    @Test
    void invalidGzipIsRejected() throws IOException {
        byte[] body = gzip(new byte[1000]);
        for (byte[] broken : List.of("{}".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(body, 12))) {
            assertThat(encoded("gzip", broken))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("{\"error\":\"The body is not valid gzip\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip\r\nContent-Encoding: gzip"})
    void otherCodingsAreRejected(String coding) throws IOException {
        assertThat(encoded(coding, "{}".getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 415 ")
                .containsIgnoringCase("accept-encoding: gzip")
                .endsWith("{\"error\":\"Content-Encoding is not supported, expected gzip\"}");
    }

    @Test
    void identityIsAccepted() throws IOException {
        assertThat(encoded("identity", "{}".getBytes(StandardCharsets.UTF_8))).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8030, 200",
        "localhost.:80, 200",
        "mock.localhost, 200",
        "a_1.my-mock.localhost:80, 200",
        "127.0.0.1, 200",
        "127.1.2.3:5, 200",
        "[::1]:8030, 200",
        "[0:0:0:0:0:0:0:1], 200",
        "evil.example, 421",
        "evil.example:8030, 421",
        "127.0.0.1.evil.example, 421",
        "localhost.evil.example, 421",
        "evil-localhost, 421",
        "evil.example:80@x.localhost, 421",
        "evil.example/.localhost, 421",
        ".localhost, 421",
        "10.0.0.1, 421",
        "'', 421"
    })
    void onlyLoopbackNamesAreServed(String host, int status) throws IOException {
        String trigger = HEAD.replace("Host: localhost", "Host: " + host) + "Connection: close\r\n";
        for (String line : List.of(
                LINE,
                "GET / HTTP/1.1\r\n",
                "GET /_mock/runs HTTP/1.1\r\n",
                "POST /_mock/reset HTTP/1.1\r\n",
                "GET /health HTTP/1.1\r\n")) {
            String body = line.equals(LINE) ? "Content-Length: 2\r\n\r\n{}" : "Content-Length: 0\r\n\r\n";
            int expected = status == 200 && line.startsWith("POST /_mock") ? 204 : status;
            assertThat(statusAndBody(line + trigger + body)).startsWith("HTTP/1.1 " + expected + " ");
        }
    }

    @Test
    void longHostNamesAreHandled() {
        assertThat(statusAs(server, "a.".repeat(3_000) + "localhost")).isEqualTo(200);
        assertThat(statusAs(server, "a.".repeat(3_000) + "example")).isEqualTo(421);
    }

    @Test
    void theMessageSaysWhatToDo() throws IOException {
        assertThat(statusAndBody("GET /_mock/runs HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .endsWith(
                        "{\"error\":\"The Host \\\"evil.example\\\" is not allowed; use localhost, or start the server"
                                + " with --allowed-host evil.example or MockServerBuilder.allowedHost\"}");
        assertThat(statusAndBody("GET /_mock/runs HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n"))
                .endsWith("{\"error\":\"The Host header is empty; use localhost\"}");
        assertThat(statusAndBody("GET /_mock/runs HTTP/1.1\r\nHost: a@b\r\nConnection: close\r\n\r\n"))
                .endsWith("{\"error\":\"The Host \\\"a?b\\\" is not allowed; use localhost\"}");
        assertThat(statusAndBody(
                        "GET http://evil.example/_mock/runs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void furtherHostNamesCanBeAllowed() {
        try (MockServer other = MockServer.builder()
                .allowedHost("127.0.0.1.example")
                .allowedHost("mock")
                .start()) {
            assertThat(statusAs(other, "MOCK:1")).isEqualTo(200);
            assertThat(statusAs(other, "127.0.0.1.example")).isEqualTo(200);
            assertThat(statusAs(other, "localhost")).isEqualTo(200);
            assertThat(statusAs(other, "evil.example")).isEqualTo(421);
        }
        try (MockServer guarded = MockServer.builder().controlToken("t").start();
                MockServer everywhere = MockServer.builder().host("0.0.0.0").start();
                MockServer strict =
                        MockServer.builder().host("0.0.0.0").allowedHost("mock").start()) {
            assertThat(statusAs(guarded, "any.example")).isEqualTo(200);
            assertThat(statusAs(everywhere, "any.example")).isEqualTo(200);
            assertThat(statusAs(strict, "any.example")).isEqualTo(421);
        }
        MockServerBuilder builder = MockServer.builder();
        for (String wrong : List.of("", "http://mock", "mock:80", "a b", "*")) {
            assertThatThrownBy(() -> builder.allowedHost(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("an allowed host must be a name or an address without a port");
        }
    }

    private static int statusAs(MockServer server, String host) {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = socket.getInputStream().readAllBytes();
            return Integer.parseInt(new String(bytes, 9, 3, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
