package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.openapi.BoundedMatcher.GivenUpException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundedMatcherTest {

    private final BoundedMatcher matcher = new BoundedMatcher(1_000_000, 1_500_000);

    private boolean find(String pattern, String text) {
        return matcher.find(Pattern.compile(pattern), text);
    }

    @Test
    void findsPatternAnywhere() {
        assertThat(find("b+", "abc")).isTrue();
        assertThat(find("^b", "abc")).isFalse();
    }

    @Test
    void givesUpPatternThatTakesTooLong() {
        assertThatThrownBy(() -> find("^(a|aa)+(?:b\\1)$", "a".repeat(100) + "!"))
                .isInstanceOf(GivenUpException.class)
                .hasMessage("the pattern ^(a|aa)+(?:b\\1)$ takes too long");
    }

    @Test
    void givesUpPatternThatRecursesTooDeep() {
        assertThatThrownBy(() -> find("^(a|b)*$", "a".repeat(200_000))).isInstanceOf(GivenUpException.class);
    }

    @Test
    void limitsReadsForAllStrings() {
        assertThatThrownBy(() -> find("^(a|aa)+(?:b\\1)$", "a".repeat(100) + "!"))
                .isInstanceOf(GivenUpException.class);
        String text = "a".repeat(700_000);

        assertThat(new BoundedMatcher(1_000_000, 1_500_000).find(Pattern.compile("^a++$"), text))
                .isTrue();
        assertThatThrownBy(() -> find("^a++$", text)).isInstanceOf(GivenUpException.class);
    }
}
