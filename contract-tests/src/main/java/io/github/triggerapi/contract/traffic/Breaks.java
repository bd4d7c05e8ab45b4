package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.DocumentTree;
import io.github.triggerapi.contract.judge.Judge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Values that break a schema in one place each: every constraint that it has is broken by one of them.
 *
 * <p>A few are allowed after all, by another alternative of a union; it is for the judge to say which.
 */
final class Breaks {

    private static final int DEPTH = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OF_EACH_TYPE = Stream.of("null", "true", "1.5", "7", "\"no\"", "[]", "{}")
            .map(Judge.JSON::readTree)
            .toList();

    private final Schemas schemas;
    private final CoveringValues values;

    Breaks(Schemas schemas, CoveringValues values) {
        this.schemas = schemas;
        this.values = values;
    }

    /**
     * A value with one fault.
     *
     * @param pointer where in the value the fault is
     * @param keyword the keyword of JSON Schema that it breaks
     */
    record Break(JsonNode value, String pointer, String keyword) {

        Break in(ObjectNode owner, String name) {
            return new Break(owner.deepCopy().set(name, value), DocumentTree.child("", name) + pointer, keyword);
        }

        Break in(ArrayNode owner) {
            ArrayNode array = owner.deepCopy();
            array.set(0, value);
            return new Break(array, "/0" + pointer, keyword);
        }
    }

    List<Break> of(JsonNode schema, Texts texts) {
        return of(schema, texts, 0);
    }

    private List<Break> of(JsonNode schema, Texts texts, int depth) {
        List<Break> breaks = new ArrayList<>();
        List<ObjectNode> alternatives = schemas.alternatives(schema);
        Set<String> types = alternatives.stream()
                .map(alternative -> alternative.path("type").asString(""))
                .collect(Collectors.toSet());
        if (!types.contains("")) {
            OF_EACH_TYPE.stream()
                    .filter(value -> types.stream().noneMatch(type -> Schemas.isOf(value, type)))
                    .forEach(value -> breaks.add(new Break(value, "", "type")));
        }
        for (ObjectNode alternative : alternatives) {
            breaks.addAll(ofAlternative(alternative, texts, depth));
        }
        return breaks;
    }

    private List<Break> ofAlternative(ObjectNode schema, Texts texts, int depth) {
        if (schema.has("enum") || schema.has("const")) {
            JsonNode other = schema.path("type").asString("").equals("string") || !schema.has("type")
                    ? StringNode.valueOf("not in the document")
                    : DecimalNode.valueOf(new BigDecimal("987654321"));
            return List.of(new Break(other, "", schema.has("enum") ? "enum" : "const"));
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> numbers(schema);
            case "string" -> strings(schema);
            case "array" -> arrays(schema, texts, depth);
            case "object" -> objects(schema, texts, depth);
            default -> List.of();
        };
    }

    private static List<Break> numbers(ObjectNode schema) {
        List<Break> breaks = new ArrayList<>();
        number(schema, "minimum", BigDecimal.ONE.negate(), breaks);
        number(schema, "maximum", BigDecimal.ONE, breaks);
        number(schema, "exclusiveMinimum", BigDecimal.ZERO, breaks);
        number(schema, "exclusiveMaximum", BigDecimal.ZERO, breaks);
        number(
                schema,
                "multipleOf",
                schema.path("multipleOf").decimalValue(BigDecimal.ONE).divide(new BigDecimal(2)),
                breaks);
        return breaks;
    }

    private static void number(ObjectNode schema, String keyword, BigDecimal off, List<Break> breaks) {
        JsonNode bound = schema.path(keyword);
        if (bound.isNumber()) {
            breaks.add(new Break(DecimalNode.valueOf(bound.decimalValue().add(off)), "", keyword));
        }
    }

    private static List<Break> strings(ObjectNode schema) {
        List<Break> breaks = new ArrayList<>();
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (least > 0) {
            breaks.add(new Break(StringNode.valueOf("x".repeat(least - 1)), "", "minLength"));
        }
        if (most < 1_000_000) {
            breaks.add(new Break(StringNode.valueOf("x".repeat(most + 1)), "", "maxLength"));
        }
        if (schema.has("pattern")) {
            breaks.add(new Break(StringNode.valueOf("\u0000 no \u0000"), "", "pattern"));
        }
        if (schema.path("format").asString("").equals("date-time")) {
            breaks.add(new Break(StringNode.valueOf("yesterday"), "", "format"));
        }
        return breaks;
    }

    private List<Break> arrays(ObjectNode schema, Texts texts, int depth) {
        List<Break> breaks = new ArrayList<>();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        List<JsonNode> items = values.covering(schema.path("items"), texts);
        if (items.isEmpty()) {
            return breaks;
        }
        if (least > 0) {
            breaks.add(new Break(CoveringValues.array(items, 0, least - 1), "", "minItems"));
        }
        if (most < 100_000) {
            breaks.add(new Break(distinct(items, most + 1), "", "maxItems"));
        }
        if (schema.path("uniqueItems").asBoolean(false) && most > 1) {
            ArrayNode twice = NODES.arrayNode().add(items.get(0)).add(items.get(0));
            breaks.add(new Break(twice, "", "uniqueItems"));
        }
        if (depth < DEPTH && most > 0) {
            ArrayNode base = CoveringValues.array(items, 0, Math.max(1, least));
            of(schema.path("items"), texts, depth + 1).forEach(item -> breaks.add(item.in(base)));
        }
        return breaks;
    }

    /** As many items as asked for, no two the same where they can be made so. */
    private static ArrayNode distinct(List<JsonNode> items, int size) {
        ArrayNode array = CoveringValues.array(items, 0, size);
        if (items.get(0).isString()) {
            for (int i = 0; i < size; i++) {
                array.set(i, StringNode.valueOf("x" + i));
            }
        }
        return array;
    }

    private List<Break> objects(ObjectNode schema, Texts texts, int depth) {
        List<Break> breaks = new ArrayList<>();
        Optional<ObjectNode> least = values.least(schema, texts);
        if (least.isEmpty()) {
            return breaks;
        }
        ObjectNode base = least.get();
        Schemas.required(schema).forEach(name -> {
            ObjectNode without = base.deepCopy();
            without.remove(name);
            breaks.add(new Break(without, DocumentTree.child("", name), "required"));
        });
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isBoolean() && !additional.asBoolean() && !schema.has(Messages.MESSAGE)) {
            breaks.add(new Break(
                    base.deepCopy().put(CoveringValues.ADDITIONAL, 1),
                    "/" + CoveringValues.ADDITIONAL,
                    "additionalProperties"));
        } else if (additional.isObject() && depth < DEPTH) {
            of(additional, texts, depth + 1).forEach(member -> breaks.add(member.in(base, CoveringValues.ADDITIONAL)));
        }
        if (depth < DEPTH) {
            Schemas.properties(schema)
                    .forEach((name, property) -> of(property, Texts.of(property, texts), depth + 1)
                            .forEach(member -> breaks.add(member.in(base, name))));
        }
        if (schema.path("maxProperties").isNumber()) {
            ObjectNode more = base.deepCopy();
            for (int i = 0; i <= schema.get("maxProperties").asInt(); i++) {
                more.put(CoveringValues.ADDITIONAL + i, "x");
            }
            breaks.add(new Break(more, "", "maxProperties"));
        }
        if (schema.path("minProperties").isNumber()) {
            breaks.add(new Break(NODES.objectNode(), "", "minProperties"));
        }
        return breaks;
    }
}
