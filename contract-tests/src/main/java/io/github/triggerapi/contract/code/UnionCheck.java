package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SchemaKinds.Variant;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compares the variants of a union with the records of a sealed interface. */
final class UnionCheck {

    private final ModelCheck models;
    private final SchemaKinds kinds;
    private final JavaTypes types;

    UnionCheck(ModelCheck models, SchemaKinds kinds, JavaTypes types) {
        this.models = models;
        this.kinds = kinds;
        this.types = types;
    }

    void compare(Schema<?> schema, Class<?> type, Location place) {
        List<Variant> missing = new ArrayList<>(kinds.variants(schema));
        typesBeside(schema, missing, place);
        List<RecordComponent> unnamed = new ArrayList<>();
        for (Class<?> record : type.getPermittedSubclasses()) {
            RecordComponent value = record.getRecordComponents()[0];
            if (!record.getSimpleName().equals("UnknownValue")) {
                named(missing, value)
                        .ifPresentOrElse(variant -> take(variant, value, missing, place), () -> unnamed.add(value));
            }
        }
        for (RecordComponent value : unnamed) {
            Optional<Variant> best = best(missing, value, place);
            // Which of several it should have been is not known, so all are named.
            if (best.isEmpty() || differences(best.get(), value, place) > 0) {
                String variant = value.getDeclaringRecord().getSimpleName() + " of " + types.describe(value.getType());
                add(place.through(alternatives(schema)), "the document has no variant for " + variant);
            }
            best.ifPresent(variant -> take(variant, value, missing, place));
        }
        for (Variant variant : missing) {
            add(
                    place.through(List.of(pointer(variant.schema()))),
                    type.getSimpleName() + " has no variant for " + variant.kind());
        }
    }

    private void take(Variant variant, RecordComponent value, List<Variant> missing, Location place) {
        compare(models, variant, value, place);
        // Variants of one type in Java are one there.
        missing.removeIf(other -> other == variant || other.kind() == variant.kind() && isScalar(other));
    }

    /** The variant that refers to the schema which a class is named after, whatever has become of it. */
    private static Optional<Variant> named(List<Variant> variants, RecordComponent value) {
        return variants.stream()
                .filter(variant -> variant.schema().get$ref() != null)
                .filter(variant -> variant.schema()
                        .get$ref()
                        .replaceAll(".*/|[^A-Za-z0-9]", "")
                        .equalsIgnoreCase(value.getType().getSimpleName()))
                .findFirst();
    }

    /** The variant that a record stands for: where several have its type, the one that it differs from the least. */
    private Optional<Variant> best(List<Variant> variants, RecordComponent value, Location place) {
        List<Variant> fitting = variants.stream()
                .filter(variant -> types.isOf(variant.kind(), value.getType()))
                .toList();
        return fitting.size() < 2
                ? fitting.stream().findFirst()
                : fitting.stream().min(Comparator.comparingInt(variant -> differences(variant, value, place)));
    }

    private List<String> alternatives(Schema<?> schema) {
        return kinds.variants(schema).stream()
                .map(variant -> pointer(variant.schema()))
                .toList();
    }

    private String pointer(Schema<?> schema) {
        return models.spec().pointers().of(schema);
    }

    /** A type that stands beside alternatives fits each of them. */
    private void typesBeside(Schema<?> schema, List<Variant> variants, Location place) {
        Set<String> listed = SchemaKinds.types(schema);
        boolean alternatives = schema.getOneOf() != null || schema.getAnyOf() != null;
        for (Variant variant : alternatives && !listed.isEmpty() ? variants : List.<Variant>of()) {
            String kind = jsonType(variant.kind());
            if (!kind.isEmpty() && !listed.contains(kind)) {
                add(place.keyword("type"), "no " + kind + " is " + listed);
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

    private void add(Location place, String message) {
        models.findings().add(models.side(), place, message);
    }

    private int differences(Variant variant, RecordComponent value, Location place) {
        ModelCheck trial = models.trial();
        compare(trial, variant, value, place);
        return trial.findings().all().size();
    }

    private void compare(ModelCheck check, Variant variant, RecordComponent value, Location place) {
        AnnotatedType type = value.getAnnotatedType();
        AnnotatedElement[] annotated = {value, type};
        if (variant.whole()) {
            List<String> pointers = List.of(pointer(variant.schema()));
            check.compare(variant.schema(), type, annotated, place.part("/" + variant.kind(), pointers));
        } else {
            check.compare(
                    variant.kind(),
                    variant.schema(),
                    type,
                    annotated,
                    place.part("/" + variant.kind(), place.pointers()));
        }
    }

    private static boolean isScalar(Variant variant) {
        return Set.of(Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN).contains(variant.kind());
    }
}
