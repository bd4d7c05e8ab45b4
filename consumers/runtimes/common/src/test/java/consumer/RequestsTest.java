package consumer;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests whose responses are the same on each runtime, with a mock server in the same JVM. Each project has a subclass, which
 * starts its runtime.
 */
abstract class RequestsTest {

    static final String TASK = "/api/v1/tasks/";
    private static final String VALID = "{\"payload\":{\"message\":\"Hello\"}}";
    private static final String NO_KEY = "{\"error\":\"Invalid or missing API key\"}";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static MockServer mock;

    @BeforeAll
    static void startMock() {
        mock = MockServer.builder().port(0).start();
    }

    @AfterAll
    static void closeMock() {
        mock.close();
    }

    /** Returns the URL of the runtime, without a slash at the end. */
    abstract String url();

    /** A request with its response. Without a change, it has a key, accepts JSON, and sends JSON if it has a body. */
    static final class Exchange {
        final String name;
        final String method;
        final String path;
        final Map<String, String> headers = new LinkedHashMap<>();
        String body;
        int status;
        String expected;

        Exchange(String name, String method, String path) {
            this.name = name;
            this.method = method;
            this.path = path;
            headers.put("Authorization", "Bearer tr_dev_1234");
            headers.put("Accept", "application/json");
        }

        Exchange body(String json) {
            body = json;
            headers.putIfAbsent("Content-Type", "application/json");
            return this;
        }

        Exchange header(String header, String value) {
            headers.put(header, value);
            return this;
        }

        Exchange without(String header) {
            headers.remove(header);
            return this;
        }

        /** Expects a body in JSON, or none. */
        Exchange returns(int expectedStatus, String json) {
            status = expectedStatus;
            expected = json;
            return this;
        }
    }

    static Exchange trigger(String name, String task, String body) {
        return new Exchange(name, "POST", TASK + task + "/trigger").body(body);
    }

    private static Exchange invalid(String name, String body, String message) {
        return trigger(name, "my-task", body).returns(400, error(message));
    }

    private static String error(String message) {
        return "{\"error\":\"" + message + "\"}";
    }

