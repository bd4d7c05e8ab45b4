package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKind.Kind;
import io.github.triggerapi.contract.code.SchemaKind.Part;
import io.github.triggerapi.contract.code.SchemaKind.Property;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares schemas with the types that stand for them on one side, member by member. */
final class ModelCheck {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<Kind> CLASSES = Set.of(Kind.OBJECT, Kind.ENUM, Kind.UNION);

    private final Spec spec;
    private final Side side;
    private final SchemaKind kinds;
    private final JavaKinds types;
    private final Findings findings;
    private final Set<Class<?>> reached = new HashSet<>();
    private final Set<String> compared = new HashSet<>();

    ModelCheck(Spec spec, Side side, Findings findings) {
        this.spec = spec;
        this.side = side;
        this.kinds = new SchemaKind(spec);
        this.types = new JavaKinds(side);
        this.findings = findings;
    }

    /** The generated classes that some schema called for. */
    Set<Class<?>> reached() {
        return reached;
    }

    /** Compares a schema with a type and with all that the type is made of. */
    void compare(Schema<?> schema, AnnotatedType type, Place place) {
        compare(schema, type, new AnnotatedElement[] {type}, place);
    }

    /** The same, where the constraints are not all on the type. */
    void compare(Schema<?> schema, AnnotatedType type, AnnotatedElement[] annotated, Place place) {
        Place chain = place.through(pointers(schema));
        Kind kind = kinds.of(schema);
        if (compare(kind, kinds.effective(schema), type, annotated, chain) && CLASSES.contains(kind)) {
            className(chain, JavaKinds.raw(type.getType()));
        }
    }

    /** The same, of a schema whose types are taken one by one. Answers whether the type is of that kind. */
    boolean compare(Kind kind, Schema<?> schema, AnnotatedType type, AnnotatedElement[] annotated, Place place) {
        Class<?> raw = JavaKinds.raw(type.getType());
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
        bounds(Bounds.of(schema, kind), Bounds.of(bounded), kind, place);
        switch (kind) {
            case ARRAY -> content(schema.getItems(), JavaKinds.argument(type, 0), place, "items");
            case MAP ->
                content(
                        (Schema<?>) schema.getAdditionalProperties(),
                        JavaKinds.argument(type, 1),
                        place,
                        "additionalProperties");
            case ENUM -> texts(schema, raw, place);
            case OBJECT -> object(schema, raw, place);
            case UNION -> {
                if (isFirst(schema, raw)) {
                    new UnionCheck(this, kinds, types).compare(schema, raw, place);
                }
            }
            default -> {}
        }
        return true;
    }

    void bounds(Map<String, String> documented, Map<String, String> generated, Kind kind, Place place) {
        Bounds.differences(documented, generated, kind).forEach((keyword, difference) -> {
            // An object without listed members that may have no others has none at all.
            List<String> closed = keyword.equals("maxProperties")
                    ? place.keyword("additionalProperties").pointers()
                    : List.of();
            findings.add(side, place.keyword(keyword).through(closed), keyword + ": " + difference);
        });
    }

