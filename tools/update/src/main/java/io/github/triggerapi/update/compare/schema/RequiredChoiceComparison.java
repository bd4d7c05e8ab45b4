package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.codegen.reader.RequiredChoices;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares the members that a {@code oneOf} or {@code anyOf} requires together. */
final class RequiredChoiceComparison {

    private static final List<String> KEYWORDS = List.of("oneOf", "anyOf");

    /** The greatest number of names whose sets are compared. With more, some sets count as removed and some as added. */
    private static final int MOST_NAMES = 12;

    private final Side before;
    private final Side after;

    /**
     * Prepares to compare.
     *
     * @param before the parts of the old object
     * @param was the members of the old object
     * @param after the parts of the new object
     * @param is the members of the new object
     */
    RequiredChoiceComparison(List<Node> before, ObjectMembers was, List<Node> after, ObjectMembers is) {
        this.before = Side.of(before, was);
        this.after = Side.of(after, is);
    }

    /**
     * The members of one of the two schemas.
     *
     * @param required the members that are always required
     * @param named the members in {@code required} or in a choice
     * @param known the named members and those in {@code properties}
     */
    private record Side(List<Choice> choices, Set<String> required, Set<String> named, Set<String> known) {

        static Side of(List<Node> parts, ObjectMembers members) {
            List<Choice> choices = Choice.of(parts);
            Set<String> named = new HashSet<>(members.required());
            choices.forEach(choice -> choice.alternatives.keySet().forEach(named::addAll));
            Set<String> known = new HashSet<>(named);
            known.addAll(members.properties().keySet());
            return new Side(choices, members.required(), named, known);
        }

        boolean allows(Set<String> members) {
            return members.containsAll(required) && choices.stream().allMatch(choice -> choice.allows(members));
        }

        List<Choice> without(Side other) {
            return choices.stream()
                    .filter(choice -> !choice.isIn(other.choices))
                    .toList();
        }
    }

    /**
     * A {@code oneOf} or {@code anyOf}, which requires all members of exactly one or of at least one set.
     *
     * @param alternatives the number of times that each set is listed: no object matches exactly one of two equal sets
     */
    private record Choice(Node node, Map<Set<String>, Integer> alternatives) {

        static List<Choice> of(List<Node> parts) {
            List<Choice> choices = new ArrayList<>();
            for (Node part : parts) {
                for (String keyword : KEYWORDS) {
                    if (RequiredChoices.isChoice(part, keyword)) {
                        Map<Set<String>, Integer> alternatives = new HashMap<>();
                        for (Node branch : part.get(keyword).elements()) {
                            alternatives.merge(new TreeSet<>(branch.strings("required")), 1, Integer::sum);
                        }
                        choices.add(new Choice(part.get(keyword), alternatives));
                    }
                }
            }
            return choices;
        }

        boolean allows(Set<String> members) {
            int fitting = alternatives.entrySet().stream()
                    .filter(alternative -> members.containsAll(alternative.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return node.key().equals("oneOf") ? fitting == 1 : fitting > 0;
        }

        boolean isIn(List<Choice> others) {
            return others.stream()
                    .anyMatch(other -> other.node.key().equals(node.key()) && other.alternatives.equals(alternatives));
        }
    }

    /**
     * Compares.
     *
     * @param name the name of a value in descriptions
     */
    void compare(String name, Consumer<ValueSetChange> found) {
        List<Choice> gone = before.without(after);
        List<Choice> fresh = after.without(before);
        if (gone.isEmpty() && fresh.isEmpty()) {
            return;
        }
        String removed = onlyAllowedBy(before, after, name);
        String added = onlyAllowedBy(after, before, name);
        String what = "which members of " + name + " are required together";
        if (removed.isEmpty() && added.isEmpty()) {
            return;
        }
        found.accept(
                fresh.isEmpty()
                        ? ValueSetChange.ofRemoved(gone.get(0).node(), what, removed, added)
                        : ValueSetChange.of(
                                fresh.get(0).node().pointer(),
                                gone.isEmpty()
                                        ? MissingNode.getInstance()
                                        : gone.get(0).node().json(),
                                fresh.get(0).node().json(),
                                what,
                                removed,
                                added));
    }

    /** Returns all subsets of names, the smallest first. */
    private static List<Set<String>> sets(List<String> names) {
        List<Set<String>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << names.size(); bits++) {
            Set<String> set = new TreeSet<>();
            for (int i = 0; i < names.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(names.get(i));
                }
            }
            sets.add(set);
        }
        sets.sort(Comparator.comparingInt(Set::size));
        return sets;
    }

    /**
     * Describes the smallest set of members that one side allows and the other does not.
     *
     * <p>Members that the side does not know are ignored.
     *
     * @return the description, or an empty string if there is no such set
     */
    private static String onlyAllowedBy(Side side, Side other, String name) {
        Set<String> named = new TreeSet<>(side.named);
        named.addAll(other.named);
        List<String> optional = named.stream()
                .filter(member -> side.known.contains(member) && !side.required.contains(member))
                .toList();
        if (optional.size() > MOST_NAMES) {
            return name + " with some of its members";
        }
        for (Set<String> members : sets(optional)) {
            members.addAll(side.required);
            if (side.allows(members) && !other.allows(members)) {
                return words(members, named, side, other, name);
            }
        }
        return "";
    }

    private static String words(Set<String> members, Set<String> named, Side side, Side other, String name) {
        Set<String> present = new TreeSet<>(members);
        present.removeIf(member -> side.required.contains(member) && other.required.contains(member));
        if (!present.isEmpty()) {
            return name + " with " + String.join(" and ", present);
        }
        Set<String> absent = new TreeSet<>(named);
        absent.removeAll(members);
        return absent.isEmpty() ? name : name + " without " + String.join(", ", absent);
    }
}
