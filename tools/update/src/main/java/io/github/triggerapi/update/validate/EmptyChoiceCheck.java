package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.List;

/** Rejects empty lists of alternatives. */
final class EmptyChoiceCheck {

    private static final List<String> KEYWORDS = List.of("enum", "type", "anyOf", "oneOf");

    private EmptyChoiceCheck() {}

    static void check(SchemaLocations places, Problems faults) {
        for (Node schema : places.schemas()) {
            for (String keyword : KEYWORDS) {
                Node choice = schema.get(keyword);
                if (choice.json().isArray() && choice.json().isEmpty()) {
                    faults.add(choice, "is empty, so no value is valid; expected at least one element");
                }
            }
        }
    }
}
