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

/** Splits a document into slices that together contain all of it. */
final class DocumentSlices {

    private final ObjectNode whole;
    private final List<DocumentSlice> slices = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();

    private DocumentSlices(ObjectNode whole) {
        this.whole = whole;
    }

    static List<DocumentSlice> of(ObjectNode whole) {
        DocumentSlices slices = new DocumentSlices(whole);
        for (String path : MutationPoint.names(whole.path("paths"))) {
            for (String method : MutationPoint.names(whole.path("paths").path(path))) {
                // Neither Retrofit nor JAX-RS has TRACE.
                if (HttpMethods.ALL.contains(method) && !method.equals("trace")) {
                    slices.operation(path, method);
                }
            }
        }
        slices.components();
        return slices.slices;
    }

    private void operation(String path, String method) {
        ObjectNode item = whole.get("paths").get(path).deepCopy();
        item.remove(
                HttpMethods.ALL.stream().filter(other -> !other.equals(method)).toList());
        ObjectNode tree = frame();
        tree.withObjectProperty("paths").set(path, item);
        JsonNode security =
                item.get(method).has("security") ? item.get(method).get("security") : whole.path("security");
        for (JsonNode alternative : security) {
            for (String scheme : MutationPoint.names(alternative)) {
                component("securitySchemes", scheme, tree);
            }
        }
        DocumentSlice.addReached(item, tree, whole);
        add(method.toUpperCase(Locale.ROOT) + " " + path, tree);
    }

    /** Adds slices of the components that no operation uses. */
    private void components() {
        for (String group : MutationPoint.names(whole.path("components"))) {
            for (String name : MutationPoint.names(whole.path("components").path(group))) {
                if (!reached.contains(group + " " + name)) {
                    ObjectNode tree = frame();
                    tree.withObjectProperty("paths");
                    component(group, name, tree);
                    DocumentSlice.addReached(whole.get("components").get(group).get(name), tree, whole);
                    add("", tree);
                }
            }
        }
    }

    /** Returns the document without paths and components. */
    private ObjectNode frame() {
        ObjectNode frame = JsonNodeFactory.instance.objectNode();
        for (String name : MutationPoint.names(whole)) {
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
        for (String group : MutationPoint.names(tree.path("components"))) {
            MutationPoint.names(tree.path("components").path(group)).forEach(name -> reached.add(group + " " + name));
        }
        slices.add(new DocumentSlice(operation, tree, whole));
    }
}
