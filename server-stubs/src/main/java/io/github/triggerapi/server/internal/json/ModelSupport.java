package io.github.triggerapi.server.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Static methods that all generated models use. The client has such a class too, as they share no module. */
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

    /** Returns the members that are present, as in {@code QueueOptions(name=a, concurrencyLimit=5)}. */
    public static String toString(String className, @Nullable Object... namesAndValues) {
        StringJoiner joiner = new StringJoiner(", ", className + "(", ")");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            boolean empty = value instanceof Map<?, ?> map && map.isEmpty();
            if (value != null && !empty) {
                joiner.add(namesAndValues[i] + "=" + value);
            }
        }
        return joiner.toString();
    }

    /** Returns how many of the conditions hold. */
    public static int count(boolean... conditions) {
        int count = 0;
        for (boolean condition : conditions) {
            count += condition ? 1 : 0;
        }
        return count;
    }
}
