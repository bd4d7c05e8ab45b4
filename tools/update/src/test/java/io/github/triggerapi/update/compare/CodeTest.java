package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.compare.change.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests changes of the public API of generated code. */
class CodeTest {

    /** The old and new schema, and the reason for both sides, in a schema that no operation uses. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: string}                            | {type: integer}                     | Idle.x() returns Long instead of String
            {type: string}                            | {type: string, format: date-time}   | Idle.x() returns OffsetDateTime instead of String
            {type: array, items: {type: string}}      | {type: array, items: {type: number}} | Idle.x() returns List<BigDecimal> instead of List<String>
            {type: array, items: {type: object, additionalProperties: {type: string}}} | {type: array, items: {type: object}} | Idle.x() returns List<JsonObject> instead of List<Map<String, String>>
            {type: [string, 'null']}                  | {type: string}                      | Idle.hasX() was removed
            {type: string, default: a}                | {type: string}                      | Idle.xOrDefault() was removed
            {type: integer, default: 1}               | {type: integer, default: 1.5}       | Idle.xOrDefault() was removed
            {type: string, enum: [a, b]}              | {type: string, enum: [b]}           | IdleX.A was removed
            {type: string, enum: [a b, a-b]}          | {type: string, enum: [a-b, a b]}    | IdleX.A_B stands for a-b instead of a b; IdleX.A_B_ stands for a b instead of a-b
            {type: string, enum: [a]}                 | {type: string}                      | Idle.x() returns String instead of IdleX; the class IdleX was removed
            {type: [string, boolean]}                 | {type: string}                      | Idle.x() returns String instead of IdleX; the class IdleX was removed
            {type: [string, boolean, number]}         | {type: [string, boolean]}           | Idle.Builder.x(BigDecimal) was removed; IdleX.NumberValue was removed
            {type: object, properties: {a: {}}}       | {type: object, properties: {b: {}}} | IdleX.a() was removed
            {type: object, properties: {a: {}}}       | {type: string, enum: [a]}           | Idle.Builder.x(Consumer<IdleX.Builder>) was removed; IdleX.builder() was removed
            {type: object, properties: {a: {}}, additionalProperties: {type: string}} | {type: object, properties: {a: {}}} | IdleX.additionalProperties() returns Map<String, JsonElement> instead of Map<String, String>
            """)
    void removalFromPublicApiIsBreaking(String before, String after, String reason) {
        Comparison comparison = compare(before, after);

        assertThat(comparison.changes())
                .filteredOn(change -> change.severity() == Severity.BREAKING)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.callers()).isEqualTo(Verdict.breaking(reason));
                    assertThat(change.implementers())
                            .isEqualTo(Verdict.breaking(
                                    reason.replace("JsonElement", "JsonNode").replace("JsonObject", "ObjectNode")));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: string}                            | {type: [string, 'null']}
            {type: string}                            | {type: string, default: a}
            {type: string, enum: [a]}                 | {type: string, enum: [a, b]}
            {type: [string, boolean]}                 | {type: [string, boolean, number]}
            {type: object, properties: {a: {}}}       | {type: object, properties: {a: {}, b: {}}}
            {type: object, properties: {a: {}}}       | {type: object, properties: {a: {}}, additionalProperties: false}
            """)
    void additionKeepsPublicApi(String before, String after) {
        Documents.assertEffects(compare(before, after), "C C");
    }

    private static Comparison compare(String before, String after) {
        String object = "{type: object, properties: {x: %s}}";
        ObjectNode old = Documents.withSchema("Idle", object.formatted(before));
        return Documents.compare(old, Documents.withSchema("Idle", object.formatted(after)));
    }

    @Test
    void joinsReasonsOfSchemaAndCode() {
        String object = "{type: object, properties: {x: {type: %s}}}";
        Comparison comparison = Documents.compare(
                Documents.withSchema("Sent", object.formatted("string")),
                Documents.withSchema("Sent", object.formatted("boolean")));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/components/schemas/Sent/properties/x/type");
            assertThat(change.callers().reason())
                    .isEqualTo("requests with x as a string are no longer valid; "
                            + "Sent.x() returns Boolean instead of String");
            assertThat(change.implementers().reason()).isEqualTo("Sent.x() returns Boolean instead of String");
        });
    }

    @Test
    void reportsChangeOfSharedTypeOnce() {
        ObjectNode before = Documents.withSchema("Text", "{type: string}");
        Documents.put(before, "/components/schemas/Sent/properties/y", "{$ref: '#/components/schemas/Text'}");
        Documents.put(before, "/components/schemas/Got/properties/y", "{$ref: '#/components/schemas/Text'}");
        Comparison comparison = Documents.changed(
                before, document -> Documents.put(document, "/components/schemas/Text/type", "integer"));

        assertThat(comparison.changes())
                .singleElement()
                .extracting(Change::pointer)
                .isEqualTo("#/components/schemas/Text/type");
    }

    @Test
    void reportsMethodWithOtherParameters() {
        Comparison comparison = Documents.put("/paths/~1things~1{id}/post/parameters/0/schema", "{type: integer}");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/paths/~1things~1{id}/post/parameters/0/schema/type");
            assertThat(change.implementers().reason())
                    .isEqualTo("ThingsApi.makeThing(String, Sent, MakeThingParameters) was removed");
        });
    }

    @Test
    void reportsMethodWithOtherResult() {
        String place = "/paths/~1things~1{id}/post/responses/200/content/application~1json/schema";
        Comparison comparison = Documents.put(place, "{type: array, items: {$ref: '#/components/schemas/Got'}}");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#" + place);
            assertThat(change.callers().reason())
                    .contains("ThingsApi.makeThing(String, Sent")
                    .endsWith(" returns ApiCall<List<Got>> instead of ApiCall<Got>");
        });
    }

    /** The accessors keep their signatures and return other properties. */
    @Test
    void reportsSwappedPropertyNames() {
        String object = "{type: object, properties: {%s: {type: string}, %s: {type: string}}}";
        Comparison comparison = Documents.compare(
                Documents.withSchema("Idle", object.formatted("a b", "a-b")),
                Documents.withSchema("Idle", object.formatted("a-b", "a b")));

        assertThat(comparison.changes())
                .extracting(change -> change.callers().reason())
                .anyMatch(reason -> reason.contains("Idle.ab stands for a-b instead of a b"));
    }

