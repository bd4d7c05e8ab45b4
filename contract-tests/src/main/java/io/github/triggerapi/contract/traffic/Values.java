package io.github.triggerapi.contract.traffic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ListArbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values that a schema allows: a few that cover all it says, and any number of random ones that can be shrunk. */
final class Values {

    /** Deeper than this only what must be there is there, so that recursion ends. */
    private static final int DEPTH = 5;

    private static final int LONGEST_ARRAY = 4;
    static final String ADDITIONAL = "notInTheDocument";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final Set<JsonNode> notValid;

    /**
     * Makes values.
     *
     * @param notValid examples of the document that are not valid where they stand
     */
    Values(Schemas schemas, Set<JsonNode> notValid) {
        this.schemas = schemas;
        this.notValid = notValid;
    }

    /**
     * Values in which each boundary, type, alternative, member, enumerated value and example stands at least once.
     *
     * @param texts where in a message the values are to go
     */
    List<JsonNode> covering(JsonNode schema, Texts texts) {
        return covering(schema, texts, 0);
    }

    /** Random values. */
    Arbitrary<JsonNode> arbitrary(JsonNode schema, Texts texts) {
        return arbitrary(schema, texts, 0);
    }

    // -- a few for each thing that the schema says -----------------------------------------------------------------

    private List<JsonNode> covering(JsonNode schema, Texts texts, int depth) {
        Set<JsonNode> values = new LinkedHashSet<>();
        for (ObjectNode alternative : schemas.alternatives(schema)) {
            List<JsonNode> listed = listed(alternative);
            values.addAll(listed.isEmpty() ? coveringType(alternative, texts, depth) : listed);
        }
        schemas.examples(schema).stream()
                .filter(example -> !notValid.contains(example))
                .forEach(values::add);
        if (texts != Texts.JSON) {
            values.removeIf(value -> value.isNull() || value.isContainer() && value.isEmpty());
        }
        return List.copyOf(values);
    }

    private List<? extends JsonNode> coveringType(ObjectNode schema, Texts texts, int depth) {
        return switch (schema.path("type").asString("")) {
            case "null" -> List.of(NullNode.getInstance());
            case "boolean" -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case "integer" ->
                new Numbers(schema, true)
                        .covering().stream().map(DecimalNode::valueOf).toList();
            case "number" ->
                new Numbers(schema, false)
                        .covering().stream().map(DecimalNode::valueOf).toList();
            case "string" ->
                texts.covering(schema).stream().map(StringNode::valueOf).toList();
            case "array" -> coveringArrays(schema, texts, depth);
            case "object" -> coveringObjects(schema, texts, depth);
            default -> texts == Texts.JSON ? Anything.covering() : List.of(StringNode.valueOf("a"));
        };
    }

