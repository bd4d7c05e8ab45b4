package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwaggerSpecTest {

    @ParameterizedTest
    @CsvSource({"3.0.3, items", "3.0.3, additionalProperties", "3.1.0, items", "3.1.0, additionalProperties"})
    void typeIsNotInferredFromOtherKeywords(String version, String keyword) {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: %s
                info: {title: A, version: "1"}
                paths: {}
                components: {schemas: {A: {type: integer, %s: {type: string}}}}
                """.formatted(version, keyword));

        assertThat(SchemaKinds.types(spec.references().schemas().get("A"))).containsExactly("integer");
    }

    @Test
    void unknownMembersAreIgnoredAndReported() {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: 3.1.0
                info: {title: A, version: "1", more: things}
                paths: {}
                """);

        assertThat(spec.errors()).isEmpty();
        assertThat(spec.unknown()).containsExactly("attribute info.more is unexpected");
    }

    @Test
    void invalidDocumentIsRejected() {
        String text = """
                openapi: 3.1.0
                info: {title: A}
                paths: {}
                """;

        assertThatThrownBy(() -> SwaggerSpec.parse(text))
                .hasMessage("Swagger Parser: [attribute info.version is missing]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{url: "https://a.com/v1/"}]                                  | https://a.com/v1
            [{url: "https://{host}/v1", variables: {host: {default: b}}}] | https://b/v1
            [{url: "/v2"}, {url: "https://a.com"}]                        | /v2
            [{url: "../v2"}]                                              | /
            []                                                            | /
            """)
    void serverUrlHasTheDefaultsOfItsVariables(String servers, String url) {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: 3.1.0
                info: {title: A, version: "1"}
                servers: %s
                paths: {}
                """.formatted(servers));

        assertThat(ServerAndSecurityCheck.url(spec.openApi().getServers())).isEqualTo(url);
    }

    @Test
    void pathItemsMayBeReferences() {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: 3.1.0
                info: {title: A, version: "1"}
                paths: {/a: {$ref: "#/components/pathItems/A"}}
                components: {pathItems: {A: {get: {responses: {"204": {description: A}}}}}}
                """);

        assertThat(spec.operations())
                .extracting(operation -> operation.location().label())
                .containsExactly("GET /a");
    }

    @ParameterizedTest
    @CsvSource({
        "#/components/schemas/A/properties/b",
        "#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema",
    })
    void referencesLeadToAnyElement(String reference) {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: 3.1.0
                info: {title: A, version: "1"}
                paths:
                  /a/{id}:
                    get:
                      parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                      responses:
                        "200": {description: A, content: {application/json: {schema: {type: integer}}}}
                components:
                  schemas:
                    A: {type: object, properties: {b: {type: integer}}}
                    C: {$ref: "%s"}
                    D: {$ref: "#/components/schemas/A/properties/missing"}
                """.formatted(reference));

        assertThat(SchemaKinds.types(spec.resolve(spec.references().schemas().get("C"))))
                .containsExactly("integer");
        assertThat(spec.references().dangling()).containsOnlyKeys("#/components/schemas/D");
    }
}
