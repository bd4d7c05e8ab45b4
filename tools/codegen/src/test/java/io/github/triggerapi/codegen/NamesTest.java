package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "TriggerTaskRequestBody, TriggerTaskRequestBody",
        "trigger_task_v1, TriggerTaskV1",
        "TTL, TTL",
        "run-status.v3, RunStatusV3",
        "2nd, Value2nd",
        "'', Value",
        "größe, Größe",
        "住所, 住所",
        "a\u0308b\u200Bc, Äbc",
        "\u115Fa, A",
        "\u0308a, A",
        "object, ObjectModel",
        "list, ListModel"
    })
    void convertsNamesOfSchemasToClassNames(String name, String className) {
        assertThat(Names.type(name)).isEqualTo(className);
    }

    @ParameterizedTest
    @CsvSource({
        "concurrencyLimit, concurrencyLimit",
        "trigger_task_v1, triggerTaskV1",
        "page[size], pageSize",
        "X-Trace-Id, xTraceId",
        "TTL, ttl",
        "URL, url",
        "2nd, _2nd",
        "class, class_",
        "true, true_",
        "_, value",
        "имя-фамилия, имяФамилия",
        "ÜBER, über",
        "toString, toString_",
        "hashCode, hashCode_",
        "getClass, getClass_"
    })
    void convertsNamesOfMembersToMethodNames(String name, String method) {
        assertThat(Names.member(name)).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_VERSION,PENDING_VERSION",
        "waitingForDeploy,WAITING_FOR_DEPLOY",
        "2x,_2X",
        "grünBlau,GRÜN_BLAU",
        "один два,ОДИН_ДВА",
        "🚦,VALUE",
        "'',EMPTY",
        "*,VALUE"
    })
    void convertsValuesToConstantNames(String text, String constant) {
        assertThat(Names.constant(text)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({
        "runs, RunsApi, RunsParameters",
        "list_runs_v1, ListRunsV1Api, ListRunsV1Parameters",
        "2nd, Value2ndApi, Value2ndParameters",
        "*/, Api, Parameters"
    })
    void convertsTagsAndOperationIdsToClassNames(String name, String api, String parameters) {
        assertThat(Names.api(name)).isEqualTo(api);
        assertThat(Names.parameters(name)).isEqualTo(parameters);
    }

    /** Names of generated code, and names that are equal in Java but not in the document. */
    @ParameterizedTest
    @EnumSource
    void codeWithUnusualNamesCompiles(Target target) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: "a\\"\\\\\\n", version: "\\u2028"}
                servers: [{url: 'https://example.com'}]
                paths:
                  /a/{query}/{body}/{a-b}/{aB}:
                    post:
                      operationId: wait
                      tags: [2nd]
                      parameters:
                        - {in: path, name: query, required: true, schema: {type: string}}
                        - {in: path, name: body, required: true, schema: {type: string}}
                        - {in: path, name: a-b, required: true, schema: {type: string}}
                        - {in: path, name: aB, required: true, schema: {type: string}}
                        - {in: header, name: query, schema: {type: string}}
                        - {in: query, name: entrySet, schema: {type: string}}
                        - {in: query, name: size, schema: {type: integer}}
                        - {in: query, name: Size, schema: {type: integer}}
                        - {in: query, name: name, schema: {type: string}}
                        - {in: query, name: value, schema: {type: string}}
                        - {in: query, name: uriInfo, schema: {type: string}}
                        - {in: query, name: is-empty, schema: {type: string}}
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Names'}}}}
                      responses: {'200': {description: a}}
                  /b:
                    get:
                      operationId: 3rd
                      tags: ['*/']
                      parameters: [{in: query, name: a, schema: {type: string}}]
                      responses:
                        '200':
                          description: a
                          content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}
                  /c:
                    get: &list
                      operationId: getURL
                      responses:
                        '200': {description: a}
                        '202': {description: a, content: {application/json: {schema: {type: array, items: {type: string}}}}}
                  /d: {get: {<<: *list, operationId: getUrl}}
                components:
                  schemas:
                    Numbers: {oneOf: [{title: 1st, type: object, properties: {a: {type: string}}}, {type: string}]}
                    Names:
                      type: object
                      properties:
                        a-b: {type: string}
                        aB: {type: string}
                        a_b: {type: string}
                        name: {type: string}
                        value: {type: string}
                        object: {type: string}
                        other: {type: string}
                        that: {type: string}
                        this: {type: string}
                        builder: {type: string}
                        Builder: {type: string}
                        build: {type: string}
                        read: {type: string}
                        additionalProperties: {type: string}
                        equals: {type: string}
                        maybe: {type: [string, 'null'], default: a}
                        hasMaybe: {type: string}
                        maybeJson: {type: string}
                        maybeOrDefault: {type: string}
                        '': {type: string}
                        '*/': {type: string}
                        '"': {type: string}
                        '\\': {type: string}
                        $: {type: string}
                        record: {type: string}
                        var: {type: string}
                        yield: {type: string}
                        sealed: {type: string}
                    Texts: {type: string, enum: [KNOWN, known, Known, a-b, a_b, '', ' ', '"', '\\', '*/', VALUE, '1']}
                    Variants:
                      oneOf: [{type: string}, {$ref: '#/components/schemas/Unknown'}, {$ref: '#/components/schemas/Json'}]
                    Unknown: {type: object, properties: {a: {type: string}}}
                    Json: {type: object, properties: {b: {type: string}}}
                    Titles: {oneOf: [{title: Unknown, type: object, properties: {a: {type: string}}}, {type: string}]}
                    Talk: {oneOf: [{type: string}, {$ref: '#/components/schemas/Talk-2'}]}
                    Talk-2: {type: object, properties: {a: {type: string}}}
                    SuccessStatus: {type: object, properties: {a: {type: string}}}
                    X: {type: string, enum: [x]}
                    Constraints: {type: object, properties: {a: {type: integer, minimum: 1}}}
                    JsonMember: {type: object, properties: {a: {type: string}}}
                    Members: {type: object, properties: {a: {type: string}}}
                    AnyAdapter: {type: object, properties: {a: {type: string}}}
                    DateTimes: {type: object, properties: {a: {type: string, format: date-time}}}
                    ExactTree: {type: object, properties: {a: {}}}
                    ListAdapter: {type: object, properties: {a: {type: array, items: {type: string}}}}
                    MapAdapter: {type: object, properties: {a: {type: object, additionalProperties: {type: string}}}}
                    TextAdapter: {type: string, enum: [a]}
                    Error: {type: object, properties: {a: {type: string}}}
                    Exception: {type: object, properties: {a: {type: string}}}
                    LinkedHashMap: {type: object, properties: {a: {type: string}}}
                    Function: {type: object, properties: {a: {type: string}}}
                    TypeReference: {type: object, properties: {a: {type: string}}}
                    JsonAdapter: {type: object, properties: {a: {type: string}}}
                    JsonProperty: {type: object, properties: {a: {type: string}}}
                    NotNull: {type: object, required: [a], properties: {a: {type: string}}}
                    Min: {type: object, properties: {a: {type: integer, minimum: 1}}}
                    Character: {type: object, properties: {a: {type: string}}}
                    IllegalStateException: {type: object, required: [a], properties: {a: {type: string}}}
                """);

        assertThat(GeneratedCode.of(file, target, folder).sources()).isNotEmpty();
    }
}
