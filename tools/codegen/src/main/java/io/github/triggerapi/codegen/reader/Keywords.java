package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.UnsupportedException;
import io.github.triggerapi.openapi.Node;
import java.util.Set;

/** The schema keywords that generated code can express, and what to say of those that it cannot. */
final class Keywords {

    /** Keywords that do not restrict the valid values. */
    private static final Set<String> ANNOTATIONS = Set.of(
            "$comment",
            "default",
            "deprecated",
            "description",
            "example",
            "examples",
            "externalDocs",
            "readOnly",
            "summary",
            "title",
            "writeOnly",
            "xml");

    private static final Set<String> EXPRESSED = Set.of(
            "$ref",
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "discriminator",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "nullable",
            "oneOf",
            "pattern",
            "properties",
            "required",
            "type",
            "uniqueItems");

    private Keywords() {}

    /** Refuses a schema with a keyword whose meaning the generated code would lose. */
    static void check(Node schema) {
        for (String keyword : schema.names()) {
            if (!isAnnotation(keyword) && !EXPRESSED.contains(keyword)) {
                throw new UnsupportedException(
                        schema.get(keyword), "the schema keyword " + keyword + " is not supported");
            }
        }
    }

    /** Refuses keywords beside {@code $ref}, {@code allOf}, {@code oneOf} or {@code anyOf} that would narrow it. */
    static void checkBeside(Node schema, Set<String> expected) {
        for (String keyword : schema.names()) {
            if (!isAnnotation(keyword) && !expected.contains(keyword)) {
                throw new UnsupportedException(
                        schema.get(keyword),
                        keyword + " beside " + String.join(" or ", expected) + " is not supported");
            }
        }
    }

    /** Whether a keyword does not restrict the valid values. */
    static boolean isAnnotation(String keyword) {
        return keyword.startsWith("x-") || ANNOTATIONS.contains(keyword);
    }
}
