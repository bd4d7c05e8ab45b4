package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import io.github.triggerapi.contract.traffic.InvalidValues.InvalidValue;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ObjectNode;

/** Generated values cover and satisfy a schema; invalid values violate each of its constraints. */
@Tag("independent")
class GeneratedValuesTest {

    private static final String SCHEMA = "/components/schemas/Thing";
    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Things, version: '1'}
            paths: {}
            components:
              schemas:
                Name: {type: string, minLength: 2, maxLength: 5}
                Thing:
                  type: object
                  required: [id]
                  additionalProperties: false
                  properties:
                    id: {type: integer, minimum: 1, exclusiveMaximum: 100, multipleOf: 3}
                    name: {$ref: '#/components/schemas/Name', description: A name}
                    state: {type: string, enum: ["on", "off"]}
                    when: {type: string, format: date-time, nullable: true}
                    code: {type: string, pattern: '^[A-Z]{3}-[0-9]{2}$'}
                    slug: {type: string, pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 8}
                    big: {type: integer, minimum: 0, maximum: 18446744073709551615}
                    fine: {type: number, minimum: 0.30000000000000004, maximum: 1}
                    union: {oneOf: [{type: boolean}, {type: object, required: [a], properties: {a: {type: number}}}]}
                    list: {type: [array, string], minItems: 1, maxItems: 3, uniqueItems: true, items: {type: integer}}
                    any: {}
                    self: {$ref: '#/components/schemas/Thing'}
                    all: {allOf: [{type: object, properties: {x: {type: string}}}, {required: [x]}]}
                    full: {type: object, minProperties: 2, additionalProperties: {type: boolean}}
                    map: {type: object, additionalProperties: {type: integer, maximum: 9}}
                    fixed: {const: 7}
                    shown: {type: string, examples: [for example]}
            """;

    private final Judge judge = new Judge(DOCUMENT);
    private final SchemaResolver schemas = new SchemaResolver(OpenApiDocument.parse(DOCUMENT));
    private final CoveringValues values = new CoveringValues(schemas, Set.of());
    private final JsonNode schema = schemas.at(SCHEMA);

    @Test
    void coveringValuesCoverTheSchema() {
        List<JsonNode> covering = values.covering(schema, StringValues.JSON);

        assertThat(covering)
                .allSatisfy(value -> assertThat(judge.value(SCHEMA, value))
                        .as(value.toString())
                        .isEmpty());
        assertThat(all(covering, "id")).contains("3", "99");
        assertThat(all(covering, "name")).contains("\"xx\"", "\"xxxxx\"", "");
        assertThat(all(covering, "state")).contains("\"on\"", "\"off\"", "");
        assertThat(all(covering, "when")).contains("null", "").hasSizeGreaterThan(3);
        assertThat(all(covering, "code")).anyMatch(code -> code.matches("\"[A-Z]{3}-[0-9]{2}\""));
        assertThat(all(covering, "union")).contains("true", "false", "{\"a\":0.1}", "");
        assertThat(all(covering, "list"))
                .anyMatch(list -> list.startsWith("["))
                .anyMatch(list -> list.startsWith("\""));
        assertThat(all(covering, "any")).contains("null", "[]", "{}", "true", "\"text\"");
        assertThat(all(covering, "self")).anyMatch(self -> self.contains("\"state\""));
        assertThat(all(covering, "map")).anyMatch(map -> map.contains(":9}"));
        assertThat(all(covering, "shown")).contains("\"for example\"");
        assertThat(all(covering, "full")).contains("{\"notInTheDocument0\":true,\"notInTheDocument1\":true}");
        assertThat(all(covering, "fixed")).containsExactlyInAnyOrder("", "7");
    }

    private static Set<String> all(List<JsonNode> values, String member) {
        return values.stream()
                .map(value -> value.has(member) ? value.get(member).toString() : "")
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomValuesAreValidAndReproducible(long seed) {
        JqwikSession.run(() -> {
            RandomGenerator<JsonNode> generator = new RandomValues(schemas, values)
                    .of(schema, StringValues.JSON)
                    .generator(1000, false);
            Random random = new Random(seed);
            Random again = new Random(seed);
            for (int i = 0; i < 200; i++) {
                JsonNode value = generator.next(random).value();
                assertThat(judge.value(SCHEMA, value)).as(value.toString()).isEmpty();
                assertThat(generator.next(again).value()).isEqualTo(value);
            }
        });
    }

    @Test
    void exampleHasTheImpliedType() {
        ObjectNode folder =
                (ObjectNode) Judge.JSON.readTree("{\"properties\":{\"a\":{}},\"examples\":[\"{}\",{\"a\":\"b\"}]}");

        assertThat(values.covering(folder, StringValues.JSON))
                .contains(folder.at("/examples/1"))
                .doesNotContain(folder.at("/examples/0"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, NUMBER", "text/plain, STRING"})
    void rawBodyIsJsonOrText(String mediaType, JsonNodeType type) {
        JsonNode body = MessageSchemas.raw("12", mediaType);

        assertThat(body.getNodeType()).isEqualTo(type);
        assertThat(MessageSchemas.text(body, mediaType)).isEqualTo("12");
    }

    /** HTTP clients remove it. */
    @Test
    void textHasNoByteOrderMark() {
        assertThat(StringValues.TEXT.allows("\uFEFFa")).isFalse();
        assertThat(StringValues.JSON.allows("\uFEFFa")).isTrue();
    }

    /** Choices of members, in an object and in a variant with a constant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: object, properties: {a: {type: string}, b: {type: integer}}, anyOf: [{required: [a]}, {required: [b]}]}
            {type: object, properties: {a: {type: string}, b: {type: integer}}, oneOf: [{required: [a]}, {required: [b]}]}
            {type: object, required: [c], properties: {a: {}, b: {}, c: {}}, oneOf: [{required: [a]}, {required: [a, b]}, {required: [b]}]}
            {oneOf: [{type: object, required: [k], properties: {k: {const: x}, a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]}, {type: object, required: [k], properties: {k: {const: y}}}]}
            """)
    void coversAndViolatesChoicesOfMembers(String schema) {
        String document = "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\ncomponents: {schemas: {Thing: "
                + schema + "}}\n";
        Judge choiceJudge = new Judge(document);
        SchemaResolver choiceSchemas = new SchemaResolver(OpenApiDocument.parse(document));
        CoveringValues choiceValues = new CoveringValues(choiceSchemas, Set.of());
        JsonNode thing = choiceSchemas.at(SCHEMA);

        List<JsonNode> covering = choiceValues.covering(thing, StringValues.JSON);
        List<InvalidValue> invalidValues = new InvalidValues(choiceSchemas, choiceValues)
                .of(thing, StringValues.JSON).stream()
                        .filter(InvalidValue::isOfChoice)
                        .toList();

        assertThat(covering)
                .anyMatch(value -> value.has("a"))
                .anyMatch(value -> value.has("b"))
                .allSatisfy(value -> assertThat(choiceJudge.value(SCHEMA, value))
                        .as(value.toString())
                        .isEmpty());
        assertThat(invalidValues)
                .anyMatch(one -> !one.value().has("a") && !one.value().has("b"))
                .allSatisfy(one -> assertThat(choiceJudge.value(SCHEMA, one.value()))
                        .as(one.value().toString())
                        .isNotEmpty());
        if (!schema.contains("anyOf")) {
            assertThat(invalidValues)
                    .anyMatch(one -> one.value().has("a") && one.value().has("b"));
        }
    }

    /** Arrays whose elements have schemas of their own, and objects that require members of their own kind. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: array, minItems: 2, items: false, prefixItems: [{type: string}, {type: integer, minimum: 3}]} | ["", 3]
            {prefixItems: [{type: boolean}], items: {type: number}}                       | [false, 0.1]
            {type: array, items: {type: integer}, contains: {const: 5}}                   | [5]
            {type: array, contains: {type: string}, minContains: 2, maxContains: 3}       | ["a", "a"]
            {type: object, required: [next], properties: {next: {anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}}} | {"next":{"next":null}}
            """)
    void valuesOfRareSchemasAreValid(String schema, String value) {
        String document = "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\ncomponents: {schemas: {Thing: "
                + schema + "}}\n";
        Judge rare = new Judge(document);
        SchemaResolver rareSchemas = new SchemaResolver(OpenApiDocument.parse(document));
        CoveringValues rareValues = new CoveringValues(rareSchemas, Set.of());
        JsonNode thing = rareSchemas.at(SCHEMA);

        List<JsonNode> covering = rareValues.covering(thing, StringValues.JSON);
        List<InvalidValue> invalidValues = new InvalidValues(rareSchemas, rareValues).of(thing, StringValues.JSON);

        assertThat(rare.value(SCHEMA, Judge.JSON.readTree(value))).isEmpty();
        assertThat(covering)
                .hasSizeGreaterThan(1)
                .allSatisfy(one ->
                        assertThat(rare.value(SCHEMA, one)).as(one.toString()).isEmpty());
        assertThat(invalidValues)
                .filteredOn(one -> one.pointer().isEmpty() && !one.keyword().equals("type"))
                .allSatisfy(one -> assertThat(rare.value(SCHEMA, one.value()))
                        .as(one.toString())
                        .isNotEmpty());
        assertThat(invalidValues)
                .anySatisfy(one -> assertThat(rare.value(SCHEMA, one.value()))
                        .as(one.toString())
                        .isNotEmpty());
        JqwikSession.run(() -> {
            RandomGenerator<JsonNode> generator = new RandomValues(rareSchemas, rareValues)
                    .of(thing, StringValues.JSON)
                    .generator(100, false);
            Random random = new Random(1);
            for (int i = 0; i < 50; i++) {
                JsonNode one = generator.next(random).value();
                assertThat(rare.value(SCHEMA, one)).as(one.toString()).isEmpty();
            }
        });
    }

    @Test
    void kindsHaveNoInvalidObjects() {
        String document = """
                openapi: 3.1.0
                info: {title: a, version: '1'}
                paths: {}
                components:
                  schemas:
                    Thing:
                      type: object
                      properties: {kind: {type: string}, name: {type: string, maxLength: 3}}
                      discriminator: {propertyName: kind}
                    SUBTYPE: {allOf: [{$ref: '#/components/schemas/Thing'}]}
                    More: {allOf: [{$ref: '#/components/schemas/Base'}]}
                """;
        JsonNode reference = Judge.JSON.readTree("{\"$ref\":\"#/components/schemas/Thing\"}");
        for (boolean subtype : List.of(true, false)) {
            SchemaResolver resolver = new SchemaResolver(
                    OpenApiDocument.parse(subtype ? document : document.replaceAll(".*SUBTYPE.*\\n", "")));

            assertThat(new InvalidValues(resolver, new CoveringValues(resolver, Set.of()))
                            .of(reference, StringValues.JSON).stream()
                                    .anyMatch(one -> one.keyword().equals("maxLength")))
                    .isNotEqualTo(subtype);
        }
    }

    @Test
    void invalidValuesViolateEachConstraint() {
        List<InvalidValue> invalidValues = new InvalidValues(schemas, values).of(schema, StringValues.JSON);

        assertThat(invalidValues)
                .extracting(one -> one.pointer() + " " + one.keyword())
                .contains(
                        " type",
                        "/id required",
                        "/notInTheDocument additionalProperties",
                        "/id minimum",
                        "/id exclusiveMaximum",
                        "/id multipleOf",
                        "/name minLength",
                        "/name maxLength",
                        "/state enum",
                        "/when format",
                        "/code pattern",
                        "/union/a required",
                        "/union/a type",
                        "/list maxItems",
                        "/list minItems",
                        "/list uniqueItems",
                        "/list/2 type",
                        "/self/id minimum",
                        "/all/x required",
                        "/map/notInTheDocument maximum",
                        "/fixed const");
        assertThat(invalidValues)
                .filteredOn(one -> !one.pointer().startsWith("/union"))
                .allSatisfy(one -> assertThat(judge.value(SCHEMA, one.value()))
                        .as(one.toString())
                        .isNotEmpty());
    }
}
