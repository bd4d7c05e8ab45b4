package io.github.triggerapi.mock;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that the document has for an operation.
 *
 * @param byStatus the content of each, under {@code 200}, {@code 4XX}, {@code default} and the like
 */
record Responses(Map<String, Content> byStatus) {
    /**
     * The bodies of an answer.
     *
     * @param pointers where in the document each media type is described; empty for an answer without body
     */
    record Content(Map<String, String> pointers) {}

    /** The answer of a status, which may stand under a range of statuses, or for all others; null when none does. */
    @Nullable
    Content of(int status) {
        Content exact = byStatus.get(String.valueOf(status));
        Content range = byStatus.getOrDefault(status / 100 + "XX", byStatus.get("default"));
        return exact == null ? range : exact;
    }

    boolean has(int status) {
        return of(status) != null;
    }

    /** The lowest status of those that mean success. */
    int success() {
        return byStatus.keySet().stream()
                .filter(status -> status.matches("[23](\\d\\d|XX)"))
                .mapToInt(status -> Integer.parseInt(status.replace('X', '0')))
                .min()
                .orElse(200);
    }

    /** All media types, those of success first. */
    Set<String> mediaTypes() {
        Map<String, String> types = new LinkedHashMap<>();
        Content success = of(success());
        types.putAll(success == null ? Map.of() : success.pointers());
        byStatus.values().forEach(content -> types.putAll(content.pointers()));
        return new LinkedHashSet<>(types.keySet());
    }
}
