package io.github.triggerapi.openapi.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.openapi.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedFilesTest {

    /** Values that parsers of YAML take for something else when they are written without quotes, or that lose digits. */
    private static final String VENDORED = """
            openapi: 3.1.0
            info: {title: 'on', version: 2024-04, x-b: 1.10, x-a: 1e400, x-c: '1.10', x-d: 2024-01-01, x-e: "a\\nb \\u00a0"}
            paths: {}
            components:
              schemas:
                Wait: {type: string}
            """;

    private static final String SUPPLEMENT = """
            openapi: 3.1.0
            info: {title: More, version: '1'}
            paths:
              /waits:
                post:
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Wait'}}}
                  responses: {'200': {description: Done.}}
            components:
              schemas:
                Wait: {type: object, properties: {timeout: {type: string}}}
                Unused: {type: object, properties: {timeout: {type: string}}}
            """;

    @TempDir
    private Path directory;

    private MergedFiles merge() throws IOException {
        return MergedFiles.of(VENDORED, directory.resolve("api.yaml"), Optional.of(directory.resolve("more.yaml")));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    @Test
    void vendoredPartsKeepTheirOrderAndTheirValues() throws IOException {
        write("more.yaml", SUPPLEMENT);

        String merged = merge().document();

        assertThat(DocumentReader.readExactly(merged).get("info").toString())
                .isEqualTo(DocumentReader.readExactly(VENDORED).get("info").toString());
        assertThat(merged).contains("\"x-b\" : 1.10,").contains("\"title\" : \"on\"");
    }

    @Test
    void withoutSupplementNothingChanges() throws IOException {
        write("api.value-types.yaml", "\"#/components/schemas/Wait\": [duration]");

        MergedFiles merged = MergedFiles.of(VENDORED, directory.resolve("api.yaml"), Optional.empty());

        assertThat(merged.document()).isEqualTo(VENDORED);
        assertThat(merged.rules().get(Rules.VALUE_TYPES)).isEqualTo("\"#/components/schemas/Wait\": [duration]");
    }

    @Test
    void meaningsOfStringsFollowWhatTheyAreOf() throws IOException {
        write("more.yaml", SUPPLEMENT);
        write("api.value-types.yaml", "# Ours.\n\"#/components/schemas/Wait\": [duration]");
        write("more.value-types.yaml", """
                "#/components/schemas/Wait/properties/timeout": [duration, instant]
                "#/components/schemas/Unused/properties/timeout": instant
                """);

        MergedFiles merged = merge();

        assertThat(merged.rules().get(Rules.VALUE_TYPES)).isEqualTo("""
                # Ours.
                "#/components/schemas/Wait": [duration]
                "#/components/schemas/WaitSupplement/properties/timeout": ["duration","instant"]
                """);
        assertThat(merged.messages())
                .contains("more.value-types.yaml: #/components/schemas/Unused/properties/timeout: left out with what it"
                        + " leads to");
    }

    @Test
    void ruleOfTheVendoredDocumentDecides() throws IOException {
        String rule = "\"#/paths/~1waits/post\": {awaitWait: {status: /state, final: [done]}}\n";
        write("more.yaml", SUPPLEMENT);
        write("api.client-methods.yaml", rule);
        write("more.client-methods.yaml", rule);

        List<String> messages = merge().messages();

        assertThat(merge().rules().get(Rules.CLIENT_METHODS)).isEqualTo(rule);
        write("more.client-methods.yaml", rule.replace("done", "end"));
        assertThat(merge().rules().get(Rules.CLIENT_METHODS)).isEqualTo(rule);
        assertThat(merge().messages())
                .containsAll(messages)
                .hasSize(messages.size() + 1)
                .contains("more.client-methods.yaml: #/paths/~1waits/post: left out, as api.client-methods.yaml has"
                        + " another rule");
    }

    @Test
    void methodsFollowTheirOperations() throws IOException {
        write("more.yaml", SUPPLEMENT);
        write("more.client-methods.yaml", """
                "#/paths/~1waits/post":
                  awaitWait: {status: /state, final: [done, gave up]}
                """);

        assertThat(merge().rules().get(Rules.CLIENT_METHODS)).isEqualTo("""
                "#/paths/~1waits/post": {"awaitWait":{"status":"/state","final":["done","gave up"]}}
                """);
    }

    @Test
    void meaningsOfNothingAreFaultsBesideThoseOfTheSupplement() throws IOException {
        write("more.yaml", SUPPLEMENT.replace("3.1.0", "3.0.0"));
        write("more.value-types.yaml", "\"#/components/schemas/Missing\": instant\nother: instant\n");

        assertThatThrownBy(this::merge)
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "more.yaml: #/openapi: is another version of OpenAPI than that of the other"
                                                + " document; expected 3.1",
                                        "more.value-types.yaml: #/components/schemas/Missing: is not in more.yaml; correct the"
                                                + " pointer, or remove the line",
                                        "more.value-types.yaml: other: is not in more.yaml; correct the pointer, or remove the"
                                                + " line"));
    }

    @Test
    void reportsAllUnreadableFilesAtOnce() throws IOException {
        write("more.yaml", "a: 1\na: 2\n");
        write("more.value-types.yaml", "{");

        assertThatThrownBy(this::merge)
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .hasSize(2)
                                .anyMatch(fault -> fault.startsWith("more.yaml: line 2"))
                                .anyMatch(fault -> fault.startsWith("more.value-types.yaml: line 1")));
    }

    @Test
    void missingSupplementIsAFault() {
        assertThatThrownBy(this::merge).hasMessageContaining("more.yaml: is not a file");
    }
}
