package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * The body of an error, without its message.
 *
 * @param base the body around the message
 * @param pointer the object that gets the message
 * @param member the member that gets the message; empty if the schema allows none
 */
record ErrorBodyTemplate(ObjectNode base, String pointer, String member) {
    private static final Logger LOGGER = System.getLogger(ErrorBodyTemplate.class.getName());

    /** A typical message: long, and with all kinds of characters. */
    private static final String MESSAGE =
            "Validation error: must be at most 1000 characters \u00FC \u2026 at \"" + "member[0].".repeat(20) + "x\"";

    private static final List<String> MEMBERS = List.of("error", "message", "detail", "title");

    /** Returns the body for a media type in the document; a body with only an error if no valid one is found. */
    static ErrorBodyTemplate of(ExampleBodies examples, String mediaType) {
        ErrorBodyTemplate plain = new ErrorBodyTemplate(Json.MAPPER.createObjectNode(), "", "error");
        if (examples.accepts(mediaType, plain.filled(MESSAGE))) {
            return plain;
        }
        List<ObjectNode> bases = examples.objects(mediaType);
        if (!bases.isEmpty() && bases.get(bases.size() - 1).has("error")) {
            // The member that callers read first, even if it is not required.
            ObjectNode most = bases.get(bases.size() - 1);
            bases.add(0, bases.get(0).deepCopy().set("error", most.get("error")));
        }
        for (ObjectNode base : bases) {
            for (String pointer : base.path("error").isObject() ? List.of("", "/error") : List.of("")) {
                for (String member : MEMBERS) {
                    ErrorBodyTemplate body = new ErrorBodyTemplate(base, pointer, member);
                    if (examples.accepts(mediaType, body.filled(MESSAGE))) {
                        return body;
                    }
                }
            }
        }
        return bases.stream()
                .filter(base -> examples.accepts(mediaType, base))
                .findFirst()
                .map(base -> new ErrorBodyTemplate(base, "", ""))
                .orElseGet(() -> {
                    LOGGER.log(Level.ERROR, "No valid error could be made from " + mediaType);
                    return plain;
                });
    }

    byte[] with(String message) {
        return Json.write(filled(message));
    }

    private ObjectNode filled(String message) {
        ObjectNode body = base.deepCopy();
        if (!member.isEmpty() && body.at(pointer) instanceof ObjectNode object) {
            object.put(member, message);
        }
        return body;
    }
}
