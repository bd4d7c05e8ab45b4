package io.github.triggerapi.update.compare.schema;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The members of an object, including those in parts of its {@code allOf}.
 *
 * @param additional the schema of unlisted members; a missing node if any are accepted
 */
record ObjectMembers(Map<String, Node> properties, Set<String> required, Node additional) {

    static ObjectMembers of(Document document, AcceptedType object) {
        Map<String, Node> properties = new LinkedHashMap<>();
        Set<String> required = new HashSet<>();
        Node additional = object.node().get("additionalProperties");
        for (Node part : object.parts(document)) {
            part.get("properties").members().forEach(property -> properties.putIfAbsent(property.key(), property));
            required.addAll(part.strings("required"));
            Node others = part.get("additionalProperties");
            boolean narrow = others.json().isObject() || others.json().equals(BooleanNode.FALSE);
            additional = narrow && !additional.json().equals(BooleanNode.FALSE) ? others : additional;
        }
        return new ObjectMembers(properties, required, additional);
    }
}
