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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    private final Target target;

    Annotations(Target target) {
        this.target = target;
    }

    /** For an item of an array or a value of a map; with a space at the end where there is one at all. */
    String ofItem(Value item) {
        List<String> annotations = new ArrayList<>();
        if (item.nullable()) {
            annotations.add("@Nullable");
        } else if (target == Target.SERVER) {
            annotations.add("@NotNull");
        }
        annotations.addAll(of(item));
        return annotations.stream().map(a -> a + " ").collect(Collectors.joining());
    }

    /** For a member, a parameter or a variant. */
    List<String> of(Value value) {
        List<String> annotations = new ArrayList<>();
        if (target == Target.SERVER && value.type() instanceof Type.Named) {
            annotations.add("@Valid");
        }
        if (value.type() instanceof Type.Named) {
            // The class has those of its own.
            return annotations;
        }
        Map<String, String> limits = new LinkedHashMap<>();
        value.constraints().keywords().forEach((keyword, bound) -> limits.put(keyword, text(bound)));
        if (target == Target.SERVER && hasValidators(value.type())) {
            annotations.addAll(beanValidation(value.type(), value.constraints()));
            limits.keySet().removeAll(BEAN_VALIDATION);
        }
        limits(limits).ifPresent(annotations::add);
        return annotations;
    }

    /** For a class. */
    static List<String> of(Definition definition) {
        Map<String, String> limits = new LinkedHashMap<>();
        definition.constraints().keywords().forEach((keyword, bound) -> limits.put(keyword, text(bound)));
        if (definition instanceof ObjectDefinition object) {
            object.choices().forEach(choice -> limits.put(choice.keyword(), json(choice)));
        }
        return limits(limits).stream().toList();
    }

    private static String json(Choice choice) {
        return JSON.valueToTree(choice.alternatives()).toString();
    }

    private static Optional<String> limits(Map<String, String> limits) {
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of("@Limits("
                        + limits.entrySet().stream()
                                .map(e -> name(e.getKey()) + " = " + Literals.string(e.getValue()))
                                .collect(Collectors.joining(", "))
                        + ")");
    }

    /** For the members of an object that may have no other members than those listed. */
    String ofNoOther() {
        return target == Target.CLIENT ? "@Limits(maxProperties = \"0\") " : "@Size(max = 0) ";
    }

    /** Bean Validation fails on an annotation whose type it cannot check. */
    private static boolean hasValidators(Type type) {
        return type == Scalar.STRING
                || type == Scalar.INTEGER
                || type == Scalar.NUMBER
                || type instanceof Type.ListOf
                || type instanceof Type.MapOf;
    }

    private static List<String> beanValidation(Type type, Constraints constraints) {
        List<String> annotations = new ArrayList<>();
        boolean integer = type == Scalar.INTEGER;
        for (String keyword : List.of("minimum", "maximum")) {
            if (constraints.has(keyword)) {
                annotations.add(bound(keyword.equals("minimum") ? "Min" : "Max", constraints.get(keyword), integer));
            }
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
            // A JSON Schema pattern may match anywhere in the text, a Bean Validation one has to match all of it.
            String pattern = "(?s).*(?:" + constraints.get("pattern") + ").*";
            annotations.add("@Pattern(regexp = " + Literals.string(pattern) + ")");
        }
        return annotations;
    }

    private static String bound(String kind, String number, boolean integer) {
        BigDecimal bound = new BigDecimal(number);
        boolean fitsLong =
                bound.stripTrailingZeros().scale() <= 0 && bound.toBigInteger().bitLength() < 64;
        return integer && fitsLong
                ? "@" + kind + "(" + javaLong(bound) + ")"
                : "@Decimal" + kind + "(" + Literals.string(number) + ")";
    }

    private static String exclusive(String annotation, String number) {
        return "@" + annotation + "(value = " + Literals.string(number) + ", inclusive = false)";
    }

    private static String javaLong(BigDecimal number) {
        long value = number.longValueExact();
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    private static Optional<String> size(String min, String max) {
        List<String> bounds = new ArrayList<>();
        if (!min.isEmpty()) {
            bounds.add("min = " + min);
        }
        if (!max.isEmpty()) {
            bounds.add("max = " + max);
        }
        return bounds.isEmpty() ? Optional.empty() : Optional.of("@Size(" + String.join(", ", bounds) + ")");
    }

    private static String text(JsonNode bound) {
        return bound.isTextual() ? bound.asText() : bound.toString();
    }

    private static String name(String keyword) {
        return keyword.equals("enum") ? "values" : keyword.equals("const") ? "value" : keyword;
    }
}
