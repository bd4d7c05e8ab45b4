package io.github.triggerapi.update.validate;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import io.github.triggerapi.openapi.BoundedMatcher;
import java.util.Optional;
import java.util.regex.Pattern;

/** Evaluates the keyword {@code pattern} with a limit for each string, and another for all strings of a document. */
final class BoundedPatternKeyword implements EvaluatorFactory {

    private final BoundedMatcher matcher = new BoundedMatcher(1_000_000, 100_000_000);

    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (!keyword.equals("pattern") || !value.isString()) {
            return Optional.empty();
        }
        Pattern pattern = Pattern.compile(value.asString());
        return Optional.of((EvaluationContext evaluation, JsonNode node) -> evaluate(pattern, node));
    }

    private Evaluator.Result evaluate(Pattern pattern, JsonNode node) {
        if (!node.isString() || matcher.find(pattern, node.asString())) {
            return Evaluator.Result.success();
        }
        return Evaluator.Result.failure(
                "\"%s\" does not match regular expression [%s]".formatted(node.asString(), pattern));
    }
}
