package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws values from schemas: what the document gives as an example, and else one that is built to fit. */
final class ExampleGenerator {
    /** How deep a value may become where a schema asks for itself. */
    private static final int MAX_DEPTH = 30;

    /** How many values may be tried, lest a schema that asks for itself several times takes for ever. */
    private static final int MAX_STEPS = 20_000;

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");

    private final Document document;
    private final Schema.Source schemas;
    private int steps;

    ExampleGenerator(Document document) {
        this.document = document;
        this.schemas = new Schema.Source(document);
    }

    /** The values that can be drawn from a schema at a place, all of them valid: one with all members, one with few. */
    synchronized List<JsonNode> values(String pointer) {
        JsonNode schema = document.target(pointer).json();
        steps = 0;
        return Stream.of(true, false)
                .map(full -> draw(schema, new Way(full, Set.of(), 0, 0)))
                .filter(Objects::nonNull)
                .filter(value -> accepts(pointer, value))
                .toList();
    }

    /** Whether a schema at a place accepts a value. */
    synchronized boolean accepts(String pointer, JsonNode value) {
        return schemas.at(pointer).check(value, "") == null;
    }

    private boolean accepts(JsonNode schema, JsonNode value) {
        return schemas.of(schema).check(value, "") == null;
    }

    /** Null where no value was found. */
    private @Nullable JsonNode draw(JsonNode schema, Way way) {
        if (schema.isBoolean() && !schema.asBoolean() || way.depth() > MAX_DEPTH || ++steps > MAX_STEPS) {
            return null;
        }
        Set<String> references = new HashSet<>();
        ObjectNode flat = SchemaMerger.flat(document, schema, references);
        if (way.full() && way.comesFrom(references)) {
            return null;
        }
        Way inside = way.inside(references);
        JsonNode given = given(flat, schema, way.variant());
        if (given != null) {
            return given;
        }
        for (String union : UNIONS) {
            if (flat.has(union)) {
                return alternative(flat, union, schema, inside);
            }
        }
        return types(flat).stream()
                .map(type -> ofType(type, flat, inside))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the document itself gives, where it is valid. */
    private @Nullable JsonNode given(ObjectNode flat, JsonNode schema, int variant) {
        List<JsonNode> values = new ArrayList<>();
        Stream.of("example", "default", "const")
                .filter(flat::has)
                .map(flat::get)
                .forEach(values::add);
        flat.path("examples").forEach(values::add);
        flat.path("enum").forEach(values::add);
        return values.stream()
                .distinct()
                .filter(value -> accepts(schema, value))
                .skip(variant)
                .findFirst()
                .orElse(null);
    }

    private @Nullable JsonNode alternative(ObjectNode flat, String union, JsonNode schema, Way way) {
        // Those that lead back to where one comes from are for last.
        for (boolean again : new boolean[] {false, true}) {
            for (JsonNode one : flat.get(union)) {
                Set<String> references = new HashSet<>();
                ObjectNode merged = flat.deepCopy();
                merged.remove(union);
                SchemaMerger.merge(merged, SchemaMerger.flat(document, one, references));
                JsonNode value =
                        way.comesFrom(references) == again ? draw(merged, schema, way.inside(references)) : null;
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /** A value for a schema that another one must accept, too. */
    private @Nullable JsonNode draw(ObjectNode schema, JsonNode whole, Way way) {
        return (way.full() ? Stream.of(way, way.least()) : Stream.of(way))
                .map(attempt -> draw(schema, attempt))
                .filter(value -> value != null && accepts(whole, value))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> types(ObjectNode flat) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = flat.path("type");
        type.forEach(one -> types.add(one.asText()));
        if (type.isTextual()) {
            types.add(type.asText());
        } else if (type.isMissingNode()) {
            types.add(
                    flat.has("items") || flat.has("minItems")
                            ? "array"
                            : flat.has("pattern") || flat.has("format") || flat.has("minLength")
                                    ? "string"
                                    : flat.has("minimum") || flat.has("maximum") ? "number" : "object");
        }
        if (types.remove("null")) {
            types.add("null");
        }
        return types;
    }

    private @Nullable JsonNode ofType(String type, ObjectNode flat, Way way) {
        JsonNode value = switch (type) {
            case "object" -> object(flat, way);
            case "array" -> array(flat, way);
            case "boolean" -> BooleanNode.valueOf(way.variant() == 0);
            case "integer", "number" -> ScalarGenerator.number(flat, type.equals("integer"), way.variant());
            case "null" -> NullNode.instance;
            default -> ScalarGenerator.string(flat, way.variant());
        };
        return value == null || value.isContainerNode() || accepts(flat, value) ? value : null;
    }

    private @Nullable JsonNode object(ObjectNode flat, Way way) {
        Set<String> required = new LinkedHashSet<>();
        flat.path("required").forEach(name -> required.add(name.asText()));
        ObjectNode object = Json.MAPPER.createObjectNode();
        Set<String> names = new LinkedHashSet<>();
        flat.path("properties").fieldNames().forEachRemaining(names::add);
        names.addAll(required);
        JsonNode additional = flat.path("additionalProperties");
        for (String name : names) {
            JsonNode schema =
                    flat.path("properties").has(name) ? flat.path("properties").path(name) : additional;
            JsonNode value = required.contains(name) ? required(schema, way) : optional(schema, way);
            if (value != null) {
                object.set(name, value);
            } else if (required.contains(name)) {
                return null;
            }
        }
        int wanted = Math.max(
                flat.path("minProperties").asInt(), names.isEmpty() && additional.isObject() && way.full() ? 1 : 0);
        for (int i = 1; object.size() < wanted; i++) {
            JsonNode value = draw(additional, way);
            if (value == null) {
                return flat.path("minProperties").asInt() > object.size() ? null : object;
            }
            object.set("key" + i, value);
        }
        return object;
    }

    private @Nullable JsonNode required(JsonNode schema, Way way) {
        JsonNode value = draw(schema, way);
        return value == null ? draw(schema, way.least()) : value;
    }

    private @Nullable JsonNode optional(JsonNode schema, Way way) {
        JsonNode value = way.full() || way.variant() > 0 ? draw(schema, way) : null;
        return value != null && accepts(schema, value) ? value : null;
    }

    private @Nullable JsonNode array(ObjectNode flat, Way way) {
        int least = flat.path("minItems").asInt();
        int wanted = Math.max(least, way.full() && flat.path("maxItems").asInt(1) > 0 ? 1 : 0);
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (int i = 0; i < wanted; i++) {
            JsonNode items =
                    flat.path("prefixItems").has(i) ? flat.path("prefixItems").get(i) : flat.path("items");
            // Only where items must differ, lest an example lose to something built.
            boolean differ = flat.path("uniqueItems").asBoolean();
            Way next = differ ? way.variant(way.variant() + i) : way;
            JsonNode item = i < least ? required(items, next) : draw(items, next);
            if (item == null) {
                return i < least ? null : array;
            }
            array.add(item);
        }
        return array;
    }

    /**
     * How to draw.
     *
     * @param full whether members are wanted that may be left out
     * @param references those that led here
     * @param variant another number makes another value, where there is one
     */
    private record Way(boolean full, Set<String> references, int depth, int variant) {
        boolean comesFrom(Set<String> other) {
            return other.stream().anyMatch(references::contains);
        }

        Way inside(Set<String> more) {
            Set<String> all = new HashSet<>(references);
            all.addAll(more);
            return new Way(full, all, depth + 1, variant);
        }

        Way least() {
            return new Way(false, references, depth, variant);
        }

        Way variant(int other) {
            return new Way(full, references, depth, other);
        }
    }
}
