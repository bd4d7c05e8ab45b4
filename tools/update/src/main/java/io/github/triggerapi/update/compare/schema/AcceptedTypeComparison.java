package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.reader.RequiredChoices;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Compares the types that two schemas accept, in whatever order they are listed. */
final class AcceptedTypeComparison {

    private static final Consumer<ValueSetChange> IGNORED = change -> {};

    private final SchemaComparison schemas;
    private final KeywordComparison contents;
    private final DiscriminatorComparison discriminators;

    AcceptedTypeComparison(SchemaComparison schemas) {
        this.schemas = schemas;
        this.contents = new KeywordComparison(schemas);
        this.discriminators = new DiscriminatorComparison(schemas);
    }

    void compare(SchemaShape was, SchemaShape is, String name, Consumer<ValueSetChange> found) {
        List<Node> oldBranches = new ArrayList<>(was.branches());
        List<Node> newBranches = new ArrayList<>(is.branches());
        dropSame(oldBranches, newBranches);
        List<AcceptedType> old = flat(oldBranches, true);
        List<AcceptedType> now = flat(newBranches, false);
        discriminators.compare(was.node(), is.node(), name, found);
        several(was.node(), is.node(), name, found);
        List<AcceptedType> allOld = List.copyOf(old);
        List<AcceptedType> allNow = List.copyOf(now);
        boolean union = old.size() > 1 || now.size() > 1 || !oldBranches.equals(was.branches());
        if (!union && old.size() == 1 && now.size() == 1) {
            one(old.get(0), now.get(0), name, found);
            return;
        }
        pair(old, now, (a, b) -> schemas.isSame(a.reference(), b.reference()), name, IGNORED);
        pair(
                old,
                now,
                (a, b) -> a.type().equals(b.type()) && differences(a, b, name).isEmpty(),
                name,
                IGNORED);
        pair(old, now, (a, b) -> !a.tag().isEmpty() && a.tag().equals(b.tag()), name, found);
        pair(old, now, AcceptedTypeComparison::isTitledAlike, name, found);
        pair(old, now, (a, b) -> a.type().equals(b.type()) && isPlain(a) && isPlain(b), name, found);
        pair(old, now, (a, b) -> isNumber(a) && isNumber(b), name, found);
        old.removeIf(a -> allNow.stream().anyMatch(b -> isWithin(a, b, name)));
        now.removeIf(b -> allOld.stream()
                .anyMatch(a -> isComparable(b, a)
                        && differences(a, b, name).stream()
                                .allMatch(change -> change.added().isEmpty())));
        old.forEach(a -> found.accept(change(a, was, is, name, false)));
        now.forEach(b -> found.accept(change(b, was, is, name, true)));
    }

    // -- matching ----------------------------------------------------------------------------------------------------

    private void dropSame(List<Node> old, List<Node> now) {
        for (Iterator<Node> iterator = old.iterator(); iterator.hasNext(); ) {
            String reference = SchemaShape.of(schemas.before(), iterator.next()).reference();
            for (Node other : now) {
                if (schemas.isSame(
                        reference, SchemaShape.of(schemas.after(), other).reference())) {
                    now.remove(other);
                    iterator.remove();
                    break;
                }
            }
        }
    }

    private List<AcceptedType> flat(List<Node> branches, boolean old) {
        List<AcceptedType> alternatives = new ArrayList<>();
        branches.forEach(
                branch -> alternatives.addAll(AcceptedType.of(old ? schemas.before() : schemas.after(), branch)));
        return alternatives;
    }

    /** Removes matching alternatives from both lists, and compares them. */
    private void pair(
            List<AcceptedType> old,
            List<AcceptedType> now,
            BiPredicate<AcceptedType, AcceptedType> together,
            String name,
            Consumer<ValueSetChange> found) {
        for (Iterator<AcceptedType> iterator = old.iterator(); iterator.hasNext(); ) {
            AcceptedType one = iterator.next();
            for (AcceptedType other : now) {
                if (together.test(one, other)) {
                    iterator.remove();
                    now.remove(other);
                    if (found != IGNORED) {
                        one(one, other, name, found);
                    }
                    break;
                }
            }
        }
    }

    private static boolean isTitledAlike(AcceptedType a, AcceptedType b) {
        String title = a.node().text("title");
        return !title.isEmpty()
                && title.equals(b.node().text("title"))
                && a.type().equals(b.type());
    }

