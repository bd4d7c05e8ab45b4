package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.OpenApiDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Resolves references in schemas and splits schemas into alternatives. */
final class SchemaResolver {

    private static final Set<String> LOWER =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private static final JsonNode INTEGER = StringNode.valueOf("integer");
    private static final JsonNode NUMBER = StringNode.valueOf("number");

    private final OpenApiDocument document;

    SchemaResolver(OpenApiDocument document) {
        this.document = document;
    }

    /** Returns the schema at a pointer; a missing node if there is none. */
    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** Returns a schema with its own references and {@code allOf} resolved, but not those of its members. */
    ObjectNode effective(JsonNode schema) {
        ObjectNode effective = JsonNodeFactory.instance.objectNode();
        if (!(schema instanceof ObjectNode object)) {
            return effective;
        }
        for (String keyword : object.propertyNames()) {
            if (!keyword.equals("$ref") && !keyword.equals("allOf")) {
                effective.set(keyword, object.get(keyword));
            }
        }
        if (object.has("$ref")) {
            merge(
                    effective,
                    effective(at(OpenApiDocument.pointer(object.get("$ref").asString()))));
        }
        for (JsonNode part : object.path("allOf")) {
            // An example of a part is not an example of the whole.
            merge(effective, effective(part).without(List.of("example", "examples")));
        }
        return effective;
    }

    private static void merge(ObjectNode into, ObjectNode other) {
        for (String keyword : other.propertyNames()) {
            JsonNode theirs = other.get(keyword);
            JsonNode ours = into.get(keyword);
            if (ours == null) {
                into.set(keyword, theirs.deepCopy());
            } else if (keyword.equals("properties")) {
                into.set(keyword, properties(ours, theirs));
            } else if (keyword.equals("required")) {
                into.set(keyword, union(ours, theirs));
            } else if (keyword.equals("type") || keyword.equals("enum")) {
                into.set(keyword, intersection(ours, theirs));
            } else if (keyword.equals("items")) {
                into.set(keyword, both(ours, theirs));
            } else if (keyword.equals("uniqueItems")) {
                into.put(keyword, ours.asBoolean(false) || theirs.asBoolean(false));
            } else if (keyword.equals("additionalProperties") && theirs.isBoolean() && !theirs.asBoolean()) {
                into.put(keyword, false);
            } else if (LOWER.contains(keyword) || UPPER.contains(keyword)) {
                BigDecimal bound = ours.decimalValue();
                BigDecimal their = theirs.decimalValue();
                into.put(keyword, LOWER.contains(keyword) ? bound.max(their) : bound.min(their));
            }
        }
    }

    private static ObjectNode properties(JsonNode ours, JsonNode theirs) {
        ObjectNode all = (ObjectNode) ours.deepCopy();
        for (String name : theirs.propertyNames()) {
            if (all.has(name)) {
                all.set(name, both(all.get(name), theirs.get(name)));
            } else {
                all.set(name, theirs.get(name));
            }
        }
        return all;
    }

