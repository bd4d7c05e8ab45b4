package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What Java types stand for on one side. */
final class JavaTypes {

    private final GeneratedArtifact side;

    JavaTypes(GeneratedArtifact side) {
        this.side = side;
    }

    boolean isOf(Kind kind, Class<?> type) {
        return switch (kind) {
            case ANY -> type == side.any();
            case ANY_OBJECT -> type == side.anyObject();
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
        return type.getPackageName().equals(side.modelPackage());
    }

    private boolean isEnum(Class<?> type) {
        return isModel(type) && ClassMembers.isEnum(type);
    }

    /** A type in words, a class of the side with the members that it has. */
    String describe(Class<?> type) {
        return isOf(Kind.OBJECT, type)
                ? type.getSimpleName() + " with "
                        + ClassMembers.members(side, type).keySet()
                : type.getSimpleName();
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }
}
