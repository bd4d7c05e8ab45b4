package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of a document without a counterpart in Java stay raw, and a note says which and why. */
class RawPartsTest {

    @TempDir
    private Path folder;

    /** Each schema is that of the member {@code a}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{not: {type: string}}                             | Object      | /not | the schema keyword not is left to",
                "{type: string, if: {minLength: 1}, then: {}}      | String      | /if | the schema keyword if is left to",
                "{type: string, words: 1}                          | String      | /words | the unknown schema keyword words has",
                "{type: object, patternProperties: {b: {}}}        | JsonObject  | /patternProperties | is left to the schema check",
                "{type: object, additionalProperties: false, patternProperties: {b: {}}} | JsonObject | /patternProperties | is left to the schema check",
                "{type: array, prefixItems: [{type: string}], items: {type: number}} | List<JsonElement> | /prefixItems | is left to the schema check",
                "{type: array, prefixItems: [{type: string}]}      | List<JsonElement> | /prefixItems | is left to the schema check",
                "{type: object, required: [b]}                     | JsonObject  | /required | is left to the schema check",
                "false                                             | Object      | `` | any JSON, as no value is valid",
                "1                                                 | Object      | `` | any JSON, as it is not a schema: 1",
                "{type: 'null'}                                    | Object      | `` | any JSON, as only null is valid",
                "{minLength: 1}                                    | Object      | `` | any JSON, as its type is missing",
                "{enum: [b, 1]}                                    | Object      | `` | any JSON, as its values are of several types",
                "{oneOf: [{type: 'null'}]}                         | Object      | `` | any JSON, as no value but null is valid",
                "{oneOf: [{type: string}], minLength: 1}           | String      | /minLength | is left to the schema check",
                "{type: string, oneOf: [{minLength: 2}, {pattern: b}]} | String  | /oneOf | is left to the schema check",
                "{allOf: [{type: string}, {type: integer}]}        | Object      | `` | the schemas that describe it have different types",
                "{$ref: '#/components/schemas/B', minLength: 1}    | String      | /minLength | is left to the schema check",
                "{type: array, items: {$ref: '#/components/schemas/C'}} | List<List<JsonElement>> | `` | contains itself",
                "{type: string, maxLength: 4294967295}             | String      | /maxLength | left out, as no value reaches 4294967295"
            })
    void schemasAreAnyJsonOrOfTheirBaseType(String schema, String type, String place, String note) throws IOException {
        Path document = document("components: {schemas: {A: {type: object, properties: {a: " + schema
                + "}}, B: {type: string}, C: {type: array, items: {$ref: '#/components/schemas/C'}}}}");

        List<String> notes = ApiReader.read(document).notes();

        String pointer = note.contains("contains itself")
                ? "#/components/schemas/C/items: "
                : "#/components/schemas/A/properties/a" + place + ": ";
        assertThat(notes).anySatisfy(one -> assertThat(one).startsWith(pointer).contains(note));
        assertThat(GeneratedCode.of(document, Target.CLIENT, folder.resolve("client"))
                        .sources()
                        .get("A"))
                .contains("public Builder a(@Nullable " + type + " a)");
        assertThat(GeneratedCode.of(document, Target.SERVER, folder.resolve("server"))
                        .sources()
                        .get("A"))
                .doesNotContain("@Size(max = 0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{callbacks: {b: {}}}                             | /callbacks | callbacks are left out",
                "{servers: [{url: b}]} | /servers | its server has no absolute URL",
                "{parameters: [{in: query, name: b, style: spaceDelimited, schema: {type: string}}]} | /parameters/0 | the string in the request, as its style is spaceDelimited",
                "{parameters: [{in: cookie, name: b, schema: {type: array, items: {type: string}}}]} | /parameters/0 | the string in the request, as it is an array in one string",
                "{parameters: [{in: query, name: b, style: deepObject, explode: true, schema: {type: array, items: {type: string}}}]} | /parameters/0 | the string in the request, as its style is deepObject",
                "{parameters: [{in: query, name: b, explode: false, schema: {type: object, properties: {c: {type: string}}}}]} | /parameters/0 | the string in the request, as no style is known for its type",
                "{parameters: [{in: query, name: b, content: {application/json: {schema: {}}}}]} | /parameters/0 | the string in the request, as its content is application/json",
                "{parameters: [{in: query, name: b, content: {text/csv: {}}}]} | /parameters/0 | the string in the request, as its content is text/csv",
                "{parameters: [{in: query, name: b}]} | /parameters/0 | the string in the request, as it has no schema",
                "{parameters: [{in: query, name: b, schema: {type: object}}]} | /parameters/0 | the string in the request, as no style is known for its type",
                "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}} | /requestBody/content/application~1x-www-form-urlencoded | the body is raw",
                "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {properties: {b: {type: object}}}}}}} | /requestBody/content/application~1x-www-form-urlencoded/schema/properties/b | the string in the form",
                "{requestBody: {content: {application/json: {schema: {type: [string, 'null']}}}}} | /requestBody/content/application~1json/schema | the body is never null",
                "{responses: {'200': {content: {application/json: {}, text/plain: {}}}}} | /responses/200/content/text~1plain | raw: the client has a method of its own",
                "{responses: {'200': {content: {application/json: {schema: {type: string}}, application/b+json: {schema: {type: number}}}}}} | /responses/200/content/application~1b+json | read as application/json",
                "{responses: {'200': {links: {b: {}}}}} | /responses/200/links | links are left out"
            })
    void operationsAreGeneratedWithNotes(String operation, String place, String note) throws IOException {
        Path document = document("paths: {/a: {post: " + operation.replaceFirst("\\{", "{operationId: a, ") + "}}");

        assertThat(ApiReader.read(document).notes())
                .singleElement()
                .asString()
                .startsWith("#/paths/~1a/post" + place + ": ")
                .contains(note);
        for (Target target : Target.values()) {
            assertThat(GeneratedCode.of(document, target, folder.resolve(target.name()))
                            .sources())
                    .containsKey("DefaultApi");
        }
    }

    /** A string in place of a value has no class, and a mark that tells it from any other string. */
    @Test
    void rawParametersAreMarkedAndLeaveNoClasses() throws IOException {
        Path document =
                document("paths: {/a: {get: {operationId: a, parameters: [{in: query, name: b, explode: false, schema:"
                        + " {type: object, properties: {c: {type: object, properties: {d: {type: string}}}}}}]}}}");

        for (Target target : Target.values()) {
            assertThat(GeneratedCode.of(document, target, folder.resolve(target.name()))
                            .sources())
                    .hasEntrySatisfying(
                            "AParameters", source -> assertThat(source).contains("@Constraints(\"format=raw\")"))
                    .doesNotContainKeys("AB", "ABC");
        }
    }

