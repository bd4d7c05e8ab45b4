package io.github.triggerapi.mock.internal.document;

import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.JsonNode;
import io.github.triggerapi.openapi.BoundedMatcher;
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
            return new BoundedMatcher(MAX_STEPS, MAX_STEPS).find(pattern, text);
        } catch (BoundedMatcher.GivenUpException e) {
            return false;
        }
    }
}
