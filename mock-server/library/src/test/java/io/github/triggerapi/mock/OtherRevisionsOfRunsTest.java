package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.resource.StatefulResources;
import io.github.triggerapi.mock.request.RequestRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs and batches are served with revisions of the document that describe other responses. */
@Tag("independent")
class OtherRevisionsOfRunsTest {
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Small, version: "1"}
            paths:
              /api/v1/tasks/batch:
                post:
                  requestBody: {content: {application/json: {schema: {properties: {items: {type: array}}}}}}
                  responses:
                    '200':
                      description: Triggered
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [batchId, runs]
                            properties: {batchId: {type: string}, runs: {type: array, items: {type: string}}}
              /api/v3/runs/{id}:
                get:
                  parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: A run
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [id, shard]
                            additionalProperties: false
                            properties: {id: {type: string}, shard: {type: integer}, output: {}}
                          example: {id: run_example, shard: 7}
              /api/v1/runs/{id}/result:
                get:
                  parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: A result
                      content: {application/json: {schema: {type: object, properties: {ok: {type: integer}}}, example: {}}}
            """;

    @Test
    void responsesHaveTheDocumentedForm() throws IOException {
        try (MockServer server = start(RequestRules.DOCUMENT)) {
            JsonCaller api = JsonCaller.of(server);

            JsonNode batch = api.post(200, "/api/v1/tasks/batch", "{\"items\":[{\"task\":\"a\"}]}");
            String id = batch.at("/runs/0").asText();
            assertThat(server.batch(batch.path("batchId").asText())).isPresent();
            JsonNode run = api.get(200, "/api/v3/runs/" + id);
            assertThat(run.path("id").asText()).isEqualTo(id);
            assertThat(run.path("shard").isInt()).isTrue();
            assertThat(run).hasSize(2);
            assertThat(api.get(200, "/api/v1/runs/" + id + "/result")).isEmpty();
            api.get(404, "/api/v3/runs/run_0");
        }
    }

    @Test
    void byTheSchemasAResponseThatIsNotDocumentedIsNotSent() throws IOException {
        try (MockServer server = start(RequestRules.SCHEMAS)) {
            assertThat(JsonCaller.of(server).get(200, "/api/v3/runs/run_0"))
                    .hasToString("{\"id\":\"run_example\",\"shard\":7}");
        }
    }

    private static MockServer start(RequestRules rules) throws IOException {
        return MockServer.builder()
                .rules(rules)
                .api(
                        Document.read(new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8))),
                        StatefulResources.ALL)
                .start();
    }
}
