package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.List;
import java.util.Set;

/**
 * The location of a change, and the conditions for a finding to name it.
 *
 * @param pointer the changed element, or the container of an added, removed or renamed element
 * @param enclosing the schema, parameter, response or operation that contains it; findings above it do not count
 * @param exact the pointers of the element with its old and its new name
 * @param names the names of the added, removed or renamed element; empty if a value was changed
 */
record ChangeTarget(String pointer, String enclosing, List<String> exact, List<String> names) {

    /** Returns the target for a changed value of a keyword. */
    static ChangeTarget value(String enclosing, String keyword) {
        String pointer = enclosing + "/" + keyword;
        // The document as a whole is not a location.
        return new ChangeTarget(pointer, enclosing.equals("#") ? pointer : enclosing, List.of(pointer), List.of());
    }

    /** Returns the target for a named member of an object. */
    static ChangeTarget named(String enclosing, String container, List<String> names) {
        String pointer = container.isEmpty() ? enclosing : enclosing + "/" + container;
        return new ChangeTarget(
                pointer,
                enclosing,
                names.stream().map(name -> JsonPointers.child(pointer, name)).toList(),
                names);
    }

    /** Returns the target for a named element of an array, whose pointer is not stable. */
    static ChangeTarget listed(String enclosing, String container, List<String> names) {
        return new ChangeTarget(enclosing + "/" + container, enclosing, List.of(), names);
    }

    /**
     * Returns whether a finding names the location: with a pointer at or below the changed element, between it and the
     * enclosing part, or of a container. For an added, removed or renamed element a finding above it must mention its name.
     *
     * @param containers the containers of the enclosing part if it has no location of its own in Java
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
