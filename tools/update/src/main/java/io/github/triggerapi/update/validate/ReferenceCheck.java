package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;

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
        try {
            document.resolve(holder);
        } catch (DocumentException e) {
            faults.add(e.getMessage());
        }
    }

    /** Checks the values of a mapping, which are references or names of schemas. */
    private void checkMapping(Node schema) {
        for (Node value : schema.get("discriminator").get("mapping").members()) {
            String target = value.json().asText();
            boolean name = target.matches("[A-Za-z0-9._-]+")
                    && document.root().get("components").get("schemas").has(target);
            if (!name && !document.target(target).exists()) {
                faults.add(
                        value,
                        target + " is not a schema of the document; expected the name of one or a reference to one");
            }
        }
    }
}
