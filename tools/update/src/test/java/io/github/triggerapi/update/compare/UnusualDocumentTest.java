package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.compare.change.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests valid but unusual documents. */
class UnusualDocumentTest {

    private static final String EMPTY = """
            openapi: 3.0.3
            info: {title: Empty, version: "1"}
            servers: [{url: https://example.com}]
            paths: {}
            """;

    @Test
    void comparesEmptyDocuments() {
        assertThat(Documents.changed(Documents.yaml(EMPTY), document -> {}).changes())
                .isEmpty();
    }

    @Test
    void reportsAllAdditionsAndRemovals() {
        ObjectNode empty = Documents.yaml(EMPTY);
        ObjectNode full = Documents.document();

        assertThat(Documents.compare(empty, full).changes())
                .extracting(Change::what)
                .contains("operation POST /things/{id}", "schema Sent", "schema Failure");
        Documents.assertEffects(Documents.compare(full, empty), "B B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4XX      | '404' | C B
            default  | '404' | C B
            '404'    | 4XX   | C C
            '404'    | 5XX   | C B
            """)
    void statusBelongsToRange(String before, String after, String effects) {
        ObjectNode old = Documents.document();
        Documents.put(old, "/paths/~1things~1{id}/post/responses/404", "");
        ObjectNode now = old.deepCopy();
        String response =
                "{description: Wrong, content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}}}}";
        Documents.put(old, "/paths/~1things~1{id}/post/responses/" + before, response);
        Documents.put(now, "/paths/~1things~1{id}/post/responses/" + after, response);

        Documents.assertEffects(Documents.compare(old, now), effects);
    }

    @Test
    void operationOverridesPathParameter() {
        Comparison comparison = Documents.changed(document -> Documents.put(
                document,
                "/paths/~1things~1{id}/parameters",
                "[{in: query, name: page, schema: {type: string}}, {in: query, name: all, schema: {type: string}}]"));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/paths/~1things~1{id}/parameters/1");
            assertThat(change.what()).isEqualTo("optional query parameter all");
        });
    }

    @Test
    void comparesDifferentOpenApiVersions() {
        ObjectNode old =
                Documents.withSchema("Sent", "{type: object, properties: {x: {type: string, nullable: true}}}");
        old.put("openapi", "3.0.3");
        ObjectNode now = Documents.withSchema("Sent", "{type: object, properties: {x: {type: [string, 'null']}}}");

        assertThat(Documents.compare(old, now).changes())
                .extracting(Change::what)
                .containsExactly("notation of the schema", "openapi");
    }
}
