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
 * Values that break a schema in one place each: every constraint that it has is broken by one of them.
 *
 * <p>A few are allowed after all, by another alternative of a union; it is for the judge to say which.
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
     * @param pointer where in the value the violation is
     * @param keyword the keyword of JSON Schema that it breaks
     * @param named the place that is to be named: above the violation where it is in one of several objects that may stand
     *     there, of which any may be meant
     * @param distinguishable whether the violation is in one of several objects that a constant member tells from the others
     */
    record InvalidValue(JsonNode value, String pointer, String keyword, String named, boolean distinguishable) {

        InvalidValue(JsonNode value, String pointer, String keyword) {
            this(value, pointer, keyword, pointer, false);
        }

        /** Whether the violation is that the object does not satisfy a choice. */
        boolean isOfChoice() {
            return keyword.equals("oneOf") || keyword.equals("anyOf");
        }

        InvalidValue in(ObjectNode owner, String name) {
            String step = OpenApiDocument.child("", name);
            return new InvalidValue(
                    owner.deepCopy().set(name, value), step + pointer, keyword, step + named, distinguishable);
        }

        InvalidValue in(ArrayNode owner) {
            ArrayNode array = owner.deepCopy();
            String step = "/" + (array.size() - 1);
            array.set(array.size() - 1, value);
            return new InvalidValue(array, step + pointer, keyword, step + named, distinguishable);
        }

        InvalidValue inOneOfSeveral(boolean isDistinguishable) {
            return new InvalidValue(value, pointer, keyword, "", isDistinguishable);
        }
    }

    List<InvalidValue> of(JsonNode schema, StringValues texts) {
        return of(schema, texts, 0);
    }

    private List<InvalidValue> of(JsonNode schema, StringValues texts, int depth) {
        List<InvalidValue> breaks = new ArrayList<>();
        List<ObjectNode> alternatives = schemas.alternatives(schema);
        Set<String> types = alternatives.stream()
                .map(alternative -> alternative.path("type").asString(""))
                .collect(Collectors.toSet());
        if (!types.contains("")) {
            OF_EACH_TYPE.stream()
                    .filter(value -> types.stream().noneMatch(type -> SchemaResolver.isOf(value, type)))
                    .forEach(value -> breaks.add(new InvalidValue(value, "", "type")));
        }
        long objects = alternatives.stream()
                .filter(alternative -> alternative.path("type").asString("").equals("object"))
                .count();
        for (ObjectNode alternative : alternatives) {
            ofAlternative(alternative, texts, depth).stream()
                    .map(one -> objects > 1 && !alternative.has(MessageSchemas.MESSAGE)
                            ? one.inOneOfSeveral(MemberChoice.isDistinguishable(alternative, alternatives))
                            : one)
                    .forEach(breaks::add);
        }
        return breaks;
    }

    private List<InvalidValue> ofAlternative(ObjectNode schema, StringValues texts, int depth) {
        if (schema.has("enum") || schema.has("const")) {
            JsonNode other = schema.path("type").asString("").equals("string") || !schema.has("type")
                    ? StringNode.valueOf("not in the document")
                    : DecimalNode.valueOf(new BigDecimal("987654321"));
            return List.of(new InvalidValue(other, "", schema.has("enum") ? "enum" : "const"));
        }
        return switch (schema.path("type").asString("")) {
            case "integer", "number" -> numbers(schema);
            case "string" -> strings(schema, texts);
            case "array" -> arrays(schema, texts, depth);
            case "object" -> objects(schema, texts, depth);
            default -> List.of();
        };
    }

    private static List<InvalidValue> numbers(ObjectNode schema) {
        List<InvalidValue> breaks = new ArrayList<>();
        number(schema, "minimum", BigDecimal.ONE.negate(), breaks);
        number(schema, "maximum", BigDecimal.ONE, breaks);
        number(schema, "exclusiveMinimum", BigDecimal.ZERO, breaks);
        number(schema, "exclusiveMaximum", BigDecimal.ZERO, breaks);
        // An integer is to stay one, or two things would be wrong with it.
        boolean integer = schema.path("type").asString("").equals("integer");
        BigDecimal half = schema.path("multipleOf").decimalValue(BigDecimal.ONE).divide(new BigDecimal(2));
        number(schema, "multipleOf", integer ? BigDecimal.ONE : half, breaks);
        return breaks;
    }

    private static void number(ObjectNode schema, String keyword, BigDecimal off, List<InvalidValue> breaks) {
        JsonNode bound = schema.path(keyword);
        if (bound.isNumber()) {
            breaks.add(new InvalidValue(DecimalNode.valueOf(bound.decimalValue().add(off)), "", keyword));
        }
    }

    private static List<InvalidValue> strings(ObjectNode schema, StringValues texts) {
        List<InvalidValue> breaks = new ArrayList<>();
        int least = schema.path("minLength").asInt(0);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        if (least > 0) {
            breaks.add(new InvalidValue(StringNode.valueOf("x".repeat(least - 1)), "", "minLength"));
        }
        if (most < 1_000_000) {
            breaks.add(new InvalidValue(StringNode.valueOf("x".repeat(most + 1)), "", "maxLength"));
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(schema.get("pattern").asString());
            OF_NO_PATTERN.stream()
                    .filter(text ->
                            texts.carries(text) && !pattern.matcher(text).find())
                    .findFirst()
                    .ifPresent(text -> breaks.add(new InvalidValue(StringNode.valueOf(text), "", "pattern")));
        }
        if (schema.path("format").asString("").equals("date-time")) {
            breaks.add(new InvalidValue(StringNode.valueOf("yesterday"), "", "format"));
        }
        return breaks;
    }

    private List<InvalidValue> arrays(ObjectNode schema, StringValues texts, int depth) {
        List<InvalidValue> breaks = new ArrayList<>();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        List<JsonNode> items = values.covering(schema.path("items"), texts);
        if (items.isEmpty()) {
            return breaks;
        }
        if (least > 0) {
            breaks.add(new InvalidValue(CoveringValues.array(items, 0, least - 1), "", "minItems"));
        }
        if (most < 100_000) {
            breaks.add(new InvalidValue(distinct(items, most + 1), "", "maxItems"));
        }
        if (schema.path("uniqueItems").asBoolean(false) && most > 1) {
            ArrayNode twice = distinct(items, Math.max(Math.min(3, most), least));
            twice.set(twice.size() - 1, twice.get(0));
            breaks.add(new InvalidValue(twice, "", "uniqueItems"));
        }
        if (depth < DEPTH && most > 0) {
            // The last of several, as the first is the one that is looked at in any case.
            ArrayNode base = distinct(items, Math.max(Math.min(3, most), least));
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

    /** An object that lacks one member of its alternative; and, of a {@code oneOf}, one that has another as well. */
    private void choices(MemberChoice choice, ObjectNode base, StringValues texts, List<InvalidValue> breaks) {
        for (String name : choice.names()) {
            breaks.add(new InvalidValue(base.deepCopy().without(name), "", choice.keyword()));
        }
        for (ObjectNode other : choice.others()) {
            ObjectNode both = base.deepCopy();
            other.propertyStream()
                    .forEach(member ->
                            values.covering(member.getValue(), StringValues.of(member.getValue(), texts)).stream()
                                    .findFirst()
                                    .ifPresent(value -> both.set(member.getKey(), value)));
            breaks.add(new InvalidValue(both, "", choice.keyword()));
        }
    }

    private List<InvalidValue> objects(ObjectNode schema, StringValues texts, int depth) {
        List<InvalidValue> breaks = new ArrayList<>();
        Optional<ObjectNode> least = values.least(schema, texts);
        if (least.isEmpty()) {
            return breaks;
        }
        ObjectNode base = least.get();
        List<MemberChoice> choices = MemberChoice.of(schema);
        choices.forEach(choice -> choices(choice, base, texts, breaks));
        Set<String> required = SchemaResolver.required(schema);
        choices.forEach(choice -> required.removeAll(choice.names()));
        required.forEach(name -> {
            ObjectNode without = base.deepCopy();
            without.remove(name);
            breaks.add(new InvalidValue(without, OpenApiDocument.child("", name), "required"));
        });
        JsonNode additional = schema.path("additionalProperties");
        if (additional.isBoolean() && !additional.asBoolean() && !schema.has(MessageSchemas.MESSAGE)) {
            breaks.add(new InvalidValue(
                    base.deepCopy().put(CoveringValues.ADDITIONAL, 1),
                    "/" + CoveringValues.ADDITIONAL,
                    "additionalProperties"));
        } else if (additional.isObject() && depth < DEPTH) {
            of(additional, texts, depth + 1).forEach(member -> breaks.add(member.in(base, CoveringValues.ADDITIONAL)));
        }
        if (depth < DEPTH) {
            SchemaResolver.properties(schema)
                    .forEach((name, property) -> of(property, StringValues.of(property, texts), depth + 1)
                            .forEach(member -> breaks.add(member.in(base, name))));
        }
        if (schema.path("maxProperties").isNumber()) {
            ObjectNode more = base.deepCopy();
            for (int i = 0; i <= schema.get("maxProperties").asInt(); i++) {
                more.put(CoveringValues.ADDITIONAL + i, "x");
            }
            breaks.add(new InvalidValue(more, "", "maxProperties"));
        }
        if (schema.path("minProperties").isNumber()) {
            breaks.add(new InvalidValue(NODES.objectNode(), "", "minProperties"));
        }
        return breaks;
    }
}
