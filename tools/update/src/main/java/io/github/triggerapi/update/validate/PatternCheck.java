package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Rejects patterns that are not valid regular expressions in Java. */
final class PatternCheck {

    private PatternCheck() {}

    static void check(SchemaLocations places, Problems faults) {
        for (Node schema : places.schemas()) {
            Node pattern = schema.get("pattern");
            try {
                if (pattern.json().isTextual()) {
                    Pattern.compile(pattern.json().asText());
                }
            } catch (PatternSyntaxException e) {
                String reason = e.getDescription() + " at " + e.getIndex();
                faults.add(
                        pattern,
                        "the pattern " + e.getPattern() + ": " + reason
                                + "; expected a regular expression that Java supports");
            }
        }
    }
}
