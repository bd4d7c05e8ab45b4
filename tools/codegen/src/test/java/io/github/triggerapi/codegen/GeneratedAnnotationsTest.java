package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations express what types do not, for the client and the server alike. */
class GeneratedAnnotationsTest {

    @TempDir
    private Path folder;

    private Map<String, String> client;
    private Map<String, String> server;

    @BeforeEach
    void generate() throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: a, version: b}
                servers: [{url: 'https://example.com'}]
                security: [{key: []}]
                paths:
                  /c:
                    get:
                      operationId: search
                      security: []
                      parameters:
                        - {in: query, name: some, schema: {type: array, minItems: 2, maxItems: 5, items: {type: string}}}
                        - {in: query, name: must, required: true, schema: {type: array, uniqueItems: true, items: {type: string}}}
                        - {in: query, name: any, schema: {type: array, items: {type: string}}}
                        - {in: header, name: Accept, schema: {type: string}}
                        - {in: header, name: content-type, required: true, schema: {type: string}}
                        - {in: header, name: AUTHORIZATION, content: {text/plain: {}}}
                        - {in: query, name: accept, schema: {type: string}}
                      responses: {'204': {description: Done}}
                  /a:
                    get:
                      operationId: list
                      parameters: [{in: header, name: Since, schema: {type: string, format: date-time}}]
                      responses:
                        '200':
                          description: A list
                          content: {application/json: {schema: {type: [array, 'null'], maxItems: 5, items: {type: [string, 'null']}}}}
                        '404': {description: None}
                        '410': {description: Gone, content: {text/plain: {}}}
                    put:
                      operationId: put
                      security: [{key: [read, write], other: []}, {}]
                      requestBody:
                        required: true
                        content: {application/json: {schema: {type: array, maxItems: 3, items: {$ref: '#/components/schemas/A'}}}}
                      responses: {'201': {description: Put}}
                    delete: {operationId: open, security: [], responses: {'204': {description: Done}}}
                  /a/{first}/{second}:
                    get:
                      operationId: get_second
                      parameters:
                        - {in: path, name: second, required: true, schema: {type: string}}
                        - {in: path, name: first, required: true, schema: {type: string}}
                      responses: {'204': {description: Done}}
                components:
                  securitySchemes: {key: {type: http, scheme: bearer}, other: {type: apiKey, in: query, name: k}}
                  schemas:
                    B: {type: object, properties: {a: {}, b: {}, c: {}}, oneOf: [{required: [a]}, {required: [b, c]}]}
                    A:
                      type: object
                      minProperties: 1
                      additionalProperties: false
                      properties: {id: {type: string, format: uuid}, n: {type: integer, format: int32}}
                """);
        client = GeneratedCode.of(document, Target.CLIENT, folder.resolve("client"))
                .sources();
        server = GeneratedCode.of(document, Target.SERVER, folder.resolve("server"))
                .sources();
    }

    private void both(String className, String... texts) {
        assertThat(client.get(className)).contains(texts);
        assertThat(server.get(className)).contains(texts);
    }

    @Test
    void annotatesFormatsAndConstraints() {
        both(
                "A",
                "@Constraints(\"minProperties=1\")\npublic final class A",
                "@Constraints(\"format=uuid\")",
                "@Constraints(\"format=int32\")");
        assertThat(client.get("A")).contains("@Constraints(\"maxProperties=0\") Map<String, JsonElement>");
        assertThat(server.get("A")).contains("@Size(max = 0) Map<String, @NotNull JsonNode>");
    }

    @Test
    void validatesArrayParametersOnlyIfPresent() {
        assertThat(client.get("SearchParameters"))
                .contains("@Constraints({\"minItems=2\", \"maxItems=5\"}) List<String> some;");
        assertThat(server.get("SearchParameters"))
                .contains(
                        "@Size(max = 5)\n    @Constraints(\"minItems=2\")\n    private @Nullable List<@NotNull String> some;")
                .contains("@Size(min = 2)\n    @Nullable List<String> getSome() {")
                .contains("@NotNull\n    @Nullable List<String> getMust() {")
                .doesNotContain("getAny");
    }

    @Test
    void omitsHeadersThatOpenApiIgnores() {
        for (Map<String, String> sources : List.of(client, server)) {
            assertThat(sources.get("SearchParameters"))
                    .contains("accept;")
                    .doesNotContainIgnoringCase("content-type")
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContain("Accept");
        }
        assertThat(ApiReader.read(folder.resolve("api.yaml")).notes())
                .containsExactly(
                        "#/paths/~1c/get/parameters/3: the header parameter Accept is left out, as OpenAPI ignores it",
                        "#/paths/~1c/get/parameters/4: the header parameter content-type is left out, as OpenAPI ignores it",
                        "#/paths/~1c/get/parameters/5: the header parameter AUTHORIZATION is left out, as OpenAPI ignores it");
    }

    @Test
    void annotatesChoicesOfRequiredMembers() {
        both(
                "B",
                "Has exactly one of: {@code a}; {@code b} and {@code c}.",
                "@Constraints(\"oneOf=[[\\\"a\\\"],[\\\"b\\\",\\\"c\\\"]]\")\npublic final class B");
    }

    @Test
    void annotatesResponsesWithTheirMediaTypes() {
        both(
                "DefaultApi",
                "@DocumentedResponse(status = \"404\")",
                "@DocumentedResponse(status = \"410\", mediaType = \"text/plain\")",
                "@DocumentedResponse(status = \"201\")");
        assertThat(client.get("DefaultApi"))
                .contains("(status = \"200\", body = JsonElement.class, nullable = true)")
                .contains("ApiCall<@Nullable @Constraints(\"maxItems=5\") List<@Nullable String>> list(");
        assertThat(server.get("DefaultApi"))
                .contains("default @Nullable @Constraints(\"maxItems=5\") List<@Nullable String> list(");
    }

    @Test
    void ordersPathParametersAsInThePath() {
        assertThat(client.get("DefaultApi")).containsPattern("getSecond\\(.*String first, .*String second\\)");
        assertThat(server.get("DefaultApi")).containsPattern("getSecond\\((?s:.*)String first,(?s:.*)String second\\)");
    }

    @Test
    void annotatesConstraintsOfBodies() {
        assertThat(client.get("DefaultApi")).contains("@Body @Constraints(\"maxItems=3\") List<A> body");
        assertThat(server.get("DefaultApi")).contains("@NotNull @Size(max = 3) List<@NotNull @Valid A> body");
    }

    @Test
    void annotatesSecurityAndReadsDateTimesInHeaders() {
        both("DefaultApi", "@Secured(\"key\")", "@Secured({\"key(read write) & other\", \"\"})");
        assertThat(client.get("ListHeaders")).contains("@Nullable OffsetDateTime since()");
        assertThat(server.get("ListParameters")).contains("@Nullable OffsetDateTime since()");
        assertThat(server.get("ListParameters")).contains("@HeaderParam(\"Since\")");
        assertThat(client.get("DefaultApi").split("@Secured", -1)).hasSize(4);
    }

    @Test
    void namesSecuritySchemesWithTheirKinds() {
        both(
                "SecuritySchemes",
                "/** The scheme {@code key}: a bearer token. */\n"
                        + "    public static final SecurityScheme.Bearer KEY = new SecurityScheme.Bearer(\"key\");",
                "SecurityScheme.ApiKey OTHER = new SecurityScheme.ApiKey(\"other\", SecurityScheme.In.QUERY, \"k\");",
                "return List.of(KEY, OTHER);");
        assertThat(client.get("SecuritySchemes")).contains("areAlwaysRequired() {\n        return false;");
    }
}
