package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** Calls operations and returns their responses as JSON. A response with an unexpected status fails the test. */
public record JsonCaller(Caller caller) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static JsonCaller of(MockServer server) {
        return new JsonCaller(Caller.of(server));
    }

    /** Returns a caller with the key of another environment. */
    public JsonCaller environment(String name) {
        return new JsonCaller(caller.header("Authorization", "Bearer tr_" + name + "_1"));
    }

    /** Returns the id of a new run. */
    public String trigger(String task, String body) {
        return post(200, "/api/v1/tasks/" + task + "/trigger", body).path("id").asText();
    }

    public JsonNode get(int status, String path) {
        return call(status, "GET", path, "");
    }

    public JsonNode post(int status, String path, String body) {
        return call(status, "POST", path, body);
    }

    public JsonNode call(int status, String method, String path, String body) {
        HttpResponse<String> response =
                caller.method(method).path(path).body(body).send();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }
}