    /** A named schema has a class of that name; a name that cannot be one gets a word before or after it. */
    private void className(Place place, Class<?> type) {
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

    private void content(@Nullable Schema<?> schema, AnnotatedType type, Place place, String keyword) {
        Place at = place.keyword(keyword);
        if (schema == null) {
            boolean any = JavaKinds.raw(type.getType()) == side.any();
            findings.expect(any, side, at, "the document says nothing, the code has " + type.getType());
            return;
        }
        Place content = at.part("/" + keyword, pointers(schema));
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
    Place chain(Place place, Schema<?> schema) {
        return place.through(pointers(schema));
    }

    /** Compares whether a schema has null among its values with what the type says. */
    void nullable(Schema<?> schema, AnnotatedType type, Place place) {
        nullable(schema, type.isAnnotationPresent(Nullable.class), place);
    }

    /** Compares whether a schema has null among its values with what the code says. Any JSON includes null. */
    void nullable(Schema<?> schema, boolean generated, Place place) {
        boolean documented = kinds.nullable(schema);
        if (documented != generated && kinds.of(schema) != Kind.ANY) {
            findings.add(
                    side,
                    place.through(at(kinds.sourcesOfNull(schema))),
                    documented ? "may be null in the document, but not in the code" : "may be null in the code only");
        }
    }

    private void object(Schema<?> schema, Class<?> type, Place place) {
        reached.add(type);
        if (!isFirst(schema, type)) {
            return;
        }
        List<Part> parts = kinds.parts(schema);
        Map<String, Property> properties = SchemaKind.properties(parts);
        Map<String, JavaMember> members = Reflection.members(side, type);
        for (String name : union(properties.keySet(), members.keySet())) {
            Property property = properties.get(name);
            if (property == null) {
                findings.add(
                        side,
                        new Place(place.text() + "/" + name, keywords(parts, "properties")),
                        type.getSimpleName() + " has the member " + name + ", but the document does not");
                continue;
            }
            Place member = place.part("/" + name, at(property.references())).through(pointers(property.schema()));
            if (!members.containsKey(name)) {
                findings.add(side, member, "in the document, but " + type.getSimpleName() + " has no " + name);
                continue;
            }
            required(name, parts, members.get(name), place);
            member(property.schema(), members.get(name), member);
        }
        others(parts, type, place);
        parts.forEach(part -> plainObject(part, schema, place));
    }

    private void required(String name, List<Part> parts, JavaMember member, Place place) {
        boolean required = parts.stream()
                .map(part -> part.schema().getRequired())
                .anyMatch(names -> names != null && names.contains(name));
        findings.expect(
                required == member.required(),
                side,
                new Place(place.text() + "/" + name, keywords(parts, "required")),
                name + " is required in the " + (required ? "document, but not in the code" : "code only"));
    }

    private void member(Schema<?> schema, JavaMember member, Place place) {
        nullable(schema, member.nullable(), place);
        compare(schema, member.type(), new AnnotatedElement[] {member.annotated(), member.type()}, place);
    }

    /** The members that the document does not list. */
    private void others(List<Part> parts, Class<?> type, Place place) {
        JavaMember field = Reflection.extra(type);
        boolean closed = parts.stream().anyMatch(part -> SchemaKind.isClosed(part.schema()));
        Place at = new Place(place.text() + "/additionalProperties", keywords(parts, "additionalProperties"));
        findings.expect(
                closed != Bounds.of(field.annotated(), field.type()).isEmpty(),
                side,
                at,
                closed ? "the code does not say that there are none" : "the code says that there are none");
        AnnotatedType content = JavaKinds.argument(field.type(), 1);
        Schema<?> values = parts.stream()
                .map(part -> part.schema().getAdditionalProperties())
                .filter(extra -> extra instanceof Schema<?> own && kinds.of(own) != Kind.ANY)
                .map(extra -> (Schema<?>) extra)
                .reduce(null, (first, second) -> second);
        if (values == null) {
            boolean any = JavaKinds.raw(content.getType()) == side.any();
            findings.expect(any, side, at, "the document says nothing, the code has " + content.getType());
        } else {
            compare(values, content, at);
            nullable(values, content, at);
        }
    }

    /** A part of an {@code allOf} adds members, and bounds nothing else. */
    private void plainObject(Part part, Schema<?> whole, Place place) {
        boolean plain = Set.of("object").containsAll(SchemaKind.types(part.schema()))
                && kinds.alternatives(part.schema()).isEmpty()
                && (part.schema() == whole
                        || Bounds.of(part.schema(), Kind.OBJECT).isEmpty());
        Place at = place.part("", at(part.references())).through(pointers(part.schema()));
        findings.expect(plain, side, at, "more than members, which no class has");
    }

    private static String words(Kind kind, Schema<?> schema, SchemaKind kinds) {
        return kind == Kind.OBJECT
                ? "OBJECT with " + SchemaKind.properties(kinds.parts(schema)).keySet()
                : kind.toString();
    }

    private void texts(Schema<?> schema, Class<?> type, Place place) {
        reached.add(type);
        Set<String> documented = new TreeSet<>();
        if (schema.getConst() == null) {
            schema.getEnum().stream().filter(text -> text != null).forEach(text -> documented.add(text.toString()));
        } else {
            documented.add(schema.getConst().toString());
        }
        Set<String> generated = Reflection.knownValues(type);
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

    private List<String> pointers(Schema<?> schema) {
        return at(kinds.chain(schema));
    }

    private List<String> at(List<Schema<?>> schemas) {
        return schemas.stream().map(spec.pointers()::of).toList();
    }

    /** A keyword of each part of an object, after the references to the part. */
    private List<String> keywords(List<Part> parts, String keyword) {
        Set<String> all = new LinkedHashSet<>();
        for (Part part : parts) {
            all.addAll(at(part.references()));
            all.add(spec.pointers().of(part.schema()) + "/" + keyword);
        }
        return List.copyOf(all);
    }

    // -- unions ------------------------------------------------------------------------------------------------------

    Findings findings() {
        return findings;
    }

    Side side() {
        return side;
    }

    Spec spec() {
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
