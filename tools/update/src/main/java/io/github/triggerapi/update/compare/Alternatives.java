package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.reader.RequiredChoices;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** Compares which types values may have. Which of those goes with which does not depend on their order. */
final class Alternatives {

    private static final Consumer<Shift> UNTOLD = shift -> {};

    private final Schemas schemas;
    private final Contents contents;
    private final Discriminators discriminators;

    Alternatives(Schemas schemas) {
        this.schemas = schemas;
        this.contents = new Contents(schemas);
        this.discriminators = new Discriminators(schemas);
    }

    void compare(Shape was, Shape is, String name, Consumer<Shift> found) {
        List<Node> oldBranches = new ArrayList<>(was.branches());
        List<Node> newBranches = new ArrayList<>(is.branches());
        dropSame(oldBranches, newBranches);
        List<Alternative> old = flat(oldBranches, true);
        List<Alternative> now = flat(newBranches, false);
        discriminators.compare(was.node(), is.node(), name, found);
        several(was.node(), is.node(), name, found);
        List<Alternative> allOld = List.copyOf(old);
        List<Alternative> allNow = List.copyOf(now);
        boolean union = old.size() > 1 || now.size() > 1 || !oldBranches.equals(was.branches());
        if (!union && old.size() == 1 && now.size() == 1) {
            one(old.get(0), now.get(0), name, found);
            return;
        }
        pair(old, now, (a, b) -> schemas.isSame(a.reference(), b.reference()), name, UNTOLD);
        pair(
                old,
                now,
                (a, b) -> a.type().equals(b.type()) && differences(a, b, name).isEmpty(),
                name,
                UNTOLD);
        pair(old, now, (a, b) -> !a.tag().isEmpty() && a.tag().equals(b.tag()), name, found);
        pair(old, now, Alternatives::isTitledAlike, name, found);
        pair(old, now, (a, b) -> a.type().equals(b.type()) && isPlain(a) && isPlain(b), name, found);
        pair(old, now, (a, b) -> isNumber(a) && isNumber(b), name, found);
        old.removeIf(a -> allNow.stream().anyMatch(b -> isWithin(a, b, name)));
        now.removeIf(b -> allOld.stream()
                .anyMatch(a -> isComparable(b, a)
                        && differences(a, b, name).stream()
                                .allMatch(shift -> shift.gained().isEmpty())));
        old.forEach(a -> found.accept(shift(a, was, is, name, false)));
        now.forEach(b -> found.accept(shift(b, was, is, name, true)));
    }

    // -- matching ----------------------------------------------------------------------------------------------------

    private void dropSame(List<Node> old, List<Node> now) {
        for (Iterator<Node> iterator = old.iterator(); iterator.hasNext(); ) {
            String reference = Shape.of(schemas.before(), iterator.next()).reference();
            for (Node other : now) {
                if (schemas.isSame(reference, Shape.of(schemas.after(), other).reference())) {
                    now.remove(other);
                    iterator.remove();
                    break;
                }
            }
        }
    }

    private List<Alternative> flat(List<Node> branches, boolean old) {
        List<Alternative> alternatives = new ArrayList<>();
        branches.forEach(
                branch -> alternatives.addAll(Alternative.of(old ? schemas.before() : schemas.after(), branch)));
        return alternatives;
    }

    /** Takes what goes together off both lists, and compares it unless nobody is told. */
    private void pair(
            List<Alternative> old,
            List<Alternative> now,
            BiPredicate<Alternative, Alternative> together,
            String name,
            Consumer<Shift> found) {
        for (Iterator<Alternative> iterator = old.iterator(); iterator.hasNext(); ) {
            Alternative one = iterator.next();
            for (Alternative other : now) {
                if (together.test(one, other)) {
                    iterator.remove();
                    now.remove(other);
                    if (found != UNTOLD) {
                        one(one, other, name, found);
                    }
                    break;
                }
            }
        }
    }

    private static boolean isTitledAlike(Alternative a, Alternative b) {
        String title = a.node().text("title");
        return !title.isEmpty()
                && title.equals(b.node().text("title"))
                && a.type().equals(b.type());
    }

