package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Maps kinds of schemas to Java types of an artifact. */
final class JavaTypes {

    private static final ClassValue<Boolean> LISTS_VALUES = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .anyMatch(method -> method.getName().equals("known"));
        }
    };

    private final GeneratedArtifact artifact;

    JavaTypes(GeneratedArtifact artifact) {
        this.artifact = artifact;
    }

    boolean isOf(Kind kind, Class<?> type) {
        return switch (kind) {
            case ANY -> type == artifact.any();
            case ANY_OBJECT -> type == artifact.anyObject();
            case ARRAY -> type == List.class;
            case BOOLEAN -> type == Boolean.class;
            case DATE_TIME -> type == OffsetDateTime.class;
            case ENUM -> isEnum(type);
            case INTEGER -> type == Long.class;
            case MAP -> type == Map.class;
            case NUMBER -> type == BigDecimal.class;
            case OBJECT -> isModel(type) && !type.isInterface() && !isEnum(type);
            case STRING -> type == String.class;
            case UNION -> isModel(type) && type.isSealed();
        };
    }

    private boolean isModel(Class<?> type) {
        return type.getPackageName().equals(artifact.modelPackage());
    }

    private boolean isEnum(Class<?> type) {
        return isModel(type) && LISTS_VALUES.get(type);
    }

    /** Returns the values of an enum class. */
    static Set<String> knownValues(Class<?> type) {
        Set<String> values = new TreeSet<>();
        try {
            ((List<?>) type.getMethod("known").invoke(null)).forEach(value -> values.add(value.toString()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    /** Describes a type, including the members of a generated class. */
    String describe(Class<?> type) {
        return isOf(Kind.OBJECT, type)
                ? type.getSimpleName() + " with " + artifact.members(type).keySet()
                : type.getSimpleName();
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }
}
