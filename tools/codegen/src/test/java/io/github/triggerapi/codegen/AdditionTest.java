package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Code that was written for a document goes on with one that has more of everything. */
class AdditionTest {

    private static final Path BEFORE = Path.of("src/test/resources/documents/shapes.yaml");

    @TempDir
    private Path folder;

    private Path after;

    @BeforeEach
    void add() throws IOException {
        String document = Files.readString(BEFORE);
        document = added(document, "enum: [\"on\", \"off\"", ", paused");
        document = added(document, "        id: {type: string, minLength: 1, pattern: '^a\\d\"$'}\n", """
                        ancestor: {$ref: '#/components/schemas/Thing'}
                        note: {type: [string, 'null'], default: none}
                """);
        document = added(document, "        species: {type: string}\n", "        name: {type: string}\n");
        document = added(document, "        state: {type: array, items: {type: string}}\n", """
                        owner: {type: string}
                """);
        document = added(document, "        - {in: query, name: mode, required: true, schema: {type: string}}\n", """
                        - {in: query, name: force, schema: {type: boolean}}
                """);
        document = added(document, "        - {in: header, name: X-Trace, schema: {type: string}}\n", """
                        - {in: header, name: X-Other, schema: {type: integer}}
                """);
        document = added(document, "        \"204\":\n          description: Done\n", """
                        "409":
                          description: Conflict
                          content:
                            application/json:
                              schema: {type: object, properties: {error: {type: string}}}
                """);
        document = added(document, "    delete:\n      operationId: delete\n", """
                      parameters:
                        - {in: query, name: soon, schema: {type: boolean}}
                        - {in: header, name: If-Match, schema: {type: string}}
                      requestBody: {content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
                """);
        document = added(document, "paths:\n", """
                  /others:
                    get:
                      operationId: list_others
                      tags: [things]
                      responses:
                        "200":
                          description: Others
                          content: {application/json: {schema: {type: array, items: {type: string}}}}
                    post:
                      operationId: make_other
                      tags: [others]
                      responses: {"204": {description: Made}}
                """);
        after = Files.writeString(folder.resolve("after.yaml"), document);
    }

    @TestFactory
    Stream<DynamicTest> callersThatAreNotCompiledAnewStillRun() throws ClassNotFoundException {
        Path caller = GeneratedCode.of(BEFORE, Target.CLIENT, folder.resolve("before"))
                .compile("Caller");

        return CallerTests.of(
                GeneratedCode.of(after, Target.CLIENT, folder.resolve("after")).load(caller), "Caller");
    }

    @Test
    void callersCompile() {
        GeneratedCode code = GeneratedCode.of(after, Target.CLIENT, folder);

        assertThatCode(() -> code.compile("Caller")).doesNotThrowAnyException();
        assertThat(code.sources().get("ThingsApi")).contains("listOthers");
    }

    @TestFactory
    Stream<DynamicTest> serversThatAreNotCompiledAnewStillRun() throws ClassNotFoundException {
        Path server = GeneratedCode.of(BEFORE, Target.SERVER, folder.resolve("before"))
                .compile("Server");

        return CallerTests.of(
                GeneratedCode.of(after, Target.SERVER, folder.resolve("after")).load(server), "Server");
    }

    @Test
    void serversCompile() {
        GeneratedCode code = GeneratedCode.of(after, Target.SERVER, folder);

        assertThatCode(() -> code.compile("Server")).doesNotThrowAnyException();
        assertThat(code.sources().get("ThingsApi")).contains("listOthers");
    }

    private static String added(String document, String place, String addition) {
        assertThat(document).containsOnlyOnce(place);
        return document.replace(place, place + addition);
    }
}
