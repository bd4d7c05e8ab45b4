package io.github.triggerapi.mock.internal.document;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The responses of an operation in the document.
 *
 * @param byStatus the content of each response, under {@code 200}, {@code 4XX}, {@code default} and the like
 * @param success the lowest success status
 * @param mediaTypes all media types, those of the success first
 */
public record Responses(Map<String, Content> byStatus, int success, Set<String> mediaTypes) {
    /**
     * The bodies and headers of a response.
     *
     * @param pointers where the document describes each media type; empty for a response without a body
     * @param headers where the document describes each header
     */
    public record Content(Map<String, String> pointers, Map<String, String> headers) {}

    /** Computes the values that each request needs. */
    Responses(Map<String, Content> byStatus) {
        this(byStatus, lowest(byStatus), mediaTypes(byStatus));
    }

    /**
     * Returns the response with a status, which the document may describe under a range of statuses or as default; null
     * if there is none.
     */
    public @Nullable Content of(int status) {
        return of(status, byStatus);
    }

    private static @Nullable Content of(int status, Map<String, Content> byStatus) {
        Content exact = byStatus.get(String.valueOf(status));
        Content range = byStatus.getOrDefault(status / 100 + "XX", byStatus.get("default"));
        return exact == null ? range : exact;
    }

    public boolean has(int status) {
        return of(status) != null;
    }

    private static int lowest(Map<String, Content> byStatus) {
        return byStatus.keySet().stream()
                .filter(status -> status.matches("[23](\\d\\d|XX)"))
                .mapToInt(status -> Integer.parseInt(status.replace('X', '0')))
                .min()
                .orElse(200);
    }

    private static Set<String> mediaTypes(Map<String, Content> byStatus) {
        Set<String> types = new LinkedHashSet<>();
        Content success = of(lowest(byStatus), byStatus);
        types.addAll(success == null ? Set.of() : success.pointers().keySet());
        byStatus.values().forEach(content -> types.addAll(content.pointers().keySet()));
        return Collections.unmodifiableSet(types);
    }
}
