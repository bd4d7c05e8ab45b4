package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.JsonFormat;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the values that two schemas accept. Changes of named schemas are reported once, and not at references. */
public final class SchemaComparison {

    private final Document before;
    private final Document after;
    private final Map<String, String> renamed = new HashMap<>();
    private final SchemaPairCache findings = new SchemaPairCache();
    private final AcceptedTypeComparison alternatives;

    public SchemaComparison(Document before, Document after) {
        this.before = before;
        this.after = after;
        this.alternatives = new AcceptedTypeComparison(this);
    }

    public Document before() {
        return before;
    }

    public Document after() {
        return after;
    }

    /** Identifies a named schema of the old revision with one of the new revision. */
    void rename(String old, String now) {
        renamed.put(old, now);
        findings.forget();
    }

    /** Returns whether two references refer to the same named schema. */
    boolean isSame(String old, String now) {
        return !old.isEmpty() && renamed.getOrDefault(old, old).equals(now);
    }

    /** Returns all differences of two schemas. */
    List<ValueSetChange> differences(Node old, Node now, String name) {
        List<ValueSetChange> changes = new ArrayList<>();
        compare(old, now, name, changes::add);
        return changes;
    }

    /**
     * Compares two schemas.
     *
     * @param name the name of a value in descriptions
     */
    public void compare(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        SchemaShape wasShape = SchemaShape.of(before, old);
        SchemaShape isShape = SchemaShape.of(after, now);
        boolean same = isSame(wasShape.reference(), isShape.reference());
        annotations(old, now, same, name, found);
        RawKeywordComparison.besideReferences(old, now, name, found);
        if (same) {
            nullBeside(old, now, wasShape, isShape, name, found);
        } else if (wasShape.reference().equals(isShape.reference())) {
            contents(wasShape, isShape, name, found);
        } else {
            otherReference(old, now, wasShape, isShape, name, found);
        }
    }

    private void nullBeside(
            Node old, Node now, SchemaShape was, SchemaShape is, String name, Consumer<ValueSetChange> found) {
        boolean wasWithin = SchemaShape.of(before, before.at(was.reference())).nullable();
        boolean isWithin = SchemaShape.of(after, after.at(is.reference())).nullable();
        // Changes within the named schema are reported there.
        if (was.nullable() != is.nullable() && wasWithin == isWithin) {
            found.accept(nulls(old, now, is.nullable(), name));
        }
    }

    private static ValueSetChange nulls(Node old, Node now, boolean allowed, String name) {
        String words = "null for " + name;
        for (String keyword : List.of("nullable", "type", "oneOf", "anyOf", "enum")) {
            if (!old.get(keyword).json().equals(now.get(keyword).json())) {
                return ValueSetChange.of(
                        old.get(keyword), now.get(keyword), words, allowed ? "" : words, allowed ? words : "");
            }
        }
        return ValueSetChange.of(old, now, words, allowed ? "" : words, allowed ? words : "");
    }

    /** Reports a reference to another schema as a single change. */
    private void otherReference(
            Node old, Node now, SchemaShape was, SchemaShape is, String name, Consumer<ValueSetChange> found) {
        List<ValueSetChange> changes = new ArrayList<>();
        contents(was, is, name, changes::add);
        if (changes.isEmpty()) {
            return;
        }
        ValueSetChange whole = ValueSetChange.of(
                old,
                now,
                "schema of " + name,
                joined(changes, ValueSetChange::removed),
                joined(changes, ValueSetChange::added));
        boolean tolerated = changes.stream().allMatch(change -> change.added().isEmpty() || change.toleratedByClient());
        found.accept((tolerated ? whole.asToleratedByClient() : whole).withNote(joined(changes, ValueSetChange::note)));
    }

    private static String joined(List<ValueSetChange> changes, Function<ValueSetChange, String> words) {
        return changes.stream()
                .map(words)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" or "));
    }

    private void contents(SchemaShape was, SchemaShape is, String name, Consumer<ValueSetChange> found) {
        String pair =
                was.node().pointer() + (was.nullable() ? "? " : " ") + is.node().pointer() + (is.nullable() ? "?" : "");
        findings.of(pair, name, changes -> contentsOnce(was, is, name, changes)).forEach(found);
    }

    private void contentsOnce(SchemaShape was, SchemaShape is, String name, Consumer<ValueSetChange> found) {
        // Any JSON includes null, which the change of the type reports.
        if (was.nullable() != is.nullable() && was.isAny() == is.isAny()) {
            found.accept(nulls(was.node(), is.node(), is.nullable(), name));
        }
        alternatives.compare(was, is, name, found);
        RawKeywordComparison.compare(was.node(), is.node(), name, found);
    }

    // -- keywords that do not affect which values are accepted -------------------------------------------------------

    private void annotations(Node old, Node now, boolean same, String name, Consumer<ValueSetChange> found) {
        Node oldDefault = annotation(before, old, "default");
        Node newDefault = annotation(after, now, "default");
        boolean own = !same || old.has("default") || now.has("default");
        if (own && !JsonFormat.canonical(oldDefault.json()).equals(JsonFormat.canonical(newDefault.json()))) {
            JsonNode value = newDefault.json();
            String note = value.isMissingNode()
                    ? "the default of " + name + " was removed"
                    : name + " defaults to " + JsonFormat.inSentence(value);
            found.accept(ValueSetChange.of(oldDefault, newDefault, "default of " + name, "", "")
                    .withNote(note));
        }
        if (same && !old.has("readOnly") && !now.has("readOnly") && !old.has("writeOnly") && !now.has("writeOnly")) {
            return;
        }
        flag(old, now, "readOnly", name, found);
        flag(old, now, "writeOnly", name, found);
    }

    /** Compares a flag that generated code does not check, so a change is compatible. */
    private void flag(Node old, Node now, String keyword, String name, Consumer<ValueSetChange> found) {
        Node was = annotation(before, old, keyword);
        Node is = annotation(after, now, keyword);
        if (was.json().asBoolean() != is.json().asBoolean()) {
            String way = keyword.equals("readOnly") ? "requests" : "responses";
            String note = is.json().asBoolean() ? way + " should not contain " + name : way + " may contain " + name;
            found.accept(
                    ValueSetChange.of(was, is, keyword + " of " + name, "", "").withNote(note));
        }
    }

    /** Returns the keyword of the schema or of the schema that it refers to. */
    private static Node annotation(Document document, Node schema, String keyword) {
        Node target = SchemaShape.of(document, schema).node();
        return schema.has(keyword) || !target.has(keyword) ? schema.get(keyword) : target.get(keyword);
    }
}
