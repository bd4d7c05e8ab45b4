package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKind.Kind;
import io.github.triggerapi.contract.code.SchemaKind.Property;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
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
            findings.add(side, place, "the document says " + kind + ", the code has " + types.describe(raw));
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
        Bounds.differences(documented, generated, kind)
                .forEach((keyword, difference) ->
                        findings.add(side, place.keyword(keyword), keyword + ": " + difference));
    }

    /** A named schema has a class of that name; a name that cannot be one gets a word before or after it. */
    private void className(Place place, Class<?> type) {
        for (int i = place.pointers().size() - 1; i >= 0; i--) {
            String pointer = place.pointers().get(i);
            if (pointer.startsWith(SCHEMAS) && pointer.indexOf('/', SCHEMAS.length()) < 0) {
                String name = pointer.substring(SCHEMAS.length());
                findings.expect(
                        isNamed(type, name),
                        side,
                        place,
                        "the document calls for the class of " + name + ", the code has " + type.getSimpleName());
                return;
            }
        }
    }

    /** Whether a class is the one of the schema of that name. */
    static boolean isNamed(Class<?> type, String name) {
        String plain = name.replace("~1", "").replace("~0", "").replaceAll("[^A-Za-z0-9]", "");
        return type.getSimpleName().equalsIgnoreCase(plain)
                || type.getSimpleName().equalsIgnoreCase("Value" + plain)
                || type.getSimpleName().equalsIgnoreCase(plain + "Model");
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
        if (kinds.of(schema) != Kind.ANY) {
            nullable(kinds.nullable(schema), type.isAnnotationPresent(Nullable.class), place.through(pointers(schema)));
        }
    }

    private void nullable(boolean documented, boolean generated, Place place) {
        findings.expect(
                documented == generated,
                side,
                place,
                documented ? "may be null in the document, but not in the code" : "may be null in the code only");
    }

    private void object(Schema<?> schema, Class<?> type, Place place) {
        reached.add(type);
        if (!isFirst(schema, type)) {
            return;
        }
        List<Schema<?>> parts = kinds.parts(schema);
        Map<String, Property> properties = kinds.properties(parts);
        Map<String, JavaMember> members = side.members(type);
        for (String name : union(properties.keySet(), members.keySet())) {
            if (!properties.containsKey(name)) {
                findings.add(
                        side,
                        new Place(place.text() + "/" + name, keywords(parts, "properties")),
                        type.getSimpleName() + " has the member " + name + ", but the document does not");
                continue;
            }
            Place member = place.part("/" + name, pointers(properties.get(name).schema()));
            if (!members.containsKey(name)) {
                findings.add(side, member, "in the document, but " + type.getSimpleName() + " has no " + name);
            } else {
                member(name, properties.get(name), members.get(name), member);
            }
        }
        others(parts, type, place);
        parts.forEach(part -> plainObject(part, schema, place));
    }

    private void member(String name, Property property, JavaMember member, Place place) {
        boolean required = property.required(name);
        findings.expect(
                required == member.required(),
                side,
                new Place(place.text(), keywords(property.owners(), "required")),
                name
                        + (required
                                ? " is required in the document, but not in the code"
                                : " is required in the code only"));
        boolean any = kinds.of(property.schema()) == Kind.ANY && member.nullable();
        nullable(
                kinds.nullable(property.schema()) || any,
                member.nullable(),
                place.through(pointers(property.schema())));
        compare(property.schema(), member.type(), new AnnotatedElement[] {member.annotated(), member.type()}, place);
    }

    /** The members that the document does not list. */
    private void others(List<Schema<?>> parts, Class<?> type, Place place) {
        Field field = Reflection.field(type, "additionalProperties");
        Schema<?> values = null;
        for (Schema<?> part : parts) {
            values =
                    part.getAdditionalProperties() instanceof Schema<?> own && kinds.of(own) != Kind.ANY ? own : values;
        }
        boolean closed = parts.stream().anyMatch(SchemaKind::isClosed);
        Place at = new Place(place.text() + "/additionalProperties", keywords(parts, "additionalProperties"));
        findings.expect(
                closed != Bounds.of(field, field.getAnnotatedType()).isEmpty(),
                side,
                at,
                closed ? "the code does not say that there are none" : "the code says that there are none");
        content(values, JavaKinds.argument(field.getAnnotatedType(), 1), place, "additionalProperties");
    }

    /** A part of an {@code allOf} adds members, and bounds nothing else. */
    private void plainObject(Schema<?> part, Schema<?> whole, Place place) {
        boolean plain = Set.of("object").containsAll(SchemaKind.types(part))
                && kinds.alternatives(part).isEmpty()
                && (part == whole || Bounds.of(part, Kind.OBJECT).isEmpty());
        findings.expect(
                plain,
                side,
                place.part("", List.of(spec.pointers().of(part))),
                "more than members, which no class has");
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
        return kinds.chain(schema).stream().map(spec.pointers()::of).toList();
    }

    private List<String> keywords(List<Schema<?>> schemas, String keyword) {
        return schemas.stream()
                .map(schema -> spec.pointers().of(schema) + "/" + keyword)
                .toList();
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