    private static List<JsonNode> listed(ObjectNode schema) {
        if (schema.has("const")) {
            return List.of(schema.get("const"));
        }
        String type = schema.path("type").asString("");
        return schema.path("enum")
                .valueStream()
                .filter(value -> type.isEmpty() || isOf(value, type))
                .toList();
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

    private List<JsonNode> coveringArrays(ObjectNode schema, Texts texts, int depth) {
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Math.max(least, LONGEST_ARRAY));
        boolean unique = schema.path("uniqueItems").asBoolean(false);
        List<JsonNode> items =
                depth >= DEPTH && least == 0 ? List.of() : covering(schema.path("items"), texts, depth + 1);
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

    static ArrayNode array(List<JsonNode> items, int first, int size) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(items.get((first + i) % items.size()));
        }
        return array;
    }

    private List<JsonNode> coveringObjects(ObjectNode schema, Texts texts, int depth) {
        Map<String, JsonNode> properties = properties(schema);
        Set<String> required = required(schema);
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        properties.forEach((name, property) -> {
            if (required.contains(name) || depth < DEPTH) {
                members.put(name, covering(property, Texts.of(property, texts), depth + 1));
            }
        });
        members.values().removeIf(List::isEmpty);
        ObjectNode least = NODES.objectNode();
        ObjectNode most = NODES.objectNode();
        members.forEach((name, values) -> {
            most.set(name, values.get(0));
            if (required.contains(name)) {
                least.set(name, values.get(0));
            }
        });
        List<JsonNode> objects = new ArrayList<>(List.of(most, least));
        members.forEach((name, values) ->
                values.forEach(value -> objects.add(least.deepCopy().set(name, value))));
        if (texts == Texts.JSON && depth < DEPTH) {
            additional(schema)
                    .ifPresent(values -> covering(values, texts, depth + 1)
                            .forEach(value -> objects.add(least.deepCopy().set(ADDITIONAL, value))));
        }
        return objects;
    }

    /** An object with no more in it than must be; empty where what must be cannot. */
    Optional<ObjectNode> least(ObjectNode schema, Texts texts) {
        ObjectNode least = NODES.objectNode();
        Set<String> required = required(schema);
        properties(schema).forEach((name, property) -> {
            if (required.contains(name)) {
                covering(property, Texts.of(property, texts)).stream()
                        .findFirst()
                        .ifPresent(value -> least.set(name, value));
            }
        });
        return required.stream().allMatch(least::has) ? Optional.of(least) : Optional.empty();
    }

    // -- random ones -----------------------------------------------------------------------------------------------

    private Arbitrary<JsonNode> arbitrary(JsonNode schema, Texts texts, int depth) {
        List<Arbitrary<JsonNode>> alternatives = new ArrayList<>();
        for (ObjectNode alternative : schemas.alternatives(schema)) {
            List<JsonNode> listed = listed(alternative);
            boolean nothing = alternative.path("type").asString("").equals("null");
            if (!listed.isEmpty()) {
                alternatives.add(Arbitraries.of(listed));
            } else if (!nothing || texts == Texts.JSON) {
                alternatives.add(ofType(alternative, texts, depth));
            }
        }
        return Arbitraries.oneOf(alternatives);
    }

    private Arbitrary<JsonNode> ofType(ObjectNode schema, Texts texts, int depth) {
        return switch (schema.path("type").asString("")) {
            case "null" -> Arbitraries.just(NullNode.getInstance());
            case "boolean" -> Arbitraries.of(true, false).map(BooleanNode::valueOf);
            case "integer" -> new Numbers(schema, true).arbitrary().map(DecimalNode::valueOf);
            case "number" -> new Numbers(schema, false).arbitrary().map(DecimalNode::valueOf);
            case "string" -> texts.arbitrary(schema).map(StringNode::valueOf);
            case "array" -> arrays(schema, texts, depth);
            case "object" -> objects(schema, texts, depth);
            default ->
                texts == Texts.JSON
                        ? Anything.arbitrary()
                        : texts.arbitrary(NODES.objectNode()).map(StringNode::valueOf);
        };
    }

    private Arbitrary<JsonNode> arrays(ObjectNode schema, Texts texts, int depth) {
        int least = Math.max(schema.path("minItems").asInt(0), texts == Texts.JSON ? 0 : 1);
        int most = Math.max(least, Math.min(schema.path("maxItems").asInt(LONGEST_ARRAY), least + LONGEST_ARRAY));
        if (depth >= DEPTH && least == 0) {
            return Arbitraries.just(NODES.arrayNode());
        }
        ListArbitrary<JsonNode> items = arbitrary(schema.path("items"), texts, depth + 1)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most);
        Arbitrary<List<JsonNode>> lists = schema.path("uniqueItems").asBoolean(false) ? items.uniqueElements() : items;
        return lists.map(list -> NODES.arrayNode().addAll(list));
    }

    private Arbitrary<JsonNode> objects(ObjectNode schema, Texts texts, int depth) {
        Set<String> required = required(schema);
        List<String> names = new ArrayList<>();
        List<Arbitrary<Optional<JsonNode>>> members = new ArrayList<>();
        properties(schema).forEach((name, property) -> {
            if (required.contains(name) || depth < DEPTH) {
                names.add(name);
                double presence = required.contains(name) ? 1 : 0.6;
                members.add(arbitrary(property, Texts.of(property, texts), depth + 1)
                        .optional(presence));
            }
        });
        Optional<JsonNode> more = additional(schema);
        if (more.isPresent() && texts == Texts.JSON && depth < DEPTH) {
            names.add(ADDITIONAL);
            members.add(arbitrary(more.get(), texts, depth + 1).optional(0.2));
        }
        Arbitrary<JsonNode> objects = Combinators.combine(members).as(values -> {
            ObjectNode object = NODES.objectNode();
            Iterator<String> name = names.iterator();
            values.forEach(value -> {
                String next = name.next();
                value.ifPresent(present -> object.set(next, present));
            });
            return object;
        });
        return texts == Texts.JSON ? objects : objects.filter(object -> !object.isEmpty());
    }

    static Map<String, JsonNode> properties(ObjectNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        schema.path("properties").propertyStream().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return properties;
    }

    static Set<String> required(ObjectNode schema) {
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        return required;
    }

    /** The schema of members that the document does not list; empty where there may be none. */
    private static Optional<JsonNode> additional(ObjectNode schema) {
        JsonNode additional = schema.path("additionalProperties");
        boolean none = additional.isBoolean() && !additional.asBoolean() || schema.has("maxProperties");
        return none ? Optional.empty() : Stream.of(additional).findFirst();
    }
}
