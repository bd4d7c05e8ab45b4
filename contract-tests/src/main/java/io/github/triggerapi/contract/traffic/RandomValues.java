package io.github.triggerapi.contract.traffic;

import static io.github.triggerapi.contract.traffic.CoveringValues.ADDITIONAL;
import static io.github.triggerapi.contract.traffic.CoveringValues.DEPTH;
import static io.github.triggerapi.contract.traffic.CoveringValues.LONGEST_ARRAY;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ListArbitrary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Generates random valid values that can be shrunk. */
final class RandomValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SchemaResolver schemas;
    private final CoveringValues covering;

    RandomValues(SchemaResolver schemas, CoveringValues covering) {
        this.schemas = schemas;
        this.covering = covering;
    }

    /**
     * Returns a generator.
     *
     * @param strings the kind of strings that the location in the message allows
     */
    Arbitrary<JsonNode> of(JsonNode schema, StringValues strings) {
        return arbitrary(schema, strings, 0);
    }

    private Arbitrary<JsonNode> arbitrary(JsonNode schema, StringValues strings, int depth) {
        if (depth > DEPTH) {
            List<JsonNode> some = covering.covering(schema, strings);
            return some.isEmpty() ? Arbitraries.just(NullNode.getInstance()) : Arbitraries.of(some);
        }
        List<Arbitrary<JsonNode>> alternatives = new ArrayList<>();
        for (ObjectNode alternative : schemas.alternatives(schema)) {
            List<JsonNode> listed = SchemaResolver.listed(alternative);
            boolean nothing = alternative.path("type").asString("").equals("null");
            if (!listed.isEmpty()) {
                alternatives.add(Arbitraries.of(listed));
            } else if (!nothing || strings == StringValues.JSON) {
                alternatives.add(ofType(alternative, strings, depth));
            }
        }
        return Arbitraries.oneOf(alternatives);
    }

    private Arbitrary<JsonNode> ofType(ObjectNode schema, StringValues strings, int depth) {
        return switch (schema.path("type").asString("")) {
            case "null" -> Arbitraries.just(NullNode.getInstance());
            case "boolean" -> Arbitraries.of(true, false).map(BooleanNode::valueOf);
            case "integer", "number" -> new NumberValues(schema).arbitrary().map(DecimalNode::valueOf);
            case "string" -> strings.arbitrary(schema).map(StringNode::valueOf);
            case "array" -> arrays(schema, strings, depth);
            case "object" -> objects(schema, strings, depth);
            default ->
                strings == StringValues.JSON
                        ? ArbitraryJson.arbitrary()
                        : strings.arbitrary(NODES.objectNode()).map(StringNode::valueOf);
        };
    }

    private Arbitrary<JsonNode> arrays(ObjectNode schema, StringValues strings, int depth) {
        if (SchemaResolver.hasPositions(schema)) {
            return positions(schema, strings, depth);
        }
        int least = Math.max(schema.path("minItems").asInt(0), strings == StringValues.JSON ? 0 : 1);
        int most = Math.max(least, Math.min(schema.path("maxItems").asInt(LONGEST_ARRAY), least + LONGEST_ARRAY));
        if (depth >= DEPTH && least == 0) {
            return Arbitraries.just(NODES.arrayNode());
        }
        ListArbitrary<JsonNode> items = arbitrary(schema.path("items"), strings, depth + 1)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most);
        Arbitrary<List<JsonNode>> lists = schema.path("uniqueItems").asBoolean(false) ? items.uniqueElements() : items;
        return lists.map(list -> NODES.arrayNode().addAll(list));
    }

    private Arbitrary<JsonNode> positions(ObjectNode schema, StringValues strings, int depth) {
        int least = SchemaResolver.least(schema);
        int most = SchemaResolver.most(schema, schema.path("prefixItems").size() + LONGEST_ARRAY);
        int size = depth < DEPTH ? Math.min(most, least + LONGEST_ARRAY) : least;
        List<Arbitrary<JsonNode>> elements = IntStream.range(0, size)
                .mapToObj(index -> arbitrary(SchemaResolver.element(schema, index), strings, depth + 1))
                .toList();
        return Combinators.combine(
                        Combinators.combine(elements).as(values -> values),
                        Arbitraries.integers().between(least, size))
                .as((values, length) -> NODES.arrayNode().addAll(values.subList(0, length)));
    }

    private Arbitrary<JsonNode> objects(ObjectNode schema, StringValues strings, int depth) {
        Set<String> required = SchemaResolver.required(schema);
        List<String> names = new ArrayList<>();
        List<Arbitrary<Optional<JsonNode>>> members = new ArrayList<>();
        SchemaResolver.properties(schema).forEach((name, property) -> {
            if (required.contains(name) || depth < DEPTH) {
                names.add(name);
                double presence = required.contains(name) ? 1 : 0.6;
                members.add(arbitrary(property, StringValues.of(property, strings), depth + 1)
                        .optional(presence));
            }
        });
        Optional<JsonNode> more = SchemaResolver.additional(schema);
        if (more.isPresent() && strings == StringValues.JSON && depth < DEPTH) {
            names.add(ADDITIONAL);
            members.add(arbitrary(more.get(), strings, depth + 1).optional(0.2));
        }
        for (int i = required.size();
                more.isPresent() && i < schema.path("minProperties").asInt(0);
                i++) {
            names.add(ADDITIONAL + i);
            members.add(arbitrary(more.get(), strings, depth + 1).map(Optional::of));
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
        return strings == StringValues.JSON ? objects : objects.filter(object -> !object.isEmpty());
    }
}