    /** Returns whether an alternative is matched by its type only, as it has neither a name nor a tag. */
    private static boolean isPlain(AcceptedType alternative) {
        return alternative.reference().isEmpty() && alternative.tag().isEmpty();
    }

    private static boolean isNumber(AcceptedType alternative) {
        return alternative.type().equals("integer") || alternative.type().equals("number");
    }

    private boolean isWithin(AcceptedType part, AcceptedType whole, String name) {
        return isComparable(part, whole)
                && differences(part, whole, name).stream()
                        .allMatch(change -> change.removed().isEmpty());
    }

    private static boolean isComparable(AcceptedType part, AcceptedType whole) {
        return part.type().equals(whole.type())
                || whole.type().equals("any")
                || part.type().equals("integer") && whole.type().equals("number");
    }

    private List<ValueSetChange> differences(AcceptedType a, AcceptedType b, String name) {
        List<ValueSetChange> changes = new ArrayList<>();
        one(a, b, name, changes::add);
        return changes;
    }

    // -- comparing ---------------------------------------------------------------------------------------------------

    private void one(AcceptedType old, AcceptedType now, String name, Consumer<ValueSetChange> found) {
        if (!old.type().equals(now.type())) {
            found.accept(type(old, now, name));
        }
        contents.compare(old, now, name, found);
    }

    private static ValueSetChange type(AcceptedType old, AcceptedType now, String name) {
        String removed = name + " as " + old.words();
        String added = name + " as " + now.words();
        switch (old.type() + " " + now.type()) {
            case "integer number" -> {
                removed = "";
                added = name + " with a fraction";
            }
            case "number integer" -> {
                removed = name + " with a fraction";
                added = "";
            }
            default -> {
                if (old.type().equals("any")) {
                    removed = name + " as anything but " + now.words();
                    added = "";
                } else if (now.type().equals("any")) {
                    removed = "";
                    added = name + " as anything but " + old.words();
                }
            }
        }
        Node was = old.node().get("type");
        Node is = now.node().get("type");
        boolean written = was.exists() || is.exists();
        return ValueSetChange.of(
                written ? was : old.node(), written ? is : now.node(), "type of " + name, removed, added);
    }

    private static ValueSetChange change(
            AcceptedType one, SchemaShape was, SchemaShape is, String name, boolean isNew) {
        String what = one.name() + " as " + name;
        String words = one.type().equals("object") ? what : name + " as " + one.words();
        String removed = isNew ? "" : words;
        String added = isNew ? words : "";
        JsonNode whole = (isNew ? is : was).node().json();
        if (one.node().json().equals(whole)) {
            Node oldType = was.node().get("type");
            Node newType = is.node().get("type");
            boolean types = oldType.exists() && newType.exists();
            return types
                    ? ValueSetChange.of(oldType, newType, what, removed, added)
                    : ValueSetChange.of(was.node(), is.node(), what, removed, added);
        }
        Node node = branch(isNew ? is : was, one);
        return isNew
                ? ValueSetChange.ofAdded(node, what, removed, added)
                : ValueSetChange.ofRemoved(node, what, removed, added);
    }

    /** Returns the branch that refers to the alternative. */
    private static Node branch(SchemaShape shape, AcceptedType alternative) {
        return shape.branches().stream()
                .filter(branch -> !alternative.reference().isEmpty()
                        && branch.text("$ref").equals(alternative.reference()))
                .findFirst()
                .orElse(alternative.node());
    }

    /** Compares whether values may match several branches, which {@code anyOf} accepts and {@code oneOf} does not. */
    private void several(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        String words = name + " that matches several of its schemas";
        String what = "number of schemas that " + name + " may match";
        if (isOnly(old, "anyOf", "oneOf") && isOnly(now, "oneOf", "anyOf")) {
            if (new BranchOverlap(schemas.after(), now).isPossible()) {
                found.accept(ValueSetChange.of(old.get("anyOf"), now.get("oneOf"), what, words, ""));
            }
        } else if (isOnly(old, "oneOf", "anyOf") && isOnly(now, "anyOf", "oneOf")) {
            if (new BranchOverlap(schemas.before(), old).isPossible()) {
                found.accept(ValueSetChange.of(old.get("oneOf"), now.get("anyOf"), what, "", words));
            }
        }
    }

    private static boolean isOnly(Node schema, String keyword, String other) {
        return schema.has(keyword) && !schema.has(other) && !RequiredChoices.isChoice(schema, keyword);
    }
}
