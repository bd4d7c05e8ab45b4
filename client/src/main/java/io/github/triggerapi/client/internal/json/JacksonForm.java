package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts models to maps, lists and other values that Jackson reads and writes, whatever its version and settings. The
 * JSON is that of the Gson adapters.
 */
public final class JacksonForm {

    private static final Gson GSON = PlatformTypes.gson();

    private JacksonForm() {}

    /** Returns what Jackson writes for a model. */
    public static @Nullable Object of(Object model) {
        return value(GSON.toJsonTree(model));
    }

    /**
     * Returns a model that Jackson read as maps, lists and other values.
     *
     * @throws com.google.gson.JsonParseException if the JSON does not fit the type
     */
    public static <T> T read(@Nullable Object json, Class<T> type) {
        return GSON.fromJson(tree(json), type);
    }

    private static @Nullable Object value(JsonElement tree) {
        if (tree instanceof JsonObject object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.entrySet().forEach(member -> members.put(member.getKey(), value(member.getValue())));
            return members;
        } else if (tree instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>();
            array.forEach(item -> items.add(value(item)));
            return items;
        } else if (tree instanceof JsonPrimitive primitive) {
            if (primitive.isNumber()) {
                return new BigDecimal(primitive.getAsString());
            }
            return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : primitive.getAsString();
        }
        return null;
    }

    private static JsonElement tree(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            JsonObject object = new JsonObject();
            members.forEach((name, member) -> object.add((String) name, tree(member)));
            return object;
        } else if (value instanceof List<?> items) {
            JsonArray array = new JsonArray();
            items.forEach(item -> array.add(tree(item)));
            return array;
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value == null ? JsonNull.INSTANCE : GSON.toJsonTree(value);
    }
}
