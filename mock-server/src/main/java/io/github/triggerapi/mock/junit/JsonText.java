package io.github.triggerapi.mock.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.run.Run;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that is expected or there, as {@link Run} reads and writes it.
 *
 * @param node null if there is none
 */
record JsonText(@Nullable JsonNode node) {
    /**
     * An object as JSON, null for null.
     *
     * @throws IllegalArgumentException where Jackson cannot write it
     */
    static @Nullable String of(@Nullable Object value) {
        return Run.builder().payload(value).build().payloadJson();
    }

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException where it is no JSON
     */
    static JsonText parse(@Nullable String json) {
        return new JsonText(Run.builder().payloadJson(json).build().payload(JsonNode.class));
    }

    /** A member of an object as JSON, null if there is none. */
    @Nullable
    String member(String name) {
        JsonNode member = node == null ? null : node.get(name);
        return member == null ? null : member.toString();
    }

    /** Whether this, which is expected, is the same as what is there; see {@link RunsAssert#withPayload}. */
    boolean isMetBy(JsonText actual) {
        return same(node, actual.node);
    }

    private static boolean same(@Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (expected == null || expected.isNull() || actual == null || actual.isNull()) {
            return isNull(expected) && isNull(actual);
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isObject() && actual.isObject()) {
            return sameMembers(expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return sameItems(expected, actual);
        }
        return expected.equals(actual);
    }

    private static boolean isNull(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private static boolean sameMembers(JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            if (!same(member.getValue(), actual.get(member.getKey()))) {
                return false;
            }
        }
        return actual.properties().stream()
                .allMatch(member -> isNull(member.getValue()) || expected.has(member.getKey()));
    }

    private static boolean sameItems(JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        Iterator<JsonNode> others = actual.iterator();
        for (JsonNode item : expected) {
            if (!same(item, others.next())) {
                return false;
            }
        }
        return true;
    }
}
