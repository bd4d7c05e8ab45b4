package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access to the control API. */
class ControlAccessTest {
    @Test
    void theTokenIsRequired() {
        try (MockServer server = MockServer.builder().controlToken("s3cret").start()) {
            Caller caller = Caller.of(server).method("GET").body("").without("Content-Type");
            Caller info = caller.path("/_mock/info");
            assertThat(info.header("Authorization", "Bearer s3cret").statusAndBody())
                    .startsWith("200 ");
            assertThat(info.header("Authorization", "bearer  s3cret").statusAndBody())
                    .startsWith("200 ");
            for (String wrong :
                    new String[] {"Bearer s3cre", "Bearer s3cret2", "Basic s3cret", "s3cret", "Bearer", ""}) {
                assertThat(info.header("Authorization", wrong).statusAndBody())
                        .isEqualTo("401 {\"error\":\"The control token is missing or wrong\"}");
            }
            HttpResponse<String> none = info.without("Authorization").send();
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(caller.path("/_mock/nowhere").statusAndBody()).startsWith("401 ");
            assertThat(caller.without("Authorization").path("/health").statusAndBody())
                    .startsWith("200 ");
            assertThat(info.header("Authorization", "Bearer s3cret").send().body())
                    .doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words"})
    void theTokenHasNoWhiteSpace(String token) {
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.controlToken(token)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /_mock/reset, '', 204",
        "POST, /_mock/reset, 'Origin: http://HOST', 204",
        "POST, /_mock/reset, 'Origin: https://HOST', 204",
        "POST, /_mock/reset, 'Origin: http://elsewhere.example', 403",
        "POST, /_mock/reset, 'Origin: http://127.0.0.1:1', 403",
        "POST, /_mock/reset, 'Origin: null', 403",
        "POST, /_mock/reset, 'Content-Type: text/plain', 415",
        "POST, /_mock/reset, 'Content-Type: application/x-www-form-urlencoded', 415",
        "POST, /_mock/reset, 'Content-Type: application/json', 204",
        "DELETE, /_mock/faults, 'Origin: http://elsewhere.example', 403",
        "GET, /_mock/faults, 'Origin: http://elsewhere.example', 200",
        "OPTIONS, /_mock/faults, 'Origin: http://elsewhere.example', 204"
    })
    void pagesOfOtherOriginsAreRejected(String method, String path, String header, int status) throws IOException {
        try (MockServer server = MockServer.builder().start();
                Socket socket = new Socket("127.0.0.1", server.port())) {
            server.addFault(Fault.status(500));
            String host = "127.0.0.1:" + server.port();
            String lines = header.isEmpty() ? "" : header.replace("HOST", host) + "\r\n";
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(method, path, host, lines)
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(reader.readLine()).startsWith("HTTP/1.1 " + status);
            assertThat(reader.lines()).noneMatch(line -> line.startsWith("Access-Control"));
            assertThat(server.faults()).hasSize(status == 204 && method.equals("POST") ? 0 : 1);
        }
    }
}
