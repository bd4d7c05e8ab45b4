package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.Spec;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.contract.mutation.Site.Kind;
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
        Site root = add(Kind.ROOT, "#", slice.tree(), null, "");
        child(root, "info", Kind.INFO);
        elements(root, "servers", Kind.SERVER);
        elements(root, "tags", Kind.TAG);
        members(root, "#/paths", slice.tree().path("paths")).forEach(path -> path(root, path));
        JsonNode components = slice.tree().path("components");
        component(root, components, "schemas").forEach(named -> schema(root, named.pointer(), named.json(), ""));
        component(root, components, "parameters").forEach(named -> parameter(root, named));
        component(root, components, "requestBodies").forEach(named -> withContent(Kind.BODY, root, named));
        component(root, components, "responses").forEach(named -> withContent(Kind.RESPONSE, root, named));
        component(root, components, "securitySchemes")
                .forEach(named -> add(Kind.SECURITY_SCHEME, named.pointer(), named.json(), root, ""));
    }

    private record Named(String pointer, JsonNode json) {}

    private List<Named> component(Site root, JsonNode components, String group) {
        return members(root, "#/components/" + group, components.path(group));
    }

    private static List<Named> members(Site parent, String pointer, JsonNode object) {
        return Site.names(object).stream()
                .map(name -> new Named(pointer + "/" + Site.escaped(name), object.get(name)))
                .toList();
    }

    private void path(Site root, Named named) {
        Site path = add(Kind.PATH, named.pointer(), named.json(), root, "");
        parameters(path);
        for (Named verb : members(path, path.pointer(), path.node())) {
            if (Slices.VERBS.contains(verb.pointer().substring(path.pointer().length() + 1))) {
                operation(path, verb);
            }
        }
    }

    private void operation(Site path, Named named) {
        Site operation = add(Kind.OPERATION, named.pointer(), named.json(), path, "");
        parameters(operation);
        if (operation.has("requestBody")) {
            withContent(
                    Kind.BODY,
                    operation,
                    new Named(operation.pointer() + "/requestBody", operation.get("requestBody")));
        }
        members(operation, operation.pointer() + "/responses", operation.get("responses"))
                .forEach(response -> withContent(Kind.RESPONSE, operation, response));
    }

    private void parameters(Site owner) {
        for (int i = 0; i < owner.get("parameters").size(); i++) {
            parameter(
                    owner,
                    new Named(
                            owner.pointer() + "/parameters/" + i,
                            owner.get("parameters").get(i)));
        }
    }

    private void parameter(Site owner, Named named) {
        JsonNode resolved = new Wire(slice.tree()).resolve(named.json());
        if (Parameter.isIgnored(
                resolved.path("in").asText(), resolved.path("name").asText())) {
            return;
        }
        Site parameter = add(Kind.PARAMETER, named.pointer(), named.json(), owner, "");
        schema(parameter, parameter.pointer() + "/schema", parameter.get("schema"), "schema");
    }

    private void withContent(Kind kind, Site owner, Named named) {
        Site site = add(kind, named.pointer(), named.json(), owner, "");
        for (Named content : members(site, site.pointer() + "/content", site.get("content"))) {
            Site media = add(Kind.MEDIA, content.pointer(), content.json(), site, "");
            // A body that is not JSON is bytes to the code, whatever its schema says of them.
            if (Spec.isJson(media.name())) {
                schema(media, media.pointer() + "/schema", media.get("schema"), "schema");
            }
        }
    }

    private void schema(Site parent, String pointer, JsonNode json, String role) {
        if (!json.isObject()) {
            return;
        }
        Site schema = add(Kind.SCHEMA, pointer, json, parent, role);
        members(schema, pointer + "/properties", schema.get("properties"))
                .forEach(property -> schema(schema, property.pointer(), property.json(), "properties"));
        for (String keyword : List.of("items", "additionalProperties")) {
            schema(schema, pointer + "/" + keyword, schema.get(keyword), keyword);
        }
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            if (Wire.isChoice(json, keyword)) {
                // What its schemas require is said of the object itself.
                continue;
            }
            for (int i = 0; i < schema.get(keyword).size(); i++) {
                schema(
                        schema,
                        pointer + "/" + keyword + "/" + i,
                        schema.get(keyword).get(i),
                        keyword);
            }
        }
    }

    private void child(Site parent, String keyword, Kind kind) {
        if (parent.has(keyword)) {
            add(kind, parent.pointer() + "/" + keyword, parent.get(keyword), parent, keyword);
        }
    }

    private void elements(Site parent, String keyword, Kind kind) {
        for (int i = 0; i < parent.get(keyword).size(); i++) {
            add(
                    kind,
                    parent.pointer() + "/" + keyword + "/" + i,
                    parent.get(keyword).get(i),
                    parent,
                    keyword);
        }
    }

    private Site add(Kind kind, String pointer, JsonNode json, @Nullable Site parent, String role) {
        Site site = new Site(slice, sites, kind, pointer, (ObjectNode) json, parent, role);
        sites.add(site);
        return site;
    }
}
