package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.contract.mutation.ExpectedVerdict.ValueSetChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Classifies changes of bounds by their effect on the valid values. */
final class BoundChanges {

    private static final List<List<String>> SAME_SIDE =
            List.of(List.of("minimum", "exclusiveMinimum"), List.of("maximum", "exclusiveMaximum"));

    private BoundChanges() {}

    static ValueSetChange shift(String keyword, JsonNode before, JsonNode after) {
        if (before.isBoolean() || after.isBoolean()) {
            return after.asBoolean() ? ValueSetChange.NARROWER : ValueSetChange.WIDER;
        }
        if (before.isMissingNode() || after.isMissingNode()) {
            return before.isMissingNode() ? ValueSetChange.NARROWER : ValueSetChange.WIDER;
        }
        if (keyword.equals("pattern")) {
            return ValueSetChange.OTHER;
        }
        if (keyword.equals("multipleOf")) {
            return after.decimalValue().remainder(before.decimalValue()).signum() == 0
                    ? ValueSetChange.NARROWER
                    : ValueSetChange.OTHER;
        }
        BigDecimal more = after.decimalValue().subtract(before.decimalValue());
        boolean least = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
        return (more.signum() > 0) == least ? ValueSetChange.NARROWER : ValueSetChange.WIDER;
    }

    /** Returns whether another keyword bounds the values on the same side, so that this one may have no effect. */
    static boolean isBoundOtherwise(JsonNode schema, String keyword) {
        return SAME_SIDE.stream()
                .filter(side -> side.contains(keyword))
                .flatMap(side -> Stream.concat(side.stream(), Stream.of("format")))
                .anyMatch(other -> !other.equals(keyword) && schema.has(other));
    }
}
