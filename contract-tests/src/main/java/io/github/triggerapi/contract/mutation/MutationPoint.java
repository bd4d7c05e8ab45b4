package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document slice that operators may change.
 *
 * @param all all elements of the slice
 * @param role the keyword of the parent that contains it, such as {@code items}
 */
record MutationPoint(
        DocumentSlice slice,
        List<MutationPoint> all,
        Kind kind,
        String pointer,
        ObjectNode node,
        @Nullable MutationPoint parent,
        String role) {

    /** The kind of an element. */
    enum Kind {
        ROOT,
        INFO,
        SERVER,
        TAG,
        PATH,
        OPERATION,
        PARAMETER,
        BODY,
        RESPONSE,
        MEDIA,
        SCHEMA,
        SECURITY_SCHEME
    }

    WireSemantics semantics() {
        return new WireSemantics(slice.tree());
    }

    /** Returns whether this is one of several parts of an {@code allOf}. */
    boolean isPart() {
        return role.equals("allOf")
                && parent != null
                && (parent.get("allOf").size() > 1 || parent.has("properties") || parent.has("required"));
    }

    boolean has(String keyword) {
        return node.has(keyword);
    }

    JsonNode get(String keyword) {
        return node.path(keyword);
    }

    String string(String keyword) {
        return node.path(keyword).asText("");
    }

    /** Returns the pointer, as elements refer to each other. */
    @Override
    public String toString() {
        return pointer;
    }

    /** Returns the last segment of the pointer. */
    String name() {
        return JsonPointers.lastName(pointer);
    }

    /** Returns the member names of an object. */
    List<String> names(String keyword) {
        return names(get(keyword));
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns the strings of an array. */
    List<String> strings(String keyword) {
        List<String> strings = new ArrayList<>();
        get(keyword).forEach(element -> strings.add(element.asText()));
        return strings;
    }

    // -- changes -----------------------------------------------------------------------------------------------------

    /** Returns a change of this element. */
    Change change(ChangeTarget target, String description, Consumer<ObjectNode> edit) {
        return new Change(target, description, root -> edit.accept((ObjectNode) root.at(pointer.substring(1))));
    }

    /** Returns a change that sets a keyword. */
    Change set(String keyword, JsonNode value) {
        String before = has(keyword) ? get(keyword) + " becomes " : "now ";
        return change(
                ChangeTarget.value(pointer, JsonPointers.escape(keyword)),
                keyword + ": " + before + value,
                node -> node.set(keyword, value.deepCopy()));
    }

    Change set(String keyword, String value) {
        return set(keyword, JsonNodes.string(value));
    }

    Change set(String keyword, boolean value) {
        return set(keyword, JsonNodes.bool(value));
    }

    /** Returns a change that adds an element to an array, which may be missing. */
    Change append(String keyword, JsonNode element) {
        return set(keyword, JsonNodes.with(get(keyword), element));
    }

    /** Returns a change that removes an element of an array. */
    Change removeAt(String keyword, int index) {
        return set(keyword, JsonNodes.without(get(keyword), index));
    }

    /** Returns a change that replaces an element of an array. */
    Change replaceAt(String keyword, int index, JsonNode element) {
        return set(keyword, JsonNodes.replaced(get(keyword), index, element));
    }

    /** Returns a change that removes a keyword. */
    Change remove(String keyword) {
        return change(
                ChangeTarget.value(pointer, JsonPointers.escape(keyword)),
                "removes " + keyword,
                node -> node.remove(keyword));
    }

    /** Renames a member of an object, keeping its position. */
    static void rename(ObjectNode object, String from, String to) {
        for (String name : names(object)) {
            JsonNode value = object.remove(name);
            object.set(name.equals(from) ? to : name, value);
        }
    }
}
