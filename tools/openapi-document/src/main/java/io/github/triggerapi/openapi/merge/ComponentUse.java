package io.github.triggerapi.openapi.merge;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which places of a document refer to which components, by reference or by name. */
final class ComponentUse {

    private static final Pattern COMPONENT = Pattern.compile("#/components/(?!x-)[^/]+/[^/]+");

    private final Map<String, List<String>> targets = new LinkedHashMap<>();

    ComponentUse(Document document) {
        SchemaLocations locations = SchemaLocations.of(document.root());
        for (Node reference : locations.references()) {
            String target = document.target(reference.text("$ref")).pointer();
            add(reference, target);
        }
        for (Node schema : locations.schemas()) {
            for (Node value : schema.get("discriminator").get("mapping").members()) {
                add(schema, schemaOf(value.json().asText()));
            }
            // A subtype is chosen by the discriminator of what it extends, which does not refer to it.
            for (Node base : schema.get("allOf").elements()) {
                if (base.has("$ref") && document.resolve(base).has("discriminator")) {
                    add(document.resolve(base), component(schema.pointer()));
                }
            }
        }
        for (Node operation : document.operations()) {
            for (Node alternative : operation.get("security").elements()) {
                alternative
                        .names()
                        .forEach(name -> add(operation, JsonPointers.child("#/components/securitySchemes", name)));
            }
        }
    }

    private void add(Node holder, String target) {
        targets.computeIfAbsent(holder.pointer(), pointer -> new ArrayList<>()).add(target);
    }

    /** Returns the component that a place is in, or that it is; empty if there is none. */
    static String component(String pointer) {
        Matcher matcher = COMPONENT.matcher(pointer);
        return matcher.lookingAt() ? matcher.group() : "";
    }

    /** Returns the pointer of the schema that a value of a discriminator's mapping means, which may be only its name. */
    static String schemaOf(String mapping) {
        return mapping.startsWith("#/") ? mapping : JsonPointers.child("#/components/schemas", mapping);
    }

    /** Returns what a place and the places in it refer to. */
    List<String> targetsIn(String pointer) {
        return targets.entrySet().stream()
                .filter(holder -> JsonPointers.isWithin(holder.getKey(), pointer))
                .flatMap(holder -> holder.getValue().stream())
                .toList();
    }

    /** Returns the components that some places need, and those that these need in turn. */
    Set<String> neededBy(Collection<String> places) {
        Set<String> needed = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(places);
        while (!waiting.isEmpty()) {
            for (String target : targetsIn(waiting.remove())) {
                String component = component(target);
                if (!component.isEmpty() && needed.add(component)) {
                    waiting.add(component);
                }
            }
        }
        return needed;
    }
}
