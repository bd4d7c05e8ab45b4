package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** A condition on a JSON value, by which the variants of a union are told apart. */
public final class VariantCondition {

    /** Matches any value. */
    public static final VariantCondition ANY = new VariantCondition(json -> true);

    /** Matches strings. */
    public static final VariantCondition STRING = new VariantCondition(JsonNode::isTextual);

    /** Matches numbers. */
    public static final VariantCondition NUMBER = new VariantCondition(JsonNode::isNumber);

    /** Matches numbers that a {@code long} can hold. */
    public static final VariantCondition INTEGER =
            new VariantCondition(json -> json.isNumber() && isLong(json.decimalValue()));

    /** Matches booleans. */
    public static final VariantCondition BOOLEAN = new VariantCondition(JsonNode::isBoolean);

    /** Matches strings that are RFC 3339 dates and times. */
    public static final VariantCondition DATE_TIME =
            new VariantCondition(json -> json.isTextual() && DateTimes.isDateTime(json.textValue()));

    /** Matches objects. */
    public static final VariantCondition OBJECT = new VariantCondition(JsonNode::isObject);

    private final Predicate<JsonNode> predicate;

    private VariantCondition(Predicate<JsonNode> predicate) {
        this.predicate = predicate;
    }

    /** Returns a condition that matches the given strings. */
    public static VariantCondition string(String... values) {
        Set<String> known = Set.of(values);
        return new VariantCondition(json -> json.isTextual() && known.contains(json.textValue()));
    }

    /** Returns a condition that matches arrays whose items all meet the given condition. */
    public static VariantCondition array(VariantCondition items) {
        return new VariantCondition(json -> {
            boolean all = json.isArray();
            for (JsonNode item : json) {
                all = all && items.matches(item);
            }
            return all;
        });
    }

    /** Returns a condition that matches what any of the given conditions matches. */
    public static VariantCondition anyOf(VariantCondition... conditions) {
        return new VariantCondition(json -> Arrays.stream(conditions).anyMatch(condition -> condition.matches(json)));
    }

    /** Returns this condition, restricted to objects with a member that meets the given condition. */
    public VariantCondition require(String member, VariantCondition condition) {
        return new VariantCondition(json -> matches(json) && json.has(member) && condition.matches(json.get(member)));
    }

    /** Returns this condition, restricted to objects in which the member is absent or meets the given condition. */
    public VariantCondition allow(String member, VariantCondition condition) {
        return new VariantCondition(
                json -> matches(json) && (!json.has(member) || condition.matches(json.get(member))));
    }

    /** Returns a condition that matches what both conditions match. */
    public VariantCondition and(VariantCondition other) {
        return new VariantCondition(json -> matches(json) && other.matches(json));
    }

    /** Returns a condition that also matches JSON null. */
    public VariantCondition orNull() {
        return new VariantCondition(json -> json.isNull() || matches(json));
    }

    /** Returns whether a value meets this condition. */
    public boolean matches(JsonNode json) {
        return predicate.test(json);
    }

    private static boolean isLong(BigDecimal number) {
        try {
            number.longValueExact();
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
