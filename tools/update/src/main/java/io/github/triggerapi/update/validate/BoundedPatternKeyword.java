package io.github.triggerapi.update.validate;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Evaluates the keyword {@code pattern} with a limit, as a pattern may take years to match. The limit is a number of
 * characters read, not a time, so that all machines come to the same result.
 */
final class BoundedPatternKeyword implements EvaluatorFactory {

    private static final int READS = 1_000_000;

    /** The characters that are left for all strings of a document. */
    private int left = 100 * READS;

    /** Thrown if a pattern takes too long or recurses too deep. */
    static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private GivenUpException(Pattern pattern) {
            super("the pattern " + pattern + " takes too long", null, false, false);
        }
    }

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (!keyword.equals("pattern") || !value.isString()) {
            return Optional.empty();
        }
        Pattern pattern = Pattern.compile(value.asString());
        return Optional.of((EvaluationContext evaluation, JsonNode node) -> evaluate(pattern, node));
    }

    private Evaluator.Result evaluate(Pattern pattern, JsonNode node) {
        if (!node.isString() || found(pattern, node.asString())) {
            return Evaluator.Result.success();
        }
        return Evaluator.Result.failure(
                "\"%s\" does not match regular expression [%s]".formatted(node.asString(), pattern));
    }

    private boolean found(Pattern pattern, String text) {
        Counted counted = new Counted(pattern, text, Math.min(READS, left));
        try {
            return pattern.matcher(counted).find();
        } catch (StackOverflowError e) {
            // Java recurses for each character that a repeated group matches.
            throw new GivenUpException(pattern);
        } finally {
            left -= counted.reads;
        }
    }

    /** Counts the characters that are read. */
    private static final class Counted implements CharSequence {

        private final Pattern pattern;
        private final String text;
        private final int limit;
        private int reads;

        Counted(Pattern pattern, String text, int limit) {
            this.pattern = pattern;
            this.text = text;
            this.limit = limit;
        }

        @Override
        public char charAt(int index) {
            if (reads == limit) {
                throw new GivenUpException(pattern);
            }
            reads++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
