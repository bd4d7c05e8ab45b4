package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.update.compare.change.JsonFormat;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Compares keywords that generated code does not express. What they mean is not known here: an added keyword is taken to
 * remove values, a removed one to add values, and a changed one to do both.
 */
final class RawKeywordComparison {

    private static final Set<String> EXPRESSED_BESIDE_REFERENCE = Set.of("$ref", "nullable");

    private RawKeywordComparison() {}

    /** Compares the keywords that generated code never expresses. */
    static void compare(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        compare(old, now, keyword -> !SchemaKeyword.isSupported(keyword), name, found);
    }

    /** Compares the keywords beside references, of which generated code expresses only the type that is referred to. */
    static void besideReferences(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        compare(
                reference(old),
                reference(now),
                keyword -> !SchemaKeyword.isUnrestrictive(keyword) && !EXPRESSED_BESIDE_REFERENCE.contains(keyword),
                name,
                found);
    }

    /** Returns a schema that is a reference; others are compared elsewhere. */
    private static Node reference(Node schema) {
        return schema.has("$ref") ? schema : new Node(schema.pointer(), MissingNode.getInstance());
    }

    private static void compare(
            Node old, Node now, Predicate<String> raw, String name, Consumer<ValueSetChange> found) {
        Set<String> keywords = new TreeSet<>(old.names());
        keywords.addAll(now.names());
        keywords.stream().filter(raw).forEach(keyword -> {
            Node was = old.get(keyword);
            Node is = now.get(keyword);
            if (!JsonFormat.canonical(was.json()).equals(JsonFormat.canonical(is.json()))) {
                found.accept(change(keyword, was, is, name));
            }
        });
    }

    private static ValueSetChange change(String keyword, Node was, Node is, String name) {
        String what = keyword + " of " + name;
        if (SchemaKeyword.of(keyword).isEmpty() || SchemaKeyword.isNeutral(keyword)) {
            return ValueSetChange.of(was, is, what, "", "").withNote(what + " has no effect on values");
        }
        String others = name + " with values that " + keyword + " excludes";
        return ValueSetChange.of(was, is, what, is.exists() ? others : "", was.exists() ? others : "")
                .asToleratedByClient();
    }
}
