package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** A condition on a JSON value, by which the variants of a union are told apart. */
public final class JsonShape {

    /** Matches any value. */
    public static final JsonShape ANY = new JsonShape(json -> true);

    /** Matches strings. */
    public static final JsonShape STRING = new JsonShape(JsonNode::isTextual);

    /** Matches numbers. */
    public static final JsonShape NUMBER = new JsonShape(JsonNode::isNumber);

    /** Matches numbers that a {@code long} can hold. */
    public static final JsonShape INTEGER = new JsonShape(json -> json.isNumber() && isLong(json.decimalValue()));

    /** Matches booleans. */
    public static final JsonShape BOOLEAN = new JsonShape(JsonNode::isBoolean);

    /** Matches strings that are RFC 3339 dates and times. */
    public static final JsonShape DATE_TIME =
            new JsonShape(json -> json.isTextual() && DateTimes.isDateTime(json.textValue()));

    /** Matches objects. */
    public static final JsonShape OBJECT = new JsonShape(JsonNode::isObject);

    private final Predicate<JsonNode> predicate;

    private JsonShape(Predicate<JsonNode> predicate) {
        this.predicate = predicate;
    }

    /** Returns a shape that matches the given strings. */
    public static JsonShape string(String... values) {
        Set<String> known = Set.of(values);
        return new JsonShape(json -> json.isTextual() && known.contains(json.textValue()));
    }

    /** Returns a shape that matches arrays whose items all have the given shape. */
    public static JsonShape array(JsonShape items) {
        return new JsonShape(json -> {
            boolean all = json.isArray();
            for (JsonNode item : json) {
                all = all && items.matches(item);
            }
            return all;
        });
    }

    /** Returns a shape that matches what any of the given shapes matches. */
    public static JsonShape anyOf(JsonShape... shapes) {
        return new JsonShape(json -> Arrays.stream(shapes).anyMatch(shape -> shape.matches(json)));
    }

    /** Returns this shape restricted to objects that have a member of the given shape. */
    public JsonShape require(String member, JsonShape shape) {
        return new JsonShape(json -> matches(json) && json.has(member) && shape.matches(json.get(member)));
    }

    /** Returns this shape restricted to objects in which the member is absent or has the given shape. */
    public JsonShape allow(String member, JsonShape shape) {
        return new JsonShape(json -> matches(json) && (!json.has(member) || shape.matches(json.get(member))));
    }

    /** Returns a shape that matches what both shapes match. */
    public JsonShape and(JsonShape other) {
        return new JsonShape(json -> matches(json) && other.matches(json));
    }

    /** Returns a shape that also matches JSON null. */
    public JsonShape orNull() {
        return new JsonShape(json -> json.isNull() || matches(json));
    }

    /** Returns whether a value has this shape. */
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
