package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.List;
import java.util.Set;

/** Finds keywords of schemas that generated code does not express. They are left to the check against the schema. */
final class RawKeywords {

    private RawKeywords() {}

    /** Returns the keywords that generated code never expresses. */
    static List<Node> of(Node schema) {
        return schema.members().stream()
                .filter(member -> !SchemaKeyword.isSupported(member.key()) && !SchemaKeyword.isNeutral(member.key()))
                .toList();
    }

    /**
     * Returns the keywords that restrict values and are not expressed beside others.
     *
     * @param expressed the keywords that are expressed
     */
    static List<Node> beside(Node schema, Set<String> expressed) {
        return schema.members().stream()
                .filter(member -> restricts(member.key()) && !expressed.contains(member.key()))
                .filter(member -> SchemaKeyword.isSupported(member.key()))
                .toList();
    }

    /** Returns the keywords that restrict values and are not expressed beside a reference. */
    static List<Node> besideReference(Node schema) {
        return beside(schema, Set.of("$ref", "nullable"));
    }

    /** Returns whether a schema says which values are valid, other than that null is. */
    static boolean restricts(Node schema) {
        return !schema.json().isObject()
                || schema.names().stream().anyMatch(keyword -> restricts(keyword) && !keyword.equals("nullable"));
    }

    private static boolean restricts(String keyword) {
        return !SchemaKeyword.isUnrestrictive(keyword) && !SchemaKeyword.isNeutral(keyword);
    }

    /** Returns what becomes of a keyword. */
    static String reason(Node keyword) {
        return SchemaKeyword.of(keyword.key()).isPresent()
                ? "the schema keyword " + keyword.key() + " is left to the schema check"
                : "the unknown schema keyword " + keyword.key() + " has no effect";
    }
}
