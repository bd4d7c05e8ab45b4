package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * A body that says what was wrong, to be filled with a text.
 *
 * @param base what stands around the text
 * @param pointer the object in it that gets the text
 * @param member the member that gets the text; empty when the schema has no room for one
 */
record ErrorBody(ObjectNode base, String pointer, String member) {
    private static final Logger LOGGER = System.getLogger(ErrorBody.class.getName());

    /** Typical of the texts to come: long, and with characters of all kinds. */
    private static final String TEXT =
            "Validation error: must be at most 1000 characters \u00FC \u2026 at \"" + "member[0].".repeat(20) + "x\"";

    private static final List<String> MEMBERS = List.of("error", "message", "detail", "title");

    /** The body for a media type at a place in the document; one that only has an error where none is valid. */
    static ErrorBody of(ExampleBodies samples, String mediaType) {
        ErrorBody plain = new ErrorBody(Json.MAPPER.createObjectNode(), "", "error");
        if (samples.accepts(mediaType, plain.filled(TEXT))) {
            return plain;
        }
        List<ObjectNode> bases = samples.objects(mediaType);
        if (!bases.isEmpty() && bases.get(bases.size() - 1).has("error")) {
            // What callers look at first, also where it is not required.
            ObjectNode most = bases.get(bases.size() - 1);
            bases.add(0, bases.get(0).deepCopy().set("error", most.get("error")));
        }
        for (ObjectNode base : bases) {
            for (String pointer : base.path("error").isObject() ? List.of("", "/error") : List.of("")) {
                for (String member : MEMBERS) {
                    ErrorBody body = new ErrorBody(base, pointer, member);
                    if (samples.accepts(mediaType, body.filled(TEXT))) {
                        return body;
                    }
                }
            }
        }
        return bases.stream()
                .filter(base -> samples.accepts(mediaType, base))
                .findFirst()
                .map(base -> new ErrorBody(base, "", ""))
                .orElseGet(() -> {
                    LOGGER.log(Level.ERROR, "No valid error could be made from " + mediaType);
                    return plain;
                });
    }

    /** The body with a text, as JSON. */
    byte[] with(String text) {
        return Json.write(filled(text));
    }

    private ObjectNode filled(String text) {
        ObjectNode body = base.deepCopy();
        if (!member.isEmpty() && body.at(pointer) instanceof ObjectNode object) {
            object.put(member, text);
        }
        return body;
    }
}
