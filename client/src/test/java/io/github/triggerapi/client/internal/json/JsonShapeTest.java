package io.github.triggerapi.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonShapeTest {

    private static final Map<String, JsonShape> KINDS = Map.of(
            "any", JsonShape.ANY,
            "string", JsonShape.STRING,
            "number", JsonShape.NUMBER,
            "integer", JsonShape.INTEGER,
            "boolean", JsonShape.BOOLEAN,
            "date-time", JsonShape.DATE_TIME,
            "object", JsonShape.OBJECT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "any       | null                     | true",
                "string    | \"1\"                    | true",
                "string    | 1                        | false",
                "number    | 1.5                      | true",
                "number    | \"1.5\"                  | false",
                "integer   | 1.0                      | true",
                "integer   | 1.5                      | false",
                "integer   | 9223372036854775808      | false",
                "integer   | 1e99999                  | false",
                "boolean   | false                    | true",
                "boolean   | 0                        | false",
                "date-time | \"2025-01-31T12:00:00Z\" | true",
                "date-time | \"tomorrow\"             | false",
                "date-time | 5                        | false",
                "object    | {}                       | true",
                "object    | []                       | false",
                "object    | null                     | false"
            })
    void matchesAKindOfValue(String kind, String json, boolean matches) {
        assertThat(matches(KINDS.get(kind), json)).isEqualTo(matches);
    }

    @Test
    void matchesListedStrings() {
        JsonShape shape = JsonShape.string("a", "b");

        assertThat(matches(shape, "\"b\"")).isTrue();
        assertThat(matches(shape, "\"c\"")).isFalse();
        assertThat(matches(shape.orNull(), "null")).isTrue();
    }

    @Test
    void matchesArraysByTheirItems() {
        JsonShape shape = JsonShape.array(JsonShape.anyOf(JsonShape.STRING, JsonShape.NUMBER));

        assertThat(matches(shape, "[]")).isTrue();
        assertThat(matches(shape, "[1,\"a\"]")).isTrue();
        assertThat(matches(shape, "[1,true]")).isFalse();
        assertThat(matches(shape, "1")).isFalse();
    }

    @Test
    void matchesObjectsByTheirMembers() {
        JsonShape shape = JsonShape.OBJECT.require("a", JsonShape.STRING).allow("b", JsonShape.NUMBER);

        assertThat(matches(shape, "{\"a\":\"x\"}")).isTrue();
        assertThat(matches(shape, "{\"a\":\"x\",\"b\":1,\"c\":[]}")).isTrue();
        assertThat(matches(shape, "{\"b\":1}")).isFalse();
        assertThat(matches(shape, "{\"a\":\"x\",\"b\":\"1\"}")).isFalse();
        assertThat(matches(shape.and(JsonShape.OBJECT.require("c", JsonShape.ANY)), "{\"a\":\"x\"}"))
                .isFalse();
    }

    private static boolean matches(JsonShape shape, String json) {
        return shape.matches(JsonParser.parseString(json));
    }
}
