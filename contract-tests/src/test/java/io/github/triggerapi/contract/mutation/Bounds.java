package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.contract.mutation.Expected.Shift;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What another bound does to the values that a schema allows. */
final class Bounds {

    private static final List<List<String>> SAME_SIDE =
            List.of(List.of("minimum", "exclusiveMinimum"), List.of("maximum", "exclusiveMaximum"));

    private Bounds() {}

    static Shift shift(String keyword, JsonNode before, JsonNode after) {
        if (before.isBoolean() || after.isBoolean()) {
            return after.asBoolean() ? Shift.NARROWER : Shift.WIDER;
        }
        if (before.isMissingNode() || after.isMissingNode()) {
            return before.isMissingNode() ? Shift.NARROWER : Shift.WIDER;
        }
        if (keyword.equals("pattern")) {
            return Shift.OTHER;
        }
        if (keyword.equals("multipleOf")) {
            return after.decimalValue().remainder(before.decimalValue()).signum() == 0 ? Shift.NARROWER : Shift.OTHER;
        }
        BigDecimal more = after.decimalValue().subtract(before.decimalValue());
        boolean least = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
        return (more.signum() > 0) == least ? Shift.NARROWER : Shift.WIDER;
    }

    /** Whether another keyword bounds the same side, so that this one need not make a difference. */
    static boolean isBoundOtherwise(JsonNode schema, String keyword) {
        return SAME_SIDE.stream()
                .filter(side -> side.contains(keyword))
                .flatMap(side -> Stream.concat(side.stream(), Stream.of("format")))
                .anyMatch(other -> !other.equals(keyword) && schema.has(other));
    }
}
