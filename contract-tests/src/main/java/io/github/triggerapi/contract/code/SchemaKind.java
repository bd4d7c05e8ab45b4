package io.github.triggerapi.contract.code;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a schema asks for, worked out from Swagger Parser's model alone. */
final class SchemaKind {

    /** Kinds that differ in their Java type. */
    enum Kind {
        ANY,
        ANY_OBJECT,
        ARRAY,
        BOOLEAN,
        DATE_TIME,
        ENUM,
        INTEGER,
        MAP,
        NUMBER,
        OBJECT,
        STRING,
        UNION
    }

    private final Spec spec;

    SchemaKind(Spec spec) {
        this.spec = spec;
    }

    /** References, and an {@code allOf} or a union of one that is no more than a reference, followed to the end. */
    Schema<?> effective(Schema<?> schema) {
        Schema<?> resolved = spec.resolve(schema);
        if (size(resolved.getAllOf()) == 1 && resolved.getProperties() == null) {
            return effective(resolved.getAllOf().get(0));
        }
        List<Schema<?>> variants = alternatives(resolved);
        return variants.size() == 1 ? effective(variants.get(0)) : resolved;
    }

    Kind of(Schema<?> schema) {
        Schema<?> effective = effective(schema);
        if (size(effective.getAllOf()) > 0) {
            return Kind.OBJECT;
        }
        if (alternatives(effective).size() > 1) {
            return Kind.UNION;
        }
        Set<String> types = types(effective);
        return types.size() > 1
                ? Kind.UNION
                : ofType(
                        effective,
                        types.isEmpty() ? implied(effective) : types.iterator().next());
    }

    private static Kind ofType(Schema<?> schema, String type) {
        return switch (type) {
            case "array" -> Kind.ARRAY;
            case "boolean" -> Kind.BOOLEAN;
            case "integer" -> Kind.INTEGER;
            case "number" -> Kind.NUMBER;
            case "string" ->
                schema.getEnum() != null || schema.getConst() != null
                        ? Kind.ENUM
                        : "date-time".equals(schema.getFormat()) ? Kind.DATE_TIME : Kind.STRING;
            case "object" -> ofObject(schema);
            default -> Kind.ANY;
        };
    }

    private static Kind ofObject(Schema<?> schema) {
        if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
            return Kind.OBJECT;
        }
        return schema.getAdditionalProperties() instanceof Schema<?> values && isSomething(values)
                ? Kind.MAP
                : Kind.ANY_OBJECT;
    }

    private static boolean isSomething(Schema<?> schema) {
        return schema.getBooleanSchemaValue() == null
                && (schema.get$ref() != null
                        || schema.getTypes() != null
                        || schema.getType() != null
                        || schema.getOneOf() != null
                        || schema.getAnyOf() != null
                        || schema.getAllOf() != null
                        || schema.getProperties() != null);
    }

    private static String implied(Schema<?> schema) {
        if (schema.getProperties() != null || isSchema(schema.getAdditionalProperties())) {
            return "object";
        }
        if (schema.getItems() != null) {
            return "array";
        }
        boolean text = schema.getConst() instanceof String
                || schema.getEnum() != null
                        && schema.getEnum().stream().allMatch(v -> v == null || v instanceof String);
        return text ? "string" : "any";
    }

    private static boolean isSchema(@Nullable Object additional) {
        return additional instanceof Schema<?>;
    }

    /** The schemas of {@code oneOf} or {@code anyOf}, that of null left out. */
    List<Schema<?>> alternatives(Schema<?> schema) {
        List<Schema<?>> alternatives = new ArrayList<>();
        for (Object branch : concat(schema.getOneOf(), schema.getAnyOf())) {
            if (!isNull((Schema<?>) branch)) {
                alternatives.add((Schema<?>) branch);
            }
        }
        return alternatives;
    }

    private static List<?> concat(@Nullable List<?> first, @Nullable List<?> second) {
        List<Object> all = new ArrayList<>();
        if (first != null) {
            all.addAll(first);
        }
        if (second != null) {
            all.addAll(second);
        }
        return all;
    }

    /** The variants of a union: its alternatives, or one for each of its types. */
    List<Variant> variants(Schema<?> schema) {
        Schema<?> effective = effective(schema);
        List<Variant> variants = new ArrayList<>();
        for (Schema<?> alternative : alternatives(effective)) {
            variants.add(new Variant(of(alternative), alternative));
        }
        if (variants.isEmpty()) {
            for (String type : types(effective)) {
                variants.add(new Variant(ofType(effective, type), effective));
            }
        }
        return variants;
    }

    /** One of the types that a value of a union may have. */
    record Variant(Kind kind, Schema<?> schema) {}

    /** The types of a schema but {@code null}. */
    static Set<String> types(Schema<?> schema) {
        Set<String> types = new TreeSet<>();
        if (schema.getTypes() != null) {
            types.addAll(schema.getTypes());
        }
        if (schema.getType() != null) {
            types.add(schema.getType());
        }
        types.remove("null");
        return types;
    }

    boolean nullable(Schema<?> schema) {
        Schema<?> resolved = spec.resolve(schema);
        boolean here = saysNullable(schema)
                || saysNullable(resolved)
                || resolved.getTypes() != null && resolved.getTypes().contains("null")
                || resolved.getEnum() != null && resolved.getEnum().contains(null)
                || concat(resolved.getOneOf(), resolved.getAnyOf()).stream().anyMatch(b -> isNull((Schema<?>) b));
        boolean below =
                size(resolved.getAllOf()) == 1 && nullable(resolved.getAllOf().get(0));
        return here || below;
    }

    /** OpenAPI 3.1 has no such keyword any more, so there Swagger Parser keeps it among the extensions. */
    private static boolean saysNullable(Schema<?> schema) {
        Map<String, Object> extensions = schema.getExtensions() == null ? Map.of() : schema.getExtensions();
        return Boolean.TRUE.equals(schema.getNullable()) || Boolean.TRUE.equals(extensions.get("nullable"));
    }

    private static boolean isNull(Schema<?> schema) {
        return schema.get$ref() == null
                && (schema.getTypes() != null && schema.getTypes().equals(Set.of("null"))
                        || "null".equals(schema.getType()));
    }

    /** The members of an object, those of the parts of an {@code allOf} included, each with whether it is required. */
    Map<String, Property> properties(Schema<?> schema) {
        Map<String, Property> properties = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        collect(spec.resolve(schema), properties, required);
        properties.replaceAll((name, property) -> new Property(property.schema(), required.contains(name)));
        return properties;
    }

    private void collect(Schema<?> schema, Map<String, Property> properties, Set<String> required) {
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(part -> collect(spec.resolve(part), properties, required));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> properties.put(name, new Property(property, false)));
        }
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
    }

    /** A member of an object. */
    record Property(Schema<?> schema, boolean required) {}

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
