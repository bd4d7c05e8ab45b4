package io.github.triggerapi.update.compare;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.codegen.document.Node;
import io.github.triggerapi.codegen.reader.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Compares which members of an object go together, by every set of those that a {@code oneOf} or {@code anyOf} names. */
final class ChoiceComparison {

    private static final List<String> KEYWORDS = List.of("oneOf", "anyOf");

    /** Of more names not every set is looked at; then values are lost and gained. */
    private static final int MOST_NAMES = 12;

    private final List<Choice> before;
    private final List<Choice> after;
    private final Set<String> required;

    /**
     * Prepares to compare.
     *
     * @param before the parts of the old object
     * @param after those of the new one
     * @param required the members that both require in any case
     */
    ChoiceComparison(List<Node> before, List<Node> after, Set<String> required) {
        this.before = choices(before);
        this.after = choices(after);
        this.required = required;
    }

    /** What a keyword requires: all members of exactly one of the sets, or of at least one. */
    private record Choice(Node node, Set<Set<String>> alternatives) {

        boolean allows(Set<String> members) {
            long fitting = alternatives.stream().filter(members::containsAll).count();
            return node.key().equals("oneOf") ? fitting == 1 : fitting > 0;
        }

        boolean isIn(List<Choice> others) {
            return others.stream()
                    .anyMatch(other -> other.node.key().equals(node.key()) && other.alternatives.equals(alternatives));
        }
    }

    private static List<Choice> choices(List<Node> parts) {
        List<Choice> choices = new ArrayList<>();
        for (Node part : parts) {
            for (String keyword : KEYWORDS) {
                if (Choices.isChoice(part, keyword)) {
                    Set<Set<String>> alternatives = new HashSet<>();
                    part.get(keyword).elements().forEach(branch -> alternatives.add(required(branch)));
                    choices.add(new Choice(part.get(keyword), alternatives));
                }
            }
        }
        return choices;
    }

    private static Set<String> required(Node branch) {
        Set<String> names = new TreeSet<>();
        branch.get("required").elements().forEach(name -> names.add(name.json().asText()));
        return names;
    }

    /**
     * Compares.
     *
     * @param name what a value is called
     */
    void compare(String name, Consumer<Shift> found) {
        List<Choice> gone =
                before.stream().filter(choice -> !choice.isIn(after)).toList();
        List<Choice> fresh =
                after.stream().filter(choice -> !choice.isIn(before)).toList();
        if (gone.isEmpty() && fresh.isEmpty()) {
            return;
        }
        Set<String> names = new TreeSet<>();
        Stream.concat(before.stream(), after.stream())
                .forEach(choice -> choice.alternatives().forEach(names::addAll));
        names.removeAll(required);
        String lost = name + " with some of its members";
        String gained = lost;
        if (names.size() <= MOST_NAMES) {
            List<Set<String>> sets = sets(List.copyOf(names));
            lost = words(sets, before, after, names, name);
            gained = words(sets, after, before, names, name);
        }
        String what = "which members of " + name + " go together";
        if (lost.isEmpty() && gained.isEmpty()) {
            return;
        }
        found.accept(
                fresh.isEmpty()
                        ? Shift.removed(gone.get(0).node(), what, lost, gained)
                        : Shift.at(
                                fresh.get(0).node().pointer(),
                                gone.isEmpty()
                                        ? MissingNode.getInstance()
                                        : gone.get(0).node().json(),
                                fresh.get(0).node().json(),
                                what,
                                lost,
                                gained));
    }

    /** Every set of some names, the smallest first. */
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

    /** The smallest set of members that one side allows and the other does not, in words; empty where there is none. */
    private String words(
            List<Set<String>> sets, List<Choice> allowing, List<Choice> other, Set<String> names, String name) {
        Optional<Set<String>> only = sets.stream()
                .filter(set -> allow(allowing, set) && !allow(other, set))
                .findFirst();
        return only.map(set -> name
                        + (set.isEmpty()
                                ? " without " + String.join(", ", names)
                                : " with " + String.join(" and ", set)))
                .orElse("");
    }

    private boolean allow(List<Choice> choices, Set<String> set) {
        Set<String> members = new HashSet<>(set);
        members.addAll(required);
        return choices.stream().allMatch(choice -> choice.allows(members));
    }
}