    /** Named schemas are known by their names, objects with a tag by that. */
    private static boolean isPlain(Alternative alternative) {
        return alternative.reference().isEmpty() && alternative.tag().isEmpty();
    }

    private static boolean isNumber(Alternative alternative) {
        return alternative.type().equals("integer") || alternative.type().equals("number");
    }

    private boolean isWithin(Alternative part, Alternative whole, String name) {
        return isComparable(part, whole)
                && differences(part, whole, name).stream()
                        .allMatch(shift -> shift.lost().isEmpty());
    }

    private static boolean isComparable(Alternative part, Alternative whole) {
        return part.type().equals(whole.type())
                || whole.type().equals("any")
                || part.type().equals("integer") && whole.type().equals("number");
    }

    private List<Shift> differences(Alternative a, Alternative b, String name) {
        List<Shift> shifts = new ArrayList<>();
        one(a, b, name, shifts::add);
        return shifts;
    }

    // -- comparing ---------------------------------------------------------------------------------------------------

    private void one(Alternative old, Alternative now, String name, Consumer<Shift> found) {
        if (!old.type().equals(now.type())) {
            found.accept(type(old, now, name));
        }
        contents.compare(old, now, name, found);
    }

    private static Shift type(Alternative old, Alternative now, String name) {
        String lost = name + " as " + old.words();
        String gained = name + " as " + now.words();
        switch (old.type() + " " + now.type()) {
            case "integer number" -> {
                lost = "";
                gained = name + " with a fraction";
            }
            case "number integer" -> {
                lost = name + " with a fraction";
                gained = "";
            }
            default -> {
                if (old.type().equals("any")) {
                    lost = name + " as anything but " + now.words();
                    gained = "";
                } else if (now.type().equals("any")) {
                    lost = "";
                    gained = name + " as anything but " + old.words();
                }
            }
        }
        Node was = old.node().get("type");
        Node is = now.node().get("type");
        boolean said = was.exists() || is.exists();
        return Shift.of(said ? was : old.node(), said ? is : now.node(), "type of " + name, lost, gained);
    }

    private static Shift shift(Alternative one, Shape was, Shape is, String name, boolean added) {
        String what = one.name() + " as " + name;
        String words = one.type().equals("object") ? what : name + " as " + one.words();
        String lost = added ? "" : words;
        String gained = added ? words : "";
        JsonNode whole = (added ? is : was).node().json();
        if (one.node().json().equals(whole)) {
            Node oldType = was.node().get("type");
            Node newType = is.node().get("type");
            boolean types = oldType.exists() && newType.exists();
            return types
                    ? Shift.of(oldType, newType, what, lost, gained)
                    : Shift.of(was.node(), is.node(), what, lost, gained);
        }
        Node node = branch(added ? is : was, one);
        return added ? Shift.added(node, what, lost, gained) : Shift.removed(node, what, lost, gained);
    }

    /** Where the alternative is listed, which is not where the named schema is. */
    private static Node branch(Shape shape, Alternative alternative) {
        return shape.branches().stream()
                .filter(branch -> !alternative.reference().isEmpty()
                        && branch.text("$ref").equals(alternative.reference()))
                .findFirst()
                .orElse(alternative.node());
    }

    /** What fits several branches fits an {@code anyOf}, and no {@code oneOf}. */
    private void several(Node old, Node now, String name, Consumer<Shift> found) {
        String words = name + " that fits several of its schemas";
        String what = "how many schemas " + name + " may fit";
        if (isOnly(old, "anyOf", "oneOf") && isOnly(now, "oneOf", "anyOf")) {
            if (new Overlap(schemas.after(), now).isPossible()) {
                found.accept(Shift.of(old.get("anyOf"), now.get("oneOf"), what, words, ""));
            }
        } else if (isOnly(old, "oneOf", "anyOf") && isOnly(now, "anyOf", "oneOf")) {
            if (new Overlap(schemas.before(), old).isPossible()) {
                found.accept(Shift.of(old.get("oneOf"), now.get("anyOf"), what, "", words));
            }
        }
    }

    private static boolean isOnly(Node schema, String keyword, String other) {
        return schema.has(keyword) && !schema.has(other) && !RequiredChoices.isChoice(schema, keyword);
    }
}
