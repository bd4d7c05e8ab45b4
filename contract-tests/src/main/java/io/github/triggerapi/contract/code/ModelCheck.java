package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.Part;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares schemas with the types that stand for them on one side, member by member. */
final class ModelCheck {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<Kind> CLASSES = Set.of(Kind.OBJECT, Kind.ENUM, Kind.UNION);

    private final SwaggerSpec spec;
    private final GeneratedArtifact side;
    private final SchemaKinds kinds;
    private final JavaTypes types;
    private final Findings findings;
    private final Set<Class<?>> reached = new HashSet<>();
    private final Set<String> compared = new HashSet<>();

    ModelCheck(SwaggerSpec spec, GeneratedArtifact side, Findings findings) {
        this.spec = spec;
        this.side = side;
        this.kinds = new SchemaKinds(spec);
        this.types = new JavaTypes(side);
        this.findings = findings;
    }

    /** The generated classes that some schema called for. */
    Set<Class<?>> reached() {
        return reached;
    }

    /** Compares a schema with a type and with all that the type is made of. */
    void compare(Schema<?> schema, AnnotatedType type, Location place) {
        compare(schema, type, new AnnotatedElement[] {type}, place);
    }

    /** The same, where the constraints are not all on the type. */
    void compare(Schema<?> schema, AnnotatedType type, AnnotatedElement[] annotated, Location place) {
        Location chain = place.through(pointers(schema));
        Kind kind = kinds.of(schema);
        if (compare(kind, kinds.effective(schema), type, annotated, chain) && CLASSES.contains(kind)) {
            className(chain, JavaTypes.raw(type.getType()));
        }
    }

    /** The same, of a schema whose types are taken one by one. Responses whether the type is of that kind. */
    boolean compare(Kind kind, Schema<?> schema, AnnotatedType type, AnnotatedElement[] annotated, Location place) {
        Class<?> raw = JavaTypes.raw(type.getType());
        if (!types.isOf(kind, raw)) {
            List<String> values =
                    schema.getAdditionalProperties() instanceof Schema<?> extra ? pointers(extra) : List.of();
            findings.add(
                    side,
                    place.through(values),
                    "the document says " + words(kind, schema, kinds) + ", the code has " + types.describe(raw));
            return false;
        }
        AnnotatedElement[] bounded = CLASSES.contains(kind) ? new AnnotatedElement[] {raw} : annotated;
        Map<String, String> documented = Constraints.of(schema, kind);
        List<Part> parts = kind == Kind.OBJECT ? kinds.parts(schema) : List.of();
        parts.forEach(part -> documented.putAll(MemberChoices.of(part.schema())));
        bounds(documented, Constraints.of(bounded), kind, place, parts);
        switch (kind) {
            case ARRAY -> content(schema.getItems(), JavaTypes.argument(type, 0), place, "items");
            case MAP ->
                content(
                        (Schema<?>) schema.getAdditionalProperties(),
                        JavaTypes.argument(type, 1),
                        place,
                        "additionalProperties");
            case ENUM -> texts(schema, raw, place);
            case OBJECT -> {
                if (isFirst(schema, raw)) {
                    new ObjectCheck(this, kinds).compare(schema, raw, place);
                }
            }
            case UNION -> {
                if (isFirst(schema, raw)) {
                    new UnionCheck(this, kinds, types).compare(schema, raw, place);
                }
            }
            default -> {}
        }
        return true;
    }

    void bounds(Map<String, String> documented, Map<String, String> generated, Kind kind, Location place) {
        bounds(documented, generated, kind, place, List.of());
    }

    private void bounds(
            Map<String, String> documented,
            Map<String, String> generated,
            Kind kind,
            Location place,
            List<Part> parts) {
        Constraints.differences(documented, generated, kind).forEach((keyword, difference) -> {
            if (MemberChoices.KEYWORDS.contains(keyword) && !parts.isEmpty()) {
                List<String> pointers = parts.stream()
                        .map(part -> spec.pointers().of(part.schema()) + "/" + keyword)
                        .toList();
                findings.add(side, place.through(pointers), keyword + ": " + difference);
                return;
            }
            Location at = place.keyword(keyword);
            for (String other : alsoSaidBy(keyword)) {
                at = at.through(place.keyword(other).pointers());
            }
            findings.add(side, at, keyword + ": " + difference);
        });
    }

