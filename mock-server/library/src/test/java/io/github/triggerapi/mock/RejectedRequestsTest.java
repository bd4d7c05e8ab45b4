package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.request.RequestRules;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class RejectedRequestsTest {
    private static MockServer server;
    private static Caller caller;

    @BeforeAll
    static void start() {
        server = MockServer.builder()
                .tasks("my-task")
                .rules(RequestRules.SCHEMAS)
                .start();
        caller = Caller.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String error(int status, String message) {
        return status + " {\"error\":\"" + message.replace("\"", "\\\"") + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[]                                             | must be an object at the top level",
                "null                                           | must be an object at the top level",
                "{\"options\":null}                             | must be an object at \"options\"",
                "{\"options\":{\"ttl\":true}}                   | must be a number or a string at \"options.ttl\"",
                "{\"options\":{\"ttl\":null}}                   | must be a number or a string at \"options.ttl\"",
                "{\"options\":{\"delay\":1}}                    | must be a string at \"options.delay\"",
                "{\"options\":{\"idempotencyKey\":null}}        | must be a string at \"options.idempotencyKey\"",
                "{\"options\":{\"concurrencyKey\":[]}}          | must be a string at \"options.concurrencyKey\"",
                "{\"options\":{\"tags\":{}}}                    | must be an array or a string at \"options.tags\"",
                "{\"options\":{\"tags\":[\"a\",2]}}             | must be a string at \"options.tags[1]\"",
                "{\"options\":{\"queue\":\"q\"}}                | must be an object at \"options.queue\"",
                "{\"options\":{\"queue\":{\"name\":1}}}         | must be a string at \"options.queue.name\"",
                "{\"options\":{\"queue\":{\"concurrencyLimit\":1.5}}}"
                        + "| must be an integer at \"options.queue.concurrencyLimit\"",
            })
    void bodiesThatTheSchemaForbidsAreRejected(String body, String message) {
        assertThat(caller.body(body).statusAndBody()).isEqualTo(error(400, "Validation error: " + message));
    }

    @Test
    void numbersOutOfRangeAreRejected() {
        JsonNode limit = Document.bundled()
                .at("#/components/schemas/QueueOptions/properties/concurrencyLimit")
                .json();
        assumeTrue(limit.has("minimum") && limit.has("maximum"), "the document has no bounds of concurrencyLimit");
        long minimum = limit.path("minimum").asLong();
        long maximum = limit.path("maximum").asLong();
        String most = "must be at most " + maximum;
        assertThat(limited(maximum)).startsWith("200 ");
        assertThat(limited(maximum + 1)).isEqualTo(outOfBounds(most));
        assertThat(limited("1e300")).isEqualTo(outOfBounds(most));
        assertThat(limited(minimum)).startsWith("200 ");
        assertThat(limited(minimum - 1)).isEqualTo(outOfBounds("must be at least " + minimum));
    }

    private static String limited(Object limit) {
        return caller.body("{\"options\":{\"queue\":{\"concurrencyLimit\":" + limit + "}}}")
                .statusAndBody();
    }

    private static String outOfBounds(String message) {
        return error(400, "Validation error: " + message + " at \"options.queue.concurrencyLimit\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{                    | Invalid JSON at line 1, column 2",
                "{} x                 | Invalid JSON at line 1, column 4",
                "{\"a\":1,\"a\":2}    | Invalid JSON: duplicate member at line 1, column 11",
                "{\"payload\":NaN}    | Invalid JSON at line 1, column 15",
                "{\"payload\":1e999999999}"
                        + "| Invalid JSON: too large, the limits are 500 levels, numbers of 1000 digits and names of 50000 characters",
                "{\"payload\":1e99999999999}"
                        + "| Invalid JSON: too large, the limits are 500 levels, numbers of 1000 digits and names of 50000 characters",
                "{\"payload\":-1e-99999999999999999999}"
                        + "| Invalid JSON: too large, the limits are 500 levels, numbers of 1000 digits and names of 50000 characters",
            })
    void invalidJsonIsRejected(String body, String message) {
        assertThat(caller.body(body).statusAndBody()).isEqualTo(error(400, message));
    }

    @Test
    void emptyDeepAndNonUtf8BodiesAreRejected() {
        String tooLarge =
                "Invalid JSON: too large, the limits are 500 levels, numbers of 1000 digits and names of 50000 characters";
        assertThat(caller.body("").statusAndBody()).isEqualTo(error(400, "Request body is empty"));
        assertThat(caller.body(" \n").statusAndBody()).isEqualTo(error(400, "Request body is empty"));
        assertThat(caller.body("\uFEFF").statusAndBody()).isEqualTo(error(400, "Request body is empty"));
        assertThat(caller.body("[".repeat(100_000)).statusAndBody()).isEqualTo(error(400, tooLarge));
        assertThat(caller.body("9".repeat(1001)).statusAndBody()).isEqualTo(error(400, tooLarge));
        assertThat(caller.body("{\"payload\":\"\u00FC\"}".getBytes(StandardCharsets.ISO_8859_1))
                        .statusAndBody())
                .isEqualTo(error(400, "Invalid JSON: not valid UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "\uFEFF{}",
                "{\"payload\":null,\"context\":null}",
                "{\"payload\":[1e400, 9007199254740993, 0.1, \"\\ud800\", \"\\u0000\"]}",
                "{\"unknown\":1,\"\\ud800\":2,\"options\":{\"more\":3,\"queue\":{\"most\":4}}}",
                "{\"options\":{\"ttl\":0.5,\"tags\":[],\"delay\":\"\",\"queue\":{\"concurrencyLimit\":1.0}}}",
                "{\"options\":{\"idempotencyKey\":\"\\udfff\",\"ttl\":\"1h\",\"tags\":\"t\"}}",
            })
    void bodiesThatTheSchemaAllowsAreAccepted(String body) {
        assertThat(caller.body(body).statusAndBody()).startsWith("200 {\"id\":\"run_");
    }

    @Test
    void aKeyIsRequired() {
        HttpResponse<String> response = caller.without("Authorization").send();
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"error\":\"No authorization header provided\"}");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer pk_dev_1", "Basic tr_dev_1", "tr_dev_1", "Bearer tr_dev_", "Bearer tr_test_1"})
    void malformedKeysAreRejected(String authorization) {
        assertThat(caller.header("Authorization", authorization).statusAndBody())
                .isEqualTo(error(401, "Invalid or Missing API key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "stg", "prod", "preview"})
    void allKindsOfSecretKeysAreAccepted(String kind) {
        assertThat(caller.header("Authorization", "Bearer tr_" + kind + "_1").statusAndBody())
                .startsWith("200 ");
    }

    @Test
    void unknownPathsMethodsAndMediaTypesAreRejected() {
        assertThat(caller.path("/api/v1/tasks/other/trigger").statusAndBody())
                .isEqualTo(error(404, "Task \"other\" not found"));
        assertThat(caller.path("/nowhere").statusAndBody()).isEqualTo(error(404, "Not found"));
        assertThat(caller.path("/api/v1/tasks//trigger").statusAndBody()).isEqualTo(error(404, "Not found"));
        assertThat(caller.path("/api/v1/tasks/%FF/trigger").statusAndBody())
                .isEqualTo(error(400, "The URL is not valid percent-encoded UTF-8"));
        assertThat(caller.without("Content-Type").statusAndBody())
                .isEqualTo(error(400, "Content-Type is missing, expected application/json"));
        assertThat(caller.header("Content-Type", "text/plain").statusAndBody())
                .isEqualTo(error(400, "Content-Type is not supported, expected application/json"));
        assertThat(caller.header("Accept", "text/html, application/json;q=0").statusAndBody())
                .isEqualTo(error(406, "Accept must allow application/json"));
        assertThat(caller.header("Accept", "nonsense").statusAndBody())
                .isEqualTo(error(406, "Accept must allow application/json"));
        assertThat(caller.header("Accept", "text/html, */*;q=0.1")
                        .header("Content-Type", "Application/JSON; charset=utf-8")
                        .statusAndBody())
                .startsWith("200 ");
    }

    @Test
    void optionsListsTheMethodsOfAPath() {
        for (String method : new String[] {"GET", "PUT", "FOO", "HEAD"}) {
            HttpResponse<String> response = caller.method(method).send();
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
            assertThat(response.body()).isEqualTo(method.equals("HEAD") ? "" : "{\"error\":\"Method not allowed\"}");
        }
        HttpResponse<String> options = caller.method("OPTIONS").body("").send();
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }
}
