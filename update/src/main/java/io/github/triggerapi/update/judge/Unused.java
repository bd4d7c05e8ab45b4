package io.github.triggerapi.update.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.codegen.document.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of components and tags that nothing uses. */
final class Unused {

    private Unused() {}

    static void check(Node root, Places places, Faults warnings) {
        Set<String> used = new HashSet<>();
        // Up to here, where what is used by something unused counts as used.
        places.references().forEach(reference -> addWithParents(reference.text("$ref"), used));
        for (Node schema : places.schemas()) {
            for (JsonNode target : schema.get("discriminator").get("mapping").json()) {
                String name = target.asText();
                addWithParents(name.startsWith("#/") ? name : "#/components/schemas/" + name, used);
            }
        }
        List<Node> operations = Operations.all(root);
        security(root, used);
        operations.forEach(operation -> security(operation, used));
        for (Node section : root.get("components").members()) {
            for (Node component : section.members()) {
                if (!section.key().startsWith("x-") && !used.contains(component.pointer())) {
                    warnings.add(component, "nothing in the document refers to it");
                }
            }
        }
        tags(root, operations, warnings);
    }

    private static void addWithParents(String reference, Set<String> used) {
        for (String place = reference; place.contains("/"); place = place.substring(0, place.lastIndexOf('/'))) {
            used.add(place);
        }
    }

    private static void security(Node holder, Set<String> used) {
        for (Node alternative : holder.get("security").elements()) {
            alternative.names().forEach(name -> used.add("#/components/securitySchemes/" + name));
        }
    }

    private static void tags(Node root, List<Node> operations, Faults warnings) {
        Set<String> used = new HashSet<>();
        operations.forEach(operation -> operation
                .get("tags")
                .elements()
                .forEach(tag -> used.add(tag.json().asText())));
        for (Node tag : root.get("tags").elements()) {
            if (!used.contains(tag.text("name"))) {
                warnings.add(tag, "no operation has the tag " + tag.text("name"));
            }
        }
    }
}
