package io.github.triggerapi.mock.internal.message;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response to a caller.
 *
 * @param body empty if there is none
 */
public record MockResponse(int status, Map<String, List<String>> headers, byte[] body) {
    public static MockResponse of(int status, @Nullable String mediaType, byte[] body) {
        return new MockResponse(
                status, mediaType == null ? Map.of() : Map.of("Content-Type", List.of(mediaType)), body);
    }

    /** Returns the same response with headers, each of which replaces the header of that name. */
    public MockResponse with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        more.forEach((name, value) -> all.put(name, List.of(value)));
        return new MockResponse(status, all, body);
    }

    /** Returns the error response for what the document does not describe. */
    public static MockResponse error(int status, String message) {
        return of(status, "application/json", Json.error(message));
    }
}
