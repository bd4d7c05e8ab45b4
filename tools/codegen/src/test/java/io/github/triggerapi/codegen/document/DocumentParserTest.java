package io.github.triggerapi.codegen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentParserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 2024-04-01\nb: 2024-04\nc: 1.10\nd: 0o17\ne: 017\nf: 12:30:45\n",
                "a: yes\nb: on\nc: ~\nd:\ne: 'no'\nf: !!str 12\ng: 9223372036854775808\nh: 1e3\ni: .inf\n",
                "200: a\n'300': b\ntrue: c\n1.5: d\n",
                "a: &a {b: 1}\nc: *a\nd: {<<: *a, e: 2}\n",
                "{\"a\": [1.50, 1e3, null],\t\"b\": \"\\/\\ud83d\\ude00\"}",
                "just text",
                "[1, 2]"
            })
    void theTreeIsTheOneOfSwaggerParser(String text) {
        assertThat(DocumentParser.parse("a", text)).isEqualTo(DeserializationUtils.deserializeIntoTree(text, "a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [        | line 2, column 1: ",
                "a: 1\\na: 2  | line 2, column 1: found duplicate key a; expected YAML",
                "a: \\033   | special characters are not allowed",
                "a: !!set {b} | a type that JSON lacks; expected YAML",
                "{\"a\": x}   | line 1, column 7: Unrecognized token 'x'",
                "a: &a [*a]  | or 200 levels; expected YAML"
            })
    void whatIsNeitherYamlNorJsonIsNamedWithItsPlace(String text, String reason) {
        String document = text.translateEscapes() + "\n";

        assertThatThrownBy(() -> DocumentParser.parse("a.yaml", document))
                .isInstanceOf(UnsupportedDocumentException.class)
                .hasMessageStartingWith("Cannot generate code from a.yaml:\n  ")
                .hasMessageContaining(reason);
    }

    @Test
    void aliasesThatStandForTooMuchAreRefused() {
        String levels = IntStream.range(1, 20)
                .mapToObj(i -> "a%d: &a%d [%s]\n"
                        .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)))
                .collect(Collectors.joining());

        assertThatThrownBy(() -> DocumentParser.parse("a.yaml", "a0: &a0 [b]\n" + levels))
                .isInstanceOf(UnsupportedDocumentException.class)
                .hasMessageContaining("more than 1000000 values");
    }

    @Test
    void manyAliasesMayBeThere() {
        String text = "a: &a [1]\nb: [" + "*a, ".repeat(1000) + "]\n";

        assertThat((ArrayNode) DocumentParser.parse("a.yaml", text).get("b")).hasSize(1000);
    }
}
