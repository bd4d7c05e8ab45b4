package io.github.triggerapi.contract.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads constraints by keyword from schemas and from annotations, and compares them. */
final class ConstraintKeywords {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ConstraintKeywords() {}

    static Map<String, String> of(Schema<?> schema, Kind kind) {
        Map<String, String> bounds = new TreeMap<>();
        switch (kind) {
            case INTEGER, NUMBER -> numbers(schema, bounds);
            case STRING, DATE_TIME, ENUM -> {
                put(bounds, "minLength", schema.getMinLength());
                put(bounds, "maxLength", schema.getMaxLength());
                put(bounds, "pattern", schema.getPattern());
                put(bounds, "format", kind == Kind.DATE_TIME ? null : schema.getFormat());
            }
            case ARRAY -> {
                put(bounds, "minItems", schema.getMinItems());
                put(bounds, "maxItems", schema.getMaxItems());
                put(bounds, "uniqueItems", Boolean.TRUE.equals(schema.getUniqueItems()) ? true : null);
            }
            case OBJECT, ANY_OBJECT, MAP -> {
                put(bounds, "minProperties", schema.getMinProperties());
                put(bounds, "maxProperties", schema.getMaxProperties());
                put(bounds, "maxProperties", kind != Kind.OBJECT && SchemaKinds.isClosed(schema) ? 0 : null);
                bounds.putAll(RequiredChoices.of(schema));
            }
            default -> {}
        }
        // Neither any JSON nor any object has the values that the document lists.
        if (kind == Kind.ANY || kind == Kind.ANY_OBJECT) {
            return bounds;
        }
        if (kind != Kind.ENUM && schema.getEnum() != null) {
            put(bounds, "enum", json(schema.getEnum()));
        }
        if (kind != Kind.ENUM && schema.getConst() != null) {
            put(bounds, "const", json(schema.getConst()));
        }
        return bounds;
    }

    private static void numbers(Schema<?> schema, Map<String, String> bounds) {
        boolean aboveMinimum = Boolean.TRUE.equals(schema.getExclusiveMinimum());
        boolean belowMaximum = Boolean.TRUE.equals(schema.getExclusiveMaximum());
        put(bounds, aboveMinimum ? "exclusiveMinimum" : "minimum", schema.getMinimum());
        put(bounds, belowMaximum ? "exclusiveMaximum" : "maximum", schema.getMaximum());
        put(bounds, "exclusiveMinimum", schema.getExclusiveMinimumValue());
        put(bounds, "exclusiveMaximum", schema.getExclusiveMaximumValue());
        put(bounds, "multipleOf", schema.getMultipleOf());
        put(bounds, "format", schema.getFormat());
    }

    /** Returns the constraints in the annotations of elements, such as a field and its type. */
    static Map<String, String> of(AnnotatedElement... elements) {
        Map<String, String> bounds = new TreeMap<>();
        for (AnnotatedElement element : elements) {
            for (Annotation annotation : element.getAnnotations()) {
                add(annotation, bounds);
            }
        }
        return bounds;
    }

    private static void add(Annotation annotation, Map<String, String> bounds) {
        if (annotation instanceof Min min) {
            put(bounds, "minimum", min.value());
        } else if (annotation instanceof Max max) {
            put(bounds, "maximum", max.value());
        } else if (annotation instanceof DecimalMin min) {
            put(bounds, min.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(min.value()));
        } else if (annotation instanceof DecimalMax max) {
            put(bounds, max.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(max.value()));
        } else if (annotation instanceof Size size) {
            put(bounds, "minSize", size.min() == 0 ? null : size.min());
            put(bounds, "maxSize", size.max() == Integer.MAX_VALUE ? null : size.max());
        } else if (annotation instanceof Pattern pattern) {
            put(bounds, "pattern", pattern.regexp().replaceAll("^\\(\\?s\\)\\.\\*\\(\\?:|\\)\\.\\*$", ""));
        } else if (annotation instanceof ClassFileAnnotations.ConstraintsAnnotation constraints) {
            for (String keyword : constraints.keywords()) {
                String[] nameAndValue = keyword.split("=", 2);
                put(bounds, nameAndValue[0], nameAndValue[1]);
            }
        }
    }

    /** Returns a message for each keyword whose documented and generated values differ. */
    static Map<String, String> differences(Map<String, String> documented, Map<String, String> generated, Kind kind) {
        Map<String, String> one = normal(documented, kind);
        Map<String, String> other = normal(generated, kind);
        Map<String, String> differences = new TreeMap<>();
        for (String keyword : SchemaCheck.union(one.keySet(), other.keySet())) {
            if (!Objects.equals(one.get(keyword), other.get(keyword))) {
                differences.put(
                        keyword,
                        "expected " + one.getOrDefault(keyword, "nothing") + " from the document, found "
                                + other.getOrDefault(keyword, "nothing"));
            }
        }
        return differences;
    }

    /** Bean Validation has a single {@code Size} constraint for strings, arrays and objects. */
    private static Map<String, String> normal(Map<String, String> bounds, Kind kind) {
        String what = kind == Kind.ARRAY
                ? "Items"
                : Set.of(Kind.OBJECT, Kind.ANY_OBJECT, Kind.MAP).contains(kind) ? "Properties" : "Length";
        Map<String, String> normal = new TreeMap<>();
        bounds.forEach((keyword, bound) -> normal.put(keyword.replace("Size", what), normalBound(keyword, bound)));
        normal.remove("min" + what, "0");
        return normal;
    }

    private static String normalBound(String keyword, String bound) {
        if (RequiredChoices.KEYWORDS.contains(keyword)) {
            return RequiredChoices.normal(keyword, bound);
        }
        if (keyword.equals("enum")) {
            return values(bound);
        }
        return isText(keyword) ? bound : number(bound);
    }

    private static boolean isText(String keyword) {
        return Set.of("pattern", "format", "const", "uniqueItems").contains(keyword);
    }

    /** Returns the values of an enum in a canonical order. */
    private static String values(String list) {
        try {
            Set<String> values = new TreeSet<>();
            JSON.readTree(list).forEach(value -> values.add(value.toString()));
            return values.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no list: " + list, e);
        }
    }

    private static String number(String bound) {
        return new BigDecimal(bound).stripTrailingZeros().toPlainString();
    }

    private static void put(Map<String, String> bounds, String keyword, @Nullable Object bound) {
        if (bound != null) {
            bounds.put(keyword, bound.toString());
        }
    }

    private static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }
}
