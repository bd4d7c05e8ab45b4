package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import io.github.triggerapi.openapi.BoundedMatcher;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.OpenApi30Normalizer;
import io.github.triggerapi.openapi.SchemaLocations;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/** Warns of examples and defaults that are invalid for their schemas. */
final class ExampleCheck {

    private static final URI BASE = URI.create("https://document.invalid/openapi");

    /** The only format that is checked, as it has a Java type of its own. */
    private static final EvaluatorFactory FORMAT = (context, keyword, value) ->
            keyword.equals("format") && value.isString() && value.asString().equals("date-time")
                    ? new FormatEvaluatorFactory().create(context, keyword, value)
                    : Optional.empty();

    private final Document document;
    private final OpenApi30Normalizer normalized;
    private final Problems warnings;
    private final Validator validator = new ValidatorFactory()
            .withDisabledSchemaValidation(true)
            .withEvaluatorFactory(EvaluatorFactory.compose(FORMAT, new BoundedPatternKeyword()))
            .createValidator();

    private ExampleCheck(Document document, Problems warnings) {
        this.document = document;
        this.normalized = OpenApi30Normalizer.of(document.root().json());
        this.warnings = warnings;
        validator.registerSchema(BASE, normalized.document());
    }

    static void check(Document document, SchemaLocations places, Problems warnings) {
        ExampleCheck examples = new ExampleCheck(document, warnings);
        places.schemas().forEach(examples::ofSchema);
        places.owners().stream().filter(ExampleCheck::isJson).forEach(examples::ofHolder);
    }

    /** Returns whether examples are JSON: for parameters, headers and media types of JSON. */
    private static boolean isJson(Node holder) {
        return holder.has("in")
                || !holder.pointer().matches(".*/content/[^/]*")
                || holder.key().matches("(?i)application/(?:[^;]*\\+)?json.*");
    }

    private void ofSchema(Node schema) {
        check(schema, schema.get("default"));
        check(schema, schema.get("example"));
        schema.get("examples").elements().forEach(example -> check(schema, example));
    }

    private void ofHolder(Node holder) {
        Node schema = holder.get("schema");
        check(schema, holder.get("example"));
        for (Node example : holder.get("examples").members()) {
            boolean reference = example.json().path("$ref").isTextual();
            Node target = reference ? document.target(example.text("$ref")) : example;
            check(
                    schema,
                    new Node(example.get("value").pointer(), target.get("value").json()));
        }
    }

    private void check(Node schema, Node value) {
        if (!value.exists()) {
            return;
        }
        // Only the fragment of a reference is percent-decoded, and pointers into paths contain braces.
        String pointer = normalized.pointer(schema.pointer());
        String reference = BASE + "#" + URLEncoder.encode(pointer.substring(1), StandardCharsets.UTF_8);
        URI uri = BASE.resolve("schema-" + URLEncoder.encode(value.pointer(), StandardCharsets.UTF_8));
        validator.registerSchema(uri, JsonNodeFactory.instance.objectNode().put("$ref", reference));
        try {
            Validator.Result result = validator.validate(uri, value.json());
            if (!result.isValid()) {
                warnings.add(value, "is invalid for " + schema.pointer() + ": " + words(result));
            }
        } catch (BoundedMatcher.GivenUpException e) {
            warnings.add(value, "could not be checked against " + schema.pointer() + ": " + e.getMessage());
        }
    }

    /** Returns the error closest to the root of the schema. */
    private static String words(Validator.Result result) {
        Error error = result.getErrors().stream()
                .min(Comparator.comparingInt((Error e) -> e.getEvaluationPath().split("/").length))
                .orElseThrow();
        String place = error.getInstanceLocation().isEmpty() ? "" : " at " + error.getInstanceLocation();
        return error.getError() + place;
    }
}
