package io.github.triggerapi.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A value of the OpenAPI document together with the place where it stands.
 *
 * @param pointer the JSON pointer of the place, as in {@code #/components/schemas/TTL}
 * @param json the value; a missing node where the document has none
 */
public record Node(String pointer, JsonNode json) {

    /** The member of that name; a missing node where there is none. */
    public Node get(String name) {
        return new Node(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), json.path(name));
    }

    public boolean has(String name) {
        return json.has(name);
    }

    public boolean exists() {
        return !json.isMissingNode();
    }

    /** The text of a member, or the empty string. */
    public String text(String name) {
        return json.path(name).asText("");
    }

    /** The elements of an array, each with its own pointer. */
    public List<Node> elements() {
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < (json.isArray() ? json.size() : 0); i++) {
            elements.add(new Node(pointer + "/" + i, json.get(i)));
        }
        return elements;
    }

    /** The names of an object's members, in the document's order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        Iterator<String> iterator = json.fieldNames();
        iterator.forEachRemaining(names::add);
        return names;
    }

    /** The members of an object, in the document's order. */
    public List<Node> members() {
        return names().stream().map(this::get).toList();
    }

    /** The last part of the pointer, unescaped: a member's name or an element's index. */
    public String key() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
