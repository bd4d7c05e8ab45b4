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
}
