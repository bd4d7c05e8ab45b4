package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKind.Kind;
import io.github.triggerapi.contract.code.SchemaKind.Property;
import io.github.triggerapi.contract.code.SchemaKind.Variant;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares schemas with the types that stand for them on one side, member by member. */
final class ModelCheck {

    private final Side side;
    private final SchemaKind kinds;
    private final Findings findings;
    private final Set<Class<?>> reached = new HashSet<>();
    private final Set<String> compared = new HashSet<>();

    ModelCheck(Spec spec, Side side, Findings findings) {
        this.side = side;
        this.kinds = new SchemaKind(spec);
        this.findings = findings;
    }

    /** The generated classes that some schema called for. */
    Set<Class<?>> reached() {
        return reached;
    }

    /** Compares a schema with a type and with all that the type is made of. */
    void compare(Schema<?> schema, AnnotatedType type, String place) {
        compare(schema, type, new AnnotatedElement[] {type}, place);
    }

    /** The same, where the constraints are not all on the type. */
    void compare(Schema<?> schema, AnnotatedType type, AnnotatedElement[] annotated, String place) {
        compare(kinds.of(schema), kinds.effective(schema), type, annotated, place);
    }

    private void compare(Kind kind, Schema<?> schema, AnnotatedType type, AnnotatedElement[] annotated, String place) {
        Class<?> raw = raw(type.getType());
        if (!isOf(kind, raw)) {
            findings.add(
                    side,
                    place,
                    "the document says " + kind + ", the code has "
                            + type.getType().getTypeName());
            return;
        }
        Map<String, String> documented = Bounds.of(schema, kind);
        Map<String, String> generated = Bounds.of(annotated);
        findings.expect(
                Bounds.same(documented, generated),
                side,
                place,
                "the document bounds it by " + documented + ", the code by " + generated);
        switch (kind) {
            case ARRAY -> items(schema, type, place);
            case MAP -> compare((Schema<?>) schema.getAdditionalProperties(), argument(type, 1), place + "/{name}");
            case ENUM -> texts(schema, raw, place);
            case OBJECT -> object(schema, raw, place);
            case UNION -> union(schema, raw, place);
            default -> {}
        }
    }

    private boolean isOf(Kind kind, Class<?> type) {
        return switch (kind) {
            case ANY -> type == side.any();
            case ANY_OBJECT -> type == side.anyObject();
            case ARRAY -> type == List.class;
            case BOOLEAN -> type == Boolean.class;
            case DATE_TIME -> type == OffsetDateTime.class;
            case ENUM -> isEnum(type);
            case INTEGER -> type == Long.class;
            case MAP -> type == Map.class;
            case NUMBER -> type == BigDecimal.class;
            case OBJECT -> isModel(type) && !type.isInterface() && !isEnum(type);
            case STRING -> type == String.class;
            case UNION -> isModel(type) && type.isSealed();
        };
    }

    private void items(Schema<?> schema, AnnotatedType type, String place) {
        AnnotatedType item = argument(type, 0);
        if (schema.getItems() == null) {
            findings.expect(raw(item.getType()) == side.any(), side, place + "/items", "expected any JSON");
        } else {
            compare(schema.getItems(), item, place + "/items");
        }
    }

    private void object(Schema<?> schema, Class<?> type, String place) {
        reached.add(type);
        if (!compared.add(type.getName() + " " + System.identityHashCode(schema))) {
            return;
        }
        Map<String, Property> properties = kinds.properties(schema);
        Map<String, JavaMember> members = side.members(type);
        for (String name : union(properties.keySet(), members.keySet())) {
            String member = place + "/" + name;
            if (!members.containsKey(name)) {
                findings.add(side, member, "in the document, but " + type.getSimpleName() + " has no such member");
            } else if (!properties.containsKey(name)) {
                findings.add(side, member, type.getSimpleName() + " has this member, but the document does not");
            } else {
                member(properties.get(name), members.get(name), member);
            }
        }
    }

    private void member(Property property, JavaMember member, String place) {
        findings.expect(
                property.required() == member.required(),
                side,
                place,
                property.required() ? "required in the document, but not in the code" : "required in the code only");
        Kind kind = kinds.of(property.schema());
        boolean nullable = kinds.nullable(property.schema()) || kind == Kind.ANY && member.nullable();
        findings.expect(
                nullable == member.nullable(),
                side,
                place,
                nullable ? "may be null in the document, but not in the code" : "may be null in the code only");
        AnnotatedElement[] annotated = {member.annotated(), member.type()};
        compare(property.schema(), member.type(), annotated, place);
    }

    private void texts(Schema<?> schema, Class<?> type, String place) {
        reached.add(type);
        Set<String> documented = new TreeSet<>();
        if (schema.getEnum() != null) {
            schema.getEnum().stream().filter(text -> text != null).forEach(text -> documented.add(text.toString()));
        } else {
            documented.add(schema.getConst().toString());
        }
        Set<String> generated = new TreeSet<>();
        try {
            ((List<?>) type.getMethod("known").invoke(null)).forEach(value -> generated.add(value.toString()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        findings.expect(
                documented.equals(generated),
                side,
                place,
                "the document lists " + documented + ", " + type.getSimpleName() + " has " + generated);
    }

    private void union(Schema<?> schema, Class<?> type, String place) {
        reached.add(type);
        if (!compared.add(type.getName() + " " + System.identityHashCode(schema))) {
            return;
        }
        List<Variant> missing = new ArrayList<>(kinds.variants(schema));
        for (Class<?> record : type.getPermittedSubclasses()) {
            if (record.getSimpleName().equals("UnknownValue")) {
                continue;
            }
            RecordComponent value = record.getRecordComponents()[0];
            Optional<Variant> best = missing.stream()
                    .filter(variant -> isOf(variant.kind(), value.getType()))
                    .min(Comparator.comparingInt(variant -> differences(variant, value)));
            if (best.isEmpty()) {
                findings.add(side, place, "the document has no variant for " + record.getSimpleName());
                continue;
            }
            compare(best.get(), value, place + "/" + best.get().kind());
            // Variants of one type in Java are one there.
            missing.removeIf(
                    other -> other == best.get() || other.kind() == best.get().kind() && isScalar(other));
        }
        for (Variant variant : missing) {
            findings.add(side, place, type.getSimpleName() + " has no variant for " + variant.kind());
        }
    }

    private void compare(Variant variant, RecordComponent value, String place) {
        AnnotatedType type = value.getAnnotatedType();
        compare(variant.kind(), kinds.effective(variant.schema()), type, new AnnotatedElement[] {value, type}, place);
    }

    private int differences(Variant variant, RecordComponent value) {
        Findings trial = new Findings();
        new ModelCheck(this, trial).compare(variant, value, "");
        return trial.lines().size();
    }

    private static boolean isScalar(Variant variant) {
        return Set.of(Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN).contains(variant.kind());
    }

    private ModelCheck(ModelCheck other, Findings trial) {
        this.side = other.side;
        this.kinds = other.kinds;
        this.findings = trial;
    }

    private boolean isModel(Class<?> type) {
        return type.getPackageName().equals(side.modelPackage());
    }

    private boolean isEnum(Class<?> type) {
        return isModel(type)
                && Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals("known"));
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
