package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Changes operations, paths and security. */
final class OperationOperators {

    private OperationOperators() {}

    static List<Change> httpMethod(MutationPoint operation) {
        MutationPoint path = Objects.requireNonNull(operation.parent());
        String method = operation.name();
        String other = Stream.of("post", "put", "patch", "delete", "get")
                .filter(free -> !path.has(free) && !whole(path).has(free))
                .findFirst()
                .orElse("options");
        return List.of(path.change(
                ChangeTarget.named(path.pointer(), "", List.of(method, other)),
                method + " becomes " + other,
                node -> MutationPoint.rename(node, method, other)));
    }

    private static JsonNode whole(MutationPoint path) {
        return path.slice().whole().path("paths").path(path.name());
    }

    static List<Change> path(MutationPoint path) {
        String other = path.name() + "/mutant";
        return List.of(new Change(
                ChangeTarget.named("#/paths", "", List.of(path.name(), other)),
                path.name() + " becomes " + other,
                root -> MutationPoint.rename((ObjectNode) root.get("paths"), path.name(), other)));
    }

    static List<Change> drop(MutationPoint operation) {
        MutationPoint path = Objects.requireNonNull(operation.parent());
        return List.of(path.change(
                ChangeTarget.named(path.pointer(), "", List.of(operation.name())),
                "removes " + operation.name(),
                node -> node.remove(operation.name())));
    }

    static List<Change> add(MutationPoint root) {
        ObjectNode operation = JsonNodes.object().put("operationId", "mutant");
        operation.withObjectProperty("responses").withObjectProperty("200").put("description", "Done");
        return List.of(new Change(
                ChangeTarget.named("#/paths", "", List.of("/mutant")),
                "adds GET /mutant",
                tree -> tree.withObjectProperty("paths")
                        .withObjectProperty("/mutant")
                        .set("get", operation)));
    }

    static List<Change> id(MutationPoint operation) {
        String id = operation.string("operationId");
        if (id.isEmpty()) {
            return List.of(operation.set("operationId", "mutant"));
        }
        return List.of(
                operation.set("operationId", id + "_mutant"),
                operation.set("operationId", "mutant_" + id),
                operation.set(
                        "operationId", id.substring(0, Math.max(1, id.length() - 1)) + (id.endsWith("0") ? "1" : "0")));
    }

    /** Changes the first tag, which names the interface. */
    static List<Change> tag(MutationPoint operation) {
        List<Change> changes = new ArrayList<>();
        List<String> tags = operation.strings("tags");
        if (!tags.isEmpty()) {
            changes.add(operation.replaceAt("tags", 0, JsonNodes.string(tags.get(0) + "Mutant")));
        }
        if (tags.isEmpty()) {
            changes.add(operation.set("tags", JsonNodes.strings(List.of("mutant"))));
        } else if (!tags.get(0).equals("default")) {
            changes.add(operation.remove("tags"));
        }
        return changes;
    }

    // -- security ----------------------------------------------------------------------------------------------------

    /** Changes the security requirements of an operation. */
    static List<Change> security(MutationPoint operation) {
        return security(operation, operation.has("security") ? operation.get("security") : root(operation));
    }

    private static JsonNode root(MutationPoint operation) {
        return operation.slice().tree().path("security");
    }

    /** Changes the security requirements of the document if the operation of the slice does not override them. */
    static List<Change> securityOfAll(MutationPoint root) {
        boolean counts = root.all().stream()
                .anyMatch(point -> point.kind() == MutationPoint.Kind.OPERATION && !point.has("security"));
        return counts ? security(root, root.get("security")) : List.of();
    }

    private static List<Change> security(MutationPoint point, JsonNode alternatives) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            changes.add(point.set("security", JsonNodes.without(alternatives, i)));
            for (String scheme : MutationPoint.names(alternatives.get(i))) {
                String other = otherScheme(point.slice(), scheme);
                ObjectNode alternative = alternatives.get(i).deepCopy();
                MutationPoint.rename(alternative, scheme, other);
                Change change = point.set("security", JsonNodes.replaced(alternatives, i, alternative));
                changes.add(new Change(change.target(), change.description(), root -> {
                    change.edit().accept(root);
                    addScheme(other, root, point.slice());
                }));
            }
        }
        ObjectNode more = JsonNodes.object();
        more.set("mutantScheme", JsonNodes.array(List.of()));
        changes.add(point.set("security", JsonNodes.with(alternatives, more)));
        return changes;
    }

    /** Returns another scheme of the document, or an undefined one. */
    private static String otherScheme(DocumentSlice slice, String scheme) {
        return MutationPoint.names(schemes(slice)).stream()
                .filter(other -> !other.equals(scheme))
                .findFirst()
                .orElse(scheme + "Mutant");
    }

    private static void addScheme(String name, ObjectNode root, DocumentSlice slice) {
        if (schemes(slice).has(name)) {
            root.withObjectProperty("components")
                    .withObjectProperty("securitySchemes")
                    .set(name, schemes(slice).get(name).deepCopy());
        }
    }

    private static JsonNode schemes(DocumentSlice slice) {
        return slice.whole().path("components").path("securitySchemes");
    }

    /** Changes the kind, the name or the place of credentials. */
    static List<Change> scheme(MutationPoint scheme) {
        List<Change> changes = new ArrayList<>();
        if (scheme.has("$ref")) {
            return changes;
        }
        if (scheme.string("type").equals("apiKey")) {
            changes.add(scheme.set("name", scheme.string("name") + "Mutant"));
            changes.add(scheme.set("in", scheme.string("in").equals("query") ? "header" : "query"));
            return changes;
        }
        if (scheme.string("type").equals("http")) {
            changes.add(scheme.set("scheme", scheme.string("scheme").equalsIgnoreCase("basic") ? "bearer" : "basic"));
        }
        ChangeTarget type = ChangeTarget.value(scheme.pointer(), "type");
        changes.add(scheme.change(type, "type: now apiKey", node -> {
            node.put("type", "apiKey").put("name", "key").put("in", "header");
            node.remove(List.of("scheme", "bearerFormat"));
        }));
        return changes;
    }

    /** Removes or renames a scheme that an operation requires. */
    static List<Change> schemeName(MutationPoint scheme) {
        String name = scheme.name();
        boolean used = scheme.all().stream()
                .filter(point -> point.kind() == MutationPoint.Kind.OPERATION)
                .map(point -> point.has("security") ? point.get("security") : root(point))
                .anyMatch(alternatives ->
                        JsonNodes.elements(alternatives).stream().anyMatch(a -> a.has(name)));
        if (!used) {
            return List.of();
        }
        String other = name + "Mutant";
        String group = "#/components/securitySchemes";
        return List.of(
                new Change(
                        ChangeTarget.named(group, "", List.of(name)),
                        "removes " + name,
                        root -> ((ObjectNode) root.at(group.substring(1))).remove(name)),
                new Change(
                        ChangeTarget.named(group, "", List.of(name, other)),
                        name + " becomes " + other,
                        root -> MutationPoint.rename((ObjectNode) root.at(group.substring(1)), name, other)));
    }

    /** Changes the first server, which is in the generated code. */
    static List<Change> server(MutationPoint server) {
        return server.pointer().endsWith("/servers/0")
                ? List.of(server.set("url", server.string("url") + "/mutant"))
                : List.of();
    }
}
