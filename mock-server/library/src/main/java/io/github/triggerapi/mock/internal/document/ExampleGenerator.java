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

/** Generates values from schemas: the examples of the document, otherwise values that are built from the keywords. */
final class ExampleGenerator {
    /** The maximum nesting depth of a value, for recursive schemas. */
    private static final int MAX_DEPTH = 30;

    /** The maximum number of attempts, because a schema with several recursive members could take exponential time. */
    private static final int MAX_STEPS = 20_000;

    private static final List<String> UNIONS = List.of("oneOf", "anyOf");

    private final Document document;
    private final Schema.Source schemas;
    private int steps;

    ExampleGenerator(Document document) {
        this.document = document;
        this.schemas = new Schema.Source(document, MessageDirection.RESPONSE);
    }

    /** Returns the valid values that can be generated: one with all members, and one with few. */
    synchronized List<JsonNode> values(String pointer) {
        JsonNode schema = document.target(pointer).json();
        steps = 0;
        return Stream.of(true, false)
                .map(full -> generate(schema, new GenerationContext(full, Set.of(), 0, 0)))
                .filter(Objects::nonNull)
                .filter(value -> accepts(pointer, value))
                .toList();
    }

    synchronized boolean accepts(String pointer, JsonNode value) {
        return schemas.at(pointer).check(value, "") == null;
    }

    private boolean accepts(JsonNode schema, JsonNode value) {
        return schemas.of(schema).check(value, "") == null;
    }

    /** Returns null if no value is found. */
    private @Nullable JsonNode generate(JsonNode schema, GenerationContext context) {
        if (schema.isBoolean() && !schema.asBoolean() || context.depth() > MAX_DEPTH || ++steps > MAX_STEPS) {
            return null;
        }
        Set<String> references = new HashSet<>();
        ObjectNode flat = SchemaMerger.flat(document, schema, references);
        if (context.full() && context.comesFrom(references)) {
            return null;
        }
        GenerationContext inside = context.inside(references);
        JsonNode documented = documented(flat, schema, context.variant());
        if (documented != null) {
            return documented;
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

    /** Returns a value that the document itself gives, if it is valid. */
    private @Nullable JsonNode documented(ObjectNode flat, JsonNode schema, int variant) {
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

    private @Nullable JsonNode alternative(ObjectNode flat, String union, JsonNode schema, GenerationContext context) {
        // Recursive alternatives are the last ones.
        for (boolean again : new boolean[] {false, true}) {
            for (JsonNode one : flat.get(union)) {
                Set<String> references = new HashSet<>();
                ObjectNode merged = flat.deepCopy();
                merged.remove(union);
                SchemaMerger.merge(merged, SchemaMerger.flat(document, one, references));
                JsonNode value = context.comesFrom(references) == again
                        ? generate(merged, schema, context.inside(references))
                        : null;
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Returns a value that another schema accepts, too. */
    private @Nullable JsonNode generate(ObjectNode schema, JsonNode whole, GenerationContext context) {
        return (context.full() ? Stream.of(context, context.minimal()) : Stream.of(context))
                .map(attempt -> generate(schema, attempt))
                .filter(value -> value != null && accepts(whole, value))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> types(ObjectNode flat) {
        Set<String> types = FlattenedSchema.declaredTypes(flat);
        if (!flat.has("type")) {
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

    private @Nullable JsonNode ofType(String type, ObjectNode flat, GenerationContext context) {
        JsonNode value = switch (type) {
            case "object" -> object(flat, context);
            case "array" -> array(flat, context);
            case "boolean" -> BooleanNode.valueOf(context.variant() == 0);
            case "integer", "number" -> ScalarGenerator.number(flat, type.equals("integer"), context.variant());
            case "null" -> NullNode.instance;
            default -> ScalarGenerator.string(flat, context.variant());
        };
        return value == null || value.isContainerNode() || accepts(flat, value) ? value : null;
    }

    private @Nullable JsonNode object(ObjectNode flat, GenerationContext context) {
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
            JsonNode value = required.contains(name) ? required(schema, context) : optional(schema, context);
            if (value != null) {
                object.set(name, value);
            } else if (required.contains(name)) {
                return null;
            }
        }
        int wanted = Math.max(
                flat.path("minProperties").asInt(), names.isEmpty() && additional.isObject() && context.full() ? 1 : 0);
        for (int i = 1; object.size() < wanted; i++) {
            JsonNode value = generate(additional, context);
            if (value == null) {
                return flat.path("minProperties").asInt() > object.size() ? null : object;
            }
            object.set("key" + i, value);
        }
        return object;
    }

    private @Nullable JsonNode required(JsonNode schema, GenerationContext context) {
        JsonNode value = generate(schema, context);
        return value == null ? generate(schema, context.minimal()) : value;
    }

    private @Nullable JsonNode optional(JsonNode schema, GenerationContext context) {
        JsonNode value = context.full() || context.variant() > 0 ? generate(schema, context) : null;
        return value != null && accepts(schema, value) ? value : null;
    }

    private @Nullable JsonNode array(ObjectNode flat, GenerationContext context) {
        int minimal = flat.path("minItems").asInt();
        int wanted = Math.max(minimal, context.full() && flat.path("maxItems").asInt(1) > 0 ? 1 : 0);
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (int i = 0; i < wanted; i++) {
            JsonNode items =
                    flat.path("prefixItems").has(i) ? flat.path("prefixItems").get(i) : flat.path("items");
            // Only if items must differ, because an example is preferred to a built value.
            boolean differ = flat.path("uniqueItems").asBoolean();
            GenerationContext next = differ ? context.variant(context.variant() + i) : context;
            JsonNode item = i < minimal ? required(items, next) : generate(items, next);
            if (item == null) {
                return i < minimal ? null : array;
            }
            array.add(item);
        }
        return array;
    }

    /**
     * How to generate a value.
     *
     * @param full whether optional members are included
     * @param references the references that led here
     * @param variant another number gives another value, if there is one
     */
    private record GenerationContext(boolean full, Set<String> references, int depth, int variant) {
        boolean comesFrom(Set<String> other) {
            return other.stream().anyMatch(references::contains);
        }

        GenerationContext inside(Set<String> more) {
            Set<String> all = new HashSet<>(references);
            all.addAll(more);
            return new GenerationContext(full, all, depth + 1, variant);
        }

        GenerationContext minimal() {
            return new GenerationContext(false, references, depth, variant);
        }

        GenerationContext variant(int other) {
            return new GenerationContext(full, references, depth, other);
        }
    }
}
