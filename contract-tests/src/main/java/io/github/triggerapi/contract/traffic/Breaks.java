package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.DocumentTree;
import io.github.triggerapi.contract.judge.Judge;
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
final class Breaks {

    private static final int DEPTH = 6;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OF_EACH_TYPE = Stream.of("null", "true", "1.5", "7", "\"no\"", "[]", "{}")
            .map(Judge.JSON::readTree)
            .toList();

    private static final List<String> OF_NO_PATTERN =
            List.of("no no", "-", "~", "0", "a", "A", "", "\u00E9\u4E2D", "x".repeat(300), "\n");

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
     * @param named the place that is to be named: above the fault where it is in one of several objects that may stand
     *     there, of which any may be meant
     * @param distinguishable whether the fault is in one of several objects that a constant member tells from the others
     */
    record Break(JsonNode value, String pointer, String keyword, String named, boolean distinguishable) {

        Break(JsonNode value, String pointer, String keyword) {
            this(value, pointer, keyword, pointer, false);
        }

        /** Whether the fault is that the object does not satisfy a choice. */
        boolean isOfChoice() {
            return keyword.equals("oneOf") || keyword.equals("anyOf");
        }

        Break in(ObjectNode owner, String name) {
            String step = DocumentTree.child("", name);
            return new Break(owner.deepCopy().set(name, value), step + pointer, keyword, step + named, distinguishable);
        }

        Break in(ArrayNode owner) {
            ArrayNode array = owner.deepCopy();
            String step = "/" + (array.size() - 1);
            array.set(array.size() - 1, value);
            return new Break(array, step + pointer, keyword, step + named, distinguishable);
        }

        Break inOneOfSeveral(boolean isDistinguishable) {
            return new Break(value, pointer, keyword, "", isDistinguishable);
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
        long objects = alternatives.stream()
                .filter(alternative -> alternative.path("type").asString("").equals("object"))
                .count();
        for (ObjectNode alternative : alternatives) {
            ofAlternative(alternative, texts, depth).stream()
                    .map(one -> objects > 1 && !alternative.has(Messages.MESSAGE)
                            ? one.inOneOfSeveral(Choice.isDistinguishable(alternative, alternatives))
                            : one)
                    .forEach(breaks::add);
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
            case "string" -> strings(schema, texts);
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
        // An integer is to stay one, or two things would be wrong with it.
        boolean integer = schema.path("type").asString("").equals("integer");
        BigDecimal half = schema.path("multipleOf").decimalValue(BigDecimal.ONE).divide(new BigDecimal(2));
        number(schema, "multipleOf", integer ? BigDecimal.ONE : half, breaks);
        return breaks;
    }

    private static void number(ObjectNode schema, String keyword, BigDecimal off, List<Break> breaks) {
        JsonNode bound = schema.path(keyword);
        if (bound.isNumber()) {
            breaks.add(new Break(DecimalNode.valueOf(bound.decimalValue().add(off)), "", keyword));
        }
    }

    private static List<Break> strings(ObjectNode schema, Texts texts) {
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
            Pattern pattern = Pattern.compile(schema.get("pattern").asString());
            OF_NO_PATTERN.stream()
                    .filter(text ->
                            texts.carries(text) && !pattern.matcher(text).find())
                    .findFirst()
                    .ifPresent(text -> breaks.add(new Break(StringNode.valueOf(text), "", "pattern")));
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
            ArrayNode twice = distinct(items, Math.max(Math.min(3, most), least));
            twice.set(twice.size() - 1, twice.get(0));
            breaks.add(new Break(twice, "", "uniqueItems"));
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
    private void choices(Choice choice, ObjectNode base, Texts texts, List<Break> breaks) {
        for (String name : choice.names()) {
            breaks.add(new Break(base.deepCopy().without(name), "", choice.keyword()));
        }
        for (ObjectNode other : choice.others()) {
            ObjectNode both = base.deepCopy();
            other.propertyStream()
                    .forEach(member -> values.covering(member.getValue(), Texts.of(member.getValue(), texts)).stream()
                            .findFirst()
                            .ifPresent(value -> both.set(member.getKey(), value)));
            breaks.add(new Break(both, "", choice.keyword()));
        }
    }

    private List<Break> objects(ObjectNode schema, Texts texts, int depth) {
        List<Break> breaks = new ArrayList<>();
        Optional<ObjectNode> least = values.least(schema, texts);
        if (least.isEmpty()) {
            return breaks;
        }
        ObjectNode base = least.get();
        List<Choice> choices = Choice.of(schema);
        choices.forEach(choice -> choices(choice, base, texts, breaks));
        Set<String> required = Schemas.required(schema);
        choices.forEach(choice -> required.removeAll(choice.names()));
        required.forEach(name -> {
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
