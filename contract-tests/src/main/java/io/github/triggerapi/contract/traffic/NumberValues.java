package io.github.triggerapi.contract.traffic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates values for number schemas.
 *
 * <p>Integers are limited to 64 bits, as in the generated code.
 */
final class NumberValues {

    private static final BigDecimal FAR = new BigDecimal("1E+30");

    private final boolean integer;
    private final BigDecimal least;
    private final BigDecimal most;

    /** The divisor of all values; null if there is none. */
    private final @Nullable BigDecimal step;

    NumberValues(ObjectNode schema) {
        BigDecimal multiple = decimal(schema, "multipleOf");
        this.integer = schema.path("type").asString("").equals("integer");
        this.step = multiple == null && integer ? BigDecimal.ONE : multiple;
        BigDecimal far = integer ? BigDecimal.valueOf(Long.MAX_VALUE) : FAR;
        BigDecimal farBelow = integer ? BigDecimal.valueOf(Long.MIN_VALUE) : FAR.negate();
        this.least = bound(schema, "minimum", "exclusiveMinimum", farBelow, true);
        this.most = bound(schema, "maximum", "exclusiveMaximum", far, false);
    }

    private BigDecimal bound(ObjectNode schema, String keyword, String exclusive, BigDecimal other, boolean lower) {
        BigDecimal bound = decimal(schema, keyword);
        BigDecimal beyond = decimal(schema, exclusive);
        BigDecimal inside = bound == null ? other : bound;
        if (integer) {
            inside = lower ? inside.max(other) : inside.min(other);
        }
        if (beyond != null) {
            inside = lower ? inside.max(beyond) : inside.min(beyond);
        }
        if (step != null) {
            RoundingMode inwards = lower ? RoundingMode.CEILING : RoundingMode.FLOOR;
            inside = inside.divide(step, 0, inwards).multiply(step);
        }
        if (beyond != null && inside.compareTo(beyond) == 0) {
            BigDecimal next = step == null ? new BigDecimal("0.25") : step;
            inside = lower ? inside.add(next) : inside.subtract(next);
        }
        return inside;
    }

    private static @Nullable BigDecimal decimal(ObjectNode schema, String keyword) {
        JsonNode bound = schema.path(keyword);
        return bound.isNumber() ? bound.decimalValue() : null;
    }

    List<BigDecimal> covering() {
        Stream<String> others = integer
                ? Stream.of("0", "1", "-1", "9007199254740993")
                : Stream.of("0", "0.1", "-1.5", "9007199254740993", "12345678901234567890.012345678901234567890");
        return Stream.concat(Stream.of(least, most), others.map(BigDecimal::new))
                .filter(this::allowed)
                .distinct()
                .toList();
    }

    private boolean allowed(BigDecimal number) {
        return number.compareTo(least) >= 0
                && number.compareTo(most) <= 0
                && (step == null || number.remainder(step).signum() == 0);
    }

    Arbitrary<BigDecimal> arbitrary() {
        if (step != null) {
            BigDecimal unit = step;
            BigInteger first = least.divide(unit, 0, RoundingMode.CEILING).toBigInteger();
            BigInteger last = most.divide(unit, 0, RoundingMode.FLOOR).toBigInteger();
            return Arbitraries.bigIntegers().between(first, last).map(count -> new BigDecimal(count).multiply(unit));
        }
        return Arbitraries.bigDecimals()
                .between(least, most)
                .ofScale(Math.max(6, Math.max(least.scale(), most.scale())));
    }
}
