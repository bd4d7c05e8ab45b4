package io.github.triggerapi.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of schemas: all of JSON Schema 2020-12 and OpenAPI 3.1, and those that only OpenAPI 3.0 has.
 *
 * <p>Code that handles keywords iterates them, so that no keyword is forgotten. Those on which a Java type depends come
 * first, with the likeliest cause of a change of that type at the top.
 */
public enum SchemaKeyword {
    TYPE("type", Role.ASSERTION),
    FORMAT("format", Bound.FORMAT, "integer", "number", "string"),
    ENUM("enum", Role.ASSERTION),
    CONST("const", Role.ASSERTION),
    ONE_OF("oneOf", Role.ASSERTION, Subschemas.LIST),
    ANY_OF("anyOf", Role.ASSERTION, Subschemas.LIST),
    ALL_OF("allOf", Role.ASSERTION, Subschemas.LIST),
    ITEMS("items", Role.ASSERTION, Subschemas.ONE),
    PROPERTIES("properties", Role.ASSERTION, Subschemas.MAP),
    ADDITIONAL_PROPERTIES("additionalProperties", Role.ASSERTION, Subschemas.ONE),
    NULLABLE("nullable", Role.ASSERTION),
    REQUIRED("required", Role.ASSERTION),
    DEFAULT("default", Role.ANNOTATION),
    REF("$ref", Role.ASSERTION),
    DISCRIMINATOR("discriminator", Role.ASSERTION),

    MINIMUM("minimum", Bound.LOWER, "integer", "number"),
    MAXIMUM("maximum", Bound.UPPER, "integer", "number"),
    EXCLUSIVE_MINIMUM("exclusiveMinimum", Bound.EXCLUSIVE_LOWER, "integer", "number"),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum", Bound.EXCLUSIVE_UPPER, "integer", "number"),
    MULTIPLE_OF("multipleOf", Bound.STEP, "integer", "number"),
    MIN_LENGTH("minLength", Bound.LEAST_COUNT, "string"),
    MAX_LENGTH("maxLength", Bound.GREATEST_COUNT, "string"),
    PATTERN("pattern", Bound.PATTERN, "string"),
    MIN_ITEMS("minItems", Bound.LEAST_COUNT, "array"),
    MAX_ITEMS("maxItems", Bound.GREATEST_COUNT, "array"),
    UNIQUE_ITEMS("uniqueItems", Bound.UNIQUE, "array"),
    MIN_PROPERTIES("minProperties", Bound.LEAST_COUNT, "object"),
    MAX_PROPERTIES("maxProperties", Bound.GREATEST_COUNT, "object"),

    READ_ONLY("readOnly", Role.ANNOTATION),
    WRITE_ONLY("writeOnly", Role.ANNOTATION),

    COMMENT("$comment", Role.PROSE),
    DEPRECATED("deprecated", Role.PROSE),
    DESCRIPTION("description", Role.PROSE),
    EXAMPLE("example", Role.PROSE),
    EXAMPLES("examples", Role.PROSE),
    EXTERNAL_DOCS("externalDocs", Role.PROSE),
    /** Allowed beside a reference. */
    SUMMARY("summary", Role.PROSE),
    TITLE("title", Role.PROSE),
    XML("xml", Role.PROSE),

    ANCHOR("$anchor", Role.UNSUPPORTED),
    DYNAMIC_ANCHOR("$dynamicAnchor", Role.UNSUPPORTED),
    DYNAMIC_REF("$dynamicRef", Role.UNSUPPORTED),
    ID("$id", Role.UNSUPPORTED),
    SCHEMA("$schema", Role.UNSUPPORTED),
    VOCABULARY("$vocabulary", Role.UNSUPPORTED),
    DEFS("$defs", Role.UNSUPPORTED, Subschemas.MAP),
    /** The name of {@code $defs} in earlier drafts. */
    DEFINITIONS("definitions", Role.UNSUPPORTED, Subschemas.MAP),
    CONTAINS("contains", Role.UNSUPPORTED, Subschemas.ONE),
    MIN_CONTAINS("minContains", Role.UNSUPPORTED),
    MAX_CONTAINS("maxContains", Role.UNSUPPORTED),
    CONTENT_ENCODING("contentEncoding", Role.UNSUPPORTED),
    CONTENT_MEDIA_TYPE("contentMediaType", Role.UNSUPPORTED),
    CONTENT_SCHEMA("contentSchema", Role.UNSUPPORTED, Subschemas.ONE),
    DEPENDENT_REQUIRED("dependentRequired", Role.UNSUPPORTED),
    DEPENDENT_SCHEMAS("dependentSchemas", Role.UNSUPPORTED, Subschemas.MAP),
    IF("if", Role.UNSUPPORTED, Subschemas.ONE),
    THEN("then", Role.UNSUPPORTED, Subschemas.ONE),
    ELSE("else", Role.UNSUPPORTED, Subschemas.ONE),
    NOT("not", Role.UNSUPPORTED, Subschemas.ONE),
    PATTERN_PROPERTIES("patternProperties", Role.UNSUPPORTED, Subschemas.MAP),
    PREFIX_ITEMS("prefixItems", Role.UNSUPPORTED, Subschemas.LIST),
    PROPERTY_NAMES("propertyNames", Role.UNSUPPORTED, Subschemas.ONE),
    UNEVALUATED_ITEMS("unevaluatedItems", Role.UNSUPPORTED, Subschemas.ONE),
    UNEVALUATED_PROPERTIES("unevaluatedProperties", Role.UNSUPPORTED, Subschemas.ONE);

