package io.github.triggerapi.mock.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternGeneratorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]+$",
                "^tr_(dev|prod)_[A-Za-z0-9]{24}$",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "^[a-z]{1,64}@[a-z]{1,255}$",
                "(?<year>\\d{4})-(?:0[1-9]|1[0-2])",
                "\\bword\\b",
                "[^abc]\\S?"
            })
    void generatedStringsMatch(String regex) {
        for (int variant = 0; variant < 5; variant++) {
            assertThat(PatternGenerator.generate(regex, 0, variant)).containsPattern(Pattern.compile(regex));
        }
    }

    @Test
    void variantsDifferAndTheMinimumLengthIsMet() {
        String first = PatternGenerator.generate("^[a-z]+$", 40, 0);
        assertThat(first).hasSizeGreaterThanOrEqualTo(40).isEqualTo(PatternGenerator.generate("^[a-z]+$", 40, 0));
        assertThat(PatternGenerator.generate("^[a-z]+$", 40, 1)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+",
                "((((((((((a*)*)*)*)*)*)*)*)*)*)*((((((((((b*)*)*)*)*)*)*)*)*)*)*",
                "a{2000000000}",
                "(((((a{999}){999}){999}){999}){999}){999}",
                "((((a{300}){300}|b)+)+)+",
                "a{500}{500}{500}",
                "(?![\\s\\S]*)x",
                "(?!(a+)+$)b",
                "(a{99999999999999999999})",
                "(?i)abc",
                "["
            })
    @Timeout(20)
    void hostileAndUnsupportedPatternsEnd(String regex) {
        String string = PatternGenerator.generate(regex, 0, 0);
        assertThat(string == null ? 0 : string.length()).isLessThanOrEqualTo(10_000);
        assertThat(PatternGenerator.generate("(".repeat(20_000) + "a" + ")".repeat(20_000), 0, 0))
                .isNull();
    }
}
