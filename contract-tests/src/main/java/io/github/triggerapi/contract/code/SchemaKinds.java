package io.github.triggerapi.contract.code;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Determines the kinds of schemas in Swagger Parser's model. Not thread-safe. */
final class SchemaKinds {

    /** Kinds of schemas with different Java types. */
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

    private final References references;

    /** Each schema is asked for several times, by both artifacts. */
    private final Map<Schema<?>, List<Schema<?>>> chains = new IdentityHashMap<>();

    private final Map<Schema<?>, Kind> kinds = new IdentityHashMap<>();
    private final Set<Schema<?>> open = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaKinds(References references) {
        this.references = references;
    }

    /** Returns the end of {@link #chain}. */
    Schema<?> effective(Schema<?> schema) {
        List<Schema<?>> chain = chain(schema);
        return chain.get(chain.size() - 1);
    }

    /**
     * Returns a schema followed by the schemas it is equivalent to: targets of references, and the only part of an {@code allOf} or of
     * a union. */
    List<Schema<?>> chain(Schema<?> schema) {
        return chains.computeIfAbsent(schema, this::newChain);
    }

    private List<Schema<?>> newChain(Schema<?> schema) {
        List<Schema<?>> chain = new ArrayList<>();
        for (Schema<?> next = schema; isUnseen(next, chain); next = equivalent(chain.get(chain.size() - 1))) {
            chain.addAll(references.chain(next));
        }
        return List.copyOf(chain);
    }

    /** Compares identity, as schemas with equal content are equal. */
    private static boolean isUnseen(@Nullable Schema<?> schema, List<Schema<?>> chain) {
        return schema != null && chain.stream().noneMatch(other -> other == schema);
    }

    private @Nullable Schema<?> equivalent(Schema<?> schema) {
        if (isObject(schema)) {
            return null;
        }
        if (orEmpty(schema.getAllOf()).size() == 1) {
            Schema<?> part = schema.getAllOf().get(0);
            // An object that requires further members has a class of its own, and so has a subtype.
            boolean requiresMore =
                    schema.getRequired() != null && !schema.getRequired().isEmpty();
            return requiresMore && of(part) == Kind.OBJECT || isSubtype(schema, part) ? null : part;
        }
        List<Schema<?>> alternatives = alternatives(schema);
        return alternatives.size() == 1 ? alternatives.get(0) : null;
    }

    /** Returns whether a schema lists members, beside which alternatives can only add members. */
    private static boolean isObject(Schema<?> schema) {
        return schema.getProperties() != null
                && !schema.getProperties().isEmpty()
                && Set.of("object").containsAll(types(schema));
    }

    Kind of(Schema<?> schema) {
        Kind known = kinds.get(schema);
        if (known == null) {
            Schema<?> effective = effective(schema);
            if (!open.add(effective)) {
                // The values of a map are maps of the same kind.
                return Kind.ANY;
            }
            // Not by computeIfAbsent, as the kind of a map depends on that of its values.
            known = newKind(schema);
            kinds.put(schema, known);
            open.remove(effective);
        }
        return known;
    }

