package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in the form that the document has for them. */
class DocumentedErrorsTest {
    private static MockServer server;
    private static Caller caller;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream yaml = DocumentedErrorsTest.class.getResourceAsStream("rejections.yaml")) {
            server = MockServer.builder().api(Document.read(yaml), List.of()).start();
        }
        caller = Caller.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/unprocessable | 422 {\"type\":\"https://example.com/0\",\"status\":422,\"detail\":\"TEXT\"}",
                "/range         | 400 {\"message\":\"TEXT\"}",
                "/default       | 400 {\"error\":{\"code\":1,\"message\":\"TEXT\"}}",
                "/open          | 400 {\"error\":\"TEXT\"}",
                "/mute          | 400 {}",
                "/typed         | 400 ",
            })
    void anInvalidBodyGetsTheDocumentedError(String path, String statusAndBody) {
        String text = "Validation error: must be an object at the top level";
        assertThat(caller.path(path).body("[]").statusAndBody().strip()).isEqualTo(statusAndBody.replace("TEXT", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/unprocessable | 422 {\"type\":\"https://example.com/0\",\"status\":422,\"detail\":\"TEXT\"}",
                "/range         | 415 {\"message\":\"TEXT\"}",
                "/typed         | 415 TEXT",
                "/mute          | 400 {}",
                "/open          | 415 {\"error\":\"TEXT\"}",
            })
    void anUnsupportedMediaTypeGetsTheDocumentedError(String path, String statusAndBody) {
        String text = "Content-Type is not supported, expected application/json";
        assertThat(caller.path(path).header("Content-Type", "text/plain").statusAndBody())
                .isEqualTo(statusAndBody.replace("TEXT", text));
    }

    @ParameterizedTest
    @CsvSource({"/keys, 401", "/forbidden, 403"})
    void aMissingOrInvalidKeyGetsTheDocumentedError(String path, int status) {
        HttpResponse<String> response =
                caller.path(path).without("Authorization").send();
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .isEqualTo("{\"error\":\"Invalid key\",\"message\":\"No authorization header provided\"}");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer tr_dev_1", "Bearer tr_pat_1", "Bearer eyJh.eyJz.c2ln"})
    void anyTokenIsAcceptedWithSeveralSecuritySchemes(String authorization) {
        assertThat(caller.path("/either").header("Authorization", authorization).statusAndBody())
                .isEqualTo("204 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer pk_dev_1", "Bearer tr_pat_", "Basic eyJh", "Bearer a b"})
    void aMalformedTokenIsRejected(String authorization) {
        assertThat(caller.path("/either").header("Authorization", authorization).statusAndBody())
                .isEqualTo("401 {\"error\":\"Invalid or Missing API key\"}");
    }

    @Test
    void anOperationWithoutSecurityNeedsNoKey() {
        assertThat(caller.path("/optional").without("Authorization").statusAndBody())
                .isEqualTo("204 ");
    }
}
