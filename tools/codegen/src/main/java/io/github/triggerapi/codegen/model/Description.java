package io.github.triggerapi.codegen.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * The description of a value for readers.
 *
 * @param pointer the JSON pointer of the value
 * @param text the description, or the title if there is no description; may be empty
 * @param example the example as JSON, or the empty string
 * @param defaultValue the default; a missing node if there is none
 * @param notes what generated code does not express
 */
public record Description(
        String pointer, String text, String example, JsonNode defaultValue, boolean deprecated, List<String> notes) {

    public static Description of(Node schema) {
        JsonNode example = schema.json().path("example");
        if (example.isMissingNode()) {
            example = schema.json().path("examples").path(0);
        }
        String text = schema.text("description").isBlank() ? schema.text("title") : schema.text("description");
        return new Description(
                schema.pointer(),
                text.strip(),
                example.isMissingNode() ? "" : example.toString(),
                schema.json().path("default"),
                schema.flag("deprecated"),
                List.of());
    }

    /** Returns this description with further notes. */
    public Description withNotes(List<String> more) {
        List<String> all =
                Stream.concat(notes.stream(), more.stream()).distinct().toList();
        return new Description(pointer, text, example, defaultValue, deprecated, all);
    }

    Description overriddenBy(Description other) {
        return new Description(
                        pointer,
                        other.text.isEmpty() ? text : other.text,
                        other.example.isEmpty() ? example : other.example,
                        other.defaultValue.isMissingNode() ? defaultValue : other.defaultValue,
                        deprecated || other.deprecated,
                        notes)
                .withNotes(other.notes);
    }
}
