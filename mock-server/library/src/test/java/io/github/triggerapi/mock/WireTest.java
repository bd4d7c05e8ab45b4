package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Behavior that is visible only in the bytes of a connection. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class WireTest {
    private static final int LIMIT = 1000;
    private static final String TOO_LARGE = "{\"error\":\"Request body is larger than 1000 bytes\"}";
    private static final String HEAD =
            "POST /api/v1/tasks/t/trigger HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/json\r\nAuthorization: Bearer tr_dev_1\r\n";

    private MockServer server;
    private Socket socket;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.builder().maxBodyBytes(LIMIT).start();
        socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    private void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\n' && c >= 0;
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Test
    void rejectsALargeBodyByItsLength() throws IOException {
        send(HEAD + "Content-Length: 1001\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.1 413 ").endsWith(TOO_LARGE);
    }

    @Test
    void rejectsALargeBodyByItsChunks() throws IOException {
        String chunk = "1f4\r\n" + " ".repeat(500) + "\r\n";
        send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk);
        assertThat(rest()).startsWith("HTTP/1.1 413 ").endsWith(TOO_LARGE);
    }

    @Test
    void acceptsABodyAsLargeAsTheLimit() throws IOException {
        String chunk = "1f4\r\n" + " ".repeat(500) + "\r\n";
        send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "1f4\r\n{}" + " ".repeat(498) + "\r\n0\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void sendsContinueWhenTheCallerExpectsIt() throws IOException {
        send(HEAD + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(line()).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(line()).isEmpty();
        send("{}");
        assertThat(rest()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void rejectsBeforeTheBodyWhenTheCallerExpectsContinue() throws IOException {
        send(HEAD.replace("tr_dev_1", "x") + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.1 401 ").endsWith("{\"error\":\"Invalid or Missing API key\"}");
    }

    @Test
    void keepsTheConnectionAfterARejection() throws IOException {
        String open = HEAD.replace("Connection: close\r\n", "");
        send(open.replace("tr_dev_1", "x") + "Content-Length: 2\r\n\r\n{}" + HEAD + "Content-Length: 2\r\n\r\n{}");
        assertThat(rest()).startsWith("HTTP/1.1 401 ").contains("HTTP/1.1 200 ");
    }

    @Test
    void closesTheConnectionOfARejectedBodyWithoutEnd() throws IOException {
        send(HEAD.replace("Connection: close\r\n", "") + "Content-Length: 100000\r\n\r\nx");
        assertThat(rest()).startsWith("HTTP/1.1 413 ").endsWith(TOO_LARGE);
    }

    @Test
    void rejectsInvalidHttp() throws IOException {
        send("nonsense\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.0 400 ").endsWith("{\"error\":\"The request is not valid HTTP\"}");
    }

    @Test
    void rejectsALongUrl() throws IOException {
        send("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.0 414 ").endsWith("{\"error\":\"The URL is too long\"}");
    }

    @Test
    void rejectsLargeHeaders() throws IOException {
        send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(9000) + "\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.1 431 ").endsWith("{\"error\":\"The headers are too large\"}");
    }

    @Test
    void rejectsManyHeaders() throws IOException {
        send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "X: a\r\n".repeat(99) + "\r\n");
        assertThat(rest()).startsWith("HTTP/1.1 431 ").endsWith("{\"error\":\"There are more than 100 headers\"}");
    }

    @Test
    void pipelinedRequestsGetResponsesInOrder() throws IOException {
        String open = HEAD.replace("Connection: close\r\n", "") + "Content-Length: 2\r\n\r\n";
        int requests = 200;
        send((open + "{}" + open + "[]").repeat(requests / 2)
                + "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        List<String> statuses = Pattern.compile("HTTP/1.1 (\\d+) ")
                .matcher(rest())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(statuses).hasSize(requests + 1);
        for (int i = 0; i <= requests; i++) {
            assertThat(statuses.get(i)).isEqualTo(i % 2 == 0 ? "200" : "400");
        }
    }

    @Test
    void acceptsRawBytesInAPath() throws IOException {
        send(HEAD.replace("/t/", "/\u00C3\u00BC|%7C/") + "Content-Length: 2\r\n\r\n{}");
        assertThat(rest()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void acceptsHttp10WithoutAHost() throws IOException {
        send("POST /api/v1/tasks/t/trigger HTTP/1.0\r\n\r\n");
        assertThat(rest()).startsWith("HTTP/1.0 401 ");
    }
}
