package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Changes choices of members: {@code oneOf} or {@code anyOf} whose schemas only require members. */
final class RequiredChoiceOperators {

    private RequiredChoiceOperators() {}

    /** Adds and removes alternatives, and members of alternatives. */
    static List<Change> change(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (WireSemantics.isChoice(schema.node(), keyword)) {
                List<String> optional = new ArrayList<>(schema.names("properties"));
                optional.removeAll(schema.strings("required"));
                for (List<Set<String>> other : others(names(schema.get(keyword)), optional)) {
                    // Order and duplicates of the alternatives are irrelevant.
                    if (!new HashSet<>(other).equals(new HashSet<>(names(schema.get(keyword))))) {
                        changes.add(schema.set(keyword, json(other)));
                    }
                }
            }
        }
        return changes;
    }

    private static List<List<Set<String>>> others(List<Set<String>> alternatives, List<String> optional) {
        List<List<Set<String>>> others = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            Set<String> alternative = alternatives.get(i);
            if (alternatives.size() > 1) {
                List<Set<String>> less = new ArrayList<>(alternatives);
                less.remove(i);
                others.add(less);
            }
            for (String name : optional) {
                Set<String> changed = new TreeSet<>(alternative);
                if (!changed.remove(name)) {
                    changed.add(name);
                }
                if (!changed.isEmpty()) {
                    List<Set<String>> whole = new ArrayList<>(alternatives);
                    whole.set(i, changed);
                    others.add(whole);
                }
            }
        }
        optional.stream()
                .map(Set::of)
                .filter(alternative -> !alternatives.contains(alternative))
                .findFirst()
                .ifPresent(alternative -> {
                    List<Set<String>> more = new ArrayList<>(alternatives);
                    more.add(alternative);
                    others.add(more);
                });
        return others;
    }

    private static List<Set<String>> names(JsonNode branches) {
        List<Set<String>> names = new ArrayList<>();
        for (JsonNode branch : branches) {
            Set<String> required = new TreeSet<>();
            branch.path("required").forEach(name -> required.add(name.asText()));
            names.add(required);
        }
        return names;
    }

    private static ArrayNode json(List<Set<String>> alternatives) {
        List<JsonNode> branches = new ArrayList<>();
        for (Set<String> names : alternatives) {
            branches.add(JsonNodes.object().set("required", JsonNodes.strings(List.copyOf(names))));
        }
        return JsonNodes.array(branches);
    }
}
