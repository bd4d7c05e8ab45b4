package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.List;
import java.util.Set;

/**
 * The place of a change, and what a finding has to say to have named it.
 *
 * @param pointer what was changed; for things that come, go or get another name what they are in
 * @param enclosing the schema, parameter, answer or operation around it, above which no finding counts
 * @param exact the pointers of the thing itself, under its old and its new name
 * @param names the names of what came, went or was renamed; empty where a value was changed
 */
record Target(String pointer, String enclosing, List<String> exact, List<String> names) {

    /** A keyword of something, whose value changes. */
    static Target value(String enclosing, String keyword) {
        String pointer = enclosing + "/" + keyword;
        // The document as a whole is no place.
        return new Target(pointer, enclosing.equals("#") ? pointer : enclosing, List.of(pointer), List.of());
    }

    /** Something with a name in an object. */
    static Target named(String enclosing, String container, List<String> names) {
        String pointer = container.isEmpty() ? enclosing : enclosing + "/" + container;
        return new Target(
                pointer,
                enclosing,
                names.stream().map(name -> JsonPointers.child(pointer, name)).toList(),
                names);
    }

    /** Something in an array, where it has a name but no pointer of its own that would last. */
    static Target listed(String enclosing, String container, List<String> names) {
        return new Target(enclosing + "/" + container, enclosing, List.of(), names);
    }

    /**
     * Whether a finding names the place: by the pointer of what was changed or of something in it; or by one above it,
     * as far as the enclosing part of the document; or by that of a container. Where a thing came, went or was renamed,
     * a finding above it has to call it by name.
     *
     * @param containers what contains the enclosing part, as far as that has no place of its own in Java
     */
    boolean isNamedBy(Finding finding, Set<String> containers) {
        boolean called = names.isEmpty() || names.stream().anyMatch(finding.message()::contains);
        return finding.pointers().stream()
                .anyMatch(found -> exact.stream().anyMatch(place -> JsonPointers.isWithin(found, place))
                        || called && (isOnTheWay(found) || containers.contains(found)));
    }

    private boolean isOnTheWay(String found) {
        return JsonPointers.isWithin(found, pointer)
                || JsonPointers.isWithin(pointer, found) && JsonPointers.isWithin(found, enclosing);
    }
}
