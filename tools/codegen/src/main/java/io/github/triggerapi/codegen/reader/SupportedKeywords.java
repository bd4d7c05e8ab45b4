package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.Set;

/** Rejects schema keywords that generated code cannot express. */
final class SupportedKeywords {

    private SupportedKeywords() {}

    /** Rejects a schema with a keyword whose meaning the generated code would lose. */
    static void check(Node schema) {
        for (String keyword : schema.names()) {
            if (!SchemaKeyword.isSupported(keyword)) {
                throw new UnsupportedPartException(
                        schema.get(keyword), "the schema keyword " + keyword + " is not supported");
            }
        }
    }

    /** Rejects keywords beside {@code $ref}, {@code allOf}, {@code oneOf} or {@code anyOf} that would narrow it. */
    static void checkBeside(Node schema, Set<String> expected) {
        for (String keyword : schema.names()) {
            if (!SchemaKeyword.isUnrestrictive(keyword) && !expected.contains(keyword)) {
                throw new UnsupportedPartException(
                        schema.get(keyword),
                        keyword + " beside " + String.join(" or ", expected) + " is not supported");
            }
        }
    }
}
