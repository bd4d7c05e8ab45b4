package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object in a slice of a document, together with what it is there.
 *
 * @param all every such object of the slice
 * @param role the keyword by which it hangs on its parent, as in {@code items}
 */
record Site(
        Slice slice,
        List<Site> all,
        Kind kind,
        String pointer,
        ObjectNode node,
        @Nullable Site parent,
        String role) {

    /** What an object of a document is. */
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

    Wire wire() {
        return new Wire(slice.tree());
    }

    /** Whether this is one of several parts of an {@code allOf}. */
    boolean isPart() {
        return role.equals("allOf") && parent != null && (parent.get("allOf").size() > 1 || parent.has("properties"));
    }

    boolean has(String keyword) {
        return node.has(keyword);
    }

    JsonNode get(String keyword) {
        return node.path(keyword);
    }

    String text(String keyword) {
        return node.path(keyword).asText("");
    }

    /** Returns the pointer; sites refer to each other, so printing all of them would not terminate. */
    @Override
    public String toString() {
        return pointer;
    }

    /** The last part of the pointer. */
    String name() {
        return JsonPointers.lastName(pointer);
    }

    /** The names of the members of a member. */
    List<String> names(String keyword) {
        return names(get(keyword));
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The texts of an array. */
    List<String> texts(String keyword) {
        List<String> texts = new ArrayList<>();
        get(keyword).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    // -- changes -----------------------------------------------------------------------------------------------------

    /** A change of this object. */
    Change change(Target target, String text, Consumer<ObjectNode> edit) {
        return new Change(target, text, root -> edit.accept((ObjectNode) root.at(pointer.substring(1))));
    }

    /** A keyword that gets a value, or another one. */
    Change set(String keyword, JsonNode value) {
        String before = has(keyword) ? get(keyword) + " becomes " : "now ";
        return change(
                Target.value(pointer, JsonPointers.escape(keyword)),
                keyword + ": " + before + value,
                node -> node.set(keyword, value.deepCopy()));
    }

    /** A keyword that goes. */
    Change remove(String keyword) {
        return change(
                Target.value(pointer, JsonPointers.escape(keyword)), "no " + keyword, node -> node.remove(keyword));
    }

    /** Renames a member of an object and leaves it where it is. */
    static void rename(ObjectNode object, String from, String to) {
        for (String name : names(object)) {
            JsonNode value = object.remove(name);
            object.set(name.equals(from) ? to : name, value);
        }
    }
}
