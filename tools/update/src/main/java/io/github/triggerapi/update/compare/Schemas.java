package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares which values fit two schemas. What named schemas differ in is theirs, and not told where they are used. */
final class Schemas {

    private final Document before;
    private final Document after;
    private final Map<String, String> renamed = new HashMap<>();
    private final Findings findings = new Findings();
    private final Alternatives alternatives;

    Schemas(Document before, Document after) {
        this.before = before;
        this.after = after;
        this.alternatives = new Alternatives(this);
    }

    Document before() {
        return before;
    }

    Document after() {
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
    List<Shift> differences(Node old, Node now, String name) {
        List<Shift> shifts = new ArrayList<>();
        compare(old, now, name, shifts::add);
        return shifts;
    }

    /**
     * Compares two schemas.
     *
     * @param name what a value of them is called
     */
    void compare(Node old, Node now, String name, Consumer<Shift> found) {
        Shape wasShape = Shape.of(before, old);
        Shape isShape = Shape.of(after, now);
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

    private void nullBeside(Node old, Node now, Shape was, Shape is, String name, Consumer<Shift> found) {
        boolean wasWithin = Shape.of(before, before.at(was.reference())).nullable();
        boolean isWithin = Shape.of(after, after.at(is.reference())).nullable();
        // What changed within is told there.
        if (was.nullable() != is.nullable() && wasWithin == isWithin) {
            found.accept(nulls(old, now, is.nullable(), name));
        }
    }

    private static Shift nulls(Node old, Node now, boolean allowed, String name) {
        String words = "null for " + name;
        for (String keyword : List.of("nullable", "type", "oneOf", "anyOf", "enum")) {
            if (!old.get(keyword).json().equals(now.get(keyword).json())) {
                return Shift.of(old.get(keyword), now.get(keyword), words, allowed ? "" : words, allowed ? words : "");
            }
        }
        return Shift.of(old, now, words, allowed ? "" : words, allowed ? words : "");
    }

    /** Another schema altogether, so that one change says it all. */
    private void otherReference(Node old, Node now, Shape was, Shape is, String name, Consumer<Shift> found) {
        List<Shift> shifts = new ArrayList<>();
        contents(was, is, name, shifts::add);
        if (shifts.isEmpty()) {
            return;
        }
        Shift whole =
                Shift.of(old, now, "schema of " + name, joined(shifts, Shift::lost), joined(shifts, Shift::gained));
        boolean borne = shifts.stream().allMatch(shift -> shift.gained().isEmpty() || shift.borne());
        found.accept((borne ? whole.borneByClients() : whole).noted(joined(shifts, Shift::note)));
    }

    private static String joined(List<Shift> shifts, Function<Shift, String> words) {
        return shifts.stream()
                .map(words)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" or "));
    }

    private void contents(Shape was, Shape is, String name, Consumer<Shift> found) {
        String pair =
                was.node().pointer() + (was.nullable() ? "? " : " ") + is.node().pointer() + (is.nullable() ? "?" : "");
        findings.of(pair, name, shifts -> contentsOnce(was, is, name, shifts)).forEach(found);
    }

    private void contentsOnce(Shape was, Shape is, String name, Consumer<Shift> found) {
        // Any JSON has null in it, which the change of the type tells.
        if (was.nullable() != is.nullable() && was.isAny() == is.isAny()) {
            found.accept(nulls(was.node(), is.node(), is.nullable(), name));
        }
        alternatives.compare(was, is, name, found);
    }

    // -- what says nothing of which values fit -----------------------------------------------------------------------

    private void asides(Node old, Node now, boolean same, String name, Consumer<Shift> found) {
        Node oldDefault = aside(before, old, "default");
        Node newDefault = aside(after, now, "default");
        boolean own = !same || old.has("default") || now.has("default");
        if (own && !Values.canonical(oldDefault.json()).equals(Values.canonical(newDefault.json()))) {
            JsonNode value = newDefault.json();
            String note = value.isMissingNode()
                    ? "what no " + name + " means is not said any more"
                    : "no " + name + " means " + Values.said(value) + " now";
            found.accept(Shift.of(oldDefault, newDefault, "default of " + name, "", "")
                    .noted(note));
        }
        if (same && !old.has("readOnly") && !now.has("readOnly") && !old.has("writeOnly") && !now.has("writeOnly")) {
            return;
        }
        flag(old, now, "readOnly", name, found);
        flag(old, now, "writeOnly", name, found);
    }

    /** Neither is checked by anything that is generated, so it is told, and nothing is made of it. */
    private void flag(Node old, Node now, String keyword, String name, Consumer<Shift> found) {
        Node was = aside(before, old, keyword);
        Node is = aside(after, now, keyword);
        if (was.json().asBoolean() != is.json().asBoolean()) {
            String way = keyword.equals("readOnly") ? "a request" : "an answer";
            String note = is.json().asBoolean() ? way + " ought not to have " + name : way + " may have " + name;
            found.accept(Shift.of(was, is, keyword + " of " + name, "", "").noted(note));
        }
    }

    /** The keyword, said here or by what this refers to. */
    private static Node aside(Document document, Node schema, String keyword) {
        Node target = Shape.of(document, schema).node();
        return schema.has(keyword) || !target.has(keyword) ? schema.get(keyword) : target.get(keyword);
    }
}
