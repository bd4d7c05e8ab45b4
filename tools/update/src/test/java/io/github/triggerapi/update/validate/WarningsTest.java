package io.github.triggerapi.update.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.source.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that problems of illustrations are warnings. */
class WarningsTest {

    private static final String INFO = "info: {title: T, version: '1'}\nservers: [{url: 'https://example.com'}]\n";
    private static final String START = "openapi: 3.1.0\n" + INFO;
    private static final String PATHS = "paths: {/a: {get: {operationId: a, responses: {'200': {description: b}}}}}\n";
    private static final String A80 =
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, example: 1.1}                    | #/paths/~1a/get/responses/200/content/application~1json/schema/example: is invalid for #/paths/~1a/get/responses/200/content/application~1json/schema: Value is [number] but should be [string]",
                "{type: string, default: 1}                      | #/paths/~1a/get/responses/200/content/application~1json/schema/default: is invalid for #/paths/~1a/get/responses/200/content/application~1json/schema: Value is [integer] but should be [string]",
                "{type: array, items: {type: string}, examples: [[a], [a, 1]]} | #/paths/~1a/get/responses/200/content/application~1json/schema/examples/1: is invalid for #/paths/~1a/get/responses/200/content/application~1json/schema: Value is [integer] but should be [string] at /1",
                "{type: string, format: date-time, example: now} | #/paths/~1a/get/responses/200/content/application~1json/schema/example: is invalid for #/paths/~1a/get/responses/200/content/application~1json/schema: Text 'now' could not be parsed at index 0"
            })
    void invalidExampleIsWarning(String schema, String warning) {
        assertThat(validate(withSchema("schema: " + schema)).warnings()).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, pattern: '^(a|aa)+(?:b\\1)$', example: '" + A80 + "!'}",
                "{type: array, items: {type: string, pattern: '^(a|aa)+(?:b\\1)$'}, example: ['" + A80 + "!']}"
            })
    void slowPatternIsWarning(String schema) {
        String place = "#/paths/~1a/get/responses/200/content/application~1json/schema";

        assertThat(validate(withSchema("schema: " + schema)).warnings())
                .singleElement()
                .asString()
                .startsWith(place + "/example: could not be checked against " + place + ": the pattern ^(a|aa)+")
                .endsWith("$ takes too long");
    }

    @Test
    void stringTooLongForPatternIsWarning() {
        String schema = "schema: {type: string, pattern: '^(a|b)*$', example: " + "ab".repeat(100_000) + "}";

        assertThat(validate(withSchema(schema)).warnings())
                .singleElement()
                .asString()
                .contains("could not be checked")
                .endsWith("the pattern ^(a|b)*$ takes too long");
    }

    @Test
    void totalEffortForPatternsIsLimited() {
        String texts = ("'" + A80 + "!', ").repeat(1000);
        String schema = "schema: {type: string, pattern: '^(a|aa)+(?:b\\1)$', examples: [" + texts + "aa]}";

        assertThat(validate(withSchema(schema)).warnings()).hasSize(1001);
    }

    @Test
    void examplesBesideSchemaAreValidated() {
        String schema = "schema: {type: object, properties: {b: {type: string}}}, ";
        String place = "#/paths/~1a/get/responses/200/content/application~1json";

        assertThat(validate(withSchema(schema + "example: {b: 1}")).warnings())
                .containsExactly(place + "/example: is invalid for " + place
                        + "/schema: Value is [integer] but should be [string] at /b");
        assertThat(validate(withSchema(schema + "examples: {c: {value: {b: 1}}, d: {$ref: '#/components/examples/E'}}")
                                + "components: {examples: {E: {value: {b: true}}}}\n")
                        .warnings())
                .containsExactly(
                        place + "/examples/c/value: is invalid for " + place
                                + "/schema: Value is [integer] but should be [string] at /b",
                        place + "/examples/d/value: is invalid for " + place
                                + "/schema: Value is [boolean] but should be [string] at /b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, nullable: true, enum: [a], example: null}",
                "{type: integer, minimum: 1, exclusiveMinimum: true, default: 2}",
                "{type: [string, 'null'], example: null}",
                "{type: string, format: email, example: b}",
                "{type: object, properties: {example: {type: string}, default: {type: string}}}",
                "{type: object, additionalProperties: {nullable: true, oneOf: [{type: string}, {type: integer}]}, example: {a: null, b: 1}}"
            })
    void validExampleIsNoWarning(String schema) {
        assertThat(validate(withSchema("schema: " + schema)).warnings()).isEmpty();
    }

    @Test
    void unusedComponentIsWarning() {
        String document =
                START + PATHS.replace("operationId: a", "operationId: a, tags: [b], security: [{s: []}]") + """
                tags: [{name: b}, {name: c}]
                components:
                  schemas:
                    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}
                    B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
                  securitySchemes:
                    s: {type: http, scheme: bearer}
                    t: {type: http, scheme: bearer}
                """;

        assertThat(validate(document).warnings())
                .containsExactly(
                        "#/components/schemas/A: no operation uses it",
                        "#/components/schemas/B: no operation uses it",
                        "#/components/securitySchemes/t: no operation uses it",
                        "#/tags/1: no operation has the tag c");
    }

    @Test
    void numericVersionIsWarning() {
        ValidatedRevision revision = validate("openapi: 3.1.0\n" + INFO.replace("'1'", "1.10") + PATHS);

        assertThat(revision.warnings())
                .containsExactly("#/info/version: is read as 1.1, because it has no quotes; expected a string");
    }

    @Test
    void warningsEscapeControlCharacters() {
        assertThat(validate(START + PATHS + "tags: [{name: \"\\u009b2J\\e[2J\"}]")
                        .warnings())
                .containsExactly("#/tags/0: no operation has the tag [U+009B]2J[U+001B][2J");
    }

    @Test
    void descriptionsAndExtensionsAreAccepted() {
        String document = START + "x-a: {$ref: nowhere, operationId: a}\n"
                + PATHS.replace("operationId: a", "operationId: a, description: '$ref', x-b: [{$ref: '#/c'}]");

        assertThat(validate(document).warnings()).isEmpty();
    }

    private static String withSchema(String content) {
        return START
                + PATHS.replace("description: b", "description: b, content: {application/json: {" + content + "}}");
    }

    private static ValidatedRevision validate(String document) {
        return ValidatedRevision.of(new Revision("api.yaml", document));
    }
}
