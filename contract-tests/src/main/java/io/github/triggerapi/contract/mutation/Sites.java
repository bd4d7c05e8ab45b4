package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.contract.mutation.Site.Kind;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds every object of a slice that operators know of. */
final class Sites {

    private final Slice slice;
    private final List<Site> sites = new ArrayList<>();

    private Sites(Slice slice) {
        this.slice = slice;
    }

    static List<Site> of(Slice slice) {
        Sites sites = new Sites(slice);
        sites.root();
        return sites.sites;
    }

    private void root() {
        Node document = new Node("#", slice.tree());
        Site root = add(Kind.ROOT, document, null, "");
        if (document.has("info")) {
            add(Kind.INFO, document.get("info"), root, "info");
        }
        document.get("servers").elements().forEach(server -> add(Kind.SERVER, server, root, "servers"));
        document.get("tags").elements().forEach(tag -> add(Kind.TAG, tag, root, "tags"));
        document.get("paths").members().forEach(path -> path(root, path));
        Node components = document.get("components");
        components.get("schemas").members().forEach(schema -> schema(root, schema, ""));
        components.get("parameters").members().forEach(parameter -> parameter(root, parameter));
        components.get("requestBodies").members().forEach(body -> withContent(Kind.BODY, root, body));
        components.get("responses").members().forEach(response -> withContent(Kind.RESPONSE, root, response));
        components.get("securitySchemes").members().forEach(scheme -> add(Kind.SECURITY_SCHEME, scheme, root, ""));
    }

    private void path(Site root, Node node) {
        Site path = add(Kind.PATH, node, root, "");
        parameters(path, node);
        node.members().stream()
                .filter(member -> HttpMethods.ALL.contains(member.key()))
                .forEach(operation -> operation(path, operation));
    }

    private void operation(Site path, Node node) {
        Site operation = add(Kind.OPERATION, node, path, "");
        parameters(operation, node);
        if (node.has("requestBody")) {
            withContent(Kind.BODY, operation, node.get("requestBody"));
        }
        node.get("responses").members().forEach(response -> withContent(Kind.RESPONSE, operation, response));
    }

    private void parameters(Site owner, Node node) {
        node.get("parameters").elements().forEach(parameter -> parameter(owner, parameter));
    }

    private void parameter(Site owner, Node node) {
        JsonNode resolved = new Wire(slice.tree()).resolve(node.json());
        if (Parameter.isIgnored(
                resolved.path("in").asText(), resolved.path("name").asText())) {
            return;
        }
        schema(add(Kind.PARAMETER, node, owner, ""), node.get("schema"), "schema");
    }

    private void withContent(Kind kind, Site owner, Node node) {
        Site site = add(kind, node, owner, "");
        for (Node content : node.get("content").members()) {
            Site media = add(Kind.MEDIA, content, site, "");
            // A body that is not JSON is bytes to the code, whatever its schema says of them.
            if (SwaggerSpec.isJson(media.name())) {
                schema(media, content.get("schema"), "schema");
            }
        }
    }

    private void schema(Site parent, Node node, String role) {
        if (!node.json().isObject()) {
            return;
        }
        Site schema = add(Kind.SCHEMA, node, parent, role);
        for (SchemaKeyword keyword : SchemaKeyword.values()) {
            String name = keyword.keyword();
            Node value = node.get(name);
            if (keyword.role() == SchemaKeyword.Role.ASSERTION) {
                switch (keyword.subschemas()) {
                    case ONE -> schema(schema, value, name);
                    case MAP -> value.members().forEach(member -> schema(schema, member, name));
                    case LIST -> {
                        // What the schemas of a choice require is said of the object itself.
                        if (!Wire.isChoice(node.json(), name)) {
                            value.elements().forEach(element -> schema(schema, element, name));
                        }
                    }
                    case NONE -> {}
                }
            }
        }
    }

    private Site add(Kind kind, Node node, @Nullable Site parent, String role) {
        Site site = new Site(slice, sites, kind, node.pointer(), (ObjectNode) node.json(), parent, role);
        sites.add(site);
        return site;
    }
}
