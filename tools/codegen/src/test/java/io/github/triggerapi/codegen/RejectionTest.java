package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.triggerapi.codegen.document.SwaggerParserCheck;
import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Document;
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

/** Documents that generated code cannot express are rejected with JSON pointers and reasons. */
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
                "{not: {type: string}}                                        | /not           | not supported",
                "{if: {type: string}, then: {type: string}}                   | /if            | not supported",
                "{type: object, patternProperties: {a: {type: string}}}       | /patternProperties | not supported",
                "{type: array, prefixItems: [{type: string}]}                 | /prefixItems   | not supported",
                "{type: object, required: [b], properties: {a: {type: string}}} | /required/0  | does not list",
                "{type: object, required: [b]}                                | /required      | does not list",
                "{type: string, enum: [a, 1]}                                 | /enum/1        | a string was expected",
                "{type: [string, integer], enum: [a, 1]}                      | /enum          | beside several types",
                "{type: widget}                                               | /type          | unknown type",
                "{type: string, minLength: '0) @Deprecated @Size(min = 0'}    | /minLength     | expected an integer from 0",
                "{type: string, minLength: 2147483648}                        | /minLength     | expected an integer from 0 to 2147483647",
                "{type: string, maxLength: 1.5}                               | /maxLength     | expected an integer from 0",
                "{type: array, items: {}, minItems: -1}                       | /minItems      | expected an integer from 0",
                "{type: object, minProperties: 2147483648}                    | /minProperties | expected an integer from 0",
                "{type: integer, minimum: '1'}                                | /minimum       | expected a number: ",
                "{type: number, maximum: '1'}                                 | /maximum       | expected a number: ",
                "{type: number, exclusiveMinimum: a}                          | /exclusiveMinimum | expected a number, true or false",
                "{type: array, items: {}, uniqueItems: 1}                     | /uniqueItems   | expected true or false",
                "{type: string, pattern: 1}                                   | /pattern       | expected a string: 1",
                "false                                                        | ``             | no value is valid",
                "{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {a: {type: integer}}}]} | /allOf/1/properties/a | differs from",
                "{oneOf: [{type: string}], minLength: 1}                      | /minLength     | beside",
                "{allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {a: {type: string}}}]} | /allOf/0 | a part of itself",
                "{type: object, properties: {a: {}}, oneOf: [{required: [b]}]} | /oneOf/0/required/0 | does not list",
                "{type: object, properties: {a: {}}, oneOf: [{required: [a], properties: {b: {}}}]} | /properties | beside",
                "{type: [object, 'null'], properties: {a: {}}, anyOf: [{required: [a]}]} | /anyOf | a nullable object with anyOf",
                "{type: [object, string], properties: {a: {}}, anyOf: [{required: [a]}]} | /type | beside a choice",
                "{allOf: [{type: object, properties: {a: {}}, anyOf: [{required: [a]}]}, {type: object, anyOf: [{required: [a]}]}]} | /allOf/1/anyOf | a second anyOf",
                "{allOf: [{type: object, minProperties: 1}, {type: object}]}  | /allOf/0/minProperties | in a part of allOf"
            })
    void rejectsUnsupportedSchemasWithTheReason(String schema, String place, String reason) throws IOException {
        assertRejected("components: {schemas: {A: " + schema + "}}", SCHEMA + place + ": ", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{responses: {}}                                              | ``                | operationId is missing",
                "{operationId: a, callbacks: {}}                              | /callbacks        | callbacks are not",
                "{operationId: a, servers: []}                                | /servers          | servers are not",
                "{operationId: a, parameters: [{in: cookie, name: b, schema: {type: string}}]} | /parameters/0/in | in cookie",
                "{operationId: a, parameters: [{in: path, name: b, schema: {type: string}}]} | `` | the path has no {b}",
                "{operationId: a, parameters: [{in: query, name: b, style: spaceDelimited, schema: {type: array, items: {type: string}}}]} | /parameters/0/style | spaceDelimited",
                "{operationId: a, parameters: [{in: query, name: b, content: {application/json: {}}}]} | /parameters/0 | without schema",
                "{operationId: a, parameters: [{in: query, name: b, schema: {type: object}}]} | /parameters/0/schema | no simple value",
                "{operationId: a, requestBody: {content: {application/x-www-form-urlencoded: {}}}} | /requestBody/content/application~1x-www-form-urlencoded | form bodies",
                "{operationId: a, requestBody: {content: {multipart/form-data: {encoding: {b: {contentType: text/csv}}, schema: {properties: {b: {type: string}}}}}}} | /requestBody/content/multipart~1form-data/encoding | encoding of parts",
                "{operationId: a, requestBody: {content: {application/json: {schema: {type: [string, 'null']}}}}} | /requestBody/content/application~1json/schema | may not be null",
                "{operationId: a, parameters: [{in: header, name: 'b c', schema: {type: string}}]} | /parameters/0/name | not the name of a header: b c",
                "{operationId: a, requestBody: {content: {application: {}}}}  | /requestBody/content/application | not a media type",
                "{operationId: a, requestBody: {content: {'a/b; c': {}}}}     | /requestBody/content/a~1b; c | not a media type",
                "{operationId: a, responses: {'200': {content: {a b: {}}}}}   | /responses/200/content/a b | not a media type",
                "{operationId: a, responses: {'2000': {}}}                    | /responses/2000   | not a status code",
                "{operationId: a, security: [{b: []}]}                        | /security/0/b     | not a security scheme",
                "{operationId: a, responses: {'200': {content: {application/json: {schema: {type: string}}, application/b+json: {schema: {type: number}}}}}} | /responses/200/content/application~1b+json/schema | differs from",
                "{operationId: a, responses: {'200': {content: {application/json: {}, text/plain: {}}}}} | /responses/200/content | JSON beside"
            })
    void rejectsUnsupportedOperationsWithTheReason(String operation, String place, String reason) throws IOException {
        assertRejected("paths: {/a: {get: " + operation + "}}", OPERATION + place + ": ", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "paths: {'/a/{b}': {get: {operationId: a}}}                    | #/paths/~1a~1{b}/get: | for {b} of the path",
                "paths: {/a: {get: {operationId: a-b}, put: {operationId: aB}}} | #/paths/~1a/put/operationId: | #/paths/~1a/get",
                "paths: {/a: {trace: {operationId: a}}}                        | #/paths/~1a/trace: | not a verb",
                "paths: {/a: {get: {operationId: a, tags: [b-c]}, put: {operationId: d, tags: [bC]}}} | #/paths/~1a/put/tags: | as that of b-c",
                "webhooks: {a: {}}                                             | #/webhooks:   | not supported",
                "components: {securitySchemes: {a: {type: apiKey, in: header, name: b}}} | #/components/securitySchemes/a: | http bearer",
                "components: {schemas: {a-b: {type: object, properties: {c: {}}}, aB: {type: object, properties: {c: {}}}}} | #/components/schemas/aB: | as that of #/components/schemas/a-b"
            })
    void rejectsOtherUnsupportedPartsWithTheReason(String part, String place, String reason) throws IOException {
        assertRejected(part, place, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "api, ApiApi, ''",
        "b, AParameters, 'in: query'",
        "b, AParameters, 'in: header'",
        "b, AHeaders, 'in: header'"
    })
    void rejectsClassesOfOperationsWithTheNamesOfModels(String tag, String schema, String parameter)
            throws IOException {
        String parameters = parameter.isEmpty() ? "" : "{" + parameter + ", name: c, schema: {type: string}}";
        Path document = document("paths: {/a: {get: {operationId: a, tags: [" + tag + "], parameters: [" + parameters
                + "], responses: {'204': {description: b}}}}}\ncomponents: {schemas: {" + schema
                + ": {type: object, properties: {a: {}}}}}");

        assertThat(rejection(document)).hasMessageContainingAll(OPERATION + ": ", schema, "rename the schema");
        Files.writeString(document, Files.readString(document).replace(schema + ":", "Other:"));
        assertThatCode(() -> ApiReader.read(document)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'servers: []'",
        "'servers: [{url: /api}]'",
        "'servers: [{url: \"https://{a}.example.com\"}]'",
        "'servers: [{url: \"https://a b\"}]'"
    })
    void requiresAServerWithAnAbsoluteUrl(String servers) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.1.0\n" + servers);

        assertThat(rejection(document)).hasMessageContaining("#/servers: the first server has no absolute URL");
    }

    @Test
    void listsAllProblemsAtOnce() throws IOException {
        Path document = document("webhooks: {a: {}}\n"
                + "paths: {/a: {get: {}, put: {operationId: b, callbacks: {}}}}\n"
                + "components: {schemas: {A: {not: {}}, B: {type: object, properties: {c: {if: {}}}}},"
                + " securitySchemes: {s: {type: apiKey}}}");

        assertThat(rejection(document).getMessage().lines())
                .hasSize(7)
                .first()
                .isEqualTo("Cannot generate code from " + document + ":");
        assertThat(rejection(document))
                .hasMessageContainingAll(
                        "#/webhooks",
                        "#/paths/~1a/get",
                        "#/paths/~1a/put/callbacks",
                        "#/components/schemas/A/not",
                        "#/components/schemas/B/properties/c/if",
                        "#/components/securitySchemes/s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "paths: {/a: {get: {operationId: LONG}}}            | #/paths/~1a/get/operationId: | shorten the operationId",
                "paths: {/a: {get: {operationId: a, tags: [LONG]}}} | #/paths/~1a/get/tags: | shorten the tag",
                "components: {schemas: {LONG: {type: object, properties: {a: {}}}}} | #/components/schemas/ | under a shorter name"
            })
    void rejectsNamesThatAreTooLongForFiles(String part, String place, String remedy) throws IOException {
        String document = part.replace("LONG", "a".repeat(237));

        assertRejected(document, place, "characters, A");
        assertRejected(document, place, "…; expected at most 255; ");
        assertRejected(document, place, remedy);
    }

    @Test
    void rejectsVariantsWhoseNamesAreTooLongForFiles() throws IOException {
        String variant = "b".repeat(200);

        assertRejected(
                "components: {schemas: {" + "a".repeat(60) + ": {oneOf: [{type: string}, {$ref: '#/components/schemas/"
                        + variant + "'}]}, " + variant + ": {type: object, properties: {a: {}}}}}",
                "#/components/schemas/" + "a".repeat(60) + ": ",
                "move the schemas to #/components/schemas/ under shorter names");
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
    void omitsUnreachableUpperBounds() throws IOException {
        Path document =
                document("paths: {}\ncomponents: {schemas: {A: {type: object, maxProperties: 1e10, properties: {"
                        + "b: {type: string, maxLength: 4294967295}, c: {type: string, maxLength: 2147483647}}}}}");

        assertThatCode(() -> SwaggerParserCheck.check(Document.read(document), "a"))
                .doesNotThrowAnyException();
        assertThat(ApiReader.read(document).notes())
                .containsExactly(
                        "#/components/schemas/A/maxProperties: left out, as no value reaches 1.0E10 in Java",
                        "#/components/schemas/A/properties/b/maxLength: left out, as no value reaches 4294967295 in Java");
        assertThat(GeneratedCode.notCompiled(document, Target.CLIENT, folder)
                        .sources()
                        .get("A"))
                .contains("@Constraints(\"maxLength=2147483647\")")
                .doesNotContain("4294967295", "maxProperties");
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
