package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Rejects empty lists of alternatives, and patterns that are not valid regular expressions in Java. */
final class SchemaCheck {

    private static final List<String> ALTERNATIVES = List.of("enum", "type", "anyOf", "oneOf");

    private SchemaCheck() {}

    static void check(SchemaLocations places, Problems faults) {
        for (Node schema : places.schemas()) {
            ALTERNATIVES.forEach(keyword -> checkAlternatives(schema.get(keyword), faults));
            checkPattern(schema.get("pattern"), faults);
        }
    }

    private static void checkAlternatives(Node alternatives, Problems faults) {
        if (alternatives.json().isArray() && alternatives.json().isEmpty()) {
            faults.add(alternatives, "is empty, so no value is valid; expected at least one element");
        }
    }

    private static void checkPattern(Node pattern, Problems faults) {
        try {
            if (pattern.json().isTextual()) {
                Pattern.compile(pattern.json().asText());
            }
        } catch (PatternSyntaxException e) {
            faults.add(
                    pattern,
                    "the pattern " + e.getPattern() + ": " + e.getDescription() + " at " + e.getIndex()
                            + "; expected a regular expression that Java supports");
        }
    }
}
