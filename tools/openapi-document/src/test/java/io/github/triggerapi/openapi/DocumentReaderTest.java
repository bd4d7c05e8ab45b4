package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: 2024-04-01\nb: 2024-04\nc: 1.10\nd: 0o17\ne: 017\nf: 12:30:45\n",
                "a: yes\nb: on\nc: ~\nd:\ne: 'no'\nf: !!str 12\ng: 9223372036854775808\nh: 1e3\n",
                "200: a\n'300': b\ntrue: c\n",
                "a: &a {b: 1}\nc: *a\nd: {<<: *a, e: 2}\n",
                "---\na: |\n  b\n\n  c\nd: >-\n  e\n  f\n...\n",
                "\uFEFFa: 1\r\nb: 2\r\n",
                "{\"a\": [1.50, 1e3, null],\t\"b\": \"\\/\\ud83d\\ude00\"}",
                "just text",
                "[1, 2]"
            })
    void readsWhatSwaggerParserReads(String text) {
        JsonNode expected = DeserializationUtils.deserializeIntoTree(text, "a");

        assertThat(DocumentReader.read(text)).isEqualTo(expected);
        assertThat(DocumentReader.readLeniently(text)).isEqualTo(expected);
    }

    @Test
    void readsTheVendoredDocumentAsSwaggerParserDoes() throws IOException {
        readsWhatSwaggerParserReads(Files.readString(Path.of("..", "..", "spec", "trigger-api.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\nb: 2\\na: 3              | line 3, column 1: the key a is there twice, first in line 1; expected it once",
                "a: {200: b, '200': c}           | line 1, column 13: the key 200 is there twice, first in line 1; expected it once",
                "a: {on: b}                      | line 1, column 5: the key on, which parsers read differently; quote it: 'on'",
                "a: {012: b}                     | line 1, column 5: the key 012, which parsers read differently; quote it: '012'",
                "a: {~: b}                       | line 1, column 5: the key ~, which parsers read differently; quote it: '~'",
                "enum: [NO, 'on', yes]          | line 1, column 8: the value NO, which parsers read differently; quote it: 'NO'; line 1, column 18: the value yes, which parsers read differently; quote it: 'yes'",
                "a: {const: off}\\na: 1        | line 2, column 1: the key a is there twice, first in line 1; expected it once; line 1, column 12: the value off, which parsers read differently; quote it: 'off'",
                "a: {[b]: c}                     | line 1, column 5: a key that is not a string; expected a string",
                "a: !b c                         | line 1, column 4: the tag !b; expected none",
                "a: !!int b                      | line 1, column 4: the tag tag:yaml.org,2002:int; expected none",
                "a: !!java.net.URL [b]           | line 1, column 4: Global tag is not allowed: tag:yaml.org,2002:java.net.URL; expected YAML",
                "a: &b [*b]                      | line 1, column 4: the value contains itself; expected one that does not",
                "a: *b                           | line 1, column 4: found undefined alias b; expected YAML",
                "a:\\n\\tb: c                     | line 2, column 1: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); expected YAML",
                "a: [b                           | line 1, column 6: expected ',' or ']', but got <stream end>; expected YAML",
                "a: \"b                          | line 1, column 6: found unexpected end of stream; expected YAML",
                "a: b\\n---\\nc: d                | line 2, column 1: expected a single document in the stream, but found another document; expected YAML",
                "a: b: c                         | line 1, column 5: mapping values are not allowed here; expected YAML",
                "a: [1.0e400]                    | line 1, column 5: the number 1.0e400; expected one that a double can hold",
                "a: [-1e99999999]                | line 1, column 5: the number -1e99999999; expected one that a double can hold",
                "a: 0.1e-400                     | line 1, column 4: the number 0.1e-400; expected one that a double can hold",
                "a: -.inf                        | line 1, column 4: the number -.inf; expected one that JSON has",
                "a: .NaN                         | line 1, column 4: the number .NaN; expected one that JSON has",
                "a: ._                           | line 1, column 4: the number ._; expected one that JSON has",
                "{\"a\": [1, 1e99999999]}        | line 1, column 11: the number 1e99999999; expected one that a double can hold",
                "{\"a\":\\n-1E-99999999}        | line 2, column 1: the number -1E-99999999; expected one that a double can hold",
                "# a                             | is empty; expected an OpenAPI document",
                "{\"a\": 1,\\n\"a\": 2}          | line 2, column 4: Duplicate field 'a'; expected JSON",
                "{\"a\": 1                       | line 1, column 8: Unexpected end-of-input: expected close marker for Object; expected JSON",
                "{\"a\": 1} b                    | line 1, column 10: Unrecognized token 'b': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'); expected JSON",
                "{a: 1}                          | line 1, column 2: Unexpected character ('a' (code 97)): was expecting double-quote to start field name; expected JSON"
            })
    void invalidOrAmbiguousTextIsRejectedWithItsPlace(String text, String message) {
        assertRejected(text.replace("\\n", "\n").replace("\\t", "\t"), message);
    }

    @Test
    void hundredAmbiguitiesEndTheCheck() {
        String text = "x: &l [" + "no, ".repeat(2000) + "no]\nenums:\n" + "- {enum: *l}\n".repeat(2000);

        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> DocumentReader.read(text))
                .satisfies(exception -> assertThat(exception.problems()).hasSize(100));
    }

    @Test
    void longNumbersAreRejected() {
        String longest = "1".repeat(1000);

        assertThat(tree("a: " + longest)).isEqualTo(tree("{\"a\": " + longest + "}"));
        assertRejected("a: 1" + longest, "line 1, column 4: a number of more than 1000 characters; expected less");
        assertRejected("a: 0." + longest, "line 1, column 4: a number of more than 1000 characters; expected less");
    }

    @Test
    void largeNumbersToBase60AreRejected() {
        String number = "1" + ":1".repeat(200) + ".0";

        assertRejected(
                "a: " + number, "line 1, column 4: the number " + number + "; expected one that a double can hold");
    }

    @Test
    void readsNumbersAtTheLimitsOfADouble() {
        assertThat(tree("[1.7e308, -1.7e+308, 5e-324, 0e999, 0.0, .5, 1_0.5, 1:30.5]")
                        .size())
                .isEqualTo(8);
        assertThat(tree("[\"1e999\", 1.7e308, 5e-324, 0e999, 0.0]").size()).isEqualTo(5);
        assertThat(tree("['1e999', a1e999]").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "0.1", "-12345678901234567890.1234567890", "1E+3", "1.5e-7", "0.0"})
    void exactNumbersKeepTheirDigits(String number) {
        BigDecimal expected = new BigDecimal(number);

        assertThat(DocumentReader.readExactly("{\"a\": " + number + "}")
                        .get("a")
                        .decimalValue())
                .isEqualTo(expected);
        assertThat(DocumentReader.readExactly("a: " + number).get("a").decimalValue())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1_0.5, 1:30.5, .5, 1e400, -1e-400]", "{\"a\": [10.5, 90.5, 0.5, 1e400, -1e-400]}"})
    void numbersThatADoubleCannotHoldAreExactOrStrings(String text) {
        assertThat(DocumentReader.readExactly(text).get("a").toString()).isEqualTo("[10.5,90.5,0.5,1E+400,-1E-400]");
        assertThat(DocumentReader.readLeniently(text).get("a").toString())
                .isEqualTo("[10.5,90.5,0.5,\"1E+400\",\"-1E-400\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", ".NaN"})
    void numbersThatJsonLacksAreRejected(String number) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> DocumentReader.readExactly("a: " + number))
                .withMessage("line 1, column 4: the number " + number + "; expected one that JSON has");
    }

    @Test
    void characterThatYamlForbidsIsRejectedWithItsLine() {
        assertRejected("a: b\nc: \u0007", "line 2: the character U+0007; expected one that YAML allows");
    }

    @Test
    void deepNestingIsRejected() {
        String deep = "[".repeat(100_000);

        assertRejected(deep, "line 1, column 201: nested deeper than 200 levels; expected less");
        assertRejected("a: 1\nb: " + deep, "line 2, column 203: nested deeper than 200 levels; expected less");
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> tree("{\"a\": " + deep))
                .withMessageContaining("nested deeper than 200 levels");
        assertThat(tree("[".repeat(200) + "]".repeat(200)).isArray()).isTrue();
    }

    @Test
    void aliasesThatExpandToTooMuchAreRejected() {
        String laughs = "a0: &a0 [1, 2]\n" + lines("a%d: &a%1$d [*a%2$d, *a%2$d]", 40);
        String chain = "a0: &a0 [1]\n" + lines("a%d: &a%1$d [*a%2$d]", 300);

        assertRejected(
                laughs,
                "line 19, column 6: with its aliases replaced it has more than 1000000 values or 200 levels;"
                        + " expected less");
        assertRejected(
                chain,
                "line 200, column 7: with its aliases replaced it has more than 1000000 values or 200 levels;"
                        + " expected less");
    }

    @Test
    void readsManyAliasesOfSmallValues() {
        assertThat(tree("a: &a [1]\nb: [" + "*a, ".repeat(1000) + "1]")
                        .path("b")
                        .size())
                .isEqualTo(1001);
    }

    @Test
    void longTextIsRejected() {
        assertRejected(
                "# " + "a".repeat(3 * 1024 * 1024),
                "is longer than 3145728 characters; expected a document of at most" + " that");
    }

    private static String lines(String format, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> format.formatted(i, i - 1))
                .collect(Collectors.joining("\n"));
    }

    private static JsonNode tree(String text) {
        return DocumentReader.read(text);
    }

    private static void assertRejected(String text, String message) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> tree(text))
                .withMessage(message);
    }
}
