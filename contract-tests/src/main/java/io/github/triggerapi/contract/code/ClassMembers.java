package io.github.triggerapi.contract.code;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Caches what generated classes declare, as a mutation run reads the same classes for each mutant. */
final class ClassMembers {

    private static final Map<Class<?>, Map<String, JavaMember>> MEMBERS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, JavaMember> EXTRAS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Boolean> ENUMS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Set<String>> VALUES = new ConcurrentHashMap<>();

    private ClassMembers() {}

    static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the members of a class by their JSON names. */
    static Map<String, JavaMember> members(GeneratedArtifact artifact, Class<?> type) {
        return MEMBERS.computeIfAbsent(type, artifact::members);
    }

    /** Returns the map of members that the document does not list. */
    static JavaMember extra(Class<?> type) {
        return EXTRAS.computeIfAbsent(type, key -> {
            Field field = field(key, "additionalProperties");
            return new JavaMember(field.getAnnotatedType(), field, true, false, "");
        });
    }

    /** Returns whether a class represents an enum. */
    static boolean isEnum(Class<?> type) {
        return ENUMS.computeIfAbsent(
                type,
                key -> Arrays.stream(key.getMethods())
                        .anyMatch(method -> method.getName().equals("known")));
    }

    /** Returns the values of an enum class. */
    static Set<String> knownValues(Class<?> type) {
        return VALUES.computeIfAbsent(type, key -> {
            Set<String> values = new TreeSet<>();
            try {
                ((List<?>) key.getMethod("known").invoke(null)).forEach(value -> values.add(value.toString()));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            return values;
        });
    }
}
