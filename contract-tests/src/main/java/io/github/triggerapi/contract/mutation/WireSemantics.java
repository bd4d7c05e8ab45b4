package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The meaning of schemas for the wire format, which determines whether a change is a mutant. */
final class WireSemantics {

    private final JsonNode tree;

    WireSemantics(JsonNode tree) {
        this.tree = tree;
    }

    /** Returns whether the document is OpenAPI 3.0, whose schemas are not JSON Schema. */
    boolean isOpenApi30() {
        return tree.path("openapi").asText().startsWith("3.0");
    }

    /** Returns the target of the references of a schema. */
    JsonNode resolve(JsonNode schema) {
        JsonNode current = schema;
        for (int i = 0; current.path("$ref").isTextual() && i < 50; i++) {
            current = tree.at(current.get("$ref").asText().substring(1));
        }
        return current;
    }

    /** Returns a schema without prose and with its references resolved. */
    JsonNode form(JsonNode schema) {
        return form(schema, false, new HashSet<>());
    }

    private JsonNode form(JsonNode node, boolean names, Set<String> within) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(form(element, false, within)));
            return array;
        }
        String reference = node.path("$ref").asText("");
        if (!names && !reference.isEmpty()) {
            // A recursive reference remains.
            if (!within.add(reference)) {
                return node;
            }
            JsonNode target = form(resolve(node), false, within);
            within.remove(reference);
            return target;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : MutationPoint.names(node)) {
            if (names || !SchemaKeyword.isProse(name)) {
                object.set(name, form(node.get(name), !names && name.equals("properties"), within));
            }
        }
        return object;
    }

    /** Returns the members that an object and its parts list, later ones instead of earlier ones. */
    static ObjectNode members(JsonNode form) {
        ObjectNode members = JsonNodes.object();
        form.path("allOf").forEach(part -> members.setAll(members(part)));
        return form.path("properties") instanceof ObjectNode own ? members.setAll(own) : members;
    }

    /** Returns the members that an object and its parts require. */
    static Set<String> required(JsonNode form) {
        Set<String> names = new HashSet<>();
        form.path("required").forEach(name -> names.add(name.asText()));
        form.path("allOf").forEach(part -> names.addAll(required(part)));
        return names;
    }

    /** Returns the types of a schema without null; if there are none, the type that other keywords imply. */
    static List<String> types(JsonNode schema) {
        List<String> types = new ArrayList<>();
        if (schema.path("type").isTextual()) {
            types.add(schema.get("type").asText());
        }
        if (schema.path("type").isArray()) {
            schema.get("type").forEach(type -> types.add(type.asText()));
        }
        types.remove("null");
        String implied = types.isEmpty() ? impliedType(schema) : "";
        return implied.isEmpty() ? types : List.of(implied);
    }

    private static String impliedType(JsonNode schema) {
        if (isComposed(schema)) {
            return "";
        }
        if (schema.has("properties") || schema.has("additionalProperties") || schema.has("required")) {
            return "object";
        }
        if (schema.has("items")) {
            return "array";
        }
        List<JsonNode> values = new ArrayList<>();
        schema.path("enum").forEach(values::add);
        if (schema.has("const")) {
            values.add(schema.get("const"));
        }
        boolean strings = !values.isEmpty() && values.stream().allMatch(v -> v.isTextual() || v.isNull());
        return strings ? "string" : "";
    }

    static boolean isComposed(JsonNode schema) {
        return schema.has("$ref")
                || schema.has("allOf")
                || schema.has("oneOf") && !isChoice(schema, "oneOf")
                || schema.has("anyOf") && !isChoice(schema, "anyOf");
    }

    /** Returns whether a keyword is a choice of members. */
    static boolean isChoice(JsonNode schema, String keyword) {
        List<JsonNode> branches = JsonNodes.elements(schema.path(keyword));
        return !branches.isEmpty()
                && branches.stream()
                        .allMatch(branch -> branch.has("required")
                                && MutationPoint.names(branch).stream()
                                        .allMatch(name -> SchemaKeyword.isProse(name)
                                                || name.equals("required")
                                                || name.equals("type")
                                                        && branch.get(name)
                                                                .asText()
                                                                .equals("object")));
    }

    /** Returns whether a schema allows any JSON, including null. */
    boolean isAny(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        List<JsonNode> single = singleParts(resolved);
        return single.size() == 1
                ? isAny(single.get(0))
                : !isComposed(resolved) && types(resolved).isEmpty();
    }

    private static List<JsonNode> singleParts(JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>();
        if (!schema.has("properties") && !schema.has("required")) {
            schema.path("allOf").forEach(parts::add);
        }
        schema.path("oneOf").forEach(parts::add);
        schema.path("anyOf").forEach(parts::add);
        parts.removeIf(part -> part.path("type").asText().equals("null"));
        return parts;
    }

    /** Returns whether a schema is nullable. */
    boolean isNullable(JsonNode schema) {
        return isNullable(schema, 0);
    }

    private boolean isNullable(JsonNode schema, int depth) {
        JsonNode resolved = resolve(schema);
        if (isDeclaredNullable(schema) || isDeclaredNullable(resolved)) {
            return true;
        }
        List<JsonNode> branches = new ArrayList<>();
        resolved.path("oneOf").forEach(branches::add);
        resolved.path("anyOf").forEach(branches::add);
        if (resolved.path("allOf").size() == 1 && !resolved.has("properties") && !resolved.has("required")) {
            branches.add(resolved.get("allOf").get(0));
        }
        return depth < 20 && branches.stream().anyMatch(branch -> isNullable(branch, depth + 1));
    }

    /** Returns a schema without its own nullability. */
    static JsonNode withoutNull(JsonNode schema) {
        ObjectNode rest = schema.deepCopy();
        rest.remove("nullable");
        for (String keyword : List.of("type", "enum", "oneOf", "anyOf")) {
            if (rest.path(keyword).isArray()) {
                List<JsonNode> elements = JsonNodes.elements(rest.get(keyword));
                elements.removeIf(element -> isNull(keyword, element));
                rest.set(
                        keyword,
                        keyword.equals("type") && elements.size() == 1 ? elements.get(0) : JsonNodes.array(elements));
            }
        }
        return rest;
    }

    /** Returns whether an element of a keyword is null or its type. */
    static boolean isNull(String keyword, JsonNode element) {
        return element.isNull()
                || keyword.equals("type") && element.asText().equals("null")
                || element.path("type").asText().equals("null");
    }

    private boolean isDeclaredNullable(JsonNode schema) {
        if (schema.has("$ref")) {
            // A list of types beside a reference can only exclude null.
            return schema.path("nullable").asBoolean();
        }
        boolean allowsNull = schema.path("nullable").asBoolean()
                || schema.path("type").asText().equals("null");
        for (JsonNode type : schema.path("type")) {
            allowsNull |= type.asText().equals("null");
        }
        for (JsonNode value : schema.path("enum")) {
            allowsNull |= value.isNull();
        }
        return allowsNull;
    }
}
