package io.github.triggerapi.mock.internal.dispatch;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts the strings of a parameter to a Java type, by the rules of Jakarta REST: primitives and their wrappers, types
 * with a constructor or a static method {@code valueOf} or {@code fromString} that takes a string, and collections of these.
 */
final class ParameterConverter {
    private static final Map<Class<?>, Function<String, Object>> PRIMITIVES = Map.of(
            boolean.class, Boolean::valueOf,
            byte.class, Byte::valueOf,
            char.class, text -> text.charAt(0),
            double.class, Double::valueOf,
            float.class, Float::valueOf,
            int.class, Integer::valueOf,
            long.class, Long::valueOf,
            short.class, Short::valueOf);

    private ParameterConverter() {}

    /**
     * Returns the function that converts the strings of a parameter. It throws a {@link RuntimeException} for a string that the
     * type does not have.
     *
     * @throws IllegalArgumentException if the type is not supported
     */
    static Function<List<String>, @Nullable Object> of(Type type) {
        Class<?> raw = raw(type);
        if (raw == List.class || raw == Collection.class) {
            Function<String, Object> items = items(type);
            return strings -> strings.stream().map(items).toList();
        }
        if (raw == Set.class) {
            Function<String, Object> items = items(type);
            return strings -> strings.stream().map(items).collect(Collectors.toUnmodifiableSet());
        }
        if (raw == SortedSet.class) {
            Function<String, Object> items = items(type);
            return strings -> new TreeSet<>(strings.stream().map(items).toList());
        }
        Function<String, Object> one = one(raw);
        Object absent = absent(raw);
        return strings -> strings.isEmpty() ? absent : one.apply(strings.get(0));
    }

    private static Function<String, Object> items(Type collection) {
        return one(
                collection instanceof ParameterizedType parameterized
                        ? raw(parameterized.getActualTypeArguments()[0])
                        : String.class);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        throw unsupported(type);
    }

    /** Returns the value of an absent parameter: that of a new field of the type. */
    private static @Nullable Object absent(Class<?> type) {
        if (type == char.class) {
            return '\0';
        }
        return type == boolean.class
                ? Boolean.FALSE
                : type.isPrimitive() ? PRIMITIVES.get(type).apply("0") : null;
    }

    private static Function<String, Object> one(Class<?> type) {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return text -> text;
        }
        Function<String, Object> primitive =
                type == Character.class ? PRIMITIVES.get(char.class) : PRIMITIVES.get(type);
        if (primitive != null) {
            return primitive;
        }
        return Stream.of(type.isEnum() ? "fromString" : "valueOf", type.isEnum() ? "valueOf" : "fromString")
                .flatMap(name -> factory(type, name))
                .findFirst()
                .or(() -> constructor(type))
                .orElseThrow(() -> unsupported(type));
    }

    private static Stream<Function<String, Object>> factory(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name, String.class);
            return Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType())
                    ? Stream.of(text -> invoke(() -> method.invoke(null, text)))
                    : Stream.empty();
        } catch (NoSuchMethodException e) {
            return Stream.empty();
        }
    }

    private static Optional<Function<String, Object>> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getConstructor(String.class);
            return Optional.of(text -> invoke(() -> constructor.newInstance(text)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Invocation {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoke(Invocation invocation) {
        try {
            return invocation.run();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("no parameter can be converted to " + type.getTypeName());
    }
}
