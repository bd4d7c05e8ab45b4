package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns of components and tags that no operation uses. */
final class UnusedComponentCheck {

    private static final Pattern COMPONENT = Pattern.compile("#/components/[^/]+/[^/]+");

    /** The targets of each component. The empty key has those of everything else. */
    private final Map<String, Set<String>> targets = new HashMap<>();

    private UnusedComponentCheck() {}

    static void check(Document document, SchemaLocations places, Problems warnings) {
        UnusedComponentCheck unused = new UnusedComponentCheck();
        places.references().forEach(holder -> unused.add(holder.pointer(), holder.text("$ref")));
        for (Node schema : places.schemas()) {
            for (JsonNode target : schema.get("discriminator").get("mapping").json()) {
                String name = target.asText();
                unused.add(schema.pointer(), name.startsWith("#/") ? name : "#/components/schemas/" + name);
            }
        }
        Node root = document.root();
        List<Node> operations = document.operations();
        unused.addSecurity(root);
        operations.forEach(unused::addSecurity);
        Set<String> used = unused.used();
        for (Node section : root.get("components").members()) {
            for (Node component : section.members()) {
                if (!section.key().startsWith("x-") && !used.contains(component.pointer())) {
                    warnings.add(component, "no operation uses it");
                }
            }
        }
        checkTags(root, operations, warnings);
    }

    private void add(String holder, String reference) {
        targets.computeIfAbsent(component(holder), owner -> new HashSet<>()).add(component(reference));
    }

    /** Returns the component that contains a place; empty if there is none. */
    private static String component(String pointer) {
        Matcher matcher = COMPONENT.matcher(pointer);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    private void addSecurity(Node holder) {
        for (Node alternative : holder.get("security").elements()) {
            alternative.names().forEach(name -> add("", "#/components/securitySchemes/" + name));
        }
    }

    /** Returns the components that are reached from outside the components. */
    private Set<String> used() {
        Set<String> used = new HashSet<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(""));
        while (!waiting.isEmpty()) {
            for (String target : targets.getOrDefault(waiting.remove(), Set.of())) {
                if (used.add(target)) {
                    waiting.add(target);
                }
            }
        }
        return used;
    }

    private static void checkTags(Node root, List<Node> operations, Problems warnings) {
        Set<String> used = new HashSet<>();
        operations.forEach(operation -> used.addAll(operation.strings("tags")));
        for (Node tag : root.get("tags").elements()) {
            if (!used.contains(tag.text("name"))) {
                warnings.add(tag, "no operation has the tag " + tag.text("name"));
            }
        }
    }
}
