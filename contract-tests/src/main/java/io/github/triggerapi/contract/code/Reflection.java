package io.github.triggerapi.contract.code;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is read from generated classes by names that every one of them has. */
final class Reflection {

    private Reflection() {}

    static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values that the class of an enum lists. */
    static Set<String> knownValues(Class<?> type) {
        Set<String> values = new TreeSet<>();
        try {
            ((List<?>) type.getMethod("known").invoke(null)).forEach(value -> values.add(value.toString()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
