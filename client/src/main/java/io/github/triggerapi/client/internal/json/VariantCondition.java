package io.github.triggerapi.client.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** A condition on a JSON value, by which the variants of a union are told apart. */
public final class VariantCondition {

    /** Matches any value. */
    public static final VariantCondition ANY = new VariantCondition(json -> true);

    /** Matches strings. */
    public static final VariantCondition STRING = new VariantCondition(VariantCondition::isString);

    /** Matches numbers. */
    public static final VariantCondition NUMBER = new VariantCondition(VariantCondition::isNumber);

    /** Matches numbers that a {@code long} can hold. */
    public static final VariantCondition INTEGER = new VariantCondition(VariantCondition::isInteger);

    /** Matches booleans. */
    public static final VariantCondition BOOLEAN = new VariantCondition(
            json -> json.isJsonPrimitive() && json.getAsJsonPrimitive().isBoolean());

    /** Matches strings that are RFC 3339 dates and times. */
    public static final VariantCondition DATE_TIME = new VariantCondition(VariantCondition::isDateTime);

    /** Matches objects. */
    public static final VariantCondition OBJECT = new VariantCondition(JsonElement::isJsonObject);

    private final Predicate<JsonElement> predicate;

    private VariantCondition(Predicate<JsonElement> predicate) {
        this.predicate = predicate;
    }

    /** Returns a condition that matches the given strings. */
    public static VariantCondition string(String... values) {
        Set<String> known = Set.of(values);
        return new VariantCondition(json -> isString(json) && known.contains(json.getAsString()));
    }

    /** Returns a condition that matches arrays whose items all meet the given condition. */
    public static VariantCondition array(VariantCondition items) {
        return new VariantCondition(json ->
                json.isJsonArray() && json.getAsJsonArray().asList().stream().allMatch(items::matches));
    }

    /** Returns a condition that matches what any of the given conditions matches. */
    public static VariantCondition anyOf(VariantCondition... conditions) {
        return new VariantCondition(json -> Arrays.stream(conditions).anyMatch(condition -> condition.matches(json)));
    }

    /** Returns this condition, restricted to objects with a member that meets the given condition. */
    public VariantCondition require(String member, VariantCondition condition) {
        return andObject(json -> json.has(member) && condition.matches(json.get(member)));
    }

    /** Returns this condition, restricted to objects in which the member is absent or meets the given condition. */
    public VariantCondition allow(String member, VariantCondition condition) {
        return andObject(json -> !json.has(member) || condition.matches(json.get(member)));
    }

    /** Returns a condition that matches what both conditions match. */
    public VariantCondition and(VariantCondition other) {
        return new VariantCondition(json -> matches(json) && other.matches(json));
    }

    /** Returns a condition that also matches JSON null. */
    public VariantCondition orNull() {
        return new VariantCondition(json -> json.isJsonNull() || matches(json));
    }

    /** Returns whether a value meets this condition. */
    public boolean matches(JsonElement json) {
        return predicate.test(json);
    }

    private VariantCondition andObject(Predicate<JsonObject> condition) {
        return new VariantCondition(json -> matches(json) && condition.test(json.getAsJsonObject()));
    }

    private static boolean isString(JsonElement json) {
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
    }

    private static boolean isNumber(JsonElement json) {
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber();
    }

    private static boolean isInteger(JsonElement json) {
        if (!isNumber(json)) {
            return false;
        }
        try {
            json.getAsBigDecimal().longValueExact();
            return true;
        } catch (ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDateTime(JsonElement json) {
        if (!isString(json)) {
            return false;
        }
        try {
            OffsetDateTime.parse(json.getAsString());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
