package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.List;

/** Checks that where a schema is a choice there is something to choose. */
final class EmptyChoiceCheck {

    private static final List<String> KEYWORDS = List.of("enum", "type", "anyOf", "oneOf");

    private EmptyChoiceCheck() {}

    static void check(SchemaLocations places, Problems faults) {
        for (Node schema : places.schemas()) {
            for (String keyword : KEYWORDS) {
                Node choice = schema.get(keyword);
                if (choice.json().isArray() && choice.json().isEmpty()) {
                    faults.add(choice, "is empty, so that nothing fits; expected one element at least");
                }
            }
        }
    }
}
