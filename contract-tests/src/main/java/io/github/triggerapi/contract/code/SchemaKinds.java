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
final class SchemaKinds {

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

    private final SwaggerSpec spec;

    SchemaKinds(SwaggerSpec spec) {
        this.spec = spec;
    }

    /** References, and an {@code allOf} or a union of one that is no more than a reference, followed to the end. */
    Schema<?> effective(Schema<?> schema) {
        List<Schema<?>> chain = chain(schema);
        return chain.get(chain.size() - 1);
    }

    /** A schema, what it is no more than, and so on to the end. */
    List<Schema<?>> chain(Schema<?> schema) {
        List<Schema<?>> chain = new ArrayList<>();
        for (Schema<?> next = schema; isNew(next, chain); next = only(chain.get(chain.size() - 1))) {
            chain.addAll(spec.references().chain(next));
        }
        return chain;
    }

    /** Two schemas that say the same are equal, but not one. */
    private static boolean isNew(@Nullable Schema<?> schema, List<Schema<?>> chain) {
        return schema != null && chain.stream().noneMatch(other -> other == schema);
    }

    private @Nullable Schema<?> only(Schema<?> schema) {
        if (size(schema.getAllOf()) == 1 && schema.getProperties() == null) {
            return schema.getAllOf().get(0);
        }
        List<Schema<?>> alternatives = alternatives(schema);
        return alternatives.size() == 1 ? alternatives.get(0) : null;
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

    private Kind ofType(Schema<?> schema, String type) {
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

    private Kind ofObject(Schema<?> schema) {
        if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
            return Kind.OBJECT;
        }
        return schema.getAdditionalProperties() instanceof Schema<?> values && of(values) != Kind.ANY
                ? Kind.MAP
                : Kind.ANY_OBJECT;
    }

    /** Whether an object may have no members but those that are listed. */
    static boolean isClosed(Schema<?> schema) {
        return schema.getAdditionalProperties() instanceof Schema<?> values
                ? Boolean.FALSE.equals(values.getBooleanSchemaValue())
                : Boolean.FALSE.equals(schema.getAdditionalProperties());
    }

    private static String implied(Schema<?> schema) {
        if (schema.getProperties() != null || schema.getAdditionalProperties() != null) {
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

    /** The schemas of {@code oneOf} or {@code anyOf}, that of null left out; none where they only require members. */
    List<Schema<?>> alternatives(Schema<?> schema) {
        List<Schema<?>> alternatives = new ArrayList<>();
        for (Object branch : concat(
                MemberChoices.isChoice(schema.getOneOf()) ? null : schema.getOneOf(),
                MemberChoices.isChoice(schema.getAnyOf()) ? null : schema.getAnyOf())) {
            if (!isNull((Schema<?>) branch)) {
                alternatives.add((Schema<?>) branch);
            }
        }
        return alternatives;
    }

    private static List<Object> concat(@Nullable List<?> first, @Nullable List<?> second) {
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
            variants.add(new Variant(of(alternative), alternative, true));
        }
        if (variants.isEmpty()) {
            for (String type : types(effective)) {
                variants.add(new Variant(ofType(effective, type), effective, false));
            }
        }
        return variants;
    }

    /** One of the types that a value of a union may have: all that a schema says, or one of its types. */
    record Variant(Kind kind, Schema<?> schema, boolean whole) {}

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

    /** Whether null fits, by what a schema says or by what it refers to. */
    boolean nullable(Schema<?> schema) {
        return sourcesOfNull(schema).stream()
                .anyMatch(source -> saysNullable(source)
                        || isNull(source)
                        || source.getTypes() != null && source.getTypes().contains("null")
                        || source.getEnum() != null && source.getEnum().contains(null));
    }

    /** The schemas each of which may add null to the values of one: what that is no more than, and its alternatives. */
    List<Schema<?>> sourcesOfNull(Schema<?> schema) {
        List<Schema<?>> sources = new ArrayList<>();
        collectSources(schema, sources);
        return sources;
    }

    private void collectSources(Schema<?> schema, List<Schema<?>> sources) {
        if (!isNew(schema, sources)) {
            return;
        }
        spec.references().chain(schema).stream().filter(s -> isNew(s, sources)).forEach(sources::add);
        Schema<?> resolved = spec.resolve(schema);
        List<Object> branches = concat(resolved.getOneOf(), resolved.getAnyOf());
        if (size(resolved.getAllOf()) == 1 && resolved.getProperties() == null) {
            branches.addAll(resolved.getAllOf());
        }
        branches.forEach(branch -> collectSources((Schema<?>) branch, sources));
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

    /** The schemas whose members an object has: its own, and the parts of an {@code allOf}. */
    List<Part> parts(Schema<?> schema) {
        List<Part> parts = new ArrayList<>();
        collectParts(schema, List.of(), parts);
        return parts;
    }

    private void collectParts(Schema<?> schema, List<Schema<?>> above, List<Part> parts) {
        List<Schema<?>> chain = spec.references().chain(schema);
        Schema<?> resolved = chain.get(chain.size() - 1);
        List<Schema<?>> references = new ArrayList<>(above);
        references.addAll(chain.subList(0, chain.size() - 1));
        if (above.stream().anyMatch(reference -> reference == schema)) {
            return; // It is a part of itself.
        }
        if (resolved.getAllOf() != null) {
            resolved.getAllOf().forEach(part -> collectParts(part, references, parts));
        }
        parts.add(new Part(resolved, references));
    }

    /** One of the schemas that an object is put together of, and the references that lead to it. */
    record Part(Schema<?> schema, List<Schema<?>> references) {}

    /** The members of an object, those of the parts of an {@code allOf} included. */
    static Map<String, Property> properties(List<Part> parts) {
        Map<String, Property> properties = new TreeMap<>();
        for (Part part : parts) {
            if (part.schema().getProperties() != null) {
                part.schema()
                        .getProperties()
                        .forEach((name, schema) -> properties.put(name, new Property(schema, part.references())));
            }
        }
        return properties;
    }

    /** A member of an object, and the references that lead to the schema that lists it. */
    record Property(Schema<?> schema, List<Schema<?>> references) {}

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }
}