    /** What a keyword is for. */
    public enum Role {
        /** Says which values are valid, and generated code expresses it. */
        ASSERTION,
        /** Tells programs how to treat a value, and does not restrict the valid ones. */
        ANNOTATION,
        /** Is for readers only. */
        PROSE,
        /** Says which values are valid, or which schema applies, in a way that generated code does not express. */
        UNSUPPORTED
    }

    /** How a keyword bounds the values of some types. */
    public enum Bound {
        /** The least number. */
        LOWER,
        /** The greatest number. */
        UPPER,
        /** A number below all valid ones; in OpenAPI 3.0 a flag beside {@link #LOWER}. */
        EXCLUSIVE_LOWER,
        /** A number above all valid ones; in OpenAPI 3.0 a flag beside {@link #UPPER}. */
        EXCLUSIVE_UPPER,
        /** The number of which each valid one is a multiple. */
        STEP,
        /** The least number of characters, items or members. */
        LEAST_COUNT,
        /** The greatest number of characters, items or members. */
        GREATEST_COUNT,
        /** A flag: no item twice. */
        UNIQUE,
        /** A regular expression that matches part of the string. */
        PATTERN,
        /** The name of a format. */
        FORMAT
    }

    /** How a keyword holds schemas. */
    public enum Subschemas {
        /** It holds none. */
        NONE,
        /** Its value is a schema. */
        ONE,
        /** Its value is an array of schemas. */
        LIST,
        /** Its value is an object whose members are schemas. */
        MAP
    }

    private static final Map<String, SchemaKeyword> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(SchemaKeyword::keyword, Function.identity()));

    /** Those that neither restrict values nor change what a reference within the document refers to. */
    private static final Set<SchemaKeyword> NEUTRAL =
            Set.of(ANCHOR, DEFS, DYNAMIC_ANCHOR, SCHEMA, VOCABULARY, CONTENT_MEDIA_TYPE, DEFINITIONS);

    private final String keyword;
    private final Role role;
    private final Subschemas subschemas;
    private final @Nullable Bound bound;
    private final Set<String> types;

    SchemaKeyword(String keyword, Role role) {
        this(keyword, role, Subschemas.NONE);
    }

    SchemaKeyword(String keyword, Role role, Subschemas subschemas) {
        this(keyword, role, subschemas, null);
    }

    SchemaKeyword(String keyword, Bound bound, String... types) {
        this(keyword, Role.ASSERTION, Subschemas.NONE, bound, types);
    }

    SchemaKeyword(String keyword, Role role, Subschemas subschemas, @Nullable Bound bound, String... types) {
        this.keyword = keyword;
        this.role = role;
        this.subschemas = subschemas;
        this.bound = bound;
        this.types = Set.of(types);
    }

    /** Returns the name in a document, such as {@code minLength}. */
    public String keyword() {
        return keyword;
    }

    /** Returns what the keyword is for. */
    public Role role() {
        return role;
    }

    /** Returns how the keyword holds schemas. */
    public Subschemas subschemas() {
        return subschemas;
    }

    /** Returns how the keyword bounds values; empty if it is not a bound. */
    public Optional<Bound> bound() {
        return Optional.ofNullable(bound);
    }

    /** Returns the JSON types whose values the keyword bounds; empty if it is not a bound. */
    public Set<String> types() {
        return types;
    }

    /** Returns whether the Java type of generated code may depend on the keyword. */
    public boolean affectsType() {
        return compareTo(DEFAULT) <= 0;
    }

    /** Returns the keyword of that name; empty if there is none. */
    public static Optional<SchemaKeyword> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Returns whether a member of a schema is for readers only, which extensions are too. */
    public static boolean isProse(String name) {
        return name.startsWith("x-")
                || of(name).filter(known -> known.role == Role.PROSE).isPresent();
    }

    /** Returns whether a member of a schema does not restrict the valid values. An unknown one may. */
    public static boolean isUnrestrictive(String name) {
        return isProse(name)
                || of(name).filter(known -> known.role == Role.ANNOTATION).isPresent();
    }

    /** Returns whether a keyword that generated code does not express has no effect on the valid values. */
    public static boolean isNeutral(String name) {
        return of(name).filter(NEUTRAL::contains).isPresent();
    }

    /** Returns whether generated code expresses a member of a schema, or may ignore it. */
    public static boolean isSupported(String name) {
        return isUnrestrictive(name)
                || of(name).filter(known -> known.role == Role.ASSERTION).isPresent();
    }

    /** Returns the keywords that bound the values of a JSON type. */
    public static List<SchemaKeyword> boundsOf(String type) {
        return Arrays.stream(values())
                .filter(known -> known.types.contains(type))
                .toList();
    }
}
