package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.HttpMethods;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a document into slices, which together hold all of it. */
final class Slices {

    private final ObjectNode whole;
    private final List<Slice> slices = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();

    private Slices(ObjectNode whole) {
        this.whole = whole;
    }

    static List<Slice> of(ObjectNode whole) {
        Slices slices = new Slices(whole);
        for (String path : Site.names(whole.path("paths"))) {
            for (String verb : Site.names(whole.path("paths").path(path))) {
                if (HttpMethods.ALL.contains(verb)) {
                    slices.operation(path, verb);
                }
            }
        }
        slices.components();
        return slices.slices;
    }

    private void operation(String path, String verb) {
        ObjectNode item = whole.get("paths").get(path).deepCopy();
        item.remove(
                HttpMethods.ALL.stream().filter(other -> !other.equals(verb)).toList());
        ObjectNode tree = frame();
        tree.withObjectProperty("paths").set(path, item);
        JsonNode security = item.get(verb).has("security") ? item.get(verb).get("security") : whole.path("security");
        for (JsonNode alternative : security) {
            for (String scheme : Site.names(alternative)) {
                component("securitySchemes", scheme, tree);
            }
        }
        Slice.addReached(item, tree, whole);
        add(verb.toUpperCase(Locale.ROOT) + " " + path, tree);
    }

    /** What no operation reaches. */
    private void components() {
        for (String group : Site.names(whole.path("components"))) {
            for (String name : Site.names(whole.path("components").path(group))) {
                if (!reached.contains(group + " " + name)) {
                    ObjectNode tree = frame();
                    tree.withObjectProperty("paths");
                    component(group, name, tree);
                    Slice.addReached(whole.get("components").get(group).get(name), tree, whole);
                    add("", tree);
                }
            }
        }
    }

    /** All of the document but its paths and components. */
    private ObjectNode frame() {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        for (String name : Site.names(whole)) {
            if (!Set.of("paths", "components").contains(name)) {
                frame.set(name, whole.get(name).deepCopy());
            }
        }
        return frame;
    }

    private void component(String group, String name, ObjectNode tree) {
        JsonNode component = whole.path("components").path(group).path(name);
        if (!component.isMissingNode()) {
            tree.withObjectProperty("components").withObjectProperty(group).set(name, component.deepCopy());
        }
    }

    private void add(String operation, ObjectNode tree) {
        for (String group : Site.names(tree.path("components"))) {
            Site.names(tree.path("components").path(group)).forEach(name -> reached.add(group + " " + name));
        }
        slices.add(new Slice(operation, tree, whole));
    }
}
