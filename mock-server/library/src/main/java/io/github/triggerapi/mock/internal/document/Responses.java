package io.github.triggerapi.mock.internal.document;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answers that the document has for an operation.
 *
 * @param byStatus the content of each, under {@code 200}, {@code 4XX}, {@code default} and the like
 * @param success the lowest status of those that mean success
 * @param mediaTypes all media types, those of success first
 */
public record Responses(Map<String, Content> byStatus, int success, Set<String> mediaTypes) {
    /**
     * The bodies of an answer.
     *
     * @param pointers where in the document each media type is described; empty for an answer without body
     */
    public record Content(Map<String, String> pointers) {}

    /** Works out once what every request asks for. */
    Responses(Map<String, Content> byStatus) {
        this(byStatus, lowest(byStatus), mediaTypes(byStatus));
    }

    /** The answer of a status, which may stand under a range of statuses, or for all others; null when none does. */
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
