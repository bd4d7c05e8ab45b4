package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the elements of a slice that operators may change. */
final class MutationPoints {

    /** Statuses of responses that have no body in HTTP. */
    private static final Set<String> WITHOUT_BODY = Set.of("204", "304");

    private final DocumentSlice slice;
    private final Document document;
    private final List<MutationPoint> points = new ArrayList<>();

    private MutationPoints(DocumentSlice slice) {
        this.slice = slice;
        this.document = Document.of(slice.tree());
    }

    static List<MutationPoint> of(DocumentSlice slice) {
        MutationPoints points = new MutationPoints(slice);
        points.root();
        return points.points;
    }

    private void root() {
        Node whole = document.root();
        MutationPoint root = add(Kind.ROOT, whole, null, "");
        if (whole.has("info")) {
            add(Kind.INFO, whole.get("info"), root, "info");
        }
        servers(root, whole);
        whole.get("tags").elements().forEach(tag -> add(Kind.TAG, tag, root, "tags"));
        whole.get("paths").members().forEach(path -> path(root, path));
        Node components = whole.get("components");
        components.get("schemas").members().forEach(schema -> schema(root, schema, ""));
        components.get("parameters").members().forEach(parameter -> parameter(root, parameter));
        components.get("requestBodies").members().forEach(body -> withContent(Kind.BODY, root, body));
        components.get("responses").members().forEach(response -> withContent(Kind.RESPONSE, root, response));
        components.get("securitySchemes").members().forEach(scheme -> add(Kind.SECURITY_SCHEME, scheme, root, ""));
    }

    private void path(MutationPoint root, Node node) {
        MutationPoint path = add(Kind.PATH, node, root, "");
        if (node.members().stream().anyMatch(MutationPoints::hasServerOfPath)) {
            servers(path, node);
        }
        parameters(path, node);
        node.members().stream()
                .filter(member -> HttpMethods.ALL.contains(member.key()))
                .forEach(operation -> operation(path, operation));
    }

    private static boolean hasServerOfPath(Node member) {
        return HttpMethods.ALL.contains(member.key()) && !member.has("servers");
    }

    private void servers(MutationPoint owner, Node node) {
        node.get("servers").elements().forEach(server -> add(Kind.SERVER, server, owner, "servers"));
    }

    private void operation(MutationPoint path, Node node) {
        MutationPoint operation = add(Kind.OPERATION, node, path, "");
        servers(operation, node);
        parameters(operation, node);
        if (node.has("requestBody")) {
            withContent(Kind.BODY, operation, node.get("requestBody"));
        }
        node.get("responses").members().forEach(response -> withContent(Kind.RESPONSE, operation, response));
    }

    private void parameters(MutationPoint owner, Node node) {
        node.get("parameters").elements().forEach(parameter -> parameter(owner, parameter));
    }

    private void parameter(MutationPoint owner, Node node) {
        JsonNode resolved = new WireSemantics(slice.tree()).resolve(node.json());
        if (Parameter.isIgnored(
                resolved.path("in").asText(), resolved.path("name").asText())) {
            return;
        }
        MutationPoint parameter = add(Kind.PARAMETER, node, owner, "");
        schema(parameter, node.get("schema"), "schema");
        node.get("content").members().stream()
                .filter(content -> SwaggerSpec.isJson(content.key()))
                .forEach(content -> schema(parameter, content.get("schema"), "schema"));
    }

    private void withContent(Kind kind, MutationPoint owner, Node node) {
        MutationPoint point = add(kind, node, owner, "");
        if (kind == Kind.RESPONSE && WITHOUT_BODY.contains(point.name())) {
            return;
        }
        for (Node content : node.get("content").members()) {
            MutationPoint media = add(Kind.MEDIA, content, point, "");
            // The code treats other bodies than JSON and forms as bytes, regardless of their schema.
            if (SwaggerSpec.isJson(document.mediaType(node.get("content"), content))
                    || kind == Kind.BODY && media.name().equals(Judge.FORM)) {
                schema(media, content.get("schema"), "schema");
            }
        }
    }

    private void schema(MutationPoint parent, Node node, String role) {
        if (!node.json().isObject()) {
            return;
        }
        MutationPoint schema = add(Kind.SCHEMA, node, parent, role);
        for (SchemaKeyword keyword : SchemaKeyword.values()) {
            String name = keyword.keyword();
            Node value = node.get(name);
            if (keyword.role() == SchemaKeyword.Role.ASSERTION) {
                switch (keyword.subschemas()) {
                    case ONE -> schema(schema, value, name);
                    case MAP -> value.members().forEach(member -> schema(schema, member, name));
                    case LIST -> {
                        // The schemas of a choice apply to the object itself.
                        if (!WireSemantics.isChoice(node.json(), name)) {
                            value.elements().forEach(element -> schema(schema, element, name));
                        }
                    }
                    case NONE -> {}
                }
            }
        }
    }

    private MutationPoint add(Kind kind, Node node, @Nullable MutationPoint parent, String role) {
        MutationPoint point =
                new MutationPoint(slice, points, kind, node.pointer(), (ObjectNode) node.json(), parent, role);
        points.add(point);
        return point;
    }
}
