package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.ObjectPart;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares schemas with the Java types that represent them in an artifact. */
final class SchemaCheck {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<Kind> CLASSES = Set.of(Kind.OBJECT, Kind.ENUM, Kind.UNION);

    private final SwaggerSpec spec;
    private final GeneratedArtifact artifact;
    private final SchemaKinds kinds;
    private final JavaTypes types;
    private final Findings findings;
    private final Set<Class<?>> reached = new HashSet<>();
    private final Set<String> compared = new HashSet<>();

    /** The arrays and maps around the one that is compared. Those that contain themselves have values of any type. */
    private final Set<Schema<?>> containers = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The comparisons that have begun, including those of the check that started this one as a trial. */
    private final Set<String> open;

    SchemaCheck(SwaggerSpec spec, Findings findings) {
        this(spec, findings, Set.of());
    }

    private SchemaCheck(SwaggerSpec spec, Findings findings, Set<String> open) {
        this.spec = spec;
        this.artifact = findings.artifact();
        this.kinds = spec.kinds();
        this.types = new JavaTypes(artifact);
        this.findings = findings;
        this.open = new HashSet<>(open);
    }

    /** Returns the generated classes that schemas required. */
    Set<Class<?>> reached() {
        return reached;
    }

    /** Compares a schema with a type and the types it consists of. */
    void compare(Schema<?> schema, AnnotatedType type, Location location) {
        compare(schema, type, ConstraintKeywords.of(type), location);
    }

    /** Compares a schema with a type whose constraints are on other elements as well. */
    void compare(Schema<?> schema, AnnotatedType type, Map<String, String> constraints, Location location) {
        Location chain = location.through(pointers(schema));
        Kind kind = kinds.of(schema);
        kinds.chain(schema).stream()
                .filter(reference -> reference.get$ref() != null)
                .forEach(reference ->
                        findings.notExpressed().references().add(spec.pointers().of(reference)));
        if (compare(kind, kinds.effective(schema), type, constraints, chain) && CLASSES.contains(kind)) {
            className(chain, JavaTypes.raw(type.getType()));
        }
    }

    /** Compares one type of a schema with a Java type. Returns whether the Java type is of that kind. */
    boolean compare(
            Kind kind, Schema<?> schema, AnnotatedType type, Map<String, String> constraints, Location location) {
        Class<?> raw = JavaTypes.raw(type.getType());
        if (!types.isOf(kind, raw)) {
            List<String> values =
                    schema.getAdditionalProperties() instanceof Schema<?> extra ? pointers(extra) : List.of();
            findings.add(
                    location.through(values),
                    "expected " + describe(kind, schema, kinds) + " from the document, found " + types.describe(raw));
            return false;
        }
        Map<String, String> generated =
                CLASSES.contains(kind) ? ConstraintKeywords.of(ClassFileAnnotations.of(raw)) : constraints;
        Map<String, String> documented = ConstraintKeywords.of(schema, kind);
        List<ObjectPart> parts = kind == Kind.OBJECT ? kinds.parts(schema) : List.of();
        parts.stream()
                .filter(part -> part.schema().getPatternProperties() != null)
                .forEach(part -> notExpressed(part.schema(), "additionalProperties"));
        parts.stream()
                .filter(part -> !part.alternative())
                .forEach(part -> documented.putAll(RequiredChoices.of(part.schema())));
        bounds(documented, generated, kind, location, parts);
        switch (kind) {
            case ARRAY, MAP -> {
                containers.add(schema);
                if (kind == Kind.ARRAY) {
                    items(schema, type, location);
                } else {
                    content(
                            (Schema<?>) schema.getAdditionalProperties(),
                            JavaTypes.argument(type, 1),
                            location,
                            "additionalProperties");
                }
                containers.remove(schema);
            }
            case ENUM -> compareEnum(schema, raw, location);
            case OBJECT -> {
                // The object may also be a part of others, whose classes do not have its bounds.
                for (String keyword : List.of("minProperties", "maxProperties")) {
                    findings.notExpressed().expressed().add(spec.pointers().of(schema) + "/" + keyword);
                }
                once(schema, raw, () -> new ObjectCheck(this, kinds).compare(schema, raw, location));
            }
            case UNION -> {
                once(schema, raw, () -> new UnionCheck(this, kinds, types).compare(schema, raw, location));
                if (schema.getDiscriminator() != null) {
                    // An object of another kind may lack the members that all kinds require.
                    findings.notExpressed().keywords().add(spec.pointers().of(schema) + "/required");
                }
            }
            case ANY -> any(schema);
            case ANY_OBJECT -> {
                notExpressed(schema, "const", "enum");
                if (schema.getPatternProperties() != null) {
                    notExpressed(schema, "additionalProperties");
                }
                if (schema.getAdditionalProperties() instanceof Schema<?> values && kinds.effective(values) == schema) {
                    findings.notExpressed().places().add(spec.pointers().of(values));
                }
            }
            default -> {}
        }
        return true;
    }

