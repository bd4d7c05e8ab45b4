package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.resource.StatefulResources;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks can be triggered with any revision of the document: with fewer, more, or other types of members. */
@Tag("independent")
class OtherRevisionsTest {
    private static final String TRIGGER = "/api/v1/tasks/{taskIdentifier}/trigger";
    private static final String OK = "{\"200\": {description: Triggered}}";
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /** The value of an option in a request, and how its effect can be seen. */
    private record Effect(String options, Predicate<Run> seen) {}

    /** By the position of the option. */
    private static final Map<String, Effect> EFFECTS = Map.of(
            "/queue/name",
            new Effect("{\"queue\":{\"name\":\"q\"}}", run -> run.queue().equals("q")),
            "/queue/concurrencyLimit",
            new Effect("{\"queue\":{\"concurrencyLimit\":0}}", run -> run.status() == RunStatus.QUEUED),
            "/concurrencyKey",
            new Effect("{\"concurrencyKey\":\"c\"}", run -> "c".equals(run.concurrencyKey())),
            "/idempotencyKey",
            new Effect("{\"idempotencyKey\":\"k\"}", run -> "k".equals(run.idempotencyKey())),
            "/ttl",
            new Effect("{\"ttl\":\"1h\"}", run -> Duration.ofHours(1).equals(run.ttl())),
            "/delay",
            new Effect("{\"delay\":\"1h\"}", run -> run.status() == RunStatus.DELAYED),
            "/tags",
            new Effect("{\"tags\":\"t\"}", run -> run.tags().equals(List.of("t"))));

