package io.github.triggerapi.openapi.merge;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaLocations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks what a merge relies on. What else may be wrong with a document is found in the merged one. */
final class SupplementCheck {

    private final Document document;
    private final List<String> faults = new ArrayList<>();

    private SupplementCheck(Document document) {
        this.document = document;
    }

    /** Returns a line for each fault of the shape of a document, without which it cannot be read on. */
    static List<String> shape(Document document) {
        SupplementCheck check = new SupplementCheck(document);
        Node root = document.root();
        check.object(root);
        if (!root.text("openapi").startsWith("3.")) {
            check.fault(root.get("openapi"), "is not a version 3 of OpenAPI; expected one");
        }
        check.objects(root.get("paths"));
        if (root.has("components")) {
            check.object(root.get("components"));
        }
        root.get("components").members().stream()
                .filter(section -> !section.key().startsWith("x-"))
                .forEach(check::objects);
        root.get("paths").members().stream()
                .filter(path -> !path.key().startsWith("x-"))
                .map(HttpMethods::operations)
                .forEach(operations -> operations.forEach(check::object));
        return check.faults;
    }

    /** Returns a line if two documents have different versions of OpenAPI, such as 3.0 and 3.1: the same schema differs in them. */
    static List<String> version(Document document, Document other) {
        SupplementCheck check = new SupplementCheck(document);
        String expected = version(other);
        if (!version(document).equals(expected)) {
            check.fault(
                    document.root().get("openapi"),
                    "is another version of OpenAPI than that of the other document; expected " + expected);
        }
        return check.faults;
    }

    private static String version(Document document) {
        return document.root().text("openapi").replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
    }

    /** Returns a line for each reference that leads nowhere, and each path or name of an operation that is there twice. */
    static List<String> content(Document document) {
        SupplementCheck check = new SupplementCheck(document);
        SchemaLocations locations = SchemaLocations.of(document.root());
        locations.references().forEach(check::reference);
        locations.schemas().forEach(check::mapping);
        check.security(document.root());
        Map<String, Node> paths = new HashMap<>();
        document.root().get("paths").members().stream()
                .filter(path -> !path.key().startsWith("x-"))
                .forEach(path -> check.unique(paths, template(path.key()), path, "is for the same requests as"));
        Map<String, Node> ids = new HashMap<>();
        for (Node operation : document.operations()) {
            check.security(operation);
            if (operation.has("operationId")) {
                String id = operation.text("operationId");
                check.unique(ids, id, operation.get("operationId"), "is also that of");
            }
        }
        return check.faults.stream().distinct().toList();
    }

    /** Returns the requests of an operation, whatever the names in its path are, such as {@code GET /runs/{}}. */
    static String request(Node operation) {
        String path = JsonPointers.lastName(
                operation.pointer().substring(0, operation.pointer().lastIndexOf('/')));
        return operation.key().toUpperCase(Locale.ROOT) + " " + template(path);
    }

    /** Returns a path without the names in it. */
    static String template(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private void objects(Node map) {
        if (map.exists()) {
            object(map);
            map.members().stream()
                    .filter(member -> !member.key().startsWith("x-"))
                    .forEach(this::object);
        }
    }

    private void object(Node node) {
        // A schema may be true or false.
        if (!node.json().isObject()
                && !(node.json().isBoolean() && node.pointer().startsWith("#/components/schemas/"))) {
            fault(node, "is not an object; expected one");
        }
    }

    private void reference(Node reference) {
        try {
            document.resolve(reference);
        } catch (DocumentException e) {
            faults.addAll(e.problems());
        }
    }

    private void mapping(Node schema) {
        for (Node value : schema.get("discriminator").get("mapping").members()) {
            if (!document.target(ComponentUse.schemaOf(value.json().asText())).exists()) {
                fault(value, "is not a schema of this document; expected the name of one or a reference to one");
            }
        }
    }

    private void security(Node holder) {
        for (Node alternative : holder.get("security").elements()) {
            for (Node scheme : alternative.members()) {
                if (!document.root().get("components").get("securitySchemes").has(scheme.key())) {
                    fault(
                            scheme,
                            "is not a security scheme of this document; expected one of components.securitySchemes");
                }
            }
        }
    }

    private void unique(Map<String, Node> known, String key, Node node, String problem) {
        Node first = known.putIfAbsent(key, node);
        if (first != null) {
            fault(node, problem + " " + first.pointer() + "; expected another one, or one less");
        }
    }

    private void fault(Node node, String problem) {
        faults.add(node.pointer() + ": " + problem);
    }
}
