package io.github.triggerapi.mock.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can be compared, as {@link Run} reads and writes it.
 *
 * @param node null if there is none
 */
record ComparableJson(@Nullable JsonNode node) {
    /**
     * Returns an object as JSON, null for null.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    static @Nullable String of(@Nullable Object value) {
        return Run.builder().payload(value).build().payloadJson();
    }

    /**
     * Parses a string.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static ComparableJson parse(@Nullable String json) {
        return new ComparableJson(Run.builder().payloadJson(json).build().payload(JsonNode.class));
    }

    /** Returns a member of an object as JSON, null if there is none. */
    @Nullable
    String member(String name) {
        JsonNode member = node == null ? null : node.get(name);
        return member == null ? null : member.toString();
    }

    /** Returns where the actual JSON differs from this, empty if it does not. See {@link RunsAssert#withPayload}. */
    Optional<String> difference(ComparableJson actual) {
        return difference(node, actual.node, "");
    }

    private static Optional<String> difference(@Nullable JsonNode expected, @Nullable JsonNode actual, String at) {
        boolean same;
        if (expected == null || expected.isNull() || actual == null || actual.isNull()) {
            same = isNull(expected) && isNull(actual);
        } else if (expected.isObject() && actual.isObject()) {
            return inMembers(expected, actual, at);
        } else if (expected.isArray() && actual.isArray()) {
            return inItems(expected, actual, at);
        } else if (expected.isNumber() && actual.isNumber()) {
            same = expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        } else {
            same = expected.equals(actual);
        }
        return same
                ? Optional.empty()
                : Optional.of((at.isEmpty() ? "" : " at " + at) + " is " + Descriptions.value(actual));
    }

    private static boolean isNull(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private static Optional<String> inMembers(JsonNode expected, JsonNode actual, String at) {
        Set<String> names = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .flatMap(
                        name -> difference(expected.get(name), actual.get(name), JsonPointers.child(at, name)).stream())
                .findFirst();
    }

    private static Optional<String> inItems(JsonNode expected, JsonNode actual, String at) {
        if (expected.size() != actual.size()) {
            return Optional.of((at.isEmpty() ? "" : " at " + at) + " has %d items".formatted(actual.size()));
        }
        return IntStream.range(0, expected.size())
                .boxed()
                .flatMap(index -> difference(expected.get(index), actual.get(index), at + "/" + index).stream())
                .findFirst();
    }
}