    static Stream<String> options() {
        return options(Document.bundled().root()).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    @EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
    void anOptionMayBeMissing(String option) {
        ObjectNode document = Document.bundled().root().deepCopy();
        remove(options(document), option);
        assertThat(options(document)).doesNotContainKey(option);
        assertEffects(document);
    }

    @Test
    @EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
    void allOptionsMayBeMissing() {
        ObjectNode document = Document.bundled().root().deepCopy();
        Map<String, ObjectNode> options = options(document);
        options.keySet().forEach(option -> remove(options, option));
        assertThat(options(document)).isEmpty();
        assertEffects(document);
    }

    @Test
    @EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
    void everyOptionOfTheDocumentHasAnEffect() {
        ObjectNode document = Document.bundled().root().deepCopy();
        Map<String, ObjectNode> options = options(document);
        assertThat(options.keySet()).containsAll(EFFECTS.keySet());
        assertEffects(document);
    }

    /** Checks that listed options have an effect, and others have none. */
    private static void assertEffects(JsonNode document) {
        Map<String, ObjectNode> listed = options(document);
        try (MockServer server = start(document.toString(), RequestRules.DOCUMENT)) {
            EFFECTS.forEach((option, effect) -> {
                Caller caller = Caller.of(server)
                        .path("/api/v1/tasks/" + option.replaceAll("\\W", "") + "/trigger")
                        .body("{\"options\":" + effect.options() + "}");
                Run run = run(server, caller.statusAndBody());
                assertThat(effect.seen().test(run)).as(option).isEqualTo(listed.containsKey(option));
                assertThat(run(server, caller.statusAndBody()).id().equals(run.id()))
                        .as("the same run again for " + option)
                        .isEqualTo(option.equals("/idempotencyKey") && listed.containsKey(option));
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: object}                      | {\"payload\":1,\"options\":{\"tags\":\"t\"}} | null null null []",
                "{}                                  | {\"payload\":1,\"options\":{\"tags\":\"t\"}} | null null null []",
                "true                                | [1]                                          | null null null []",
                "{properties: {payload: {}}}         | {\"payload\":1,\"context\":2,\"options\":{}} | 1 null null []",
                "{properties: {context: {}}}         | {\"payload\":1,\"context\":null}             | null null null []",
                "{$ref: '#/components/schemas/Body'} | {\"options\":{\"tags\":[\"t\",\"t\"]}}  | null null null [t, t]",
                "{$ref: '#/components/schemas/Body'} | {\"options\":{\"ttl\":60,\"tags\":\"t\"}}    | null null PT1M [t]",
                "{$ref: '#/components/schemas/Body'} | {\"options\":{\"idempotencyKey\":7}}         | null 7 null []",
                "{properties: {options: {type: string}}} | {\"options\":\"now\"}                    | null null null []",
            })
    void listedMembersAreRead(String schema, String body, String seen) {
        for (RequestRules rules : RequestRules.values()) {
            try (MockServer server = start(small(body(schema), OK), rules)) {
                assertThat(Caller.of(server).body(body).statusAndBody()).isEqualTo("200 ");
                assertThat(server.runs())
                        .extracting(run ->
                                run.payloadJson() + " " + run.idempotencyKey() + " " + run.ttl() + " " + run.tags())
                        .containsExactly(seen);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the maximum number of tags, and the maximum length of a tag
                "{type: array, items: {type: string}}                               | 5  | 63",
                "{type: array, maxItems: 10, items: {type: string}}                 | 10 | 63",
                "{type: array, items: {type: string, maxLength: 70}}                | 5  | 70",
                "{anyOf: [{type: string, maxLength: 9}, {type: array, maxItems: 10, items: {allOf: [{maxLength: 70}]}}]} | 10 | 70",
            })
    void limitsOfTheSchemaReplaceThoseInDescriptions(String tags, int most, int longest) {
        String schema = "{properties: {options: {allOf: [{properties: {tags: " + tags + "}}]}}}";
        try (MockServer server = start(small(body(schema), OK), RequestRules.DOCUMENT)) {
            assertThat(responseTo(server, most, longest)).isEqualTo("200 ");
            assertThat(responseTo(server, most + 1, longest)).startsWith("400 ");
            assertThat(responseTo(server, most, longest + 1)).startsWith("400 ");
            assertThat(server.runs()).hasSize(1);
        }
    }

    private static String responseTo(MockServer server, int number, int length) {
        String tags = String.join(",", Collections.nCopies(number, "\"" + "t".repeat(length) + "\""));
        return Caller.of(server).body("{\"options\":{\"tags\":[" + tags + "]}}").statusAndBody();
    }

    @Test
    void valuesOfOtherTypesHaveNoEffect() {
        String anything =
                body("{properties: {options: {properties: {queue: {properties: {name: {}, concurrencyLimit: {}}},"
                        + " concurrencyKey: {}, idempotencyKey: {}, ttl: {}, delay: {}, tags: {}}}}}");
        for (RequestRules rules : RequestRules.values()) {
            try (MockServer server = start(small(anything, OK), rules)) {
                Caller caller = Caller.of(server);
                for (String value : List.of("null", "true", "{}", "{\"a\":[1]}", "[]", "[[\"a\"],{},null]")) {
                    EFFECTS.keySet().forEach(option -> {
                        ObjectNode options = Json.MAPPER.createObjectNode();
                        options.withObject(option.substring(0, option.lastIndexOf('/')))
                                .set(
                                        option.substring(option.lastIndexOf("/") + 1),
                                        Json.parse(value.getBytes(StandardCharsets.UTF_8)));
                        assertThat(caller.body("{\"options\":" + options + "}").statusAndBody())
                                .as(options.toString())
                                .isEqualTo("200 ");
                    });
                }
                for (String limit : List.of("-1", "0.5", "1e300", "-1e300")) {
                    assertThat(caller.body("{\"options\":{\"queue\":{\"concurrencyLimit\":" + limit + "}}}")
                                    .statusAndBody())
                            .as(limit)
                            .isEqualTo("200 ");
                }
                assertThat(server.runs()).allMatch(run -> run.tags().isEmpty() && run.ttl() == null);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"required: false", "required: true"})
    void theBodyMayBeOptional(String required) {
        String body = "{" + required + ", content: {application/json: {schema: {type: object}}}}";
        try (MockServer server = start(small("requestBody: " + body, OK), RequestRules.DOCUMENT)) {
            Caller caller = Caller.of(server);
            assertThat(caller.statusAndBody()).isEqualTo("200 ");
            assertThat(caller.body("").statusAndBody()).startsWith(required.endsWith("true") ? "400 " : "200 ");
        }
    }

    @Test
    void theBodyMayBeMissingOrNotJson() {
        try (MockServer server = start(small("description: Without a body", OK), RequestRules.DOCUMENT)) {
            assertThat(Caller.of(server).body("").without("Content-Type").statusAndBody())
                    .isEqualTo("200 ");
            assertThat(Caller.of(server).body("{}").statusAndBody()).isEqualTo("200 ");
            assertThat(server.runs()).hasSize(2);
        }
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/octet-stream")) {
            String body = "requestBody: {content: {" + type + ": {schema: {}}}}";
            try (MockServer server = start(small(body, OK), RequestRules.DOCUMENT)) {
                assertThat(Caller.of(server)
                                .header("Content-Type", type)
                                .body("a=b")
                                .statusAndBody())
                        .isEqualTo("200 ");
                assertThat(server.runs()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {properties: {id: {type: string}}}                             | {\"id\":\"run_\\w+\"}",
                "202 | {properties: {id: {pattern: '^run_'}}, required: [id]}         | {\"id\":\"run_\\w+\"}",
                "200 | {properties: {id: {}, isCached: {}}}                           | {\"id\":\"run_\\w+\",\"isCached\":false}",
                "200 | {properties: {id: {}, n: {const: 5}}, required: [id, n]}       | {\"id\":\"run_\\w+\",\"n\":5}",
                "200 | {$ref: '#/components/schemas/Result'}                          | {\"id\":\"run_\\w+\",\"state\":\"new\"}",
                "200 | {oneOf: [{$ref: '#/components/schemas/Result'}, {type: string}]} | {\"id\":\"run_\\w+\",\"state\":\"new\"}",
                "200 | {properties: {key: {const: k}}, required: [key]}               | {\"key\":\"k\"}",
                "200 | {properties: {id: {const: 7}}, required: [id]}                 | {\"id\":7}",
                "200 | {type: array, maxItems: 0}                                     | []",
                "200 | {const: true}                                                  | true",
            })
    void responsesAreAsDocumented(String status, String schema, String statusAndBody) {
        String response =
                "{'" + status + "': {description: Triggered, content: {application/json: {schema: " + schema + "}}}}";
        try (MockServer server = start(small("description: Less", response), RequestRules.DOCUMENT)) {
            assertThat(Caller.of(server).body("").statusAndBody())
                    .matches(status + " " + statusAndBody.replaceAll("[{}\\[\\]]", "\\\\$0"));
            assertThat(server.runs()).hasSize(1);
        }
    }

    @Test
    void responsesMayHaveAnotherMediaTypeOrNoBody() {
        String noContent = "{'204': {description: Triggered}}";
        try (MockServer server = start(small("description: Less", noContent), RequestRules.SERVICE)) {
            assertThat(Caller.of(server).body("").statusAndBody()).isEqualTo("204 ");
        }
        String text = "{'200': {description: Triggered, content: {text/plain: {example: Triggered}}}}";
        try (MockServer server = start(small("description: Less", text), RequestRules.SERVICE)) {
            assertThat(Caller.of(server).body("").statusAndBody()).isEqualTo("200 Triggered");
        }
    }

    @Test
    void theOperationMayBeMissing() {
        String other = small("description: Less", OK).replace(TRIGGER, "/api/v2/tasks/{taskIdentifier}/start");
        try (MockServer server = start(other, RequestRules.DOCUMENT)) {
            assertThat(Caller.of(server).statusAndBody()).startsWith("404 ");
            assertThat(Caller.of(server).path("/api/v2/tasks/t/start").statusAndBody())
                    .isEqualTo("200 ");
            assertThat(server.runs()).isEmpty();
        }
    }

    @Test
    void namesOfPathVariablesDoNotMatter() {
        String other = small("operationId: launch", OK).replace("taskIdentifier", "id");
        try (MockServer server = start(other, RequestRules.DOCUMENT)) {
            assertThat(Caller.of(server).statusAndBody()).isEqualTo("200 ");
            assertThat(server.runs()).extracting(Run::task).containsExactly("my-task");
            server.addFault(Fault.status(503).forTask("my-task"));
            assertThat(Caller.of(server).path("/api/v1/tasks/other/trigger").statusAndBody())
                    .isEqualTo("200 ");
            assertThat(Caller.of(server).statusAndBody()).startsWith("503 ");
        }
    }

    private static String body(String schema) {
        return "requestBody: {content: {application/json: {schema: " + schema + "}}}";
    }

    /** Returns a document with an operation to trigger a task. */
    private static String small(String more, String responses) {
        return """
                openapi: 3.1.0
                info: {title: Small, version: "1"}
                paths:
                  %s:
                    post:
                      parameters: [{in: path, name: taskIdentifier, required: true, schema: {type: string}}]
                      %s
                      responses: %s
                components:
                  schemas:
                    Body:
                      allOf: [{properties: {options: {$ref: '#/components/schemas/Options'}}}]
                    Options:
                      properties:
                        ttl: {type: number}
                        tags: {allOf: [{$ref: '#/components/schemas/Tags'}]}
                        idempotencyKey: {type: [string, integer]}
                    Tags:
                      oneOf: [{type: array, items: {type: string}}, {type: string}]
                    Result:
                      type: object
                      required: [id, state]
                      additionalProperties: false
                      properties: {id: {type: string}, state: {enum: [new]}}
                """.formatted(TRIGGER, more, responses);
    }

    private static MockServer start(String document, RequestRules rules) {
        try {
            return MockServer.builder()
                    .rules(rules)
                    .clock(MockClock.stoppedAt(NOW))
                    .api(
                            Document.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))),
                            StatefulResources.ALL)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the run that a response names, once it has its last status. */
    private static Run run(MockServer server, String statusAndBody) {
        assertThat(statusAndBody).startsWith("200 ");
        try {
            server.awaitIdle(Duration.ofSeconds(20));
            JsonNode body = Json.MAPPER.readTree(statusAndBody.substring("200 ".length()));
            return server.run(body.path("id").asText()).orElseThrow();
        } catch (InterruptedException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the options that a document lists for a run, and their members: the position of each, and the schema that
     * has it.
     */
    private static Map<String, ObjectNode> options(JsonNode document) {
        JsonNode body = document.path("paths").path(TRIGGER).at("/post/requestBody/content/application~1json/schema");
        Map<String, ObjectNode> options = new LinkedHashMap<>();
        members(document, resolved(document, body).at("/properties/options"), "", options);
        return options;
    }

    private static void members(JsonNode document, JsonNode schema, String pointer, Map<String, ObjectNode> found) {
        if (resolved(document, schema).path("properties") instanceof ObjectNode properties) {
            properties.properties().forEach(member -> {
                String at = pointer + "/" + member.getKey();
                found.put(at, properties);
                members(document, member.getValue(), at, found);
            });
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : resolved(document, document.at(reference.substring(1)));
    }

    private static void remove(Map<String, ObjectNode> options, String option) {
        options.get(option).remove(option.substring(option.lastIndexOf('/') + 1));
    }
}
