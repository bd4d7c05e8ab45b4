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

/** Compares which values fit two schemas. What named schemas differ in is theirs, and not told where they are used. */
public final class SchemaComparison {

    private final Document before;
    private final Document after;
    private final Map<String, String> renamed = new HashMap<>();
    private final SchemaPairCache findings = new SchemaPairCache();
    private final AlternativeComparison alternatives;

    public SchemaComparison(Document before, Document after) {
        this.before = before;
        this.after = after;
        this.alternatives = new AlternativeComparison(this);
    }

    public Document before() {
        return before;
    }

    public Document after() {
        return after;
    }

    /** Takes a named schema of the old document for one of the new, by their pointers. */
    void rename(String old, String now) {
        renamed.put(old, now);
        findings.forget();
    }

    /** Whether two references lead to what is the same named schema. */
    boolean isSame(String old, String now) {
        return !old.isEmpty() && renamed.getOrDefault(old, old).equals(now);
    }

    /** All differences, as if there were no names. */
    List<ValueSetChange> differences(Node old, Node now, String name) {
        List<ValueSetChange> changes = new ArrayList<>();
        compare(old, now, name, changes::add);
        return changes;
    }

    /**
     * Compares two schemas.
     *
     * @param name what a value of them is called
     */
    public void compare(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        SchemaShape wasShape = SchemaShape.of(before, old);
        SchemaShape isShape = SchemaShape.of(after, now);
        boolean same = isSame(wasShape.reference(), isShape.reference());
        asides(old, now, same, name, found);
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
        // What changed within is told there.
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

    /** Another schema altogether, so that one change says it all. */
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
        // Any JSON has null in it, which the change of the type tells.
        if (was.nullable() != is.nullable() && was.isAny() == is.isAny()) {
            found.accept(nulls(was.node(), is.node(), is.nullable(), name));
        }
        alternatives.compare(was, is, name, found);
    }

    // -- what says nothing of which values fit -----------------------------------------------------------------------

    private void asides(Node old, Node now, boolean same, String name, Consumer<ValueSetChange> found) {
        Node oldDefault = aside(before, old, "default");
        Node newDefault = aside(after, now, "default");
        boolean own = !same || old.has("default") || now.has("default");
        if (own && !JsonFormat.canonical(oldDefault.json()).equals(JsonFormat.canonical(newDefault.json()))) {
            JsonNode value = newDefault.json();
            String note = value.isMissingNode()
                    ? "what no " + name + " means is not said any more"
                    : "no " + name + " means " + JsonFormat.said(value) + " now";
            found.accept(ValueSetChange.of(oldDefault, newDefault, "default of " + name, "", "")
                    .withNote(note));
        }
        if (same && !old.has("readOnly") && !now.has("readOnly") && !old.has("writeOnly") && !now.has("writeOnly")) {
            return;
        }
        flag(old, now, "readOnly", name, found);
        flag(old, now, "writeOnly", name, found);
    }

    /** Neither is checked by anything that is generated, so it is told, and nothing is made of it. */
    private void flag(Node old, Node now, String keyword, String name, Consumer<ValueSetChange> found) {
        Node was = aside(before, old, keyword);
        Node is = aside(after, now, keyword);
        if (was.json().asBoolean() != is.json().asBoolean()) {
            String way = keyword.equals("readOnly") ? "a request" : "an answer";
            String note = is.json().asBoolean() ? way + " ought not to have " + name : way + " may have " + name;
            found.accept(
                    ValueSetChange.of(was, is, keyword + " of " + name, "", "").withNote(note));
        }
    }

    /** The keyword, said here or by what this refers to. */
    private static Node aside(Document document, Node schema, String keyword) {
        Node target = SchemaShape.of(document, schema).node();
        return schema.has(keyword) || !target.has(keyword) ? schema.get(keyword) : target.get(keyword);
    }
}
