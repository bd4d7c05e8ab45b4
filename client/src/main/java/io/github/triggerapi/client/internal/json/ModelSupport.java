package io.github.triggerapi.client.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Static methods that all generated models use. The stubs have such a class too, as they share no module. */
public final class ModelSupport {

    private ModelSupport() {}

    /** Returns an unmodifiable copy of a list, whose items may be null. */
    public static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** Returns an unmodifiable copy of a map, whose values may be null. */
    public static <T> @Nullable Map<String, T> copy(@Nullable Map<String, T> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * Checks that a builder has a required member.
     *
     * @throws IllegalStateException if it is missing
     */
    public static void require(String className, String member, boolean present) {
        if (!present) {
            throw new IllegalStateException(className + "." + member + " is required");
        }
    }

    /**
     * Returns a required member, which JSON may lack.
     *
     * @throws IllegalStateException if it is missing
     */
    public static <T> T present(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The JSON object that was read lacks the required member " + member);
        }
        return value;
    }

    /** Returns the given values by their strings, in order. */
    @SafeVarargs
    public static <T> Map<String, T> byString(Function<T, String> toString, T... values) {
        Map<String, T> map = new LinkedHashMap<>();
        for (T value : values) {
            map.put(toString.apply(value), value);
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Returns the members that are present, as in {@code QueueOptions(name=a, concurrencyLimit=5)}. Any JSON, which may hold
     * personal data, is hidden.
     */
    public static String toString(String className, @Nullable Object... namesAndValues) {
        StringJoiner joiner = new StringJoiner(", ", className + "(", ")");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            boolean empty = value instanceof Map<?, ?> map && map.isEmpty();
            if (value != null && !empty) {
                joiner.add(namesAndValues[i] + "=" + shown(value));
            }
        }
        return joiner.toString();
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof JsonElement) {
            return hidden(value);
        } else if (value instanceof List<?> list) {
            return list.stream().map(ModelSupport::shown).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> shown = new LinkedHashMap<>();
            map.forEach((name, member) -> shown.put(name, shown(member)));
            return shown;
        }
        return value;
    }

    /** Returns what {@code toString} shows for a value of any type: only whether it is absent or null. */
    public static @Nullable Object hidden(@Nullable Object value) {
        return value == null || value instanceof JsonNull ? value : "<not shown>";
    }

    /** Returns a JSON value as a tree, given a tree or any object that Gson can write. */
    public static @Nullable JsonElement tree(@Nullable Object value) {
        return value == null || value instanceof JsonElement
                ? (JsonElement) value
                : PlatformTypes.gson().toJsonTree(value);
    }

    /**
     * Returns any JSON as an object.
     *
     * @param value a tree, or an object that a builder was given
     * @return null if the value is null or JSON null
     * @throws com.google.gson.JsonParseException if the JSON is not that of such an object
     */
    public static <T> @Nullable T as(@Nullable Object value, Class<T> type) {
        if (value == null || value instanceof JsonNull) {
            return null;
        }
        return type.isInstance(value) ? type.cast(value) : PlatformTypes.gson().fromJson(tree(value), type);
    }
}
