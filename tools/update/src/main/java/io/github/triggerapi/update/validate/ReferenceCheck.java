package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;

/** Rejects references that cannot be resolved within the document. None is fetched. */
final class ReferenceCheck {

    private ReferenceCheck() {}

    static void check(Document document, SchemaLocations places, Problems faults) {
        for (Node reference : places.references()) {
            try {
                document.resolve(reference);
            } catch (DocumentException e) {
                faults.add(e.getMessage());
            }
        }
        for (Node schema : places.schemas()) {
            schema.get("discriminator")
                    .get("mapping")
                    .members()
                    .forEach(value -> checkMapping(document, value, faults));
        }
    }

    /** Checks a value of a mapping, which is a reference or the name of a schema. */
    private static void checkMapping(Document document, Node value, Problems faults) {
        String target = value.json().asText();
        boolean name = target.matches("[A-Za-z0-9._-]+")
                && document.root().get("components").get("schemas").has(target);
        if (!name && !document.target(target).exists()) {
            faults.add(
                    value, target + " is not a schema of the document; expected the name of one or a reference to one");
        }
    }
}
