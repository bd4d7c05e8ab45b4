package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents that are wrong in themselves are rejected, with the JSON pointer, the reason and what is expected. */
class RejectionTest {

    private static final String SCHEMA = "#/components/schemas/A";
    private static final String OPERATION = "#/paths/~1a/get";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{$ref: 'other.yaml#/A'}                                      | /$ref          | refers to another document",
                "{$ref: 'https://example.com/a.yaml'}                         | /$ref          | refers to another document",
                "{$ref: '#/components/schemas/None'}                          | /$ref          | refers to nothing",
                "{$ref: '#/components/schemas/A'}                             | /$ref          | refers to itself",
                "{type: widget}                                               | /type          | unknown type",
                "{type: string, minLength: '0) @Deprecated @Size(min = 0'}    | /minLength     | expected an integer from 0",
                "{type: string, maxLength: 1.5}                               | /maxLength     | expected an integer from 0",
                "{type: array, items: {}, minItems: -1}                       | /minItems      | expected an integer from 0",
                "{type: integer, minimum: '1'}                                | /minimum       | expected a number: ",
                "{type: number, maximum: '1'}                                 | /maximum       | expected a number: ",
                "{type: number, exclusiveMinimum: a}                          | /exclusiveMinimum | expected a number, true or false",
                "{type: array, items: {}, uniqueItems: 1}                     | /uniqueItems   | expected true or false",
                "{type: string, enum: [a, 1]}                                 | /enum/1        | 1 is not of the type of the schema; expected a string; quote it: '1'",
                "{type: [integer, boolean], const: a}                         | /const         | expected a value of the type integer or boolean",
                "{type: string, pattern: 1}                                   | /pattern       | expected a string: 1",
                "{allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {a: {type: string}}}]} | /allOf/0 | a part of itself"
            })
    void rejectsInvalidSchemasWithTheReason(String schema, String place, String reason) throws IOException {
        assertRejected("components: {schemas: {A: " + schema + "}}", SCHEMA + place + ": ", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{operationId: a, parameters: [{in: path, name: b, schema: {type: string}}]} | `` | the path has no {b}",
                "{operationId: a, parameters: [{in: header, name: 'b c', schema: {type: string}}]} | /parameters/0/name | not the name of a header: b c",
                "{operationId: a, requestBody: {content: {application: {}}}}  | /requestBody/content/application | not a media type",
                "{operationId: a, requestBody: {content: {'a/b; c': {}}}}     | /requestBody/content/a~1b; c | not a media type",
                "{operationId: a, responses: {'200': {content: {a b: {}}}}}   | /responses/200/content/a b | not a media type",
                "{operationId: a, responses: {'2000': {}}}                    | /responses/2000   | not a status;",
                "{operationId: a, security: [{b: []}]}                        | /security/0/b     | not a security scheme"
            })
    void rejectsInvalidOperationsWithTheReason(String operation, String place, String reason) throws IOException {
        assertRejected("paths: {/a: {get: " + operation + "}}", OPERATION + place + ": ", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "paths: {'/a/{b}': {get: {operationId: a}}}                    | #/paths/~1a~1{b}/get: | for {b} of the path",
                "paths: {'/a/{b}': {get: {parameters: [{in: path, name: b, required: true}]}}, '/a/{c}': {get: {parameters: [{in: path, name: c, required: true}]}}} | #/paths/~1a~1{c}/get: | the same requests as GET /a/{b}",
                "paths: {a: {get: {operationId: a}}}                           | #/paths/a: | expected '/a'",
                "paths: {/a: {get: {operationId: a, parameters: [{in: body, name: b}]}}} | #/paths/~1a/get/parameters/0/in: | expected path, query, header or cookie"
            })
    void rejectsOtherInvalidPartsWithTheReason(String part, String place, String reason) throws IOException {
        assertRejected(part, place, reason);
    }

    @Test
    void listsAllProblemsAtOnce() throws IOException {
        Path document = document("paths: {/a: {get: {parameters: [{in: query, name: b, schema: {type: text}},"
                + " {in: body, name: c}], responses: {'2000': {}, 4-04: {}}}}, b: {}}\n"
                + "components: {schemas: {A: {type: widget}, B: {type: object, properties: {c: {type: [1]},"
                + " d: {$ref: '#/e'}}}}}");

        assertThat(rejection(document).problems())
                .extracting(problem -> problem.replaceFirst(": .*", ""))
                .containsExactlyInAnyOrder(
                        "#/components/schemas/A/type",
                        "#/components/schemas/B/properties/c/type/0",
                        "#/components/schemas/B/properties/d/$ref",
                        "#/paths/~1a/get/parameters/0/schema/type",
                        "#/paths/~1a/get/parameters/1/in",
                        "#/paths/~1a/get/responses/2000",
                        "#/paths/~1a/get/responses/4-04",
                        "#/paths/b");
        assertThat(rejection(document).getMessage().lines())
                .hasSize(9)
                .first()
                .isEqualTo("Cannot generate code from " + document + ":");
        assertThat(rejection(document).problems())
                .allSatisfy(problem -> assertThat(problem).contains("; expected "));
    }

    @ParameterizedTest
    @EnumSource
    void acceptsLongNames(Target target) throws IOException {
        String nested = "type: object, properties: {";
        String names = Stream.of("configuration", "notification", "destination", "authentication", "credentials")
                .map(name -> (name + "Properties").repeat(2) + ": {" + nested)
                .collect(Collectors.joining());
        Path document = document("components: {schemas: {" + "a".repeat(236) + ": {" + nested
                + "b: {type: string}}}, Long: {" + nested + names + "b: {type: string}" + "}}".repeat(6) + "}}");

        assertThat(GeneratedCode.of(document, target, folder).classNames())
                .anyMatch(name -> name.length() > 200 && name.endsWith("$Builder"));
    }

    @Test
    void showsInvisibleCharactersInMessages() throws IOException {
        String schemas = "{\"a\\u202E\\nb\": {type: \"\\e[2J\"}}";

        assertRejected(
                "components: {schemas: " + schemas + "}",
                "#/components/schemas/a[U+202E][U+000A]b/type: ",
                "unknown type [U+001B][2J");
    }

    @Test
    void readsSupportedDocuments() throws IOException {
        Path document = document("paths: {/a: {get: {operationId: a, responses: {'200': {description: b}}}}}");

        assertThatCode(() -> ApiReader.read(document)).doesNotThrowAnyException();
    }

    private void assertRejected(String part, String place, String reason) throws IOException {
        Path document = document(part);

        assertThat(rejection(document).getMessage().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains(document.toString()))
                .anySatisfy(line -> assertThat(line).startsWith("  " + place).contains(reason));
    }

    private static UnsupportedDocumentException rejection(Path document) {
        return catchThrowableOfType(UnsupportedDocumentException.class, () -> ApiReader.read(document));
    }

    private Path document(String part) throws IOException {
        String start = "openapi: 3.1.0\ninfo: {title: a, version: b}\nservers: [{url: 'https://example.com'}]\n";
        return Files.writeString(folder.resolve("api.yaml"), start + part + "\n");
    }
}
