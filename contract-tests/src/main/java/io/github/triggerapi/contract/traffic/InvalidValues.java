package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Generates values that each violate one constraint of a schema.
 *
 * <p>Another alternative of a union may allow a value; the judge decides.
 */
final class InvalidValues {

    private static final int DEPTH = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OF_EACH_TYPE = Stream.of("null", "true", "1.5", "7", "\"no\"", "[]", "{}")
            .map(Judge.JSON::readTree)
            .toList();

    private static final List<String> OF_NO_PATTERN =
            List.of("no no", "-", "~", "0", "a", "A", "", "\u00E9\u4E2D", "x".repeat(300), "\n");

    private final SchemaResolver schemas;
    private final CoveringValues values;

    InvalidValues(SchemaResolver schemas, CoveringValues values) {
        this.schemas = schemas;
        this.values = values;
    }

    /**
     * A value with one violation.
     *
     * @param pointer the JSON Pointer of the violation
     * @param keyword the violated keyword of JSON Schema
     * @param named the pointer that an error message must name: that of the union if the violation is in one of several objects,
     *     of which any may be meant
     * @param distinguishable whether a constant member distinguishes the object with the violation from the other alternatives
     */
    record InvalidValue(JsonNode value, String pointer, String keyword, String named, boolean distinguishable) {

        InvalidValue(JsonNode value, String pointer, String keyword) {
            this(value, pointer, keyword, pointer, false);
        }

        /** Returns whether the value violates a choice of members. */
        boolean isOfChoice() {
            return keyword.equals("oneOf") || keyword.equals("anyOf");
        }

        InvalidValue in(ObjectNode owner, String name) {
            String step = OpenApiDocument.child("", name);
            return new InvalidValue(
                    owner.deepCopy().set(name, value), step + pointer, keyword, step + named, distinguishable);
        }

        InvalidValue in(ArrayNode owner, int index) {
            ArrayNode array = owner.deepCopy();
            String step = "/" + index;
            array.set(index, value);
            return new InvalidValue(array, step + pointer, keyword, step + named, distinguishable);
        }

        InvalidValue inOneOfSeveral(boolean isDistinguishable) {
            return new InvalidValue(value, pointer, keyword, "", isDistinguishable);
        }
    }

    List<InvalidValue> of(JsonNode schema, StringValues strings) {
        return of(schema, strings, 0);
    }

    private List<InvalidValue> of(JsonNode schema, StringValues strings, int depth) {
        List<InvalidValue> invalid = new ArrayList<>();
        List<ObjectNode> alternatives = schemas.alternatives(schema);
        Set<String> types = alternatives.stream()
                .map(alternative -> alternative.path("type").asString(""))
                .collect(Collectors.toSet());
        if (!types.contains("")) {
            OF_EACH_TYPE.stream()
                    .filter(value -> types.stream().noneMatch(type -> SchemaResolver.isOf(value, type)))
                    .forEach(value -> invalid.add(new InvalidValue(value, "", "type")));
        }
        if (schemas.hasSubtypes(schema)) {
            // An object of another kind than the documented ones is any object in Java.
            return invalid;
        }
        long objects = alternatives.stream()
                .filter(alternative -> alternative.path("type").asString("").equals("object"))
                .count();
        for (ObjectNode alternative : alternatives) {
            ofAlternative(alternative, strings, depth).stream()
                    .map(one -> objects > 1 && !alternative.has(MessageSchemas.MESSAGE)
                            ? one.inOneOfSeveral(RequiredAlternative.isDistinguishable(alternative, alternatives))
                            : one)
                    .forEach(invalid::add);
        }
        return invalid;
    }

    private List<InvalidValue> ofAlternative(ObjectNode schema, StringValues strings, int depth) {
        if (schema.has("enum") || schema.has("const")) {
            JsonNode other = schema.path("type").asString("").equals("string") || !schema.has("type")
                    ? StringNode.valueOf("not in the document")
                    : DecimalNode.valueOf(new BigDecimal("987654321"));
            return List.of(new InvalidValue(other, "", schema.has("enum") ? "enum" : "const"));
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> numbers(schema);
            case "string" -> strings(schema, strings);
            case "array" -> arrays(schema, strings, depth);
            case "object" -> objects(schema, strings, depth);
            default -> List.of();
        };
    }

