package io.github.triggerapi.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"\"",
                "0",
                "-0",
                "1.00",
                "-1.5E+3",
                "1e400",
                "12345678901234567890",
                "0.1000000000000000000000000000000000001",
                "[]",
                "{}",
                "{\"\":null,\"a\":[1,{\"b\":\"ü 😀 \\\" \\\\ \\u0001\"}],\"z\":false}"
            })
    void writesWhatItParsed(String string) {
        assertThat(GSON.toJson(Json.parse(string))).isEqualTo(string);
    }

    @Test
    void ignoresWhitespace() {
        assertThat(GSON.toJson(Json.parse("\uFEFF\r\n\t { \"a\" : [ 1 , 2 ] } \n")))
                .isEqualTo("{\"a\":[1,2]}");
        assertThat(Json.parse("\"\\uD83D\\uDE00\\/\"").getAsString()).isEqualTo("😀/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{} {}",
                "1 2",
                "[] // done",
                "/* a */ 1",
                "# a\n1",
                "'a'",
                "{'a':1}",
                "{a:1}",
                "NaN",
                "-Infinity",
                "TRUE",
                "nul",
                "01",
                "+1",
                "1.",
                ".5",
                "0x10",
                "1e",
                "[1,]",
                "[,1]",
                "[1;2]",
                "{\"a\"=1}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{1:2}",
                "[1",
                "{\"a\":",
                "\"a",
                "\"\t\"",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\'\"",
                "\"\\u12g4\"",
                "\u00a01",
                ")]}'\n1",
                "\u0000",
                "\"\ud800\"",
                "{\"\udc00\":1}"
            })
    void rejectsInvalidJson(String string) {
        assertThatThrownBy(() -> Json.parse(string))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .matches("[A-Z][A-Za-z ]+ at line \\d+ column \\d+ path \\$.*");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"a\":[1,2,x]} | Invalid JSON at line 1 column 11 path $.a[2]",
                "{\"a\":1,\"b\":{\"c\":1,\"c\":2}} | Duplicate name at line 1 column 22 path $.b.c",
                "{\"a\":1,\"\\u0061\":2} | Duplicate name at line 1 column 16 path $.a",
                "[1] 2 | Invalid JSON at line 1 column 6 path $",
                "[\"\\ud800\"] | Invalid JSON at line 1 column 10 path $[0]"
            },
            delimiter = '|')
    void messageContainsLocation(String string, String message) {
        assertThatThrownBy(() -> Json.parse(string))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void limitsNesting() {
        int most = Json.MAX_DEPTH;

        assertThat(GSON.toJson(Json.parse(nested(most)))).isEqualTo(nested(most));
        for (String string : new String[] {nested(most + 1), "[".repeat(1_000_000), "{\"a\":".repeat(1_000_000)}) {
            assertThatThrownBy(() -> Json.parse(string))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Invalid JSON at line 1 column ")
                    .message()
                    .hasSizeLessThan(200);
        }
    }

    @Test
    void limitsDigitsOfNumbers() {
        String most = "1".repeat(1023);

        assertThat(GSON.toJson(Json.parse(most))).isEqualTo(most);
        assertThat(GSON.toJson(Json.parse("1e999999999"))).isEqualTo("1e999999999");
        assertThatThrownBy(() -> Json.parse("1".repeat(2000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
