package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApi30NormalizerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static OpenApi30Normalizer normalized(String schema) {
        return OpenApi30Normalizer.of(DocumentReader.read("""
                components:
                  schemas:
                    Cat: {type: object}
                    Sample: %s
                """.formatted(schema)));
    }

    /** Parses YAML; text that begins with a brace would be parsed as JSON. */
    private static JsonNode yaml(String text) {
        return DocumentReader.read("---\n" + text);
    }

    private static boolean accepts(OpenApi30Normalizer normalized, String pointer, String value) {
        var validator =
                new ValidatorFactory().withDisabledSchemaValidation(true).createValidator();
        validator.registerSchema(URI.create("https://example.com/document"), normalized.document());
        URI uri =
                validator.registerSchema(JSON.createObjectNode().put("$ref", "https://example.com/document" + pointer));
        return validator.validate(uri, yaml(value)).isValid();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: string, nullable: true}                              | a | 1",
                "{type: [string], nullable: true}                            | a | 1",
                "{type: [string, 'null'], nullable: true}                    | a | 1",
                "{type: string, enum: [a], nullable: true}                   | a | b",
                "{enum: [a, null], nullable: true}                           | a | b",
                "{const: a, nullable: true}                                  | a | b",
                "{$ref: '#/components/schemas/Cat', nullable: true}          | {}  | 1",
                "{allOf: [{$ref: '#/components/schemas/Cat'}], nullable: true} | {} | 1",
                "{oneOf: [{type: string}, {type: integer}], nullable: true}  | a | true",
                "{oneOf: [{type: string, nullable: true}, {type: integer}], nullable: true} | a | true",
                "{anyOf: [{type: string}, {type: integer}], nullable: true}  | a | true",
                "{not: {type: string}, nullable: true}                       | 1   | a",
                "{type: object, allOf: [{required: [a]}], nullable: true}    | {a: 1} | {}"
            })
    void nullableSchemasAcceptNullBesideTheirValues(String schema, String valid, String invalid) {
        OpenApi30Normalizer normalized = normalized(schema);

        assertThat(accepts(normalized, "#/components/schemas/Sample", "null")).isTrue();
        assertThat(accepts(normalized, "#/components/schemas/Sample", valid)).isTrue();
        assertThat(accepts(normalized, "#/components/schemas/Sample", invalid)).isFalse();
        assertThat(normalized.document().findValue("nullable")).isNull();
        assertThat(normalized.document().findValuesAsText("$ref")).doesNotContain("");
    }

    @Test
    void nullableReferencesIntoMovedSchemasAreRewritten() {
        OpenApi30Normalizer normalized = OpenApi30Normalizer.of(DocumentReader.read("""
                components:
                  schemas:
                    Union: {nullable: true, oneOf: [{type: string}, {type: integer}]}
                    Sample: {$ref: '#/components/schemas/Union/oneOf/1', nullable: true}
                """));

        assertThat(accepts(normalized, "#/components/schemas/Sample", "1")).isTrue();
        assertThat(accepts(normalized, "#/components/schemas/Sample", "null")).isTrue();
        assertThat(accepts(normalized, "#/components/schemas/Sample", "a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{minimum: 1, exclusiveMinimum: true}  | 2 | 1",
                "{minimum: 1, exclusiveMinimum: false} | 1 | 0",
                "{maximum: 1, exclusiveMaximum: true}  | 0 | 1",
                "{maximum: 1, exclusiveMaximum: false} | 1 | 2",
                "{exclusiveMaximum: 1}                 | 0 | 1"
            })
    void exclusiveBoundsAreNumbers(String schema, String valid, String invalid) {
        assertThat(accepts(normalized(schema), "#/components/schemas/Sample", valid))
                .isTrue();
        assertThat(accepts(normalized(schema), "#/components/schemas/Sample", invalid))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, nullable: false, example: {nullable: true}}",
                "{exclusiveMinimum: true}",
                "{properties: {nullable: {type: boolean}, exclusiveMinimum: {type: boolean}}}"
            })
    void otherKeywordsAndDataAreUnchanged(String schema) {
        JsonNode sample = normalized(schema).document().at("/components/schemas/Sample");

        assertThat(sample.toString()).doesNotContain("null\"]").doesNotContain("anyOf");
        assertThat(sample.at("/example")).isEqualTo(yaml(schema).at("/example"));
        assertThat(sample.at("/properties")).isEqualTo(yaml(schema).at("/properties"));
    }

    @Test
    void referencesIntoMovedSchemasLeadToTheSameSchemas() {
        OpenApi30Normalizer normalized = normalized("""

                      nullable: true
                      oneOf:
                        - {type: string}
                        - {nullable: true, allOf: [{type: integer}]}
                    Inner: {$ref: '#/components/schemas/Sample/oneOf/1/allOf/0'}
                """);

        assertThat(accepts(normalized, "#/components/schemas/Inner", "1")).isTrue();
        assertThat(accepts(normalized, "#/components/schemas/Inner", "'a'")).isFalse();
        String string = normalized.pointer("#/components/schemas/Sample/oneOf/0");
        assertThat(accepts(normalized, string, "'a'")).isTrue();
        assertThat(accepts(normalized, string, "1")).isFalse();
    }

    @Test
    void documentItselfIsUnchanged() {
        JsonNode document = yaml("{components: {schemas: {A: {type: string, nullable: true}}}}");

        OpenApi30Normalizer.of(document);

        assertThat(document.at("/components/schemas/A/nullable").asBoolean()).isTrue();
    }
}
