package io.github.triggerapi.mock.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes to the caller.
 *
 * @param body empty where the answer has none
 */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    public static Answer of(int status, @Nullable String mediaType, byte[] body) {
        return new Answer(status, mediaType == null ? Map.of() : Map.of("Content-Type", List.of(mediaType)), body);
    }

    /** The error that stands where the document says nothing. */
    public static Answer error(int status, String text) {
        return of(status, "application/json", Json.error(text));
    }
}
