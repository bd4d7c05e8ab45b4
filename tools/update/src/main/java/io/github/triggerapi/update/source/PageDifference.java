package io.github.triggerapi.update.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.Set;
import java.util.TreeSet;

/** Describes the first difference of a value in two pages. */
final class PageDifference {

    private static final int MAX_LENGTH = 100;

    private PageDifference() {}

    /** Finds the first difference, in the order of names. */
    static String first(String pointer, String onePage, JsonNode one, String otherPage, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (!one.path(name).equals(other.path(name))) {
                    String child = JsonPointers.child(pointer, name);
                    return first(child, onePage, one.path(name), otherPage, other.path(name));
                }
            }
        }
        if (one.isArray() && other.isArray()) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                if (!one.path(i).equals(other.path(i))) {
                    return first(pointer + "/" + i, onePage, one.path(i), otherPage, other.path(i));
                }
            }
        }
        return pointer + ": " + shown(one) + " in " + onePage + ", " + shown(other) + " in " + otherPage;
    }

    private static String shown(JsonNode value) {
        String json = value.isMissingNode() ? "nothing" : value.toString();
        return json.length() <= MAX_LENGTH ? json : json.substring(0, MAX_LENGTH) + "…";
    }
}