    @Test
    void reportsSwappedParts() {
        String part = "%s: {type: string, format: binary}";
        Comparison comparison = Documents.compare(
                multipart(part.formatted("a"), part.formatted("b")),
                multipart(part.formatted("b"), part.formatted("a")));

        Documents.assertEffects(comparison, "B B");
    }

    private static ObjectNode multipart(String one, String other) {
        ObjectNode document = Documents.document();
        Documents.put(
                document,
                "/paths/~1things~1{id}/post/requestBody/content",
                "{multipart/form-data: {schema: {type: object, properties: {" + one + ", " + other + "}}}}");
        return document;
    }

    @Test
    void reportsRemovedInterfaceAtTag() {
        Comparison comparison = Documents.put("/paths/~1things~1{id}/post/tags", "[others]");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/paths/~1things~1{id}/post/tags");
            assertThat(change.callers().reason()).contains("the class ThingsApi was removed");
            assertThat(change.implementers().reason()).contains("the class ThingsApi was removed");
        });
    }

    @Test
    void reportsRenamedMethodAtOperationId() {
        Comparison comparison = Documents.put("/paths/~1things~1{id}/post/operationId", "create_thing");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/paths/~1things~1{id}/post/operationId");
            assertThat(change.callers().reason()).contains("ThingsApi.makeThing(", " was removed");
        });
    }
}
