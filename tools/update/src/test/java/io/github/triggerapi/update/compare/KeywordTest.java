package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Role;
import io.github.triggerapi.update.compare.change.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests changes of each keyword of schemas, in requests and in responses. */
class KeywordTest {

    /** The old and new schema, and the effects in requests and in responses. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: integer, maximum: 10}        | {type: integer, maximum: 5}         | B C | C B
            {type: integer, maximum: 5}         | {type: integer, maximum: 10}        | C C | B C
            {type: integer}                     | {type: integer, minimum: 1}         | B C | C B
            {type: integer, minimum: 1}         | {type: integer}                     | C C | B C
            {type: number, minimum: 1}          | {type: number, exclusiveMinimum: 1} | B C | C B
            {type: number, exclusiveMaximum: 5} | {type: number, maximum: 5}          | C C | B C
            {type: number, exclusiveMaximum: 5} | {type: number, exclusiveMaximum: 9} | C C | B C
            {type: integer, multipleOf: 2}      | {type: integer, multipleOf: 4}      | B C | C B
            {type: integer, multipleOf: 4}      | {type: integer, multipleOf: 2}      | C C | B C
            {type: integer, multipleOf: 4}      | {type: integer, multipleOf: 6}      | B C | B B
            {type: integer, multipleOf: 4}      | {type: integer}                     | C C | B C
            {type: string}                      | {type: string, minLength: 1}        | B C | C B
            {type: string, minLength: 1}        | {type: string}                      | C C | B C
            {type: string, maxLength: 9}        | {type: string, maxLength: 8}        | B C | C B
            {type: string, maxLength: 9}        | {type: string, maxLength: 10}       | C C | B C
            {type: string}                      | {type: string, pattern: ^a}         | B C | C B
            {type: string, pattern: ^a}         | {type: string}                      | C C | B C
            {type: string, pattern: ^a}         | {type: string, pattern: ^b}         | B C | B B
            {type: string}                      | {type: string, format: uuid}        | B C | C B
            {type: string, format: uuid}        | {type: string}                      | C C | B C
            {type: string, format: uuid}        | {type: string, format: email}       | B C | B B
            {type: integer, format: int32}      | {type: integer, format: int64}      | C C | B C
            {type: integer, format: int64}      | {type: integer, format: int32}      | B C | C B
            {type: string}                      | {type: string, format: date-time}   | B B | B B
            {type: string, format: date-time}   | {type: string}                      | B B | B B
            {type: array, items: {type: string}} | {type: array, items: {type: string}, maxItems: 3}       | B C | C B
            {type: array, items: {type: string}, minItems: 3} | {type: array, items: {type: string}}       | C C | B C
            {type: array, items: {type: string}} | {type: array, items: {type: string}, uniqueItems: true} | B C | C B
            {type: array, items: {type: string}, maxItems: 3} | {type: array, items: {type: string}}       | C C | B C
            {type: array, items: {type: string}} | {type: array, items: {type: string, maxLength: 3}}      | B C | C B
            {type: array, items: {type: string}} | {type: array, items: {type: integer}}                   | B B | B B
            {type: array, items: {type: string}} | {type: array, items: {}}                                | B B | B B
            {type: object}                      | {type: object, maxProperties: 3}                         | B C | C B
            {type: object, minProperties: 3}    | {type: object}                                           | C C | B C
            {type: string, enum: [a, b]}        | {type: string, enum: [a, b, c]}     | C C | C C
            {type: string, enum: [a, b]}        | {type: string, enum: [a]}           | B B | B B
            {type: string, enum: [a, b]}        | {type: string, enum: [a, c]}        | B B | B B
            {type: string, enum: [a]}           | {type: string}                      | B B | B B
            {type: string}                      | {type: string, enum: [a]}           | B B | B B
            {type: integer, enum: [1, 2]}       | {type: integer, enum: [1, 2, 3]}    | C C | C C
            {type: integer, enum: [1, 2]}       | {type: integer, enum: [1]}          | B C | C B
            {type: integer}                     | {type: integer, enum: [1]}          | B C | C B
            {const: a}                          | {const: b}                          | B B | B B
            {type: integer, const: 1}           | {type: integer}                     | C C | C C
            {type: string, const: a}            | {type: string, enum: [a]}           | N N | N N
            {type: integer}                     | {type: number}                      | B B | B B
            {type: string}                      | {type: integer}                     | B B | B B
            {type: string}                      | {}                                  | B B | B B
            {}                                  | {type: boolean}                     | B B | B B
            {type: string}                      | {type: [string, 'null']}            | C C | B C
            {type: [string, 'null']}            | {type: string}                      | B B | B B
            {type: string}                      | {type: string, nullable: true}      | C C | B C
            {oneOf: [{type: string}, {type: number}]} | {oneOf: [{type: [string, 'null']}, {type: number}]} | C C | B C
            {oneOf: [{type: string}, {type: number}]} | {oneOf: [{type: string}, {type: number, nullable: true}]} | C C | B C
            {type: [array, string], items: {type: string}} | {type: string}           | B B | B B
            {type: [string, number]}            | {type: [string, number, boolean]}   | C C | B C
            {type: [string, number, boolean]}   | {type: [string, number]}            | B B | B B
            {type: [string, number]}            | {type: [string, integer]}           | B B | B B
            {oneOf: [{type: string}, {type: number}]} | {oneOf: [{type: string}, {type: number}, {type: boolean}]} | C C | B C
            {anyOf: [{type: string}, {type: number}, {type: boolean}]} | {anyOf: [{type: string}, {type: number}]} | B B | B B
            {oneOf: [{type: string}, {type: number}]} | {oneOf: [{type: string, maxLength: 3}, {type: number}]}    | B C | C B
            {type: string}                      | {type: string, default: a}          | C C | C C
            {type: string, default: a}          | {type: string, default: b}          | C C | C C
            {type: string}                      | {type: string, readOnly: true}      | C C | C C
            {type: string}                      | {type: string, writeOnly: true}     | C C | C C
            {type: object, properties: {a: {type: string}}}                | {type: object, properties: {a: {type: string}, b: {type: string}}}                | C C | C C
            {type: object, properties: {a: {type: string}}}                | {type: object, required: [b], properties: {a: {type: string}, b: {type: string}}} | B C | C B
            {type: object, properties: {a: {type: string}, b: {type: string}}} | {type: object, properties: {a: {type: string}}}           | B B | B B
            {type: object, properties: {a: {type: string}}}                | {type: object, required: [a], properties: {a: {type: string}}} | B C | C B
            {type: object, required: [a], properties: {a: {type: string}}} | {type: object, properties: {a: {type: string}}}           | C C | B C
            {type: object, properties: {a: {type: string, default: b}}}    | {type: object, required: [a], properties: {a: {type: string, default: b}}} | B B | B B
            {type: object, properties: {a: {type: string}}}                | {type: object, additionalProperties: false, properties: {a: {type: string}}} | B C | C B
            {type: object, additionalProperties: false, properties: {a: {type: string}}} | {type: object, properties: {a: {type: string}}} | C C | C C
            {type: object, additionalProperties: {type: string}}           | {type: object, additionalProperties: {type: string, maxLength: 3}} | B C | C B
            {type: object, properties: {a: {}, b: {}, c: {}}} | {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | B C | C B
            {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, c: {}}} | C C | B C
            {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}, {required: [c]}]} | C C | B C
            {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}, {required: [c]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | B C | C B
            {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b, c]}]} | B C | C B
            {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, oneOf: [{required: [a]}, {required: [b]}]} | B C | C B
            {type: object, properties: {a: {}, b: {}, c: {}}, oneOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b]}]} | C C | B C
            {type: object, properties: {a: {}, b: {}, c: {}}, oneOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, oneOf: [{required: [a]}, {required: [b]}, {required: [c]}]} | B C | B B
            {type: object, required: [a], properties: {a: {}}} | {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]} | C C | B C
            {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, required: [a], properties: {a: {}, b: {}}} | B C | C B
            {type: object, required: [a], properties: {a: {}, b: {}}} | {type: object, required: [a], properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [b]}, {required: [c]}]} | B C | C B
            {type: object, required: [a], properties: {a: {}, b: {}}} | {type: object, required: [b], properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]} | B C | B B
            {type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, z: {}}, oneOf: [{required: [a]}, {required: [b]}, {required: [z]}]} | C C | B C
            {type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}, z: {}}, oneOf: [{required: [a]}, {required: [z]}, {required: [b, z]}]} | B C | B B
            {type: object, properties: {a: {}, b: {}, z: {}}, oneOf: [{required: [a]}, {required: [b]}, {required: [z]}]} | {type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]} | B B | B B
            {type: object, properties: {a: {}}} | {type: object, properties: {a: {}, z: {}}, anyOf: [{required: [z]}]} | B C | C B
            {type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}}, oneOf: [{required: [a]}, {required: [a]}, {required: [b]}]} | B C | C B
            {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [b]}, {required: [b]}, {required: [a]}]} | N N | N N
            {type: object, additionalProperties: {type: string}}           | {type: object, additionalProperties: {type: boolean}}  | B B | B B
            {type: object, additionalProperties: {type: string}}           | {type: object}                                         | B B | B B
            {type: string}                      | {type: string, not: {const: a}}     | B C | C B
            {type: string, not: {const: a}}     | {type: string}                      | C C | C C
            {type: string, not: {const: a}}     | {type: string, not: {const: b}}     | B C | C B
            {}                                  | {propertyNames: {maxLength: 3}}     | B C | C B
            {type: string}                      | {type: string, $anchor: a}          | C C | C C
            {type: string}                      | {type: string, unknown: a}          | C C | C C
            {$ref: '#/components/schemas/Got'}  | {$ref: '#/components/schemas/Got', minProperties: 1} | B C | C B
            {allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]} | {allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string, maxLength: 3}}}]} | B C | C B
            {allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]} | {allOf: [{type: object, properties: {a: {type: string}}}, {type: object, required: [a], properties: {b: {type: string}}}]} | B C | C B
            """)
    void verdictsOfKeywordChanges(String before, String after, String sent, String received) {
        Documents.assertEffects(compare("Sent", before, after), sent);
        Documents.assertEffects(compare("Got", before, after), received);
    }

    private static Comparison compare(String schema, String before, String after) {
        String object = "{type: object, properties: {x: %s}}";
        ObjectNode old = Documents.withSchema(schema, object.formatted(before));
        ObjectNode now = Documents.withSchema(schema, object.formatted(after));
        return Documents.compare(old, now);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: integer, maximum: 10} | {type: integer, maximum: 5} | /maximum | maximum of x
            {type: string, enum: [a]}    | {type: string, enum: [a, b]} | /enum/1 | value b of x
            {type: string}               | {type: integer} | /type | type of x
            {type: string}               | {type: [string, 'null']} | /type | null for x
            {oneOf: [{type: string}, {type: number}]} | {oneOf: [{type: string}, {type: number}, {type: boolean}]} | /oneOf/2 | a boolean as x
            {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]} | {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}]} | /anyOf | which members of x are required together
            """)
    void changePointsToKeyword(String before, String after, String pointer, String what) {
        Comparison comparison = compare("Sent", before, after);

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/components/schemas/Sent/properties/x" + pointer);
            assertThat(change.what()).isEqualTo(what);
        });
    }

    /** Returns a schema without and one with a keyword. */
    private static final Map<SchemaKeyword, List<String>> SAMPLES = Map.ofEntries(
            Map.entry(SchemaKeyword.TYPE, List.of("{}", "{type: string}")),
            Map.entry(SchemaKeyword.ENUM, List.of("{type: string}", "{type: string, enum: [a]}")),
            Map.entry(SchemaKeyword.CONST, List.of("{type: string}", "{type: string, const: a}")),
            Map.entry(SchemaKeyword.ONE_OF, List.of("{}", "{oneOf: [{type: string}, {type: integer}]}")),
            Map.entry(SchemaKeyword.ANY_OF, List.of("{}", "{anyOf: [{type: string}, {type: integer}]}")),
            Map.entry(
                    SchemaKeyword.ALL_OF,
                    List.of("{}", "{allOf: [{type: object, properties: {a: {type: string}}}, {type: object}]}")),
            Map.entry(SchemaKeyword.ITEMS, List.of("{type: array}", "{type: array, items: {type: string}}")),
            Map.entry(
                    SchemaKeyword.PROPERTIES,
                    List.of(
                            "{type: object, properties: {a: {type: string}}}",
                            "{type: object, properties: {a: {type: string}, b: {type: string}}}")),
            Map.entry(
                    SchemaKeyword.ADDITIONAL_PROPERTIES,
                    List.of("{type: object}", "{type: object, additionalProperties: {type: string}}")),
            Map.entry(SchemaKeyword.NULLABLE, List.of("{type: string}", "{type: string, nullable: true}")),
            Map.entry(
                    SchemaKeyword.REQUIRED,
                    List.of(
                            "{type: object, properties: {a: {type: string}}}",
                            "{type: object, properties: {a: {type: string}}, required: [a]}")),
            Map.entry(SchemaKeyword.REF, List.of("{}", "{$ref: '#/components/schemas/Got'}")),
            Map.entry(
                    SchemaKeyword.DISCRIMINATOR,
                    List.of(
                            "{oneOf: [{$ref: '#/components/schemas/Sent'}, {$ref: '#/components/schemas/Got'}]}",
                            "{oneOf: [{$ref: '#/components/schemas/Sent'}, {$ref: '#/components/schemas/Got'}],"
                                    + " discriminator: {propertyName: x}}")));

