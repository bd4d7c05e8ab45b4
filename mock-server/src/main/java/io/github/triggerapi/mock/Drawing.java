package io.github.triggerapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws values from schemas: what the document gives as an example, and else one that is built to fit. */
final class Drawing {
    /** How deep a value may become where a schema asks for itself. */
    private static final int MAX_DEPTH = 30;

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");

    private final Document document;
    private final Schema.Source schemas;

    Drawing(Document document) {
        this.document = document;
        this.schemas = new Schema.Source(document);
    }

    /** The values that can be drawn from a schema at a place, all of them valid: one with all members, one with few. */
    synchronized List<JsonNode> values(String pointer) {
        JsonNode schema = document.root().at(pointer);
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
        if (schema.isBoolean() && !schema.asBoolean() || way.depth() > MAX_DEPTH) {
            return null;
        }
        Set<String> references = new HashSet<>();
        ObjectNode flat = Merging.flat(document, schema, references);
        if (way.full() && references.stream().anyMatch(way.references()::contains)) {
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
        for (JsonNode one : flat.get(union)) {
            ObjectNode merged = flat.deepCopy();
            merged.remove(union);
            Merging.merge(merged, Merging.flat(document, one, new HashSet<>()));
            for (Way attempt : way.full() ? List.of(way, way.least()) : List.of(way)) {
                JsonNode value = draw(merged, attempt);
                if (value != null && accepts(schema, value)) {
                    return value;
                }
            }
        }
        return null;
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
            case "integer", "number" -> Scalars.number(flat, type.equals("integer"), way.variant());
            case "null" -> NullNode.instance;
            default -> Scalars.string(flat, way.variant());
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
            JsonNode schema = flat.path("properties").path(name);
            JsonNode value = way.full() || required.contains(name) || way.variant() > 0
                    ? draw(schema.isMissingNode() ? additional : schema, way)
                    : null;
            if (value == null && required.contains(name)) {
                value = draw(schema.isMissingNode() ? additional : schema, way.least());
                if (value == null) {
                    return null;
                }
            }
            if (value != null) {
                object.set(name, value);
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

    private @Nullable JsonNode array(ObjectNode flat, Way way) {
        int least = flat.path("minItems").asInt();
        int wanted = Math.max(least, way.full() && flat.path("maxItems").asInt(1) > 0 ? 1 : 0);
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (int i = 0; i < wanted; i++) {
            JsonNode items =
                    flat.path("prefixItems").has(i) ? flat.path("prefixItems").get(i) : flat.path("items");
            // Only where items must differ, lest an example lose to something built.
            boolean differ = flat.path("uniqueItems").asBoolean();
            JsonNode item = draw(items, differ ? way.variant(way.variant() + i) : way);
            if (item == null && i < least) {
                item = draw(items, way.least());
            }
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
