package io.github.triggerapi.codegen.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.Choice;
import io.github.triggerapi.codegen.model.Definition.ObjectDefinition;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The annotations that carry constraints into compiled code: Bean Validation on the server, as far as it has them, and
 * {@code Limits} for the rest and for the client.
 */
final class Annotations {

    /** The keywords that Bean Validation has annotations for. */
    private static final Set<String> BEAN_VALIDATION = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Target target;

    Annotations(Target target) {
        this.target = target;
    }

    /** Returns the annotations of an item of an array or a value of a map, each followed by a space. */
    JavaCode ofItem(Value item) {
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
    List<JavaCode> of(Value value) {
        return target == Target.SERVER && value.type() instanceof Type.Named
                ? List.of(JavaCode.of("@Valid"))
                : ofConstraints(value);
    }

    /** Returns the annotations for the constraints of a value, unless its class has them. */
    List<JavaCode> ofConstraints(Value value) {
        return ofConstraints(value, BEAN_VALIDATION);
    }

    private List<JavaCode> ofConstraints(Value value, Set<String> validated) {
        if (value.type() instanceof Type.Named) {
            return List.of();
        }
        List<JavaCode> annotations = new ArrayList<>();
        Map<String, String> limits = limits(value.constraints());
        if (target == Target.SERVER && hasValidators(value.type())) {
            annotations.addAll(beanValidation(value.type(), value.constraints().only(validated)));
            limits.keySet().removeAll(validated);
        }
        limits(limits).ifPresent(annotations::add);
        return annotations;
    }

    /** Returns the annotations of a date-time whose Java type is a string. */
    static List<JavaCode> ofDateTimeString(Value value) {
        Map<String, String> limits = new LinkedHashMap<>(Map.of("format", "date-time"));
        limits.putAll(limits(value.constraints()));
        return limits(limits).stream().toList();
    }

    /**
     * Returns the annotations of the field of an array parameter. As JAX-RS passes an empty list for an absent array, the
     * least size is validated by a getter; see {@link #ofPresentArray}.
     */
    List<JavaCode> ofArrayParameter(Value value, boolean required) {
        List<JavaCode> annotations = new ArrayList<>(required(required));
        Set<String> validated = new HashSet<>(BEAN_VALIDATION);
        validated.remove("minItems");
        annotations.addAll(ofConstraints(value, validated));
        return annotations;
    }

    /** Returns the annotations of the getter of an array parameter, which returns null if the array is absent. */
    List<JavaCode> ofPresentArray(Value value, boolean required) {
        List<JavaCode> annotations = new ArrayList<>(required(required));
        if (target == Target.SERVER) {
            size(value.constraints().get("minItems"), "").ifPresent(annotations::add);
        }
        return annotations;
    }

    private List<JavaCode> required(boolean required) {
        return target == Target.SERVER && required ? List.of(JavaCode.of("@NotNull")) : List.of();
    }

    /** Returns the annotations of a class. */
    static List<JavaCode> of(Definition definition) {
        Map<String, String> limits = limits(definition.constraints());
        if (definition instanceof ObjectDefinition object) {
            object.choices().forEach(choice -> limits.put(choice.keyword(), json(choice)));
        }
        return limits(limits).stream().toList();
    }

    private static String json(Choice choice) {
        return JSON.valueToTree(choice.alternatives()).toString();
    }

    private static Map<String, String> limits(Constraints constraints) {
        Map<String, String> limits = new LinkedHashMap<>();
        constraints.keywords().forEach((keyword, bound) -> limits.put(keyword, string(bound)));
        return limits;
    }

    private static Optional<JavaCode> limits(Map<String, String> limits) {
        List<String> values = limits.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(JavaCode.of("@Limits($)", StringLiteral.array(values)));
    }

    /** Returns the annotation of the additional members of an object that may have none. */
    JavaCode ofNoAdditionalMembers() {
        return JavaCode.of(target == Target.CLIENT ? "@Limits(\"maxProperties=0\") " : "@Size(max = 0) ");
    }

    /** Returns whether Bean Validation can validate a type; it throws on an annotation of any other. */
    private static boolean hasValidators(Type type) {
        return type == Scalar.STRING
                || type == Scalar.INTEGER
                || type == Scalar.NUMBER
                || type instanceof Type.ListOf
                || type instanceof Type.MapOf;
    }

    private static List<JavaCode> beanValidation(Type type, Constraints constraints) {
        List<JavaCode> annotations = new ArrayList<>();
        boolean integer = type == Scalar.INTEGER;
        if (constraints.has("minimum")) {
            annotations.add(bound("Min", constraints.get("minimum"), integer));
        }
        if (constraints.has("maximum")) {
            annotations.add(bound("Max", constraints.get("maximum"), integer));
        }
        if (constraints.has("exclusiveMinimum")) {
            annotations.add(exclusive("DecimalMin", constraints.get("exclusiveMinimum")));
        }
        if (constraints.has("exclusiveMaximum")) {
            annotations.add(exclusive("DecimalMax", constraints.get("exclusiveMaximum")));
        }
        for (String what : List.of("Length", "Items", "Properties")) {
            size(constraints.get("min" + what), constraints.get("max" + what)).ifPresent(annotations::add);
        }
        if (constraints.has("pattern")) {
            // A JSON Schema pattern matches any part of a string, a Bean Validation pattern the whole string.
            String pattern = "(?s).*(?:" + constraints.get("pattern") + ").*";
            annotations.add(JavaCode.of("@Pattern(regexp = $)", new StringLiteral(pattern)));
        }
        return annotations;
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

    private static Optional<JavaCode> size(String min, String max) {
        List<JavaCode> bounds = new ArrayList<>();
        if (!min.isEmpty()) {
            bounds.add(JavaCode.of("min = $", JavaCode.number(Integer.parseInt(min))));
        }
        if (!max.isEmpty()) {
            bounds.add(JavaCode.of("max = $", JavaCode.number(Integer.parseInt(max))));
        }
        return bounds.isEmpty() ? Optional.empty() : Optional.of(JavaCode.of("@Size($)", JavaCode.join(", ", bounds)));
    }

    private static String string(JsonNode bound) {
        return bound.isTextual() ? bound.asText() : bound.toString();
    }
}
