package io.github.triggerapi.client.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** A condition on a JSON value, by which the variants of a union are told apart. */
public final class JsonShape {

    /** Matches any value. */
    public static final JsonShape ANY = new JsonShape(json -> true);

    /** Matches strings. */
    public static final JsonShape STRING = new JsonShape(JsonShape::isString);

    /** Matches numbers. */
    public static final JsonShape NUMBER = new JsonShape(JsonShape::isNumber);

    /** Matches numbers that a {@code long} can hold. */
    public static final JsonShape INTEGER = new JsonShape(JsonShape::isInteger);

    /** Matches booleans. */
    public static final JsonShape BOOLEAN = new JsonShape(
            json -> json.isJsonPrimitive() && json.getAsJsonPrimitive().isBoolean());

    /** Matches strings that are RFC 3339 dates and times. */
    public static final JsonShape DATE_TIME = new JsonShape(JsonShape::isDateTime);

    /** Matches objects. */
    public static final JsonShape OBJECT = new JsonShape(JsonElement::isJsonObject);

    private final Predicate<JsonElement> predicate;

    private JsonShape(Predicate<JsonElement> predicate) {
        this.predicate = predicate;
    }

    /** Returns a shape that matches the given strings. */
    public static JsonShape string(String... values) {
        Set<String> known = Set.of(values);
        return new JsonShape(json -> isString(json) && known.contains(json.getAsString()));
    }

    /** Returns a shape that matches arrays whose items all have the given shape. */
    public static JsonShape array(JsonShape items) {
        return new JsonShape(json ->
                json.isJsonArray() && json.getAsJsonArray().asList().stream().allMatch(items::matches));
    }

    /** Returns a shape that matches what any of the given shapes matches. */
    public static JsonShape anyOf(JsonShape... shapes) {
        return new JsonShape(json -> Arrays.stream(shapes).anyMatch(shape -> shape.matches(json)));
    }

    /** Returns this shape restricted to objects that have a member of the given shape. */
    public JsonShape require(String member, JsonShape shape) {
        return andObject(json -> json.has(member) && shape.matches(json.get(member)));
    }

    /** Returns this shape restricted to objects in which the member is absent or has the given shape. */
    public JsonShape allow(String member, JsonShape shape) {
        return andObject(json -> !json.has(member) || shape.matches(json.get(member)));
    }

    /** Returns a shape that matches what both shapes match. */
    public JsonShape and(JsonShape other) {
        return new JsonShape(json -> matches(json) && other.matches(json));
    }

    /** Returns a shape that also matches JSON null. */
    public JsonShape orNull() {
        return new JsonShape(json -> json.isJsonNull() || matches(json));
    }

    /** Returns whether a value has this shape. */
    public boolean matches(JsonElement json) {
        return predicate.test(json);
    }

    private JsonShape andObject(Predicate<JsonObject> condition) {
        return new JsonShape(json -> matches(json) && condition.test(json.getAsJsonObject()));
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
