package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.Variant;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the variants of a union with the records of a sealed interface. */
final class UnionCheck {

    private static final List<String> OF_SCALARS = List.of(
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "maxLength",
            "maximum",
            "minLength",
            "minimum",
            "multipleOf",
            "pattern");

    private final SchemaCheck schemas;
    private final SchemaKinds kinds;
    private final JavaTypes types;

    UnionCheck(SchemaCheck schemas, SchemaKinds kinds, JavaTypes types) {
        this.schemas = schemas;
        this.kinds = kinds;
        this.types = types;
    }

    void compare(Schema<?> schema, Class<?> type, Location location) {
        List<Variant> missing = new ArrayList<>(kinds.variants(schema));
        siblingTypes(schema, missing, location);
        List<RecordComponent> unnamed = new ArrayList<>();
        for (Class<?> record : type.getPermittedSubclasses()) {
            RecordComponent value = record.getRecordComponents()[0];
            if (!record.getSimpleName().equals("UnknownValue")) {
                variantByName(missing, value, location)
                        .ifPresentOrElse(variant -> match(variant, value, missing, location), () -> unnamed.add(value));
            }
        }
        for (RecordComponent value : unnamed) {
            Optional<Variant> best = closestVariant(missing, value, location);
            // Any alternative may be meant, so the finding names all of them.
            if (best.isEmpty() || differences(best.get(), value, location) > 0) {
                String variant = value.getDeclaringRecord().getSimpleName() + " of " + types.describe(value.getType());
                add(
                        location.through(alternatives(schema)).through(named(value.getType())),
                        "the document has no variant for " + variant);
            }
            best.ifPresent(variant -> match(variant, value, missing, location));
        }
        for (Variant variant : missing) {
            add(
                    location.through(List.of(pointer(variant.schema()))),
                    type.getSimpleName() + " has no variant for "
                            + SchemaCheck.describe(variant.kind(), variant.schema(), kinds));
        }
    }

    private void match(Variant variant, RecordComponent value, List<Variant> missing, Location location) {
        compare(schemas, variant, value, location);
        // Variants with the same Java type have a single record, which expresses what one of them says.
        List<Variant> same = missing.stream()
                .filter(other -> other != variant && other.kind() == variant.kind() && isScalar(other))
                .toList();
        for (Variant other : same) {
            String pointer = pointer(other.schema());
            OF_SCALARS.forEach(
                    keyword -> schemas.findings().notExpressed().keywords().add(pointer + "/" + keyword));
        }
        missing.remove(variant);
        missing.removeAll(same);
    }

    /** Returns the variant that refers to the schema with the name of a class. */
    private Optional<Variant> variantByName(List<Variant> variants, RecordComponent value, Location location) {
        return closest(
                variants.stream()
                        .filter(variant -> GeneratedCode.isNamed(value.getType(), name(variant)))
                        .toList(),
                value,
                location);
    }

    /** Returns the name of the schema that a variant refers to or is; empty if it has none. */
    private String name(Variant variant) {
        String reference = variant.schema().get$ref();
        String pointer = reference == null ? pointer(variant.schema()) : reference;
        return variant.whole() && pointer.matches("#/components/schemas/[^/]+")
                ? pointer.substring(pointer.lastIndexOf('/') + 1)
                : "";
    }

    /** Returns the variant that a record represents: of several with its type the one with the fewest differences. */
    private Optional<Variant> closestVariant(List<Variant> variants, RecordComponent value, Location location) {
        return closest(
                variants.stream()
                        .filter(variant -> types.isOf(variant.kind(), value.getType()))
                        .toList(),
                value,
                location);
    }

    private Optional<Variant> closest(List<Variant> variants, RecordComponent value, Location location) {
        return variants.size() < 2
                ? variants.stream().findFirst()
                : variants.stream().min(Comparator.comparingInt(variant -> differences(variant, value, location)));
    }

    private List<String> alternatives(Schema<?> schema) {
        return kinds.variants(schema).stream()
                .map(variant -> pointer(variant.schema()))
                .toList();
    }

    /** Returns the pointers of the schemas with the name of a class. */
    private List<String> named(Class<?> type) {
        return schemas.spec().references().schemas().keySet().stream()
                .filter(name -> GeneratedCode.isNamed(type, name))
                .map(name -> "#/components/schemas/" + Location.escaped(name))
                .toList();
    }

    private String pointer(Schema<?> schema) {
        return schemas.spec().pointers().of(schema);
    }

    /** A type next to alternatives applies to each of them. */
    private void siblingTypes(Schema<?> schema, List<Variant> variants, Location location) {
        Set<String> listed = SchemaKinds.types(schema);
        boolean alternatives = schema.getOneOf() != null || schema.getAnyOf() != null;
        for (Variant variant : alternatives && !listed.isEmpty() ? variants : List.<Variant>of()) {
            String kind = jsonType(variant.kind());
            if (!kind.isEmpty() && !listed.contains(kind)) {
                add(location.keyword("type"), kind + " is not one of the types " + listed);
            }
        }
    }

    private static String jsonType(Kind kind) {
        return switch (kind) {
            case ANY, UNION -> "";
            case ANY_OBJECT, MAP, OBJECT -> "object";
            case DATE_TIME, ENUM, STRING -> "string";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    private void add(Location location, String message) {
        schemas.findings().add(location, message);
    }

    private int differences(Variant variant, RecordComponent value, Location location) {
        SchemaCheck trial = schemas.trial();
        compare(trial, variant, value, location);
        return trial.findings().all().size();
    }

    private void compare(SchemaCheck check, Variant variant, RecordComponent value, Location location) {
        AnnotatedType type = ClassFileAnnotations.type(value);
        Map<String, String> constraints = ConstraintKeywords.of(value, type);
        if (variant.whole()) {
            List<String> pointers = List.of(pointer(variant.schema()));
            check.compare(variant.schema(), type, constraints, location.part("/" + variant.kind(), pointers));
        } else {
            check.compare(
                    variant.kind(),
                    variant.schema(),
                    type,
                    constraints,
                    location.part("/" + variant.kind(), location.pointers()));
        }
    }

    private static boolean isScalar(Variant variant) {
        return Set.of(Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN).contains(variant.kind());
    }
}
