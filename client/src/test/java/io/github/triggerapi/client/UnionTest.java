package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonPrimitive;
import io.github.triggerapi.client.model.TTL;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnionTest {

    static Stream<String> options() {
        return Stream.of(
                        "'ttl':'1h42m'",
                        "'ttl':''",
                        "'ttl':60",
                        "'ttl':-1",
                        "'ttl':0.5",
                        "'ttl':1.50",
                        "'ttl':9007199254740993",
                        "'ttl':0.1234567890123456789",
                        "'ttl':true",
                        "'ttl':[1.10,null]",
                        "'ttl':{'a':null}",
                        "'tags':'a'",
                        "'tags':['a','b']",
                        "'tags':[]",
                        "'tags':7",
                        "'tags':['a',1]",
                        "'tags':['a',null]")
                .map(members -> "{" + members.replace('\'', '"') + "}");
    }

    @ParameterizedTest
    @MethodSource("options")
    void writesEveryValueAsItWasRead(String json) {
        for (GsonSettings gson : GsonSettings.values()) {
            TriggerTaskRequestBodyOptions options = gson.read(json, TriggerTaskRequestBodyOptions.class);

            assertThat(gson.write(options)).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void valueReadTwiceIsEqual(String json) {
        TriggerTaskRequestBodyOptions options = GsonSettings.PLAIN.read(json, TriggerTaskRequestBodyOptions.class);

        assertThat(options).isEqualTo(GsonSettings.WITH_NULLS.read(json, TriggerTaskRequestBodyOptions.class));
    }

    @Test
    void returnsValueOfItsVariantOnly() {
        assertThat(TTL.of("1h").asString()).isEqualTo("1h");
        assertThat(TTL.of(60).asNumber()).isEqualByComparingTo("60");
        assertThat(TTL.of(0.5).asNumber()).isEqualByComparingTo("0.5");
        assertThatThrownBy(TTL.of("1h")::asNumber)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("STRING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{}", "[\"1h\"]"})
    void keepsValueOfNoVariant(String json) {
        TTL ttl = new Gson().fromJson(json, TTL.class);

        assertThat(ttl).isInstanceOf(TTL.UnknownValue.class);
        assertThat(ttl.kind()).isEqualTo(TTL.Kind.UNKNOWN);
        assertThat(new Gson().toJson(ttl, TTL.class)).isEqualTo(json);
    }

    @Test
    void writesUnknownValue() {
        TTL ttl = new TTL.UnknownValue(new JsonPrimitive(true));

        assertThat(new Gson()
                        .toJson(TriggerTaskRequestBodyOptions.builder().ttl(ttl).build()))
                .isEqualTo("{\"ttl\":true}");
    }

    /** Compiles without a default. */
    @ParameterizedTest
    @EnumSource(TTL.Kind.class)
    void switchOverKindNeedsNoDefault(TTL.Kind kind) {
        String description = switch (kind) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case UNKNOWN -> "something new";
        };

        assertThat(description).isNotEmpty();
    }

    /** Without a declared type, Gson uses the class of the object, which is that of the variant. */
    @Test
    void writesVariantLikeUnion() {
        assertThat(new Gson().toJson(TTL.of("1h"))).isEqualTo("\"1h\"");
        assertThat(new Gson().toJson(Map.of("ttl", TTL.of(5)))).isEqualTo("{\"ttl\":5}");
        assertThat(new Gson().toJson(List.of(tags(List.of("a"))))).isEqualTo("[[\"a\"]]");
        assertThat(new Gson().toJson(new TTL.UnknownValue(new JsonPrimitive(true))))
                .isEqualTo("true");
    }

    @Test
    void copiesLists() {
        List<String> mine = new ArrayList<>(List.of("a"));
        TriggerTaskRequestBodyOptions options =
                TriggerTaskRequestBodyOptions.builder().tags(mine).build();

        mine.add("b");

        assertThat(options.tags().asArray()).containsExactly("a").isUnmodifiable();
    }

    @Test
    void variantsOfSameValueAreEqual() {
        assertThat(TTL.of(5))
                .isEqualTo(TTL.of(new BigDecimal("5")))
                .hasSameHashCodeAs(TTL.of(5))
                .isNotEqualTo(TTL.of("5"));
    }

    /** Returns an object, as the name of the class of an inline union depends on its place in the spec. */
    private static Object tags(List<String> tags) {
        return TriggerTaskRequestBodyOptions.builder().tags(tags).build().tags();
    }
}