    static List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>();
        // Successes.
        all.add(trigger("a task", "my-task", VALID)
                .returns(200, "{\"id\":\"my-task\",\"payload\":{\"message\":\"Hello\"}}"));
        all.add(trigger("no members", "my-task", "{}").returns(200, "{\"id\":\"my-task\"}"));
        all.add(trigger("a task outside ASCII", "gr%C3%B6%C3%9Fe-%E6%97%A5", "{\"payload\":\"\u00E4\u20AC\uD83D\uDE00\"}")
                .returns(200, "{\"id\":\"gr\u00F6\u00DFe-\u65E5\",\"payload\":\"\u00E4\u20AC\uD83D\uDE00\"}"));
        all.add(trigger("unknown members", "my-task", "{\"later\":[1],\"options\":{\"later\":{}}}")
                .returns(200, "{\"id\":\"my-task\"}"));
        all.add(trigger("a long number", "my-task", "{\"payload\":0.1234567890123456789012345}")
                .returns(200, "{\"id\":\"my-task\",\"payload\":0.1234567890123456789012345}"));
        all.add(trigger("null as payload", "my-task", "{\"payload\":null}")
                .returns(200, "{\"id\":\"my-task\",\"payload\":null}"));
        all.add(trigger("a media type with a charset", "my-task", VALID)
                .header("Content-Type", "application/json; charset=utf-8")
                .returns(200, "{\"id\":\"my-task\",\"payload\":{\"message\":\"Hello\"}}"));
        all.add(trigger("any Accept", "my-task", "{}").without("Accept").returns(200, "{\"id\":\"my-task\"}"));
        all.add(trigger("an integer with a point", "my-task", "{\"options\":{\"queue\":{\"concurrencyLimit\":5.0}}}")
                .returns(200, "{\"id\":\"my-task\"}"));
        all.add(new Exchange("201", "POST", "/reports").body("{\"name\":\"q\"}").returns(201, "{\"name\":\"q\"}"));
        all.add(new Exchange("204", "DELETE", "/reports/7").returns(204, null));
        all.add(new Exchange("a success that is thrown", "DELETE", "/reports/101").returns(202, "{\"name\":\"later\"}"));
        all.add(new Exchange("no security", "GET", "/reports/7?limit=10")
                .without("Authorization")
                .returns(200, "{\"id\":\"7/10\"}"));
        all.add(new Exchange("HEAD", "HEAD", "/reports/7").returns(200, null));
        all.add(new Exchange("optional security", "GET", "/reports")
                .without("Authorization")
                .returns(200, "[{\"name\":\"a\"}]"));
        all.add(new Exchange("strings", "POST", "/reports/names")
                .body("[\"b\",\"a\"]")
                .returns(200, "[\"a\",\"b\"]"));
        // Keys.
        all.add(trigger("no key", "my-task", VALID).without("Authorization").returns(401, NO_KEY));
        all.add(trigger("a wrong key", "my-task", VALID)
                .header("Authorization", "Bearer tr_dev_4711")
                .returns(401, NO_KEY));
        all.add(trigger("a key of another kind", "my-task", VALID)
                .header("Authorization", "Basic dHJfZGV2XzEyMzQ6")
                .returns(401, NO_KEY));
        all.add(trigger("no key and broken JSON", "my-task", "{").without("Authorization").returns(401, NO_KEY));
        all.add(new Exchange("403 if 401 is not documented", "POST", "/reports")
                .body("{}")
                .without("Authorization")
                .returns(403, NO_KEY));
        all.add(new Exchange("no key, void", "DELETE", "/reports/7").without("Authorization").returns(401, NO_KEY));
        all.add(new Exchange("no key, not implemented", "PUT", "/reports/7")
                .body("{}")
                .without("Authorization")
                .returns(401, NO_KEY));
        // What is not implemented.
        all.add(new Exchange("not implemented", "PUT", "/reports/7")
                .body("{}")
                .returns(501, error("replace_report is not implemented")));
        all.add(trigger("calls the method that is not implemented", "not-implemented", VALID)
                .returns(501, error("trigger_task_v1 is not implemented")));
        // Exceptions of resources.
        all.add(trigger("404 of a resource", "unknown", VALID).returns(404, error("There is no such task")));
        all.add(trigger("409 of a resource", "conflict", VALID).returns(409, error("The task is paused")));
        all.add(trigger("an error with a body", "own-body", VALID).returns(429, error("Slow down")));
        all.add(trigger("an unexpected exception", "bug", VALID).returns(500, error("Internal Server Error")));
        // What no operation accepts.
        all.add(new Exchange("a wrong path", "GET", "/api/v1/nothing").returns(404, error("Not Found")));
        all.add(new Exchange("a wrong path without a key", "POST", "/nothing")
                .body("{}")
                .without("Authorization")
                .returns(404, error("Not Found")));
        all.add(new Exchange("a wrong method", "GET", TASK + "my-task/trigger")
                .returns(405, error("Method Not Allowed")));
        all.add(new Exchange("HEAD of POST", "HEAD", TASK + "my-task/trigger").returns(405, null));
        all.add(new Exchange("OPTIONS", "OPTIONS", TASK + "my-task/trigger").returns(200, null));
        all.add(trigger("a wrong media type", "my-task", VALID)
                .header("Content-Type", "text/plain")
                .returns(415, error("Unsupported Media Type")));
        all.add(trigger("a wrong Accept", "my-task", VALID)
                .header("Accept", "text/html")
                .returns(406, error("Not Acceptable")));
        // Invalid bodies and parameters.
        all.add(invalid("broken JSON", "{\"payload\":", "Invalid JSON at line 1"));
        all.add(invalid("no JSON", "hello", "Invalid JSON at line 1"));
        all.add(invalid("JSON with a rest", "{} {}", "Invalid JSON at line 1"));
        all.add(invalid("a member twice", "{\"payload\":1,\"payload\":2}", "Invalid JSON: duplicate member at line 1"));
        all.add(invalid("an empty body", "", "Validation error: the body must not be null"));
        all.add(invalid("null", "null", "Validation error: the body must not be null"));
        all.add(invalid("an array", "[]", "Validation error: the body has a value of another type"));
        all.add(invalid("a wrong type", "{\"options\":[]}", "Validation error: options has a value of another type"));
        all.add(invalid(
                "a string for a number",
                "{\"options\":{\"queue\":{\"concurrencyLimit\":\"5\"}}}",
                "Validation error: options.queue.concurrencyLimit has a value of another type"));
        all.add(invalid(
                "a number for a string",
                "{\"options\":{\"delay\":5}}",
                "Validation error: options.delay has a value of another type"));
        all.add(invalid(
                "a fraction",
                "{\"options\":{\"queue\":{\"concurrencyLimit\":5.5}}}",
                "Validation error: options.queue.concurrencyLimit has a value of another type"));
        all.add(invalid(
                "no variant", "{\"options\":{\"tags\":{}}}", "Validation error: options.tags has a value of another type"));
        all.add(invalid("null for an object", "{\"options\":null}", "Validation error: options must not be null"));
        all.add(invalid(
                "too large a number",
                "{\"options\":{\"queue\":{\"concurrencyLimit\":1001}}}",
                "Validation error: options.queue.concurrencyLimit must be less than or equal to 1000"));
        all.add(invalid(
                "too deep",
                "{\"payload\":" + "[".repeat(2000) + "]".repeat(2000) + "}",
                "Invalid JSON: too large or too deep"));
        all.add(new Exchange("422 if 400 is not documented", "POST", "/reports")
                .body("{\"concurrencyLimit\":-1}")
                .returns(422, error("Validation error: concurrencyLimit must be greater than or equal to 0")));
        all.add(new Exchange("a number for a string in a list", "POST", "/reports/names")
                .body("[1]")
                .returns(400, error("Validation error: [0] has a value of another type")));
        all.add(new Exchange("a parameter of another type", "GET", "/reports/seven")
                .returns(422, error("Validation error: a parameter has a wrong value")));
        all.add(new Exchange("a parameter that is too large", "GET", "/reports/7?limit=11")
                .returns(422, error("Validation error: limit must be less than or equal to 10")));
        return all;
    }

    @TestFactory
    List<DynamicTest> returnsTheSame() {
        return exchanges().stream()
                .map(exchange -> DynamicTest.dynamicTest(exchange.name, () -> check(exchange)))
                .toList();
    }

    /** Requests that fail do not disturb later ones. */
    @Test
    void servesSuccessesAfterFailures() throws Exception {
        for (Exchange exchange : exchanges()) {
            send(exchange);
        }
        check(exchanges().get(0));
    }

    /** The runtime uses no part of the mock server, and the mock server none of the runtime. */
    @Test
    void triggersTasksOfTheMockServerBesideTheRuntime() throws Exception {
        try (TriggerClient client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(mock.url().toString())
                .build()) {
            String id = client.tasks()
                    .triggerTaskV1("ship-order", body -> body.payload(Map.of("order", "4711")))
                    .send()
                    .id();
            check(exchanges().get(0));

            Run run = assertThat(mock).triggered("ship-order").withPayload(Map.of("order", "4711")).once();
            assertEquals(id, run.id());
            assertEquals(RunStatus.COMPLETED, run.status());
        }
        HttpResponse<String> rejected = HTTP.send(
                HttpRequest.newBuilder(mock.url().resolve(TASK + "ship-order/trigger"))
                        .header("Authorization", "Bearer tr_dev_1234")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"options\":[]}"))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(400, rejected.statusCode(), rejected.body());
    }

    @Test
    void jarsOfTheMockServerAreWhereTheBuildPutThem() {
        String jars = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertEquals(
                System.getProperty("first").equals("trigger-api-mock-server"),
                jars.indexOf("vertx-core") < jars.indexOf("jackson-databind"),
                jars);
    }

    private void check(Exchange exchange) throws Exception {
        HttpResponse<String> response = send(exchange);
        assertEquals(exchange.status, response.statusCode(), response.body());
        if (exchange.expected == null) {
            assertEquals("", response.body());
        } else {
            assertEquals(tree(exchange.expected), tree(response.body()));
            assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
        }
        if (exchange.status == 401) {
            assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElse(""));
        }
    }

    private HttpResponse<String> send(Exchange exchange) throws Exception {
        return send(url(), exchange);
    }

    static HttpResponse<String> send(String url, Exchange exchange) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + exchange.path))
                .method(
                        exchange.method,
                        exchange.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(exchange.body));
        exchange.headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode tree(String json) throws Exception {
        return JSON.readTree(json);
    }
}
