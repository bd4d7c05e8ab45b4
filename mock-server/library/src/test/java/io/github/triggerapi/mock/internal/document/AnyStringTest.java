package io.github.triggerapi.mock.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings are accepted without validation only if every string is valid. */
class AnyStringTest {
    private static Schema schema(String yaml) throws IOException {
        String document = "openapi: 3.1.0\ncomponents: {schemas: {A: " + yaml + "}}";
        return Schema.at(
                Document.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))),
                "#/components/schemas/A");
    }

    @Test
    void anyStringIsAccepted() throws IOException {
        Schema schema = schema("{type: string, description: a text, example: b}");

        assertThat(schema.check(TextNode.valueOf(""), "body")).isNull();
        assertThat(schema.check(IntNode.valueOf(1), "body")).contains("string");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, minLength: 2}",
                "{type: string, enum: [aa]}",
                "{type: string, format: date-time}",
                "{type: string, not: {const: a}}",
                "{type: number}"
            })
    void otherSchemasAreValidated(String yaml) throws IOException {
        assertThat(schema(yaml).check(TextNode.valueOf("a"), "body")).isNotNull();
    }
}
