package io.github.triggerapi.openapi.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vendored document with what the supplement adds.
 *
 * @param tree the document; operations of the supplement have the member {@link #SUPPLEMENT}
 * @param replaced the operations of the supplement that the vendored document describes, such as {@code GET /runs/{id}}
 * @param messages a line for each operation and component of the supplement that was left out or has another name
 * @param moved where the parts of the supplement are in the document, by their pointers in the supplement: the empty string
 *     for a part that was left out. Other parts have the same pointer in both.
 */
public record MergedDocument(JsonNode tree, List<String> replaced, List<String> messages, Map<String, String> moved) {

    /** The member of an operation of the supplement that has the name of its file. */
    public static final String SUPPLEMENT = "x-supplement";

    public MergedDocument {
        replaced = List.copyOf(replaced);
        messages = List.copyOf(messages);
        moved = Map.copyOf(moved);
    }

    /** Returns the pointer in the merged document of a part of the supplement; empty if the part was left out. */
    public Optional<String> pointer(String inSupplement) {
        return moved.entrySet().stream()
                .filter(move -> JsonPointers.isWithin(inSupplement, move.getKey()))
                .findFirst()
                .map(move -> move.getValue().isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(move.getValue()
                                + inSupplement.substring(move.getKey().length())))
                .orElse(Optional.of(inSupplement));
    }
}
