package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecTest {

    @ParameterizedTest
    @CsvSource({"3.0.3, items", "3.0.3, additionalProperties", "3.1.0, items", "3.1.0, additionalProperties"})
    void aTypeIsWhatTheDocumentSaysWhateverStandsBesideIt(String version, String keyword) {
        Spec spec = Spec.parse("""
                openapi: %s
                info: {title: A, version: "1"}
                paths: {}
                components: {schemas: {A: {type: integer, %s: {type: string}}}}
                """.formatted(version, keyword));

        assertThat(SchemaKind.types(spec.references().schemas().get("A"))).containsExactly("integer");
    }

    @Test
    void whatIsUnknownIsLeftOutAndTold() {
        Spec spec = Spec.parse("""
                openapi: 3.1.0
                info: {title: A, version: "1", more: things}
                paths: {}
                """);

        assertThat(spec.faults()).isEmpty();
        assertThat(spec.unknown()).containsExactly("attribute info.more is unexpected");
    }

    @Test
    void whatIsWrongIsRefused() {
        String text = """
                openapi: 3.1.0
                info: {title: A}
                paths: {}
                """;

        assertThatThrownBy(() -> Spec.parse(text)).hasMessage("Swagger Parser: [attribute info.version is missing]");
    }
}