    private static List<InvalidValue> numbers(ObjectNode schema) {
        List<InvalidValue> invalid = new ArrayList<>();
        number(schema, "minimum", BigDecimal.ONE.negate(), invalid);
        number(schema, "maximum", BigDecimal.ONE, invalid);
        number(schema, "exclusiveMinimum", BigDecimal.ZERO, invalid);
        number(schema, "exclusiveMaximum", BigDecimal.ZERO, invalid);
        // The value must remain an integer, or it would have two violations.
        boolean integer = schema.path("type").asString("").equals("integer");
        BigDecimal half = schema.path("multipleOf").decimalValue(BigDecimal.ONE).divide(new BigDecimal(2));
        number(schema, "multipleOf", integer ? BigDecimal.ONE : half, invalid);
        return invalid;
    }

    private static void number(ObjectNode schema, String keyword, BigDecimal off, List<InvalidValue> invalid) {
        JsonNode bound = schema.path(keyword);
        boolean integer = schema.path("type").asString("").equals("integer");
        BigDecimal value = bound.decimalValue(BigDecimal.ZERO).add(off);
        // Integers are limited to 64 bits.
        if (bound.isNumber() && !(integer && value.toBigInteger().bitLength() > 63)) {
            invalid.add(new InvalidValue(DecimalNode.valueOf(value), "", keyword));
        }
    }

