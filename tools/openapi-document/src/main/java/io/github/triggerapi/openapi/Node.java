package io.github.triggerapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of an OpenAPI document together with its place.
 *
 * @param pointer the JSON pointer of the place, as in {@code #/components/schemas/TTL}
 * @param json the value; a missing node where the document has none
 */
public record Node(String pointer, JsonNode json) {

    /** Returns the member of that name; a missing node where there is none. */
    public Node get(String name) {
        return new Node(JsonPointers.child(pointer, name), json.path(name));
    }

    /** Returns whether there is a member of that name. */
    public boolean has(String name) {
        return json.has(name);
    }

    /** Returns whether the document has this value. */
    public boolean exists() {
        return !json.isMissingNode();
    }

    /** Returns a member as a string; the empty string where there is none. */
    public String text(String name) {
        return json.path(name).asText("");
    }

    /** Returns whether a member is true. */
    public boolean flag(String name) {
        return json.path(name).asBoolean();
    }

    /** Returns the elements of a member that is an array, as strings; none for another value. */
    public List<String> strings(String name) {
        return get(name).elements().stream()
                .map(element -> element.json.asText())
                .toList();
    }

    /** Returns the elements of an array, each with its own pointer; none for another value. */
    public List<Node> elements() {
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < (json.isArray() ? json.size() : 0); i++) {
            elements.add(new Node(pointer + "/" + i, json.get(i)));
        }
        return elements;
    }

    /** Returns the names of an object's members, in the order of the document. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns the members of an object, in the order of the document. */
    public List<Node> members() {
        return names().stream().map(this::get).toList();
    }

    /** Returns the last part of the pointer, unescaped: the name of a member or the index of an element. */
    public String key() {
        return JsonPointers.lastName(pointer);
    }
}