    @ParameterizedTest
    @EnumSource(SchemaKeyword.class)
    void eachKeywordIsCompared(SchemaKeyword keyword) {
        boolean prose = keyword.role() == Role.PROSE;
        for (List<String> sample : samples(keyword)) {
            Comparison comparison = compare("Sent", sample.get(0), sample.get(1));

            assertThat(comparison.changes()).as("%s", sample).isNotEmpty().allSatisfy(change -> {
                assertThat(change.pointer()).startsWith("#/components/schemas/Sent/properties/x");
                assertThat(change.severity() == Severity.NONE).as("%s", change).isEqualTo(prose);
            });
        }
    }

    private static List<List<String>> samples(SchemaKeyword keyword) {
        if (keyword.bound().isPresent()) {
            return keyword.types().stream()
                    .map(type -> List.of(
                            "{type: " + type + "}",
                            "{type: " + type + ", " + keyword.keyword() + ": " + value(keyword, type) + "}"))
                    .toList();
        }
        if (keyword.role() != Role.ASSERTION) {
            return List.of(List.of("{type: string}", "{type: string, " + keyword.keyword() + ": true}"));
        }
        assertThat(SAMPLES).as("the samples of this test").containsKey(keyword);
        return List.of(SAMPLES.get(keyword));
    }

    private static String value(SchemaKeyword keyword, String type) {
        return switch (keyword.bound().orElseThrow()) {
            case LOWER, UPPER, EXCLUSIVE_LOWER, EXCLUSIVE_UPPER, STEP, LEAST_COUNT, GREATEST_COUNT -> "3";
            case UNIQUE -> "true";
            case PATTERN -> "^a";
            case FORMAT -> type.equals("number") ? "float" : type.equals("integer") ? "int64" : "uuid";
        };
    }

    @ParameterizedTest
    @CsvSource({"Sent, requests with x above 5 are no longer valid", "Got, responses with x above 5 are no longer sent"
    })
    void reportsReason(String schema, String reason) {
        Comparison comparison = compare(schema, "{type: integer}", "{type: integer, maximum: 5}");

        assertThat(comparison.changes())
                .singleElement()
                .extracting(change -> change.callers().reason())
                .isEqualTo(reason);
    }
}
