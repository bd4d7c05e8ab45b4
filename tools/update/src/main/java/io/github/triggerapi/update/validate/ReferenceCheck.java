package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.openapi.Node;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Checks that each reference leads to something in the document. None is fetched. */
final class ReferenceCheck {

    private final Node root;
    private final Problems faults;

    private ReferenceCheck(Node root, Problems faults) {
        this.root = root;
        this.faults = faults;
    }

    static void check(Node root, SchemaLocations places, Problems faults) {
        ReferenceCheck references = new ReferenceCheck(root, faults);
        places.references().forEach(references::checkReference);
        places.schemas().forEach(references::checkMapping);
    }

    private void checkReference(Node holder) {
        Node place = holder.get("$ref");
        if (!place.json().isTextual()) {
            faults.add(place, "a reference that is " + place.json() + "; expected a text");
            return;
        }
        Set<String> seen = new HashSet<>();
        JsonNode current = holder.json();
        while (current.path("$ref").isTextual()) {
            String reference = current.path("$ref").asText();
            if (!seen.add(reference)) {
                faults.add(
                        place,
                        "the reference " + place.json().asText() + " leads to itself; expected a value at its end");
                return;
            }
            current = target(reference);
            if (seen.size() == 1 && !isLocal(reference)) {
                faults.add(
                        place,
                        "the reference " + reference + " leads out of the document; expected one that begins with"
                                + " #/, as no other is fetched");
                return;
            }
            if (seen.size() == 1 && current.isMissingNode()) {
                faults.add(place, "the reference " + reference + " leads nowhere; expected the place of a value");
                return;
            }
        }
    }

    /** The values of a mapping are references too, or names of schemas. */
    private void checkMapping(Node schema) {
        for (Node value : schema.get("discriminator").get("mapping").members()) {
            String target = value.json().asText();
            boolean name =
                    target.matches("[A-Za-z0-9._-]+") && !schemaOf(target).isMissingNode();
            if (!name && target(target).isMissingNode()) {
                faults.add(value, target + " is no schema of the document; expected its name or a reference to it");
            }
        }
    }

    private JsonNode schemaOf(String name) {
        return root.json().path("components").path("schemas").path(name);
    }

    private static boolean isLocal(String reference) {
        return reference.startsWith("#/");
    }

    private JsonNode target(String reference) {
        return target(root, reference);
    }

    /** What a reference leads to in one step; a missing node where that is nothing. */
    static JsonNode target(Node root, String reference) {
        if (!isLocal(reference)) {
            return MissingNode.getInstance();
        }
        JsonNode found = root.json().at(JsonPointer.compile(reference.substring(1)));
        return found.isMissingNode()
                ? root.json().at(JsonPointer.compile(decoded(reference).substring(1)))
                : found;
    }

    /** As the fragment of an address it may be percent-encoded. */
    private static String decoded(String reference) {
        try {
            return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }
}
