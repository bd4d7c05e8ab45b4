package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of the values that are listed, and of bounds. */
final class ValueOperators {

    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    /** Values of the formats of which Swagger Parser refuses others. */
    private static final Map<String, String> FRESH =
            Map.of("date", "1999-12-31", "date-time", "1999-12-31T23:59:59Z", "byte", "bXV0YW50");

    private ValueOperators() {}

    /** The only type of a schema that has one, and is no more than that; else the empty text. */
    private static String type(Site schema) {
        List<String> types = Wire.isComposed(schema.node()) ? List.of() : Wire.types(schema.node());
        return types.size() == 1 ? types.get(0) : "";
    }

    // -- enum and const ----------------------------------------------------------------------------------------------

    static List<Change> addValue(Site schema) {
        if (schema.has("const") || !SCALARS.contains(type(schema))) {
            return List.of();
        }
        return List.of(
                schema.has("enum")
                        ? schema.set("enum", Json.with(schema.get("enum"), fresh(schema)))
                        : schema.set("enum", Json.array(List.of(fresh(schema)))));
    }

    static List<Change> removeValue(Site schema) {
        List<Change> changes = new ArrayList<>();
        JsonNode values = schema.get("enum");
        for (int i = 0; i < values.size(); i++) {
            if (values.size() > 1 && !values.get(i).isNull() && isOnce(values, values.get(i))) {
                changes.add(schema.set("enum", Json.without(values, i)));
            }
        }
        if (schema.has("enum")) {
            changes.add(schema.remove("enum"));
        }
        return changes;
    }

    static List<Change> renameValue(Site schema) {
        List<Change> changes = new ArrayList<>();
        JsonNode values = schema.get("enum");
        for (int i = 0; i < values.size(); i++) {
            JsonNode other = other(values.get(i));
            if (!values.get(i).isNull()
                    && isOnce(values, values.get(i))
                    && !Json.elements(values).contains(other)) {
                changes.add(schema.set("enum", Json.replaced(values, i, other)));
            }
        }
        return changes;
    }

    private static boolean isOnce(JsonNode values, JsonNode value) {
        return Json.elements(values).stream().filter(value::equals).count() == 1;
    }

    static List<Change> constant(Site schema) {
        if (schema.has("const")) {
            return List.of(schema.set("const", other(schema.get("const"))), schema.remove("const"));
        }
        // OpenAPI 3.0 has no such keyword.
        boolean known = !schema.wire().isOpenApi30();
        return known && SCALARS.contains(type(schema)) && !schema.has("enum")
                ? List.of(schema.set("const", fresh(schema)))
                : List.of();
    }

    private static JsonNode fresh(Site schema) {
        return switch (type(schema)) {
            case "integer", "number" -> Json.number(4711);
            case "boolean" -> Json.bool(schema.get("enum").path(0).asText().equals("false"));
            default -> Json.text(FRESH.getOrDefault(schema.text("format"), "mutant"));
        };
    }

    private static JsonNode other(JsonNode value) {
        return value.isNumber()
                ? Json.plus(value, 1)
                : value.isBoolean() ? Json.bool(!value.asBoolean()) : Json.text(value.asText() + "-mutant");
    }

    // -- bounds ------------------------------------------------------------------------------------------------------

    /** The bounds of the types that a schema has; those of other types do nothing. {@link TypeOperators} changes formats. */
    private static List<SchemaKeyword> bounds(Site schema) {
        List<String> types = Wire.isComposed(schema.node()) && !schema.isPart() ? List.of() : Wire.types(schema.node());
        return types.stream()
                .flatMap(type -> SchemaKeyword.boundsOf(type).stream())
                .distinct()
                .filter(bound -> bound != SchemaKeyword.FORMAT)
                .filter(bound -> isNumeric(schema, bound))
                .toList();
    }

    /** OpenAPI 3.0 has exclusive bounds as a flag beside the inclusive one. */
    private static boolean isNumeric(Site schema, SchemaKeyword bound) {
        return !List.of(Bound.EXCLUSIVE_LOWER, Bound.EXCLUSIVE_UPPER)
                        .contains(bound.bound().orElseThrow())
                || !schema.wire().isOpenApi30();
    }

    /** The value with which a bound is added. */
    private static JsonNode value(SchemaKeyword bound) {
        return switch (bound.bound().orElseThrow()) {
            case LOWER, EXCLUSIVE_LOWER, STEP, LEAST_COUNT -> Json.number(3);
            case UPPER, EXCLUSIVE_UPPER, GREATEST_COUNT -> Json.number(4711);
            case UNIQUE -> Json.bool(true);
            case PATTERN -> Json.text("^mutant");
            case FORMAT -> throw new IllegalArgumentException(bound.keyword());
        };
    }

    static List<Change> addBound(Site schema) {
        // An object that may have no member at all has a bound already.
        boolean empty = schema.get("additionalProperties").isBoolean()
                && !schema.get("additionalProperties").asBoolean()
                && schema.get("properties").isEmpty();
        return bounds(schema).stream()
                .filter(bound -> isIdle(schema.get(bound.keyword())))
                .filter(bound -> !(empty && bound.types().contains("object")))
                .map(bound -> schema.set(bound.keyword(), value(bound)))
                .toList();
    }

    static List<Change> changeBound(Site schema) {
        return bounds(schema).stream()
                .filter(bound -> schema.has(bound.keyword())
                        && !schema.get(bound.keyword()).isBoolean())
                .map(bound -> schema.set(
                        bound.keyword(),
                        schema.get(bound.keyword()).isNumber()
                                ? Json.plus(schema.get(bound.keyword()), 1)
                                : other(schema.get(bound.keyword()))))
                .toList();
    }

    static List<Change> removeBound(Site schema) {
        return bounds(schema).stream()
                .filter(bound -> !isIdle(schema.get(bound.keyword())))
                .filter(bound -> !(bound.bound().orElseThrow() == Bound.LEAST_COUNT
                        && schema.get(bound.keyword()).asInt() == 0))
                .map(bound -> schema.remove(bound.keyword()))
                .toList();
    }

    private static boolean isIdle(JsonNode bound) {
        return bound.isMissingNode() || bound.isBoolean() && !bound.asBoolean();
    }

    /** The flag of OpenAPI 3.0, which makes the bound beside it one that is not reached. */
    static List<Change> exclusive(Site schema) {
        List<Change> changes = new ArrayList<>();
        for (String bound : List.of("Minimum", "Maximum")) {
            String flag = "exclusive" + bound;
            if (schema.has(bound.toLowerCase(java.util.Locale.ROOT))
                    && schema.wire().isOpenApi30()) {
                changes.add(schema.set(flag, Json.bool(!schema.get(flag).asBoolean())));
            }
        }
        return changes;
    }
}
