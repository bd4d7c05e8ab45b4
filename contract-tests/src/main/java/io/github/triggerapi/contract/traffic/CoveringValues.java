package io.github.triggerapi.contract.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Generates a few valid values for each keyword of a schema. Not thread-safe. */
final class CoveringValues {

    /** Below this depth only required members are generated, so that recursion ends. */
    static final int DEPTH = 5;

    /** Objects that require members of their own kind are not generated within so many of them. */
    private static final int TIMES = 3;

    static final int LONGEST_ARRAY = 4;
    static final String ADDITIONAL = "notInTheDocument";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SchemaResolver schemas;
    private final Set<JsonNode> invalidExamples;

    /** The references that lead to the current schema, to detect recursion. */
    private final Set<String> open = new HashSet<>();

    /** The members of the objects that contain the current one. */
    private final List<JsonNode> objects = new ArrayList<>();

    /**
     * Creates a generator.
     *
     * @param invalidExamples the examples of the spec that their schema does not allow
     */
    CoveringValues(SchemaResolver schemas, Set<JsonNode> invalidExamples) {
        this.schemas = schemas;
        this.invalidExamples = invalidExamples;
    }

    /**
     * Returns values that contain each boundary, type, alternative, member, enum value and example at least once.
     *
     * @param strings the kind of strings that the location in the message allows
     */
    List<JsonNode> covering(JsonNode schema, StringValues strings) {
        return covering(schema, strings, 0);
    }

    private List<JsonNode> covering(JsonNode schema, StringValues strings, int depth) {
        String reference = schema.path("$ref").asString("");
        boolean again = !reference.isEmpty() && !open.add(reference);
        try {
            return coveringAll(schema, strings, again ? Math.max(depth, DEPTH) : depth);
        } finally {
            if (!again) {
                open.remove(reference);
            }
        }
    }

    private List<JsonNode> coveringAll(JsonNode schema, StringValues strings, int depth) {
        Set<JsonNode> values = new LinkedHashSet<>();
        List<ObjectNode> alternatives = schemas.alternatives(schema);
        for (ObjectNode alternative : alternatives) {
            List<JsonNode> listed = SchemaResolver.listed(alternative);
            values.addAll(listed.isEmpty() ? coveringType(alternative, strings, depth) : listed);
        }
        schemas.examples(schema).stream()
                .filter(example -> !invalidExamples.contains(example) && isOfOneType(example, alternatives))
                .forEach(values::add);
        if (strings != StringValues.JSON) {
            values.removeIf(value -> value.isNull() || value.isContainer() && value.isEmpty());
        }
        return List.copyOf(values);
    }

    /** Returns whether a value has a type that keywords such as {@code properties} imply. */
    private static boolean isOfOneType(JsonNode value, List<ObjectNode> alternatives) {
        return alternatives.stream()
                .map(alternative -> alternative.path("type").asString(""))
                .anyMatch(type -> type.isEmpty() || SchemaResolver.isOf(value, type));
    }

    private List<? extends JsonNode> coveringType(ObjectNode schema, StringValues strings, int depth) {
        return switch (schema.path("type").asString("")) {
            case "null" -> List.of(NullNode.getInstance());
            case "boolean" -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case "integer", "number" ->
                new NumberValues(schema)
                        .covering().stream().map(DecimalNode::valueOf).toList();
            case "string" ->
                strings.covering(schema).stream().map(StringNode::valueOf).toList();
            case "array" -> coveringArrays(schema, strings, depth);
            case "object" -> coveringObjects(schema, strings, depth);
            default -> strings == StringValues.JSON ? ArbitraryJson.covering() : List.of(StringNode.valueOf("a"));
        };
    }

