package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The methods that return any JSON in a response as an object. */
class ReceivedJsonTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            paths:
              /jobs:
                post:
                  operationId: createJob
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/NewJob'}}}
                  responses:
                    '200':
                      description: All jobs
                      content:
                        application/json:
                          schema: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Job'}, {type: string}]}}
            components:
              schemas:
                NewJob: {type: object, properties: {payload: {}}}
                Job: {type: object, properties: {type: {}, steps: {type: object, additionalProperties: {$ref: '#/components/schemas/Step'}}}}
                Step: {type: object, properties: {notes: {type: object}, name: {type: string}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void classesInResponsesHaveThem() throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), DOCUMENT);

        Map<String, String> sources = GeneratedCode.of(document, Target.CLIENT, folder.resolve("client"))
                .sources();

        assertThat(sources.get("Job")).containsOnlyOnce("""
                    public <T> @Nullable T type(Class<T> type) {
                        return ModelSupport.as(this.type, type);
                    }
                """);
        assertThat(sources.get("Step"))
                .contains("public <T> @Nullable T notes(Class<T> type) {")
                .doesNotContain("name(Class");
        assertThat(sources.get("NewJob")).doesNotContain("payload(Class");
    }
}
