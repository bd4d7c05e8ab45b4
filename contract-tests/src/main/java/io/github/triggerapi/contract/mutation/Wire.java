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

/** What of a schema can be told on the wire; changes that cannot be are none. */
final class Wire {

    private final JsonNode tree;

    Wire(JsonNode tree) {
        this.tree = tree;
    }

    /** Whether the schemas are those of OpenAPI 3.0, which are no JSON Schema. */
    boolean isOpenApi30() {
        return tree.path("openapi").asText().startsWith("3.0");
    }

    /** What a schema refers to, to the end. */
    JsonNode resolve(JsonNode schema) {
        JsonNode current = schema;
        for (int i = 0; current.path("$ref").isTextual() && i < 50; i++) {
            current = tree.at(current.get("$ref").asText().substring(1));
        }
        return current;
    }

    /** A schema without prose, references followed. */
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
            // In a circle the name has to do.
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
        for (String name : Site.names(node)) {
            if (names || !SchemaKeyword.isProse(name)) {
                object.set(name, form(node.get(name), !names && name.equals("properties"), within));
            }
        }
        return object;
    }

    /** The types of a schema, null left out; that which others of its keywords imply where it names none. */
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
        boolean texts = !values.isEmpty() && values.stream().allMatch(v -> v.isTextual() || v.isNull());
        return texts ? "string" : "";
    }

    static boolean isComposed(JsonNode schema) {
        return schema.has("$ref")
                || schema.has("allOf")
                || schema.has("oneOf") && !isChoice(schema, "oneOf")
                || schema.has("anyOf") && !isChoice(schema, "anyOf");
    }

    /** Whether a keyword lists schemas that only require members of the object at hand. */
    static boolean isChoice(JsonNode schema, String keyword) {
        List<JsonNode> branches = Json.elements(schema.path(keyword));
        return !branches.isEmpty()
                && branches.stream()
                        .allMatch(branch -> branch.has("required")
                                && Site.names(branch).stream()
                                        .allMatch(name -> SchemaKeyword.isProse(name)
                                                || name.equals("required")
                                                || name.equals("type")
                                                        && branch.get(name)
                                                                .asText()
                                                                .equals("object")));
    }

    /** Whether any JSON fits, null included. */
    boolean isAny(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        List<JsonNode> single = singles(resolved);
        return single.size() == 1
                ? isAny(single.get(0))
                : !isComposed(resolved) && types(resolved).isEmpty();
    }

    private static List<JsonNode> singles(JsonNode schema) {
        List<JsonNode> parts = new ArrayList<>();
        if (!schema.has("properties")) {
            schema.path("allOf").forEach(parts::add);
        }
        schema.path("oneOf").forEach(parts::add);
        schema.path("anyOf").forEach(parts::add);
        parts.removeIf(part -> part.path("type").asText().equals("null"));
        return parts;
    }

    /** Whether null is among the values of a schema. */
    boolean isNullable(JsonNode schema) {
        return isNullable(schema, 0);
    }

    private boolean isNullable(JsonNode schema, int depth) {
        JsonNode resolved = resolve(schema);
        if (saysNull(schema) || saysNull(resolved)) {
            return true;
        }
        List<JsonNode> branches = new ArrayList<>();
        resolved.path("oneOf").forEach(branches::add);
        resolved.path("anyOf").forEach(branches::add);
        if (resolved.path("allOf").size() == 1 && !resolved.has("properties")) {
            branches.add(resolved.get("allOf").get(0));
        }
        return depth < 20 && branches.stream().anyMatch(branch -> isNullable(branch, depth + 1));
    }

    /** A schema without what it says of null itself. */
    static JsonNode withoutNull(JsonNode schema) {
        ObjectNode rest = schema.deepCopy();
        rest.remove("nullable");
        for (String keyword : List.of("type", "enum", "oneOf", "anyOf")) {
            if (rest.path(keyword).isArray()) {
                List<JsonNode> elements = Json.elements(rest.get(keyword));
                elements.removeIf(element -> isNull(keyword, element));
                rest.set(
                        keyword,
                        keyword.equals("type") && elements.size() == 1 ? elements.get(0) : Json.array(elements));
            }
        }
        return rest;
    }

    /** Whether one of the types, values or schemas that a keyword lists stands for null. */
    static boolean isNull(String keyword, JsonNode element) {
        return element.isNull()
                || keyword.equals("type") && element.asText().equals("null")
                || element.path("type").asText().equals("null");
    }

    private boolean saysNull(JsonNode schema) {
        if (isOpenApi30() && schema.has("$ref")) {
            return false; // OpenAPI 3.0 ignores what stands beside a reference.
        }
        boolean says = schema.path("nullable").asBoolean()
                || schema.path("type").asText().equals("null");
        for (JsonNode type : schema.path("type")) {
            says |= type.asText().equals("null");
        }
        for (JsonNode value : schema.path("enum")) {
            says |= value.isNull();
        }
        return says;
    }
}
