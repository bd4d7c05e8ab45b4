package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses to valid requests for operations without a resource. */
class DocumentedResponsesTest {
    /** Silenced, because one of the tests causes an error. */
    private static final Logger ERRORS = Logger.getLogger(DocumentedResponseFactory.class.getName());

    private static MockServer server;

    @BeforeAll
    static void start() throws IOException {
        ERRORS.setLevel(Level.OFF);
        try (InputStream yaml = DocumentedResponsesTest.class.getResourceAsStream("responses.yaml")) {
            server = MockServer.builder().api(Document.read(yaml), List.of()).start();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Caller get(String path) {
        return Caller.of(server).method("GET").path(path).body("");
    }

    @Test
    void aBodyIsGeneratedFromTheSchema() {
        assertThat(get("/schema").statusAndBody())
                .isEqualTo("200 {\"name\":\"stringxx\",\"count\":5,\"ratio\":0.1,\"most\":-4,\"state\":\"ready\","
                        + "\"at\":\"2024-01-31T12:00:00Z\",\"id\":\"00000000-0000-4000-8000-000000000000\","
                        + "\"code\":\"AA-000\",\"set\":[\"string\",\"string1\",\"string2\"],\"none\":[],"
                        + "\"labels\":{\"key1\":true},\"maybe\":null,\"constant\":1.50}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/example      | 200 {\"a\":7}",
                "/alternatives | 200 [{\"kind\":\"b\"}]",
                "/tree         | 200 {\"leaf\":\"green\",\"branches\":[]}",
                "/expression   | 200 {\"left\":1,\"right\":1}",
                "/endless      | 500 {\"error\":\"No valid response could be made from "
                        + "#/paths/~1endless/get/responses/200/content/application~1json\"}",
                "/null         | 200 null",
                "/text         | 200 Hello",
                "/impossible   | 500 {\"error\":\"No valid response could be made from "
                        + "#/paths/~1impossible/get/responses/200/content/application~1json\"}",
            })
    void bodiesAreValid(String path, String statusAndBody) {
        assertThat(get(path).statusAndBody()).isEqualTo(statusAndBody);
        assertThat(get(path).statusAndBody()).isEqualTo(statusAndBody);
    }

    @Test
    void aResponseWithoutDocumentedContentHasNoBody() {
        assertThat(get("/nothing").method("DELETE").statusAndBody()).isEqualTo("204 ");
        assertThat(get("/empty").statusAndBody()).isEqualTo("202 ");
        assertThat(get("/empty").send().headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void theMediaTypeIsTheDocumentedOne() {
        assertThat(get("/text").send().headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(get("/text").method("HEAD").statusAndBody()).isEqualTo("200 ");
        assertThat(get("/text").header("Accept", "application/json").send().statusCode())
                .isEqualTo(406);
    }
}
