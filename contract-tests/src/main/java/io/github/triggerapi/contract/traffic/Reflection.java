package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.code.JavaMember;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Finds and calls methods of generated classes. */
final class Reflection {

    private Reflection() {}

    /** Returns the name of the accessor and the setter of a member. */
    static String name(JavaMember member) {
        return ((Field) member.annotated()).getName();
    }

    static boolean isEnum(Class<?> type) {
        return has(type, "known") && has(type, "value");
    }

    static boolean has(Class<?> type, String method) {
        return method(type, method, 0) != null;
    }

    static @Nullable Method method(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElse(null);
    }

    static Method find(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new NoSuchElementException("the generated code has no method " + e.getMessage(), e);
        }
    }

    static @Nullable Object call(Method method, @Nullable Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
