package io.github.triggerapi.mock.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastValidatorTest {
    private static final Document DOCUMENT = document("""
            openapi: 3.1.0
            info: {title: Things, version: "1"}
            paths: {}
            components:
              schemas:
                Thing:
                  description: A thing.
                  type: object
                  required: [name, count]
                  properties:
                    name: {type: string, maxLength: 5}
                    count: {type: integer, minimum: 1, maximum: 9}
                    kind: {$ref: "#/components/schemas/Kind"}
                    at: {type: string, format: date-time, description: When.}
                    tags: {type: array, items: {type: string}}
                    any: {description: Any JSON.}
                    either: {type: [string, number, boolean, "null"]}
                    tagOrTags: {type: [string, array], items: {type: string}}
                Kind: {type: string, enum: [A, B]}
                Itself: {type: object, properties: {it: {$ref: "#/components/schemas/Itself"}}}
                Many:
                  type: object
                  properties:
                    a: {$ref: "#/components/schemas/Many"}
                    b: {$ref: "#/components/schemas/Many"}
                    c: {$ref: "#/components/schemas/Many"}
                    d: {$ref: "#/components/schemas/Many"}
                    e: {$ref: "#/components/schemas/Many"}
                    f: {$ref: "#/components/schemas/Many"}
                    g: {$ref: "#/components/schemas/Many"}
                    h: {$ref: "#/components/schemas/Many"}
                NumberInRange: {type: [string, number], minimum: 1}
                Pattern: {type: string, pattern: "^x$"}
                Nullable: {type: [string, "null"]}
                Beside: {$ref: "#/components/schemas/Kind", maxLength: 0}
                Number: {type: integer, enum: [1]}
                BesideText: {$ref: "#/components/schemas/Kind", type: string}
                ToNothing: {$ref: "#/components/schemas/Absent"}
                "True": true
                "False": false
                Member: {type: object, properties: {any: false}}
                Item: {type: array, items: false}
                Fraction: {type: integer, minimum: 1.5}
                Low: {type: integer, maximum: -1e400}
                High: {type: integer, minimum: 100000000000000000000}
                Short: {type: string, maxLength: 0.0}
                EnumOfArrays: {type: array, enum: [[2]]}
                EnumOfObjects: {type: object, enum: [{"a": 1}]}
                EnumOfNumbers: {type: string, enum: [1]}
                EnumOfNothing: {type: string, enum: []}
            """);

    private static final String THING =
            "{\"name\":\"x\",\"count\":1,\"kind\":\"A\",\"at\":\"2026-11-24T00:00:00Z\",\"tags\":[\"t\"],\"any\":{},"
                    + "\"either\":1.5,\"tagOrTags\":[]}";

    private static final List<JsonNode> VALUES = Stream.of(
                    "null",
                    "true",
                    "\"\"",
                    "\"A\"",
                    "\"C\"",
                    "\"123456\"",
                    "\"2026-02-30T00:00:00Z\"",
                    "0",
                    "1",
                    "9",
                    "10",
                    "1.0",
                    "1.5",
                    "1e30",
                    "12345678901234567890",
                    "[]",
                    "[1]",
                    "[null]",
                    "\"1\"",
                    "{\"any\":1}",
                    "{}")
            .map(FastValidatorTest::json)
            .toList();

    private static Document document(String yaml) {
        try {
            return Document.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Predicate<JsonNode> quick(String name) {
        return FastValidator.of(
                DOCUMENT, DOCUMENT.target("#/components/schemas/" + name).json());
    }

    @Test
    void neverAcceptsAnInvalidValue() {
        Predicate<JsonNode> quick = quick("Thing");
        Schema schema = Schema.at(DOCUMENT, "#/components/schemas/Thing");
        assertThat(quick.test(json(THING))).isTrue();
        int accepted = 0;
        for (String name : List.of("name", "count", "kind", "at", "tags", "any", "either", "tagOrTags", "other")) {
            for (JsonNode value : VALUES) {
                ObjectNode thing = json(THING).require();
                thing.set(name, value);
                if (quick.test(thing)) {
                    accepted++;
                    assertThat(schema.problem(thing, "")).as(thing.toString()).isNull();
                }
            }
            ObjectNode without = json(THING).require();
            without.remove(name);
            assertThat(quick.test(without)).as(name).isEqualTo(schema.problem(without, "") == null);
        }
        assertThat(accepted).isGreaterThan(2 * VALUES.size());
        VALUES.forEach(value -> assertThat(quick.test(value)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pattern",
                "Nullable",
                "NumberInRange",
                "Beside",
                "Number",
                "BesideText",
                "True",
                "False",
                "Member",
                "Item",
                "Fraction",
                "Low",
                "High",
                "Short",
                "EnumOfArrays",
                "EnumOfObjects",
                "EnumOfNumbers",
                "EnumOfNothing"
            })
    void doesNotAcceptValuesOfComplexSchemas(String name) {
        Schema schema = Schema.at(DOCUMENT, "#/components/schemas/" + name);
        for (JsonNode value : VALUES) {
            if (quick(name).test(value)) {
                assertThat(schema.problem(value, "")).as(value.toString()).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Absent", "ToNothing", "True", "BesideText", "Short"})
    void doesNotAcceptValuesOfUnknownKeywords(String name) {
        assertThat(VALUES).noneMatch(quick(name));
    }

    @Test
    void handlesRecursiveSchemas() {
        assertThat(quick("Itself").test(json("{}"))).isTrue();
        assertThat(quick("Many").test(json("{\"a\":{\"h\":{}}}"))).isTrue();
    }
}
