package io.github.triggerapi.update.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests merging pages to a document, and the rejection of pages that differ. */
class PageMergerTest {

    private static final String START = """
            openapi: 3.1.0
            info:
              title: Ä
              version: '2024-04-01'
              description: >-
                A text that is longer than a line can be, and so would be broken into
                several of them.
            """;
    private static final String ONE = START + """
            tags: [{name: runs}]
            paths:
              /runs/{id}:
                parameters: [{$ref: '#/components/parameters/id'}]
                get: {operationId: get_run, tags: [runs]}
            components:
              parameters:
                id: {in: path, name: id, required: true, schema: {type: string}}
              schemas:
                Run: {type: object, properties: {id: {type: string, example: '1.10', maxLength: 20}}}
            """;
    private static final String TWO = START + """
            paths:
              /runs/{id}:
                parameters: [{$ref: '#/components/parameters/id'}]
                put:
                  operationId: put_run
                  description: "Two lines:\\n\\n- `on`\\n"
                get: {operationId: get_run, tags: [runs]}
              /tags: {get: {operationId: list_tags, tags: [tags]}}
            components:
              schemas:
                Run: {properties: {id: {example: '1.10', type: string, maxLength: 20}}, type: object}
                Tag: {type: [string, 'null'], enum: ['on', 'no', '1e3', '2024-04-01', '12:30', ~, a b, '']}
              parameters:
                id: {in: path, name: id, required: true, schema: {type: string}}
            tags: [{name: runs}, {name: tags}]
            """;

    @TempDir
    private Path directory;

    @Test
    void pagesAreMergedInOrder() throws IOException {
        String one = page("one.md", ONE);
        String two = page("two.md", TWO);

        Revision revision = RevisionReader.read(List.of(one, two));

        assertThat(revision.source()).isEqualTo(one + " " + two);
        assertThat(revision.text()).isEqualTo("# Merged from " + one + " " + two + "\n" + """
                openapi: 3.1.0
                info:
                  title: Ä
                  version: "2024-04-01"
                  description: A text that is longer than a line can be, and so would be broken into
                    several of them.
                tags:
                  - name: runs
                  - name: tags
                paths:
                  /runs/{id}:
                    parameters:
                      - $ref: "#/components/parameters/id"
                    get:
                      operationId: get_run
                      tags:
                        - runs
                    put:
                      operationId: put_run
                      description: |
                        Two lines:

                        - `on`
                  /tags:
                    get:
                      operationId: list_tags
                      tags:
                        - tags
                components:
                  parameters:
                    id:
                      in: path
                      name: id
                      required: true
                      schema:
                        type: string
                  schemas:
                    Run:
                      type: object
                      properties:
                        id:
                          type: string
                          example: "1.10"
                          maxLength: 20
                    Tag:
                      type:
                        - string
                        - "null"
                      enum:
                        - "on"
                        - "no"
                        - "1e3"
                        - "2024-04-01"
                        - "12:30"
                        - null
                        - a b
                        - ""
                """);
    }

    @Test
    void mergeOfYamlAndJsonIsIdentical() throws IOException {
        String one = page("one.md", ONE);
        String two = page("two.md", TWO);
        String first = RevisionReader.read(List.of(one, two)).text();
        Files.writeString(Path.of(one), new Revision("a", ONE).tree().toPrettyString());

        assertThat(RevisionReader.read(List.of(one, two)).text()).isEqualTo(first);
    }

    @Test
    void splitVendoredDocumentIsMergedCompletely() throws IOException {
        JsonNode whole = new Revision("a", Files.readString(Path.of("..", "..", "spec", "trigger-api.yaml"))).tree();
        List<String> pages = new ArrayList<>();
        whole.get("components")
                .properties()
                .forEach(section -> section.getValue().fieldNames().forEachRemaining(name -> {
                    ObjectNode page = whole.deepCopy();
                    ((ObjectNode) page.get("components")).retain(section.getKey());
                    ((ObjectNode) page.get("components").get(section.getKey())).retain(name);
                    pages.add(write("page" + pages.size() + ".json", page.toPrettyString()));
                }));

        Revision revision = RevisionReader.read(pages);

        assertThat(revision.tree()).isEqualTo(whole);
    }

    @Test
    void differentComponentIsReportedWithBothPages() throws IOException {
        String one = page("one.md", ONE);
        String two = page("two.md", TWO.replace("maxLength: 20", "maxLength: 30"));

        RejectedRevisionException rejected = rejected(one, two);

        assertThat(rejected)
                .hasMessage("#/components/schemas/Run/properties/id/maxLength: 20 in " + one + ", 30 in " + two
                        + "; expected the same in both");
        assertThat(rejected.details()).isEmpty();
    }

    @Test
    void allDifferencesAreReported() throws IOException {
        String one = page("one.md", ONE);
        String two = page("two.md", TWO.replace("tags: [{name: runs}, {name: tags}]", "security: []"));
        String three = page(
                "three.md",
                TWO.replace("enum: ['on', ", "enum: [")
                        .replace("operationId: get_run", "operationId: run")
                        .replace("[{$ref: '#/components/parameters/id'}]", "[]"));

        RejectedRevisionException rejected = rejected(one, two, three);

        assertThat(rejected).hasMessage("The pages differ in 4 places; expected the same in each");
        assertThat(rejected.details())
                .containsExactly(
                        "#/security: nothing in " + one + ", [] in " + two,
                        "#/components/schemas/Tag/enum/0: \"on\" in " + two + ", \"no\" in " + three,
                        "#/paths/~1runs~1{id}/parameters/0: {\"$ref\":\"#/components/parameters/id\"} in " + one
                                + ", nothing in " + three,
                        "#/paths/~1runs~1{id}/get/operationId: \"get_run\" in " + one + ", \"run\" in " + three);
    }

    @Test
    void differencesEscapeControlCharacters() {
        String one = write("one.json", "{\"info\": {\"a\\u009b2J\": \"\\u009b2J\"}}");
        String two = write("two.json", "{\"info\": {\"a\\u009b2J\": \"\\u202eb\"}}");

        assertThat(rejected(one, two))
                .hasMessage("#/info/a[U+009B]2J: \"[U+009B]2J\" in " + one + ", \"[U+202E]b\" in " + two
                        + "; expected the same in both");
    }

    @Test
    void invalidPageIsReported() throws IOException {
        String one = page("one.md", ONE);
        String two = page("two.md", ONE + "a: [");

        assertThat(rejected(one, two)).hasMessageStartingWith(two + ": line 19, column 1: ");
    }

    @Test
    void pageThatIsNotAnObjectIsReported() {
        String one = write("one.json", "{\"paths\": {}}");

        assertThat(rejected(one, write("two.json", "[]")))
                .hasMessageEndingWith("two.json: is not an object; expected an OpenAPI document");
        assertThat(rejected(one, write("three.json", "{\"paths\": 1}")))
                .hasMessageEndingWith("three.json: #/paths: is not an object; expected one");
    }

    private static RejectedRevisionException rejected(String... pages) {
        return catchThrowableOfType(RejectedRevisionException.class, () -> RevisionReader.read(List.of(pages)));
    }

    private String page(String name, String document) throws IOException {
        return write(name, "# Page\n\n## OpenAPI\n\n```yaml\n" + document + "\n```\n");
    }

    private String write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
