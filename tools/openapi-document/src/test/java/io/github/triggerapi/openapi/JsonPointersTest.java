package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "runs", "/runs/{id}", "~", "~0", "~1", "/~1~0/", "a b", "0"})
    void namesAreEscapedAsInJacksonPointers(String name) {
        String pointer = JsonPointers.child("/a", name);

        assertThat(JsonPointer.compile(pointer).last().getMatchingProperty()).isEqualTo(name);
        assertThat(JsonPointers.lastName(pointer)).isEqualTo(name);
        assertThat(JsonPointers.unescape(JsonPointers.escape(name))).isEqualTo(name);
    }

    @Test
    void anotherNameWithTheSameStartIsNotWithin() {
        assertThat(JsonPointers.isWithin("#/a/b", "#/a")).isTrue();
        assertThat(JsonPointers.isWithin("#/a", "#/a")).isTrue();
        assertThat(JsonPointers.isWithin("#/ab", "#/a")).isFalse();
        assertThat(JsonPointers.isWithin("#/a", "#/a/b")).isFalse();
    }
}