    @Test
    void classesOfRawParametersRemainIfOthersUseThem() throws IOException {
        Path document = document(
                "paths: {/a: {get: {operationId: a, parameters: [{$ref: '#/components/parameters/b'}]}}}\n"
                        + "components: {parameters: {b: {in: cookie, name: b, schema: {type: object, properties: {c: {type: string}}}}},"
                        + " schemas: {D: {type: object, properties: {e: {$ref: '#/components/parameters/b/schema'}}}}}");

        assertThat(GeneratedCode.of(document, Target.CLIENT, folder).sources())
                .hasEntrySatisfying("D", source -> assertThat(source).contains("ParametersBSchema e()"))
                .containsKey("ParametersBSchema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "paths: {/a: {trace: {operationId: a}}}  | #/paths/~1a/trace: | neither Retrofit nor JAX-RS",
                "webhooks: {a: {}}                       | #/webhooks:        | left out",
                "components: {securitySchemes: {a: {type: mutualTLS}, c: {type: oauth2, flows: {}}}} | #/components/securitySchemes/a: | left to the caller",
                "components: {securitySchemes: {a: {type: http, scheme: digest}}} | #/components/securitySchemes/a: | left to the caller",
                "components: {securitySchemes: {a: {type: apiKey, in: header, name: 'b:'}}} | #/components/securitySchemes/a: | left to the caller"
            })
    void otherPartsAreNoted(String part, String place, String note) throws IOException {
        assertThat(ApiReader.read(document(part)).notes())
                .singleElement()
                .asString()
                .startsWith(place)
                .contains(note);
    }