    private List<JsonNode> coveringArrays(ObjectNode schema, StringValues strings, int depth) {
        if (SchemaResolver.hasPositions(schema)) {
            return coveringPositions(schema, strings, depth);
        }
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Math.max(least, LONGEST_ARRAY));
        boolean unique = schema.path("uniqueItems").asBoolean(false);
        List<JsonNode> items =
                depth >= DEPTH && least == 0 ? List.of() : covering(schema.path("items"), strings, depth + 1);
        List<JsonNode> arrays = new ArrayList<>();
        Set<Integer> sizes = new LinkedHashSet<>(List.of(Math.max(1, least), least, Math.min(most, 100)));
        for (int size : sizes) {
            if (size == 0 || !items.isEmpty() && (!unique || size <= items.size())) {
                arrays.add(array(items, 0, size));
            }
        }
        for (int i = 1; i < items.size() && most > 0; i++) {
            int size = Math.max(1, least);
            if (!unique || size <= items.size()) {
                arrays.add(array(items, i, size));
            }
        }
        return arrays;
    }

    /** Returns arrays with each value of each element, and of the least and of the greatest size. */
    private List<JsonNode> coveringPositions(ObjectNode schema, StringValues strings, int depth) {
        int least = SchemaResolver.least(schema);
        int usual = Math.max(least, schema.path("prefixItems").size()) + 1;
        int size = depth < DEPTH ? SchemaResolver.most(schema, usual) : least;
        List<List<JsonNode>> elements = new ArrayList<>();
        ArrayNode most = NODES.arrayNode();
        for (int i = 0; i < Math.min(size, 100); i++) {
            elements.add(covering(SchemaResolver.element(schema, i), strings, depth + 1));
            if (elements.get(i).isEmpty()) {
                break;
            }
            most.add(elements.get(i).get(0));
        }
        if (most.size() < least) {
            return List.of();
        }
        List<JsonNode> arrays = new ArrayList<>(List.of(most));
        if (least < most.size()) {
            arrays.add(
                    NODES.arrayNode().addAll(most.values().stream().limit(least).toList()));
        }
        for (int i = 0; i < most.size(); i++) {
            for (JsonNode value : elements.get(i)) {
                ArrayNode array = most.deepCopy();
                array.set(i, value);
                arrays.add(array);
            }
        }
        return arrays;
    }

    static ArrayNode array(List<JsonNode> items, int first, int size) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(items.get((first + i) % items.size()));
        }
        return array;
    }

    private List<JsonNode> coveringObjects(ObjectNode schema, StringValues strings, int depth) {
        JsonNode listed = schema.path("properties");
        int times = Collections.frequency(objects, listed);
        if (times == TIMES) {
            return List.of();
        }
        objects.add(listed);
        try {
            return coveringMembers(schema, strings, times > 1 ? Math.max(depth, DEPTH) : depth);
        } finally {
            objects.remove(objects.size() - 1);
        }
    }

    /** Returns objects; none if a required member has no value. */
    private List<JsonNode> coveringMembers(ObjectNode schema, StringValues strings, int depth) {
        Map<String, JsonNode> properties = SchemaResolver.properties(schema);
        Set<String> required = SchemaResolver.required(schema);
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            if (required.contains(name) || depth < DEPTH) {
                members.put(name, covering(property, StringValues.of(property, strings), depth + 1));
            }
        });
        members.values().removeIf(List::isEmpty);
        if (!members.keySet().containsAll(required)) {
            return List.of();
        }
        ObjectNode least = NODES.objectNode();
        ObjectNode most = NODES.objectNode();
        members.forEach((name, values) -> {
            most.set(name, values.get(0));
            if (required.contains(name)) {
                least.set(name, values.get(0));
            }
        });
        for (int i = 0; least.size() < schema.path("minProperties").asInt(0) && i < 100; i++) {
            pad(least, members, schema, strings, depth, i);
        }
        List<JsonNode> objects = new ArrayList<>(most.size() < least.size() ? List.of(least) : List.of(most, least));
        members.forEach((name, values) ->
                values.forEach(value -> objects.add(least.deepCopy().set(name, value))));
        if (strings == StringValues.JSON && depth < DEPTH) {
            SchemaResolver.additional(schema)
                    .ifPresent(values -> covering(values, strings, depth + 1)
                            .forEach(value -> objects.add(least.deepCopy().set(ADDITIONAL, value))));
        }
        return objects;
    }

    /** Adds a member to an object with too few. */
    private void pad(
            ObjectNode object,
            Map<String, List<JsonNode>> members,
            ObjectNode schema,
            StringValues strings,
            int depth,
            int number) {
        members.keySet().stream()
                .filter(name -> !object.has(name))
                .findFirst()
                .ifPresentOrElse(
                        name -> object.set(name, members.get(name).get(0)),
                        () -> SchemaResolver.additional(schema)
                                .ifPresent(more -> covering(more, strings, depth + 1).stream()
                                        .findFirst()
                                        .ifPresent(value -> object.set(ADDITIONAL + number, value))));
    }

    /** Returns an object with only the required members; empty if one of them has no value. */
    Optional<ObjectNode> least(ObjectNode schema, StringValues strings) {
        ObjectNode least = NODES.objectNode();
        Set<String> required = SchemaResolver.required(schema);
        SchemaResolver.properties(schema).forEach((name, property) -> {
            if (required.contains(name)) {
                covering(property, StringValues.of(property, strings)).stream()
                        .findFirst()
                        .ifPresent(value -> least.set(name, value));
            }
        });
        return required.stream().allMatch(least::has) ? Optional.of(least) : Optional.empty();
    }
}
