package io.github.triggerapi.mock.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedPatternTest {
    @Test
    void matchesAnywhereInAString() {
        assertThat(matches("b+", "abbc")).isTrue();
        assertThat(matches("^b", "abbc")).isFalse();
        assertThat(matches("^[a-z]*$", "x".repeat(3_000_000))).isTrue();
    }

    @Test
    void matchingThatWouldNotEndIsStopped() {
        assertThat(matches("^(a+)+$", "a".repeat(50) + "b")).isFalse();
        assertThat(matches("(x+x+)+y", "x".repeat(100_000))).isFalse();
        assertThat(matches("^(a|b)*$", "ab".repeat(1_000_000))).isFalse();
    }

    private static boolean matches(String pattern, String text) {
        return BoundedPattern.matches(Pattern.compile(pattern), text);
    }
}
