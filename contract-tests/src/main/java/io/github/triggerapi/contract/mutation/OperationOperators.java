package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Changes of operations and of their paths. */
final class OperationOperators {

    private OperationOperators() {}

    static List<Change> verb(Site operation) {
        Site path = Objects.requireNonNull(operation.parent());
        String verb = operation.name();
        String other = Stream.of("post", "put", "patch", "delete", "get")
                .filter(free -> !path.has(free) && !whole(path).has(free))
                .findFirst()
                .orElse("options");
        return List.of(path.change(
                Target.named(path.pointer(), "", List.of(verb, other)),
                verb + " becomes " + other,
                node -> Site.rename(node, verb, other)));
    }

    private static JsonNode whole(Site path) {
        return path.slice().whole().path("paths").path(path.name());
    }

    static List<Change> path(Site path) {
        String other = path.name() + "/mutant";
        return List.of(new Change(
                Target.named("#/paths", "", List.of(path.name(), other)),
                path.name() + " becomes " + other,
                root -> Site.rename((ObjectNode) root.get("paths"), path.name(), other)));
    }

    static List<Change> drop(Site operation) {
        Site path = Objects.requireNonNull(operation.parent());
        return List.of(path.change(
                Target.named(path.pointer(), "", List.of(operation.name())),
                "no " + operation.name(),
                node -> node.remove(operation.name())));
    }

    static List<Change> add(Site root) {
        ObjectNode operation = Json.object().put("operationId", "mutant");
        operation.withObjectProperty("responses").withObjectProperty("200").put("description", "Done");
        return List.of(new Change(
                Target.named("#/paths", "", List.of("/mutant")),
                "one more: GET /mutant",
                tree -> tree.withObjectProperty("paths")
                        .withObjectProperty("/mutant")
                        .set("get", operation)));
    }

    static List<Change> id(Site operation) {
        String id = operation.text("operationId");
        return List.of(
                operation.set("operationId", Json.text(id + "_mutant")),
                operation.set("operationId", Json.text("mutant_" + id)),
                operation.set(
                        "operationId",
                        Json.text(id.substring(0, Math.max(1, id.length() - 1)) + (id.endsWith("0") ? "1" : "0"))));
    }

    /** The first tag names the interface. */
    static List<Change> tag(Site operation) {
        List<Change> changes = new ArrayList<>();
        List<String> tags = operation.texts("tags");
        if (!tags.isEmpty()) {
            changes.add(
                    operation.set("tags", Json.replaced(operation.get("tags"), 0, Json.text(tags.get(0) + "Mutant"))));
        }
        if (tags.isEmpty()) {
            changes.add(operation.set("tags", Json.texts(List.of("mutant"))));
        } else if (!tags.get(0).equals("default")) {
            changes.add(operation.remove("tags"));
        }
        return changes;
    }

    // -- security ----------------------------------------------------------------------------------------------------

    /** What an operation asks for, be it said there or for all of the document. */
    static List<Change> security(Site operation) {
        return security(operation, operation.has("security") ? operation.get("security") : root(operation));
    }

    private static JsonNode root(Site operation) {
        return operation.slice().tree().path("security");
    }

    /** What the document asks for, where the operation of the slice leaves it at that. */
    static List<Change> securityOfAll(Site root) {
        boolean counts =
                root.all().stream().anyMatch(site -> site.kind() == Site.Kind.OPERATION && !site.has("security"));
        return counts ? security(root, root.get("security")) : List.of();
    }

    private static List<Change> security(Site site, JsonNode alternatives) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            changes.add(site.set("security", Json.without(alternatives, i)));
            for (String scheme : Site.names(alternatives.get(i))) {
                String other = otherScheme(site.slice(), scheme);
                ObjectNode alternative = alternatives.get(i).deepCopy();
                Site.rename(alternative, scheme, other);
                Change change = site.set("security", Json.replaced(alternatives, i, alternative));
                changes.add(new Change(change.target(), change.text(), root -> {
                    change.edit().accept(root);
                    addScheme(other, root, site.slice());
                }));
            }
        }
        ObjectNode more = Json.object();
        more.set("mutantScheme", Json.array(List.of()));
        changes.add(site.set(
                "security", alternatives.isMissingNode() ? Json.array(List.of(more)) : Json.with(alternatives, more)));
        return changes;
    }

    /** Another scheme of the document, or one that it does not have. */
    private static String otherScheme(Slice slice, String scheme) {
        return Site.names(schemes(slice)).stream()
                .filter(other -> !other.equals(scheme))
                .findFirst()
                .orElse(scheme + "Mutant");
    }

    private static void addScheme(String name, ObjectNode root, Slice slice) {
        if (schemes(slice).has(name)) {
            root.withObjectProperty("components")
                    .withObjectProperty("securitySchemes")
                    .set(name, schemes(slice).get(name).deepCopy());
        }
    }

    private static JsonNode schemes(Slice slice) {
        return slice.whole().path("components").path("securitySchemes");
    }

    static List<Change> scheme(Site scheme) {
        List<Change> changes = new ArrayList<>();
        changes.add(scheme.set("scheme", Json.text("basic")));
        Target type = Target.value(scheme.pointer(), "type");
        changes.add(scheme.change(type, "type: now apiKey", node -> {
            node.put("type", "apiKey").put("name", "key").put("in", "header");
            node.remove(List.of("scheme", "bearerFormat"));
        }));
        return changes;
    }

    /** A scheme that an operation asks for goes, or is there under another name. */
    static List<Change> schemeName(Site scheme) {
        String name = scheme.name();
        boolean used = scheme.all().stream()
                .filter(site -> site.kind() == Site.Kind.OPERATION)
                .map(site -> site.has("security") ? site.get("security") : root(site))
                .anyMatch(alternatives -> Json.elements(alternatives).stream().anyMatch(a -> a.has(name)));
        if (!used) {
            return List.of();
        }
        String other = name + "Mutant";
        String group = "#/components/securitySchemes";
        return List.of(
                new Change(
                        Target.named(group, "", List.of(name)),
                        "no " + name,
                        root -> ((ObjectNode) root.at(group.substring(1))).remove(name)),
                new Change(
                        Target.named(group, "", List.of(name, other)),
                        name + " becomes " + other,
                        root -> Site.rename((ObjectNode) root.at(group.substring(1)), name, other)));
    }

    /** The first server is the one that the code knows. */
    static List<Change> server(Site server) {
        return server.pointer().equals("#/servers/0")
                ? List.of(server.set("url", Json.text(server.text("url") + "/mutant")))
                : List.of();
    }
}
