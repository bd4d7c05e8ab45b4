package io.github.triggerapi.mock.internal.document;

import io.github.triggerapi.mock.internal.document.Responses.Content;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Validates responses against a document. */
public final class ResponseValidation {
    private final Schema.Source schemas;
    private final Document document;

    public ResponseValidation(Document document) {
        this.document = document;
        schemas = new Schema.Source(document, MessageDirection.RESPONSE);
    }

    /** Returns what is invalid in a response, null if it is valid. */
    public @Nullable String of(Operation operation, int status, @Nullable String contentType, byte[] body) {
        Content content = operation.responses().of(status);
        if (content == null) {
            return "status " + status + " is not in the document";
        }
        if (content.pointers().isEmpty()) {
            return body.length == 0 ? null : "there is a body";
        }
        String bare = MediaTypes.bare(String.valueOf(contentType));
        Optional<String> pointer = Optional.ofNullable(content.pointers().get(bare));
        if (pointer.isEmpty()) {
            return "media type " + contentType + " is not in the document";
        }
        return MediaTypes.isJson(bare)
                ? schemas.at(document.at(pointer.get()).get("schema").pointer()).check(Json.parse(body), "")
                : null;
    }
}