    /** Elements with schemas of their own may have any type in Java. */
    private void items(Schema<?> array, AnnotatedType type, Location location) {
        if (array.getPrefixItems() == null) {
            content(array.getItems(), JavaTypes.argument(type, 0), location, "items");
            return;
        }
        content(null, JavaTypes.argument(type, 0), location, "items");
        String pointer = spec.pointers().of(array);
        findings.notExpressed().places().addAll(List.of(pointer + "/items", pointer + "/prefixItems"));
    }

    /** Values of several types, and null alone, are any JSON in Java. */
    private void any(Schema<?> schema) {
        notExpressed(schema, "const", "enum");
        if (Set.of("null").equals(schema.getTypes())) {
            notExpressed(schema, "type");
        }
    }

    private void notExpressed(Schema<?> schema, String... keywords) {
        for (String keyword : keywords) {
            findings.notExpressed().keywords().add(spec.pointers().of(schema) + "/" + keyword);
        }
    }

    void bounds(Map<String, String> documented, Map<String, String> generated, Kind kind, Location location) {
        bounds(documented, generated, kind, location, List.of());
    }

    private void bounds(
            Map<String, String> documented,
            Map<String, String> generated,
            Kind kind,
            Location location,
            List<ObjectPart> parts) {
        ConstraintKeywords.differences(documented, generated, kind).forEach((keyword, difference) -> {
            if (RequiredChoices.KEYWORDS.contains(keyword) && !parts.isEmpty()) {
                List<String> pointers = parts.stream()
                        .map(part -> spec.pointers().of(part.schema()) + "/" + keyword)
                        .toList();
                findings.add(location.through(pointers), keyword + ": " + difference);
                return;
            }
            Location at = location.keyword(keyword);
            for (String other : relatedKeywords(keyword)) {
                at = at.through(location.keyword(other).pointers());
            }
            findings.add(at, keyword + ": " + difference);
        });
    }

    private List<String> relatedKeywords(String bound) {
        return switch (bound) {
            // An object without properties and additional properties is empty.
            case "maxProperties" -> List.of("additionalProperties");
            // In OpenAPI 3.0 these are flags that apply to the inclusive bound.
            case "exclusiveMinimum" -> spec.isOpenApi30() ? List.of("minimum") : List.of();
            case "exclusiveMaximum" -> spec.isOpenApi30() ? List.of("maximum") : List.of();
            default -> List.of();
        };
    }

    /** A named schema has a class of that name. */
    private void className(Location location, Class<?> type) {
        for (int i = location.pointers().size() - 1; i >= 0; i--) {
            String pointer = location.pointers().get(i);
            if (pointer.startsWith(SCHEMAS) && pointer.indexOf('/', SCHEMAS.length()) < 0) {
                String name = pointer.substring(SCHEMAS.length());
                findings.expect(
                        GeneratedCode.isNamed(type, name),
                        location,
                        "expected the class of " + name + " from the document, found " + type.getSimpleName());
                return;
            }
        }
    }

    private void content(@Nullable Schema<?> schema, AnnotatedType type, Location location, String keyword) {
        Location at = location.keyword(keyword);
        if (schema == null) {
            boolean any = JavaTypes.raw(type.getType()) == artifact.any();
            findings.expect(any, at, "expected any value from the document, found " + type.getType());
            return;
        }
        Location content = at.part("/" + keyword, pointers(schema));
        if (containers.contains(kinds.effective(schema)) && isAny(type)) {
            findings.notExpressed().places().addAll(content.pointers());
            return;
        }
        compare(schema, type, content);
        nullable(schema, type, content);
    }

