package io.github.triggerapi.contract.code;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What generated classes show, each looked at once: a run over many documents asks the same again and again. */
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

    /** The members of a class by their names in JSON. */
    static Map<String, JavaMember> members(GeneratedArtifact side, Class<?> type) {
        return MEMBERS.computeIfAbsent(type, side::members);
    }

    /** The members that the document does not list, all in one map. */
    static JavaMember extra(Class<?> type) {
        return EXTRAS.computeIfAbsent(type, key -> {
            Field field = field(key, "additionalProperties");
            return new JavaMember(field.getAnnotatedType(), field, true, false, "");
        });
    }

    /** Whether a class lists texts. */
    static boolean isEnum(Class<?> type) {
        return ENUMS.computeIfAbsent(
                type,
                key -> Arrays.stream(key.getMethods())
                        .anyMatch(method -> method.getName().equals("known")));
    }

    /** The values that the class of an enum lists. */
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