    private List<String> alsoSaidBy(String bound) {
        return switch (bound) {
            // An object without listed members that may have no others has none at all.
            case "maxProperties" -> List.of("additionalProperties");
            // In OpenAPI 3.0 these are flags beside the bound.
            case "exclusiveMinimum" -> spec.isOpenApi30() ? List.of("minimum") : List.of();
            case "exclusiveMaximum" -> spec.isOpenApi30() ? List.of("maximum") : List.of();
            default -> List.of();
        };
    }

    /** A named schema has a class of that name; a name that cannot be one gets a word before or after it. */
    private void className(Location place, Class<?> type) {
        for (int i = place.pointers().size() - 1; i >= 0; i--) {
            String pointer = place.pointers().get(i);
            if (pointer.startsWith(SCHEMAS) && pointer.indexOf('/', SCHEMAS.length()) < 0) {
                String name = pointer.substring(SCHEMAS.length());
                findings.expect(
                        GeneratedCode.isNamed(type, name),
                        side,
                        place,
                        "the document calls for the class of " + name + ", the code has " + type.getSimpleName());
                return;
            }
        }
    }

    private void content(@Nullable Schema<?> schema, AnnotatedType type, Location place, String keyword) {
        Location at = place.keyword(keyword);
        if (schema == null) {
            boolean any = JavaTypes.raw(type.getType()) == side.any();
            findings.expect(any, side, at, "the document says nothing, the code has " + type.getType());
            return;
        }
        Location content = at.part("/" + keyword, pointers(schema));
        compare(schema, type, content);
        nullable(schema, type, content);
    }

    Kind kind(Schema<?> schema) {
        return kinds.of(schema);
    }

    boolean isNullable(Schema<?> schema) {
        return kinds.of(schema) != Kind.ANY && kinds.nullable(schema);
    }

    /** A place seen through all that a schema refers to. */
    Location chain(Location place, Schema<?> schema) {
        return place.through(pointers(schema));
    }

    /** Compares whether a schema has null among its values with what the type says. */
    void nullable(Schema<?> schema, AnnotatedType type, Location place) {
        nullable(schema, type.isAnnotationPresent(Nullable.class), place);
    }

    /** Compares whether a schema has null among its values with what the code says. Any JSON includes null. */
    void nullable(Schema<?> schema, boolean generated, Location place) {
        boolean documented = kinds.nullable(schema);
        if (documented != generated && kinds.of(schema) != Kind.ANY) {
            findings.add(
                    side,
                    place.through(at(kinds.sourcesOfNull(schema))),
                    documented ? "may be null in the document, but not in the code" : "may be null in the code only");
        }
    }

    private static String words(Kind kind, Schema<?> schema, SchemaKinds kinds) {
        return kind == Kind.OBJECT
                ? "OBJECT with " + SchemaKinds.properties(kinds.parts(schema)).keySet()
                : kind.toString();
    }

    private void texts(Schema<?> schema, Class<?> type, Location place) {
        reached.add(type);
        Set<String> documented = new TreeSet<>();
        if (schema.getConst() == null) {
            schema.getEnum().stream().filter(text -> text != null).forEach(text -> documented.add(text.toString()));
        } else {
            documented.add(schema.getConst().toString());
        }
        Set<String> generated = ClassMembers.knownValues(type);
        findings.expect(
                documented.equals(generated),
                side,
                place.keyword(schema.getConst() == null ? "enum" : "const"),
                "the document lists " + documented + ", " + type.getSimpleName() + " has " + generated);
    }

    private boolean isFirst(Schema<?> schema, Class<?> type) {
        reached.add(type);
        return compared.add(type.getName() + " " + System.identityHashCode(schema));
    }

    List<String> pointers(Schema<?> schema) {
        return at(kinds.chain(schema));
    }

    List<String> at(List<Schema<?>> schemas) {
        return schemas.stream().map(spec.pointers()::of).toList();
    }

    // -- for what has parts ------------------------------------------------------------------------------------------

    Findings findings() {
        return findings;
    }

    GeneratedArtifact side() {
        return side;
    }

    SwaggerSpec spec() {
        return spec;
    }

    /** A check that is only tried out. */
    ModelCheck trial() {
        return new ModelCheck(spec, side, new Findings());
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
