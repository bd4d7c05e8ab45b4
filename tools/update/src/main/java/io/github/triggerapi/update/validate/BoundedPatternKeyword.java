package io.github.triggerapi.update.validate;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keyword {@code pattern}, for texts and patterns of others: there are some that Java would try for years. It is the
 * characters read that are counted, and no time, so that each machine comes to the same result.
 */
final class BoundedPatternKeyword implements EvaluatorFactory {

    private static final int READS = 1_000_000;

    /** Of all texts of a document. */
    private int left = 100 * READS;

    /** The pattern takes too long, or is too deep for the text. */
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
            // Java goes a level deeper for each character that a group in a repetition takes.
            throw new GivenUpException(pattern);
        } finally {
            left -= counted.reads;
        }
    }

    /** A text that is not read without end. */
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
