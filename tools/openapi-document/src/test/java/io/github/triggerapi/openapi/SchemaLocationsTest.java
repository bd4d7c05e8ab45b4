package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaLocationsTest {

    private static SchemaLocations locations(String yaml) {
        return SchemaLocations.of(new Node("#", DocumentReader.read(yaml)));
    }

    @Test
    void schemasAreFoundWithinAllKeywordsThatHoldThem() {
        for (SchemaKeyword keyword : SchemaKeyword.values()) {
            String inner = switch (keyword.subschemas()) {
                case NONE -> "";
                case ONE -> "/" + keyword.keyword();
                case LIST -> "/" + keyword.keyword() + "/0";
                case MAP -> "/" + keyword.keyword() + "/name";
            };
            String value = switch (keyword.subschemas()) {
                case NONE, ONE -> "{title: a}";
                case LIST -> "[{title: a}]";
                case MAP -> "{name: {title: a}}";
            };

            assertThat(locations("components: {schemas: {A: {%s: %s}}}".formatted(keyword.keyword(), value))
                            .schemas())
                    .extracting(Node::pointer)
                    .contains("#/components/schemas/A" + inner)
                    .hasSize(inner.isEmpty() ? 1 : 2);
        }
    }

    @Test
    void schemasReferencesAndTheirOwnersAreFoundInOperations() {
        SchemaLocations locations = locations("""
                paths:
                  /schema:
                    parameters: [{$ref: '#/components/parameters/schema'}]
                    post:
                      parameters: [{schema: {type: string}}]
                      requestBody: {content: {a: {schema: {$ref: '#/components/schemas/A'}}}}
                      responses: {200: {headers: {schema: {schema: {type: string}}}}}
                components:
                  parameters: {schema: {content: {schema: {schema: {type: array, items: {}}}}}}
                """);

        assertThat(locations.schemas())
                .extracting(Node::pointer)
                .containsExactly(
                        "#/paths/~1schema/post/parameters/0/schema",
                        "#/paths/~1schema/post/requestBody/content/a/schema",
                        "#/paths/~1schema/post/responses/200/headers/schema/schema",
                        "#/components/parameters/schema/content/schema/schema",
                        "#/components/parameters/schema/content/schema/schema/items");
        assertThat(locations.references())
                .extracting(Node::pointer)
                .containsExactly("#/paths/~1schema/parameters/0", "#/paths/~1schema/post/requestBody/content/a/schema");
        assertThat(locations.owners())
                .extracting(Node::pointer)
                .containsExactly(
                        "#/paths/~1schema/post/parameters/0",
                        "#/paths/~1schema/post/requestBody/content/a",
                        "#/paths/~1schema/post/responses/200/headers/schema",
                        "#/components/parameters/schema/content/schema");
    }

    @Test
    void dataIsNotSearched() {
        String schema = "{$ref: a, schema: {title: a}, properties: {a: {title: a}}}";
        SchemaLocations locations = locations("""
                x-more: DATA
                components:
                  examples: {a: {value: DATA}}
                  schemas: {A: {default: DATA, const: DATA, enum: [DATA], example: DATA, examples: [DATA], x-more: DATA}}
                """.replace("DATA", schema));

        assertThat(locations.schemas()).extracting(Node::pointer).containsExactly("#/components/schemas/A");
        assertThat(locations.references()).isEmpty();
        assertThat(locations.owners()).isEmpty();
    }
}