    private static ObjectNode both(JsonNode one, JsonNode other) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("allOf").add(one).add(other);
        return both;
    }

    private static ArrayNode union(JsonNode ours, JsonNode theirs) {
        return JsonNodeFactory.instance.arrayNode().addAll(values(ours)).addAll(values(theirs));
    }

    private static ArrayNode intersection(JsonNode ours, JsonNode theirs) {
        Set<JsonNode> both = new LinkedHashSet<>(values(ours));
        both.retainAll(values(theirs));
        // An integer is also a number.
        if (values(ours).contains(INTEGER) && values(theirs).contains(NUMBER)
                || values(ours).contains(NUMBER) && values(theirs).contains(INTEGER)) {
            both.add(INTEGER);
        }
        return JsonNodeFactory.instance.arrayNode().addAll(both);
    }

    private static List<JsonNode> values(JsonNode node) {
        return node.isArray() ? List.copyOf(node.values()) : List.of(node);
    }

    /** Returns the alternatives of a schema, each with a single type and without unions at the top level. */
    List<ObjectNode> alternatives(JsonNode schema) {
        ObjectNode effective = effective(schema);
        List<ObjectNode> alternatives = new ArrayList<>();
        for (String union : List.of("oneOf", "anyOf")) {
            if (effective.has(union)) {
                JsonNode branches = effective.remove(union);
                if (RequiredAlternative.isRequiredChoice(branches)) {
                    RequiredAlternative.alternatives(effective, union, branches)
                            .forEach(one -> alternatives.addAll(alternatives(one)));
                    return alternatives;
                }
                for (JsonNode branch : branches) {
                    ObjectNode one = effective(branch);
                    merge(one, effective.deepCopy());
                    alternatives.addAll(alternatives(one));
                }
                return alternatives;
            }
        }
        List<String> types = types(effective);
        for (String type : types) {
            alternatives.add(effective.deepCopy().put("type", type));
        }
        return types.isEmpty() ? List.of(effective) : alternatives;
    }

    /** Returns whether a schema is a reference to one with a discriminator to which others add with {@code allOf}. */
    boolean hasSubtypes(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return !reference.isEmpty()
                && at(OpenApiDocument.pointer(reference)).has("discriminator")
                && at("/components/schemas")
                        .valueStream()
                        .flatMap(other -> other.path("allOf").valueStream())
                        .anyMatch(part -> part.path("$ref").asString("").equals(reference));
    }

    /** Returns the examples of a schema. */
    List<JsonNode> examples(JsonNode schema) {
        ObjectNode effective = effective(schema);
        List<JsonNode> examples = new ArrayList<>();
        if (effective.has("example")) {
            examples.add(effective.get("example"));
        }
        effective.path("examples").forEach(examples::add);
        return examples;
    }

    private static List<String> types(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isMissingNode()) {
            return values(type).stream().map(JsonNode::asString).toList();
        }
        if (schema.has("properties")
                || schema.has("required")
                || schema.path("additionalProperties").isObject()) {
            return List.of("object");
        }
        return schema.has("items") || hasPositions(schema) ? List.of("array") : List.of();
    }

    /** Returns the values of {@code enum} or {@code const}; empty if there are none. */
    static List<JsonNode> listed(ObjectNode schema) {
        if (schema.has("const")) {
            return List.of(schema.get("const"));
        }
        String type = schema.path("type").asString("");
        return schema.path("enum")
                .valueStream()
                .filter(value -> type.isEmpty() || isOf(value, type))
                .toList();
    }

    /** Returns whether elements of an array have schemas of their own, by their position or as the array must contain them. */
    static boolean hasPositions(ObjectNode array) {
        return array.has("prefixItems") || array.has("contains");
    }

    /** Returns the least number of elements of an array. */
    static int least(ObjectNode array) {
        int least = array.path("minItems").asInt(0);
        return array.has("contains") ? Math.max(least, firstContained(array) + minContains(array)) : least;
    }

    /** Returns the greatest number of elements of an array, or another number if there is none. */
    static int most(ObjectNode array, int other) {
        int most = array.path("maxItems").asInt(other);
        return isClosed(array) ? Math.min(most, array.path("prefixItems").size()) : most;
    }

    /** Returns the schema of an element. Elements that the array must contain are the first after the prefix. */
    static JsonNode element(ObjectNode array, int index) {
        JsonNode prefix = array.path("prefixItems");
        JsonNode element = index < prefix.size() ? prefix.get(index) : array.path("items");
        return isContained(array, index) ? both(element, array.get("contains")) : element;
    }

    /** Returns whether an element is generated as one that the array must contain. */
    static boolean isContained(ObjectNode array, int index) {
        int contained = index - firstContained(array);
        return array.has("contains") && contained >= 0 && contained < minContains(array);
    }

    private static int firstContained(ObjectNode array) {
        return isClosed(array) ? 0 : array.path("prefixItems").size();
    }

    private static int minContains(ObjectNode array) {
        return array.path("minContains").asInt(1);
    }

    private static boolean isClosed(ObjectNode array) {
        return array.path("items").isBoolean() && !array.path("items").asBoolean();
    }

    static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "null" -> value.isNull();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "string" -> value.isString();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
    }

    static Map<String, JsonNode> properties(ObjectNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.path("properties")
                .propertyStream()
                .filter(property ->
                        !property.getValue().isBoolean() || property.getValue().asBoolean())
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        // Any value is valid for a member that is required but not listed.
        required(schema).forEach(name -> properties.putIfAbsent(name, JsonNodeFactory.instance.objectNode()));
        return properties;
    }

    static Set<String> required(JsonNode schema) {
        return strings(schema.path("required"));
    }

    static Set<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the schema of additional members; empty if they are not allowed. */
    static Optional<JsonNode> additional(ObjectNode schema) {
        JsonNode additional = schema.path("additionalProperties");
        boolean none = additional.isBoolean() && !additional.asBoolean() || schema.has("maxProperties");
        return none ? Optional.empty() : Stream.of(additional).findFirst();
    }
}
