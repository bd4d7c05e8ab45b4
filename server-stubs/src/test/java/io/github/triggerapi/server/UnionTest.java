package io.github.triggerapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.triggerapi.server.model.TTL;
import io.github.triggerapi.server.model.TriggerTaskRequestBodyOptions;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ttl':'1h42m'}",
                "{'ttl':60}",
                "{'ttl':0.5}",
                "{'ttl':1.50}",
                "{'ttl':9007199254740993}",
                "{'ttl':0.1234567890123456789}",
                "{'tags':'a'}",
                "{'tags':['a','b']}",
                "{'tags':[]}"
            })
    void writesEachValueAsItWasRead(String quoted) throws JsonProcessingException {
        String json = quoted.replace('\'', '"');
        for (MapperSettings mapper : MapperSettings.values()) {
            assertThat(mapper.roundTrip(json, TriggerTaskRequestBodyOptions.class))
                    .as(mapper.name())
                    .isEqualTo(json);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ttl | true",
                "ttl | {}",
                "ttl | ['1h']",
                "ttl | null",
                "tags | 7",
                "tags | ['a',1]",
                "tags | ['a',null]",
                "tags | null"
            })
    void rejectsValuesOfNoVariantWithTheNameOfTheMember(String member, String value) {
        String json = "{\"" + member + "\":" + value.replace('\'', '"') + "}";

        assertThatThrownBy(() -> new ObjectMapper().readValue(json, TriggerTaskRequestBodyOptions.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("[\"" + member + "\"]");
    }

    @Test
    void accessorsReturnTheValueOfTheVariantOnly() {
        assertThat(TTL.of("1h").asString()).isEqualTo("1h");
        assertThat(TTL.of(60).asNumber()).isEqualByComparingTo("60");
        assertThat(TTL.of(0.5)).isEqualTo(TTL.of(new BigDecimal("0.5")));
        assertThat(TriggerTaskRequestBodyOptions.builder()
                        .tags(List.of("a"))
                        .build()
                        .tags()
                        .asArray())
                .containsExactly("a");
        assertThatThrownBy(TTL.of(60)::asString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NUMBER");
    }

    /** This compiles without a default. */
    @ParameterizedTest
    @EnumSource(TTL.Kind.class)
    void switchOverAllKindsCompilesWithoutDefault(TTL.Kind kind) {
        String text = switch (kind) {
            case STRING -> "a text";
            case NUMBER -> "a number";
        };

        assertThat(text).isNotEmpty();
    }
}
