package io.github.triggerapi.mock.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternStringGeneratorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z]+$",
                "^tr_(dev|prod)_[A-Za-z0-9]{24}$",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "^[a-z]{1,64}@[a-z]{1,255}$",
                "(?<year>\\d{4})-(?:0[1-9]|1[0-2])",
                "[^abc]\\S?"
            })
    void generatedStringsMatch(String regex) {
        for (int variant = 0; variant < 5; variant++) {
            assertThat(PatternStringGenerator.generate(regex, 0, variant)).containsPattern(Pattern.compile(regex));
        }
    }

    @ParameterizedTest
    @CsvSource({"'^[a-z]{1,64}$', 64", "'^[a-z]{1,255}$', 255", "'^[a-z]+$', 1500", "'^[a-z0-9-]{1,64}$', 1"})
    void stringsHaveTheMinimumLengthAndNoMoreThanNeeded(String regex, int length) {
        assertThat(PatternStringGenerator.generate(regex, length, 3)).hasSize(length);
    }

    @Test
    void variantsDiffer() {
        assertThat(PatternStringGenerator.generate("^[a-z]+$", 40, 1))
                .isNotEqualTo(PatternStringGenerator.generate("^[a-z]+$", 40, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+",
                "a{2000000000}",
                "(((((a{999}){999}){999}){999}){999}){999}",
                "a{500}{500}{500}",
                "(aa)(\\1\\1)(\\2\\2)(\\3\\3)(\\4\\4)(\\5\\5)",
                "(a{9000})(a{9000})",
                "(a+)+\\b\\B$",
                "(?![\\s\\S]*)x",
                "(a{99999999999999999999})",
                "["
            })
    @Timeout(20)
    void hostileAndUnsupportedPatternsEnd(String regex) {
        String string = PatternStringGenerator.generate(regex, 60, 0);
        assertThat(string == null ? 0 : string.length()).isLessThanOrEqualTo(10_000);
    }

    @Test
    @Timeout(20)
    void largeRepetitionsAndDeepNestingEnd() {
        assertThat(PatternStringGenerator.generate("(" + "a".repeat(900) + "){100000}", 0, 0))
                .isNull();
        assertThat(PatternStringGenerator.generate("(".repeat(20_000) + "a" + ")".repeat(20_000), 0, 0))
                .isNull();
    }
}
