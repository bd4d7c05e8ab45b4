package io.github.triggerapi.update.compare.change;

import io.github.triggerapi.openapi.Node;
import java.util.HashMap;
import java.util.Map;

/** The order of places in a document. */
public final class DocumentOrder {

    private final Map<String, Integer> positions = new HashMap<>();

    public DocumentOrder(Node root) {
        visit(root);
    }

    private void visit(Node node) {
        positions.put(node.pointer(), positions.size());
        if (node.json().isObject()) {
            node.members().forEach(this::visit);
        } else {
            node.elements().forEach(this::visit);
        }
    }

    /** Returns the position of a place, or of the closest enclosing place if it does not exist. */
    public int of(String pointer) {
        String place = pointer;
        while (!positions.containsKey(place) && place.contains("/")) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return positions.getOrDefault(place, 0);
    }
}
