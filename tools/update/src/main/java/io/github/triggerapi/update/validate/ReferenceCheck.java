package io.github.triggerapi.update.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.HashSet;
import java.util.Set;

/** Rejects references that cannot be resolved within the document. None is fetched. */
final class ReferenceCheck {

    private final Document document;
    private final Problems faults;

    private ReferenceCheck(Document document, Problems faults) {
        this.document = document;
        this.faults = faults;
    }

    static void check(Document document, SchemaLocations places, Problems faults) {
        ReferenceCheck references = new ReferenceCheck(document, faults);
        places.references().forEach(references::checkReference);
        places.schemas().forEach(references::checkMapping);
    }

    private void checkReference(Node holder) {
        Node place = holder.get("$ref");
        if (!place.json().isTextual()) {
            faults.add(place, "the reference is " + place.json() + "; expected a string");
            return;
        }
        Set<String> seen = new HashSet<>();
        JsonNode current = holder.json();
        while (current.path("$ref").isTextual()) {
            String reference = current.path("$ref").asText();
            if (!seen.add(reference)) {
                faults.add(
                        place, "the reference " + place.json().asText() + " refers to itself; expected one to a value");
                return;
            }
            current = target(reference);
            if (seen.size() == 1 && !isLocal(reference)) {
                faults.add(
                        place,
                        "the reference " + reference + " refers to another document; expected one that starts with"
                                + " #/, as no other is fetched");
                return;
            }
            if (seen.size() == 1 && current.isMissingNode()) {
                faults.add(place, "the reference " + reference + " refers to nothing; expected the pointer of a value");
                return;
            }
        }
    }

    /** Checks the values of a mapping, which are references or names of schemas. */
    private void checkMapping(Node schema) {
        for (Node value : schema.get("discriminator").get("mapping").members()) {
            String target = value.json().asText();
            boolean name =
                    target.matches("[A-Za-z0-9._-]+") && !schemaOf(target).isMissingNode();
            if (!name && target(target).isMissingNode()) {
                faults.add(
                        value,
                        target + " is not a schema of the document; expected the name of one or a reference to one");
            }
        }
    }

    private JsonNode schemaOf(String name) {
        return document.root().json().path("components").path("schemas").path(name);
    }

    private static boolean isLocal(String reference) {
        return reference.startsWith("#/");
    }

    private JsonNode target(String reference) {
        return document.target(reference).json();
    }
}
