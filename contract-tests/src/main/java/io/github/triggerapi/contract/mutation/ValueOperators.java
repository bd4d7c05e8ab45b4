package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes listed values and bounds. */
final class ValueOperators {

    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

    /** Values for formats that Swagger Parser validates. */
    private static final Map<String, String> FRESH =
            Map.of("date", "1999-12-31", "date-time", "1999-12-31T23:59:59Z", "byte", "bXV0YW50");

    private ValueOperators() {}

    /** Returns the type of a schema with a single type; empty for others. */
    private static String type(MutationPoint schema) {
        List<String> types = WireSemantics.isComposed(schema.node()) ? List.of() : WireSemantics.types(schema.node());
        return types.size() == 1 ? types.get(0) : "";
    }

    // -- enum and const ----------------------------------------------------------------------------------------------

    static List<Change> addValue(MutationPoint schema) {
        if (schema.has("const") || !SCALARS.contains(type(schema))) {
            return List.of();
        }
        return List.of(schema.append("enum", fresh(schema)));
    }

    static List<Change> removeValue(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        JsonNode values = schema.get("enum");
        for (int i = 0; i < values.size(); i++) {
            if (values.size() > 1 && !values.get(i).isNull() && isOnce(values, values.get(i))) {
                changes.add(schema.removeAt("enum", i));
            }
        }
        if (schema.has("enum")) {
            changes.add(schema.remove("enum"));
        }
        return changes;
    }

    static List<Change> renameValue(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        JsonNode values = schema.get("enum");
        for (int i = 0; i < values.size(); i++) {
            JsonNode other = other(values.get(i));
            if (!values.get(i).isNull()
                    && isOnce(values, values.get(i))
                    && !JsonNodes.elements(values).contains(other)) {
                changes.add(schema.replaceAt("enum", i, other));
            }
        }
        return changes;
    }

    private static boolean isOnce(JsonNode values, JsonNode value) {
        return JsonNodes.elements(values).stream().filter(value::equals).count() == 1;
    }

    static List<Change> constant(MutationPoint schema) {
        if (schema.has("const")) {
            return List.of(schema.set("const", other(schema.get("const"))), schema.remove("const"));
        }
        // OpenAPI 3.0 does not have this keyword.
        boolean known = !schema.semantics().isOpenApi30();
        return known && SCALARS.contains(type(schema)) && !schema.has("enum")
                ? List.of(schema.set("const", fresh(schema)))
                : List.of();
    }

    private static JsonNode fresh(MutationPoint schema) {
        return switch (type(schema)) {
            case "integer", "number" -> JsonNodes.number(4711);
            case "boolean" -> JsonNodes.bool(schema.get("enum").path(0).asText().equals("false"));
            default -> JsonNodes.string(FRESH.getOrDefault(schema.string("format"), "mutant"));
        };
    }

    private static JsonNode other(JsonNode value) {
        return value.isNumber()
                ? JsonNodes.plus(value, 1)
                : value.isBoolean() ? JsonNodes.bool(!value.asBoolean()) : JsonNodes.string(value.asText() + "-mutant");
    }

    // -- bounds ------------------------------------------------------------------------------------------------------

    /** Returns the bounds for the types of a schema. {@link TypeOperators} changes formats. */
    private static List<SchemaKeyword> bounds(MutationPoint schema) {
        List<String> types = WireSemantics.isComposed(schema.node()) && !schema.isPart()
                ? List.of()
                : WireSemantics.types(schema.node());
        return types.stream()
                .flatMap(type -> SchemaKeyword.boundsOf(type).stream())
                .distinct()
                .filter(bound -> bound != SchemaKeyword.FORMAT)
                .filter(bound -> isApplicable(schema, bound))
                .toList();
    }

    /** Returns whether a bound is not a flag, as exclusive bounds are in OpenAPI 3.0. */
    private static boolean isApplicable(MutationPoint schema, SchemaKeyword bound) {
        return !List.of(Bound.EXCLUSIVE_LOWER, Bound.EXCLUSIVE_UPPER)
                        .contains(bound.bound().orElseThrow())
                || !schema.semantics().isOpenApi30();
    }

    /** Returns the value of an added bound. */
    private static JsonNode value(SchemaKeyword bound) {
        return switch (bound.bound().orElseThrow()) {
            case LOWER, EXCLUSIVE_LOWER, STEP, LEAST_COUNT -> JsonNodes.number(3);
            case UPPER, EXCLUSIVE_UPPER, GREATEST_COUNT -> JsonNodes.number(4711);
            case UNIQUE -> JsonNodes.bool(true);
            case PATTERN -> JsonNodes.string("^mutant");
            case FORMAT -> throw new IllegalArgumentException(bound.keyword());
        };
    }

    static List<Change> addBound(MutationPoint schema) {
        // An object that must be empty has a bound already.
        boolean empty = schema.get("additionalProperties").isBoolean()
                && !schema.get("additionalProperties").asBoolean()
                && schema.get("properties").isEmpty();
        return bounds(schema).stream()
                .filter(bound -> hasNoEffect(schema.get(bound.keyword())))
                .filter(bound -> !(empty && bound.types().contains("object")))
                .map(bound -> schema.set(bound.keyword(), value(bound)))
                .toList();
    }

    static List<Change> changeBound(MutationPoint schema) {
        return bounds(schema).stream()
                .filter(bound -> schema.has(bound.keyword())
                        && !schema.get(bound.keyword()).isBoolean())
                .map(bound -> schema.set(
                        bound.keyword(),
                        schema.get(bound.keyword()).isNumber()
                                ? JsonNodes.plus(schema.get(bound.keyword()), 1)
                                : other(schema.get(bound.keyword()))))
                .toList();
    }

    static List<Change> removeBound(MutationPoint schema) {
        return bounds(schema).stream()
                .filter(bound -> !hasNoEffect(schema.get(bound.keyword())))
                .filter(bound -> !(bound.bound().orElseThrow() == Bound.LEAST_COUNT
                        && schema.get(bound.keyword()).asInt() == 0))
                .map(bound -> schema.remove(bound.keyword()))
                .toList();
    }

    private static boolean hasNoEffect(JsonNode bound) {
        return bound.isMissingNode() || bound.isBoolean() && !bound.asBoolean();
    }

    /** Changes the flags for exclusive bounds of OpenAPI 3.0. */
    static List<Change> exclusive(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String bound : List.of("Minimum", "Maximum")) {
            String flag = "exclusive" + bound;
            if (schema.has(bound.toLowerCase(java.util.Locale.ROOT))
                    && schema.semantics().isOpenApi30()
                    && isNumeric(schema)) {
                changes.add(schema.set(flag, !schema.get(flag).asBoolean()));
            }
        }
        return changes;
    }

    /** Returns whether a schema allows numbers. Bounds of numbers have no effect on others. */
    private static boolean isNumeric(MutationPoint schema) {
        List<String> types = WireSemantics.types(schema.node());
        return types.contains("integer") || types.contains("number");
    }
}
