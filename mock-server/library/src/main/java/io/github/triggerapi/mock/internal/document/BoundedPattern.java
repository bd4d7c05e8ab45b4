package io.github.triggerapi.mock.internal.document;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.JsonNode;
import java.util.regex.Pattern;

/**
 * The keyword {@code pattern} with a limit on the work, because for some patterns and strings matching would not end. A
 * string that exceeds the limit does not match.
 */
final class BoundedPattern {
    /** How often a matcher may read a character, which takes a few tenths of a second. */
    private static final int MAX_STEPS = 10_000_000;

    private BoundedPattern() {}

    static Evaluator evaluator(JsonNode keyword) {
        if (!keyword.isString()) {
            throw new IllegalArgumentException("pattern is no string");
        }
        Pattern pattern = Pattern.compile(keyword.asString());
        return (context, value) -> !value.isString() || matches(pattern, value.asString())
                ? Evaluator.Result.success()
                : Evaluator.Result.failure("no match");
    }

    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, new Steps(), 0, text.length()))
                    .find();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    private static final class Steps {
        private int left = MAX_STEPS;
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A part of a string that counts how often a character is read. */
    private record Counted(String text, Steps steps, int start, int end) implements CharSequence {
        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            if (--steps.left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(start + index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, steps, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
