package io.github.triggerapi.codegen.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates the annotations for constraints: those of Bean Validation on the server, and {@code Constraints} for all others.
 */
final class Annotations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Target target;

    Annotations(Target target) {
        this.target = target;
    }

    /** Returns the annotations of an item of an array or a value of a map, each followed by a space. */
    JavaCode ofItem(TypedValue item) {
        List<JavaCode> annotations = new ArrayList<>();
        if (item.nullable()) {
            annotations.add(JavaCode.of("@Nullable"));
        } else if (target == Target.SERVER) {
            annotations.add(JavaCode.of("@NotNull"));
        }
        annotations.addAll(of(item));
        return inline(annotations);
    }

    /** Returns the annotations on one line, each followed by a space. */
    static JavaCode inline(List<JavaCode> annotations) {
        return JavaCode.join(
                "", annotations.stream().map(a -> JavaCode.of("$ ", a)).toList());
    }

    /** Returns the annotations of a member, a parameter or a variant. */
    List<JavaCode> of(TypedValue value) {
        return target == Target.SERVER && value.type() instanceof Type.Named
                ? List.of(JavaCode.of("@Valid"))
                : ofConstraints(value);
    }

    /** Returns the annotations for the constraints of a value, unless its class has them. */
    List<JavaCode> ofConstraints(TypedValue value) {
        return ofConstraints(value, Set.of());
    }

    private List<JavaCode> ofConstraints(TypedValue value, Set<String> notValidated) {
        if (value.type() instanceof Type.Named) {
            return List.of();
        }
        List<JavaCode> annotations = new ArrayList<>();
        Map<String, String> keywords = keywords(value.constraints());
        if (target == Target.SERVER && hasValidators(value.type())) {
            Map<String, String> remaining = new LinkedHashMap<>(keywords);
            remaining.keySet().removeAll(notValidated);
            annotations.addAll(beanValidation(value.type(), remaining));
            keywords.keySet().removeIf(keyword -> !notValidated.contains(keyword) && !remaining.containsKey(keyword));
        }
        annotation(keywords).ifPresent(annotations::add);
        return annotations;
    }

    /** Returns the annotations of a date-time whose Java type is a string. */
    static List<JavaCode> ofDateTimeString(TypedValue value) {
        Map<String, String> keywords = new LinkedHashMap<>(Map.of("format", "date-time"));
        keywords.putAll(keywords(value.constraints()));
        return annotation(keywords).stream().toList();
    }

    /**
     * Returns the annotations of the field of an array parameter, in which JAX-RS sets an empty list if the array is
     * absent. Therefore a getter has the annotation for the least size; see {@link #ofPresentArray}.
     */
    List<JavaCode> ofArrayParameter(TypedValue value, boolean required) {
        List<JavaCode> annotations = new ArrayList<>(required(required));
        annotations.addAll(ofConstraints(value, Set.of("minItems")));
        return annotations;
    }

    /** Returns the annotations of the getter of an array parameter, which returns null if the array is absent. */
    List<JavaCode> ofPresentArray(TypedValue value, boolean required) {
        List<JavaCode> annotations = new ArrayList<>(required(required));
        if (target == Target.SERVER) {
            size(remove(keywords(value.constraints()), "minItems"), Optional.empty())
                    .ifPresent(annotations::add);
        }
        return annotations;
    }

    private List<JavaCode> required(boolean required) {
        return target == Target.SERVER && required ? List.of(JavaCode.of("@NotNull")) : List.of();
    }

    /** Returns the annotations of a class. */
    static List<JavaCode> of(GeneratedClass generatedClass) {
        Map<String, String> keywords = keywords(generatedClass.constraints());
        if (generatedClass instanceof ObjectClass object) {
            object.choices().forEach(choice -> keywords.put(choice.keyword(), json(choice)));
        }
        return annotation(keywords).stream().toList();
    }

    private static String json(Choice choice) {
        return JSON.valueToTree(choice.alternatives()).toString();
    }

    private static Map<String, String> keywords(Constraints constraints) {
        Map<String, String> keywords = new LinkedHashMap<>();
        constraints.keywords().forEach((keyword, bound) -> keywords.put(keyword, string(bound)));
        return keywords;
    }

    private static Optional<JavaCode> annotation(Map<String, String> keywords) {
        List<String> values = keywords.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(JavaCode.of("@Constraints($)", StringLiteral.array(values)));
    }

    /** Returns the annotation of the additional members of an object that may have none. */
    JavaCode ofNoAdditionalMembers() {
        return JavaCode.of(target == Target.CLIENT ? "@Constraints(\"maxProperties=0\") " : "@Size(max = 0) ");
    }

    /** Returns whether Bean Validation can validate a type; it throws on an annotation of any other. */
    private static boolean hasValidators(Type type) {
        return type == Scalar.STRING
                || type == Scalar.INTEGER
                || type == Scalar.NUMBER
                || type instanceof Type.ListOf
                || type instanceof Type.MapOf;
    }

    /** Returns the annotations of Bean Validation, and removes the keywords that they express. */
    private static List<JavaCode> beanValidation(Type type, Map<String, String> keywords) {
        List<JavaCode> annotations = new ArrayList<>();
        boolean integer = type == Scalar.INTEGER;
        remove(keywords, "minimum").ifPresent(bound -> annotations.add(bound("Min", bound, integer)));
        remove(keywords, "maximum").ifPresent(bound -> annotations.add(bound("Max", bound, integer)));
        remove(keywords, "exclusiveMinimum").ifPresent(bound -> annotations.add(exclusive("DecimalMin", bound)));
        remove(keywords, "exclusiveMaximum").ifPresent(bound -> annotations.add(exclusive("DecimalMax", bound)));
        for (String what : List.of("Length", "Items", "Properties")) {
            size(remove(keywords, "min" + what), remove(keywords, "max" + what)).ifPresent(annotations::add);
        }
        // A JSON Schema pattern matches any part of a string, a Bean Validation pattern the whole string.
        remove(keywords, "pattern")
                .map(pattern -> new StringLiteral("(?s).*(?:" + pattern + ").*"))
                .ifPresent(pattern -> annotations.add(JavaCode.of("@Pattern(regexp = $)", pattern)));
        return annotations;
    }

    private static Optional<String> remove(Map<String, String> keywords, String keyword) {
        return Optional.ofNullable(keywords.remove(keyword));
    }

    private static JavaCode bound(String kind, String number, boolean integer) {
        BigDecimal bound = new BigDecimal(number);
        boolean fitsLong = bound.compareTo(MIN_LONG) >= 0
                && bound.compareTo(MAX_LONG) <= 0
                && bound.stripTrailingZeros().scale() <= 0;
        return integer && fitsLong
                ? JavaCode.of("@$($)", new Name(kind), JavaCode.number(bound.longValueExact()))
                : JavaCode.of("@Decimal$($)", new Name(kind), new StringLiteral(number));
    }

    private static JavaCode exclusive(String annotation, String number) {
        return JavaCode.of("@$(value = $, inclusive = false)", new Name(annotation), new StringLiteral(number));
    }

    private static Optional<JavaCode> size(Optional<String> min, Optional<String> max) {
        List<JavaCode> bounds = new ArrayList<>();
        min.ifPresent(bound -> bounds.add(JavaCode.of("min = $", JavaCode.number(Integer.parseInt(bound)))));
        max.ifPresent(bound -> bounds.add(JavaCode.of("max = $", JavaCode.number(Integer.parseInt(bound)))));
        return bounds.isEmpty() ? Optional.empty() : Optional.of(JavaCode.of("@Size($)", JavaCode.join(", ", bounds)));
    }

    private static String string(JsonNode bound) {
        return bound.isTextual() ? bound.asText() : bound.toString();
    }
}