    private Kind newKind(Schema<?> schema) {
        Schema<?> effective = effective(schema);
        if (!subtypes(effective).isEmpty()) {
            return Kind.UNION;
        }
        if (!orEmpty(effective.getAllOf()).isEmpty() || isObject(effective)) {
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
            // A long has no room for all values of this format.
            case "integer" -> "uint64".equals(schema.getFormat()) ? Kind.NUMBER : Kind.INTEGER;
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

    /** Returns whether an object may only have the listed members. */
    static boolean isClosed(Schema<?> schema) {
        if (schema.getPatternProperties() != null) {
            return false;
        }
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
        if (schema.getConst() != null) {
            return typeOf(schema.getConst());
        }
        boolean text =
                schema.getEnum() != null && schema.getEnum().stream().allMatch(v -> v == null || v instanceof String);
        return text ? "string" : "any";
    }

    private static String typeOf(Object constant) {
        if (constant instanceof Number number) {
            boolean integer =
                    new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
            return integer ? "integer" : "number";
        } else if (constant instanceof Boolean) {
            return "boolean";
        }
        return constant instanceof String ? "string" : "any";
    }

    /** Returns the schemas of {@code oneOf} and {@code anyOf}, without null; empty if they are a choice of members. */
    List<Schema<?>> alternatives(Schema<?> schema) {
        List<Schema<?>> alternatives = new ArrayList<>();
        addAlternatives(schema.getOneOf(), alternatives);
        addAlternatives(schema.getAnyOf(), alternatives);
        return alternatives;
    }

    @SuppressWarnings("rawtypes") // As in Swagger Parser's model.
    private static void addAlternatives(@Nullable List<Schema> branches, List<Schema<?>> alternatives) {
        for (Schema<?> branch : RequiredChoices.isChoice(branches) ? List.<Schema>of() : orEmpty(branches)) {
            if (!isNull(branch)) {
                alternatives.add(branch);
            }
        }
    }

    @SuppressWarnings("rawtypes") // As in Swagger Parser's model.
    private static List<Schema> orEmpty(@Nullable List<Schema> list) {
        return list == null ? List.of() : list;
    }

    /** Returns the named schemas that add to a schema with a discriminator by {@code allOf}: it stands for all of them. */
    private List<Schema<?>> subtypes(Schema<?> schema) {
        if (schema.getDiscriminator() == null) {
            return List.of();
        }
        List<Schema<?>> subtypes = new ArrayList<>();
        for (Schema<?> other : references.schemas().values()) {
            for (Schema<?> part : orEmpty(other.getAllOf())) {
                if (part.get$ref() != null && references.resolve(part) == schema) {
                    subtypes.add(other);
                }
            }
        }
        return subtypes;
    }

    private boolean isSubtype(Schema<?> schema, Schema<?> part) {
        return part.get$ref() != null
                && subtypes(references.resolve(part)).stream().anyMatch(subtype -> subtype == schema);
    }

    /** Returns the variants of a union: its subtypes, its alternatives, or one for each of its types. */
    List<Variant> variants(Schema<?> schema) {
        Schema<?> effective = effective(schema);
        List<Variant> variants = new ArrayList<>();
        subtypes(effective).forEach(subtype -> variants.add(new Variant(of(subtype), subtype, true)));
        if (!variants.isEmpty()) {
            // An object of another kind.
            variants.add(new Variant(Kind.ANY_OBJECT, effective, false));
            return variants;
        }
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

    /** A variant of a union: a whole schema, or one type of a schema. */
    record Variant(Kind kind, Schema<?> schema, boolean whole) {}

    /** Returns the types of a schema without {@code null}. */
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

    /** Returns whether a schema or a schema it refers to allows null. */
    boolean nullable(Schema<?> schema) {
        return sourcesOfNull(schema).stream()
                .anyMatch(source -> hasNullableKeyword(source) || source.get$ref() == null && listsNull(source));
    }

    /** A list of types beside a reference can only exclude null. */
    private static boolean listsNull(Schema<?> schema) {
        return isNull(schema)
                || schema.getTypes() != null && schema.getTypes().contains("null")
                || schema.getEnum() != null && schema.getEnum().contains(null);
    }

    /** Returns the schemas that may make a schema nullable: the targets of its references and its alternatives. */
    List<Schema<?>> sourcesOfNull(Schema<?> schema) {
        List<Schema<?>> sources = new ArrayList<>();
        collectSources(schema, sources);
        return sources;
    }

    private void collectSources(Schema<?> schema, List<Schema<?>> sources) {
        if (!isUnseen(schema, sources)) {
            return;
        }
        this.references.chain(schema).stream().filter(s -> isUnseen(s, sources)).forEach(sources::add);
        Schema<?> resolved = references.resolve(schema);
        if (isObject(resolved)) {
            return;
        }
        orEmpty(resolved.getOneOf()).forEach(branch -> collectSources(branch, sources));
        orEmpty(resolved.getAnyOf()).forEach(branch -> collectSources(branch, sources));
        if (orEmpty(resolved.getAllOf()).size() == 1) {
            collectSources(resolved.getAllOf().get(0), sources);
        }
    }

    /** Swagger Parser keeps the keyword among the extensions in OpenAPI 3.1, which does not define it. */
    private static boolean hasNullableKeyword(Schema<?> schema) {
        Map<String, Object> extensions = schema.getExtensions() == null ? Map.of() : schema.getExtensions();
        return Boolean.TRUE.equals(schema.getNullable()) || Boolean.TRUE.equals(extensions.get("nullable"));
    }

    private static boolean isNull(Schema<?> schema) {
        return schema.get$ref() == null
                && (schema.getTypes() != null && schema.getTypes().equals(Set.of("null"))
                        || "null".equals(schema.getType()));
    }

    /**
     * Returns the schemas that contribute members to an object: its own, the parts of an {@code allOf}, and alternatives beside
     * or within them.
     */
    List<ObjectPart> parts(Schema<?> schema) {
        List<ObjectPart> parts = new ArrayList<>();
        collectParts(schema, List.of(), false, parts);
        return parts;
    }

    private void collectParts(Schema<?> schema, List<Schema<?>> above, boolean alternative, List<ObjectPart> parts) {
        List<Schema<?>> chain = this.references.chain(schema);
        Schema<?> resolved = chain.get(chain.size() - 1);
        List<Schema<?>> references = new ArrayList<>(above);
        references.addAll(chain.subList(0, chain.size() - 1));
        if (above.stream().anyMatch(reference -> reference == schema)) {
            return; // The schema is a part of itself.
        }
        orEmpty(resolved.getAllOf()).forEach(part -> collectParts(part, references, alternative, parts));
        alternatives(resolved).forEach(branch -> collectParts(branch, references, true, parts));
        parts.add(new ObjectPart(resolved, references, alternative));
    }

    /**
     * A schema that contributes members to an object, with the references that lead to it.
     *
     * @param alternative whether objects need not match it
     */
    record ObjectPart(Schema<?> schema, List<Schema<?>> references, boolean alternative) {}

    /** Returns the schemas of each member of an object. Those of alternatives count if no other part lists the member. */
    static Map<String, List<Property>> properties(List<ObjectPart> parts) {
        Map<String, List<Property>> properties = new TreeMap<>();
        for (boolean alternative : List.of(false, true)) {
            Map<String, List<Property>> own = new TreeMap<>();
            for (ObjectPart part : parts) {
                if (part.alternative() == alternative && part.schema().getProperties() != null) {
                    part.schema()
                            .getProperties()
                            .forEach((name, schema) -> own.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(new Property(schema, part.references())));
                }
            }
            own.forEach(properties::putIfAbsent);
        }
        return properties;
    }

    /** A member of an object, with the references that lead to the schema that lists it. */
    record Property(Schema<?> schema, List<Schema<?>> references) {}
}