    private static List<InvalidValue> strings(ObjectNode schema, StringValues strings) {
        List<InvalidValue> invalid = new ArrayList<>();
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (least > 0) {
            invalid.add(new InvalidValue(StringNode.valueOf("x".repeat(least - 1)), "", "minLength"));
        }
        if (most < 1_000_000) {
            invalid.add(new InvalidValue(StringNode.valueOf("x".repeat(most + 1)), "", "maxLength"));
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.get("pattern").asString());
            OF_NO_PATTERN.stream()
                    .filter(text ->
                            strings.allows(text) && !pattern.matcher(text).find())
                    .findFirst()
                    .ifPresent(text -> invalid.add(new InvalidValue(StringNode.valueOf(text), "", "pattern")));
        }
        if (schema.path("format").asString("").equals("date-time")) {
            invalid.add(new InvalidValue(StringNode.valueOf("yesterday"), "", "format"));
        }
        return invalid;
    }

    private List<InvalidValue> arrays(ObjectNode schema, StringValues strings, int depth) {
        if (SchemaResolver.hasPositions(schema)) {
            return positions(schema, strings, depth);
        }
        List<InvalidValue> invalid = new ArrayList<>();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        List<JsonNode> items = values.covering(schema.path("items"), strings);
        if (items.isEmpty()) {
            return invalid;
        }
        if (least > 0) {
            invalid.add(new InvalidValue(CoveringValues.array(items, 0, least - 1), "", "minItems"));
        }
        if (most < 100_000) {
            invalid.add(new InvalidValue(distinct(items, most + 1), "", "maxItems"));
        }
        if (schema.path("uniqueItems").asBoolean(false) && most > 1) {
            ArrayNode twice = distinct(items, Math.max(Math.min(3, most), least));
            twice.set(twice.size() - 1, twice.get(0));
            invalid.add(new InvalidValue(twice, "", "uniqueItems"));
        }
        if (depth < DEPTH && most > 0) {
            // The violation is in the last item, as any validator checks the first.
            ArrayNode base = distinct(items, Math.max(Math.min(3, most), least));
            of(schema.path("items"), strings, depth + 1).forEach(item -> invalid.add(item.in(base, base.size() - 1)));
        }
        return invalid;
    }

    private List<InvalidValue> positions(ObjectNode schema, StringValues strings, int depth) {
        List<InvalidValue> invalid = new ArrayList<>();
        List<JsonNode> arrays = values.covering(schema, strings);
        if (arrays.isEmpty() || depth >= DEPTH) {
            return invalid;
        }
        ArrayNode base = (ArrayNode) arrays.get(0);
        int least = SchemaResolver.least(schema);
        if (least > 0 && least <= base.size()) {
            String keyword = schema.has("minItems") ? "minItems" : "contains";
            ArrayNode less = NODES.arrayNode()
                    .addAll(base.values().stream().limit(least - 1).toList());
            invalid.add(new InvalidValue(less, "", keyword));
        }
        if (SchemaResolver.most(schema, Integer.MAX_VALUE) == base.size()) {
            String keyword = schema.path("maxItems").asInt(-1) == base.size() ? "maxItems" : "items";
            invalid.add(new InvalidValue(base.deepCopy().add("too many"), "", keyword));
        }
        for (int i = 0; i < base.size(); i++) {
            int index = i;
            // An invalid element that must be contained has two violations.
            if (!SchemaResolver.isContained(schema, i)) {
                of(SchemaResolver.element(schema, i), strings, depth + 1)
                        .forEach(element -> invalid.add(element.in(base, index)));
            }
        }
        return invalid;
    }

    /** Returns an array of a size, with distinct items if possible. */
    private static ArrayNode distinct(List<JsonNode> items, int size) {
        ArrayNode array = CoveringValues.array(items, 0, size);
        if (items.get(0).isString()) {
            for (int i = 0; i < size; i++) {
                array.set(i, StringNode.valueOf("x" + i));
            }
        }
        return array;
    }

    /** Adds objects that lack a member of an alternative or, for {@code oneOf}, satisfy two alternatives. */
    private void choices(
            RequiredAlternative choice, ObjectNode base, StringValues strings, List<InvalidValue> invalid) {
        for (String name : choice.names()) {
            invalid.add(new InvalidValue(base.deepCopy().without(name), "", choice.keyword()));
        }
        for (ObjectNode other : choice.others()) {
            ObjectNode both = base.deepCopy();
            other.propertyStream()
                    .forEach(member ->
                            values.covering(member.getValue(), StringValues.of(member.getValue(), strings)).stream()
                                    .findFirst()
                                    .ifPresent(value -> both.set(member.getKey(), value)));
            invalid.add(new InvalidValue(both, "", choice.keyword()));
        }
    }

    private List<InvalidValue> objects(ObjectNode schema, StringValues strings, int depth) {
        List<InvalidValue> invalid = new ArrayList<>();
        Optional<ObjectNode> least = values.least(schema, strings);
        if (least.isEmpty()) {
            return invalid;
        }
        ObjectNode base = least.get();
        List<RequiredAlternative> choices = RequiredAlternative.of(schema);
        choices.forEach(choice -> choices(choice, base, strings, invalid));
        Set<String> required = SchemaResolver.required(schema);
        choices.forEach(choice -> required.removeAll(choice.names()));
        required.forEach(name -> {
            ObjectNode without = base.deepCopy();
            without.remove(name);
            invalid.add(new InvalidValue(without, OpenApiDocument.child("", name), "required"));
        });
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isBoolean() && !additional.asBoolean() && !schema.has(MessageSchemas.MESSAGE)) {
            invalid.add(new InvalidValue(
                    base.deepCopy().put(CoveringValues.ADDITIONAL, 1),
                    "/" + CoveringValues.ADDITIONAL,
                    "additionalProperties"));
        } else if (additional.isObject() && depth < DEPTH) {
            of(additional, strings, depth + 1)
                    .forEach(member -> invalid.add(member.in(base, CoveringValues.ADDITIONAL)));
        }
        if (depth < DEPTH) {
            SchemaResolver.properties(schema)
                    .forEach((name, property) -> of(property, StringValues.of(property, strings), depth + 1)
                            .forEach(member -> invalid.add(member.in(base, name))));
        }
        if (schema.path("maxProperties").isNumber()) {
            ObjectNode more = base.deepCopy();
            for (int i = 0; i <= schema.get("maxProperties").asInt(); i++) {
                more.put(CoveringValues.ADDITIONAL + i, "x");
            }
            invalid.add(new InvalidValue(more, "", "maxProperties"));
        }
        if (schema.path("minProperties").isNumber()) {
            invalid.add(new InvalidValue(NODES.objectNode(), "", "minProperties"));
        }
        return invalid;
    }
}