    /** Returns whether a type is that of any JSON. */
    boolean isAny(AnnotatedType type) {
        return JavaTypes.raw(type.getType()) == artifact.any();
    }

    Kind kind(Schema<?> schema) {
        return kinds.of(schema);
    }

    /** Returns the schema that a schema is equivalent to. */
    Schema<?> effective(Schema<?> schema) {
        return kinds.effective(schema);
    }

    /** Returns the kinds of the variants of a union. */
    List<Kind> variants(Schema<?> schema) {
        return kinds.variants(schema).stream().map(SchemaKinds.Variant::kind).toList();
    }

    /** Returns the members of an object. */
    Map<String, List<SchemaKinds.Property>> properties(Schema<?> schema) {
        return SchemaKinds.properties(kinds.parts(schema));
    }

    boolean isNullable(Schema<?> schema) {
        return kinds.of(schema) != Kind.ANY && kinds.nullable(schema);
    }

    /** Returns a location followed by the references of a schema. */
    Location chain(Location location, Schema<?> schema) {
        return location.through(pointers(schema));
    }

    /** Compares the nullability of a schema with that of a type. */
    void nullable(Schema<?> schema, AnnotatedType type, Location location) {
        nullable(schema, type.isAnnotationPresent(Nullable.class), location);
    }

    /** Compares the nullability of a schema with that of the code. Any JSON includes null. */
    void nullable(Schema<?> schema, boolean generated, Location location) {
        boolean documented = kinds.nullable(schema);
        if (documented != generated && kinds.of(schema) != Kind.ANY) {
            findings.add(
                    location.through(at(kinds.sourcesOfNull(schema))),
                    documented ? "may be null in the document, but not in the code" : "may be null in the code only");
        }
    }

    static String describe(Kind kind, Schema<?> schema, SchemaKinds kinds) {
        return kind == Kind.OBJECT
                ? "OBJECT with " + SchemaKinds.properties(kinds.parts(schema)).keySet()
                : kind.toString();
    }

    private void compareEnum(Schema<?> schema, Class<?> type, Location location) {
        reached.add(type);
        Set<String> documented = new TreeSet<>();
        if (schema.getConst() == null) {
            schema.getEnum().stream().filter(text -> text != null).forEach(text -> documented.add(text.toString()));
        } else {
            documented.add(schema.getConst().toString());
        }
        Set<String> generated = JavaTypes.knownValues(type);
        findings.expect(
                documented.equals(generated),
                location.keyword(schema.getConst() == null ? "enum" : "const"),
                "expected " + documented + " from the document, found " + generated + " in " + type.getSimpleName());
    }

    /** Runs a comparison of a schema and a class, unless it was or is being run. */
    private void once(Schema<?> schema, Class<?> type, Runnable comparison) {
        reached.add(type);
        String pair = type.getName() + " " + System.identityHashCode(schema);
        if (!open.contains(pair) && compared.add(pair)) {
            open.add(pair);
            comparison.run();
            open.remove(pair);
        }
    }

    List<String> pointers(Schema<?> schema) {
        return at(kinds.chain(schema));
    }

    List<String> at(List<Schema<?>> schemas) {
        return schemas.stream().map(spec.pointers()::of).toList();
    }

    // -- for checks of types with parts ---------------------------------------------------------------------------

    Findings findings() {
        return findings;
    }

    SwaggerSpec spec() {
        return spec;
    }

    /** Returns the class with the fewest differences from a schema. */
    Optional<Class<?>> closest(Schema<?> schema, List<Class<?>> candidates, Location location) {
        return candidates.size() < 2
                ? candidates.stream().findFirst()
                : candidates.stream().min(Comparator.comparingInt(type -> differences(schema, type, location)));
    }

    private int differences(Schema<?> schema, Class<?> type, Location location) {
        SchemaCheck trial = trial();
        trial.compare(schema, UnannotatedType.of(type), location);
        return trial.findings().all().size();
    }

    /** Returns a check with its own findings. */
    SchemaCheck trial() {
        return new SchemaCheck(spec, new Findings(artifact), open);
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
