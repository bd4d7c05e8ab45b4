package io.github.triggerapi.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantConditionTest {

    private static final Map<String, VariantCondition> KINDS = Map.of(
            "any", VariantCondition.ANY,
            "string", VariantCondition.STRING,
            "number", VariantCondition.NUMBER,
            "integer", VariantCondition.INTEGER,
            "boolean", VariantCondition.BOOLEAN,
            "date-time", VariantCondition.DATE_TIME,
            "object", VariantCondition.OBJECT);

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
        VariantCondition condition = VariantCondition.string("a", "b");

        assertThat(matches(condition, "\"b\"")).isTrue();
        assertThat(matches(condition, "\"c\"")).isFalse();
        assertThat(matches(condition.orNull(), "null")).isTrue();
    }

    @Test
    void matchesArraysByTheirItems() {
        VariantCondition condition =
                VariantCondition.array(VariantCondition.anyOf(VariantCondition.STRING, VariantCondition.NUMBER));

        assertThat(matches(condition, "[]")).isTrue();
        assertThat(matches(condition, "[1,\"a\"]")).isTrue();
        assertThat(matches(condition, "[1,true]")).isFalse();
        assertThat(matches(condition, "1")).isFalse();
    }

    @Test
    void matchesObjectsByTheirMembers() {
        VariantCondition condition =
                VariantCondition.OBJECT.require("a", VariantCondition.STRING).allow("b", VariantCondition.NUMBER);

        assertThat(matches(condition, "{\"a\":\"x\"}")).isTrue();
        assertThat(matches(condition, "{\"a\":\"x\",\"b\":1,\"c\":[]}")).isTrue();
        assertThat(matches(condition, "{\"b\":1}")).isFalse();
        assertThat(matches(condition, "{\"a\":\"x\",\"b\":\"1\"}")).isFalse();
        assertThat(matches(condition.and(VariantCondition.OBJECT.require("c", VariantCondition.ANY)), "{\"a\":\"x\"}"))
                .isFalse();
    }

    private static boolean matches(VariantCondition condition, String json) {
        return condition.matches(JsonParser.parseString(json));
    }
}
