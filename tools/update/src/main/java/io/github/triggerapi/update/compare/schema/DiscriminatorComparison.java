package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.change.ValueSetChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares discriminators, by which readers tell the branches of a union apart. */
final class DiscriminatorComparison {

    private static final String NAMED = "#/components/schemas/";

    private final SchemaComparison schemas;

    DiscriminatorComparison(SchemaComparison schemas) {
        this.schemas = schemas;
    }

    /** The schema for a value of the discriminator, and the place of the mapping or the branch that defines it. */
    private record Meaning(String reference, Node place, boolean explicit) {}

    void compare(Node old, Node now, String name, Consumer<ValueSetChange> found) {
        Node was = old.get("discriminator");
        Node is = now.get("discriminator");
        if (!was.exists() && !is.exists()) {
            return;
        }
        if (!was.exists() || !is.exists()) {
            found.accept(ValueSetChange.of(was, is, "discriminator of " + name, "", "")
                    .withNote("the variants of " + name + " are identified differently"));
            return;
        }
        String property = was.text("propertyName");
        if (!property.equals(is.text("propertyName"))) {
            found.accept(ValueSetChange.of(
                    was.get("propertyName"),
                    is.get("propertyName"),
                    "discriminator of " + name,
                    name + " identified by " + property,
                    name + " identified by " + is.text("propertyName")));
        }
        texts(meanings(old), meanings(now), property, found);
    }

    /** Returns the schemas by the values of the discriminator. A branch without a mapping is identified by its name. */
    private static Map<String, Meaning> meanings(Node union) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (Node text : union.get("discriminator").get("mapping").members()) {
            String target = text.json().asText();
            meanings.put(text.key(), new Meaning(target.contains("/") ? target : NAMED + target, text, true));
        }
        Set<String> mapped = meanings.values().stream().map(Meaning::reference).collect(Collectors.toSet());
        for (Node branch : SchemaShape.union(union)) {
            String reference = branch.text("$ref");
            if (!reference.isEmpty() && !mapped.contains(reference)) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                meanings.putIfAbsent(name, new Meaning(reference, branch, false));
            }
        }
        return meanings;
    }

    private void texts(
            Map<String, Meaning> old, Map<String, Meaning> now, String property, Consumer<ValueSetChange> found) {
        old.forEach((text, was) -> {
            Meaning is = now.get(text);
            String words = property + " " + text;
            boolean stays = now.values().stream().anyMatch(other -> schemas.isSame(was.reference(), other.reference()));
            // Added and removed branches are reported elsewhere.
            if (is == null && (was.explicit() || stays)) {
                found.accept(ValueSetChange.ofRemoved(was.place(), "meaning of " + words, words, ""));
            } else if (is != null && !schemas.isSame(was.reference(), is.reference())) {
                found.accept(ValueSetChange.of(was.place(), is.place(), "meaning of " + words, words, words));
            }
        });
        now.forEach((text, is) -> {
            String words = property + " " + text;
            boolean stays = old.values().stream().anyMatch(was -> schemas.isSame(was.reference(), is.reference()));
            if (!old.containsKey(text) && (is.explicit() || stays)) {
                found.accept(ValueSetChange.ofAdded(is.place(), words, "", words));
            }
        });
    }
}