    /** The names that differ: in case, or by a number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-b, aB                                       | model.AB, model.AB2",
                "Foo, FOO                                      | model.Foo, model.FOO2",
                "V1, v-1                                       | model.V1, model.V1_2",
                "GetParameters, GetHeaders, TagApi             | model.GetParameters, api.GetParameters2, api.GetHeaders2, api.TagApi2"
            })
    void classesWhoseNamesCollideGetNumbers(String schemas, String classes) throws IOException {
        StringBuilder components = new StringBuilder();
        for (String schema : schemas.split(", ")) {
            components.append(schema).append(": {type: object, properties: {a: {type: string}}}, ");
        }
        Path document = document("paths: {/a: {get: {operationId: get, tags: [tag], parameters: [{in: query, name: b,"
                + " schema: {type: string}}, {in: header, name: c, schema: {type: string}}]}}}\n"
                + "components: {schemas: {" + components + "}}");

        assertThat(ApiReader.read(document).notes()).isEmpty();
        assertThat(GeneratedCode.of(document, Target.CLIENT, folder).classNames())
                .contains(Arrays.stream(classes.split(", "))
                        .map(name -> "io.github.triggerapi.client." + name)
                        .toArray(String[]::new));
    }

    @Test
    void namesOfOperationsAndTagsThatCollideGetNumbers() throws IOException {
        Path document =
                document("paths: {/a: {get: {operationId: a-b, tags: [b-c]}, put: {operationId: aB, tags: [bC]},"
                        + " post: {tags: [bC]}}, '/a/{id}/lines': {get: {parameters: [{in: path, name: id, required: true,"
                        + " schema: {type: string}}]}}}");

        assertThat(GeneratedCode.of(document, Target.SERVER, folder).sources())
                .hasEntrySatisfying("BCApi", api -> assertThat(api).contains("ab()", "ab2()", "postA()"))
                .hasEntrySatisfying("DefaultApi", api -> assertThat(api).contains("getAByIdLines("));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths: {/a: {get: {operationId: LONG, parameters: [{in: query, name: b, schema: {type: string}}]}}}",
                "paths: {/a: {get: {operationId: a, tags: [LONG]}}}",
                "components: {schemas: {LONG: {type: object, properties: {a: {}}}}}",
                "components: {schemas: {LONG: {oneOf: [{type: string}, {$ref: '#/components/schemas/VARIANT'}]}, VARIANT: {type: object, properties: {a: {}}}}}"
            })
    void namesThatAreTooLongForFilesAreShortened(String part) throws IOException {
        Path document = document(part.replace("LONG", "a".repeat(300)).replace("VARIANT", "b".repeat(200)));

        assertThat(GeneratedCode.of(document, Target.CLIENT, folder).classNames())
                .anyMatch(name -> name.contains("aaaaaaaa"))
                .allMatch(name -> name.substring(name.lastIndexOf('.') + 1).length() <= 249);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{url: 'https://{b}.example.com/v1/', variables: {b: {default: eu}}}] | https://eu.example.com/v1 | ``",
                "[]                                     | /    | #: no server is listed, so the client has no default URL",
                "[{url: /api/}]                         | /api | #/servers/0/url: not an absolute URL, so the client has no default URL",
                "[{url: 'https://{a}.example.com'}]     | /    | #/servers/0/url: not an absolute URL, so the client has no default URL"
            })
    void serversHaveTheDefaultsOfTheirVariables(String servers, String url, String note) throws IOException {
        Path document = Files.writeString(folder.resolve("api.yaml"), "openapi: 3.1.0\nservers: " + servers);

        assertThat(ApiReader.read(document).serverUrl()).isEqualTo(url);
        assertThat(ApiReader.read(document).notes()).isEqualTo(note.isEmpty() ? List.of() : List.of(note));
    }

    private Path document(String part) throws IOException {
        String start = "openapi: 3.1.0\ninfo: {title: a, version: b}\nservers: [{url: 'https://example.com'}]\n";
        return Files.writeString(folder.resolve("api.yaml"), start + part + "\n");
    }
}
