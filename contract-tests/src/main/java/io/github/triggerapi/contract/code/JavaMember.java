package io.github.triggerapi.contract.code;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;

/**
 * A member of a generated class.
 *
 * @param type the return type of the accessor
 * @param annotated the element with the constraints
 * @param style the serialization style of a parameter; empty for the default
 */
public record JavaMember(
        AnnotatedType type, AnnotatedElement annotated, boolean required, boolean nullable, String style) {

    private static final ClassValue<JavaMember> ADDITIONAL_PROPERTIES = new ClassValue<>() {
        @Override
        protected JavaMember computeValue(Class<?> type) {
            Field field = field(type, "additionalProperties");
            return new JavaMember(ClassFileAnnotations.type(field), field, true, false, "");
        }
    };

    /** Returns the map of members that the spec does not list. */
    static JavaMember additionalProperties(Class<?> type) {
        return ADDITIONAL_PROPERTIES.get(type);
    }

    static JavaMember of(Field field, boolean required, boolean nullable) {
        return new JavaMember(type(field), field, required, nullable, "");
    }

    JavaMember withStyle(String style) {
        return new JavaMember(type, annotated, required, nullable, style);
    }

    /** Returns the constraints by keyword. */
    Map<String, String> constraints() {
        return ConstraintKeywords.of(annotated, type);
    }

    static Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A field may have another type than its accessor, such as the string of a date-time. One that holds any object has a
     * setter that says whether it is any JSON or an object.
     */
    private static AnnotatedType type(Field field) {
        try {
            AnnotatedType shown =
                    field.getDeclaringClass().getMethod(field.getName()).getAnnotatedReturnType();
            if (shown.getType() == Object.class) {
                return UnannotatedType.of(takesJsonObject(field) ? JsonObject.class : JsonElement.class);
            }
            return shown.getType().equals(field.getGenericType()) ? ClassFileAnnotations.type(field) : shown;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean takesJsonObject(Field field) {
        return Arrays.stream(field.getDeclaringClass().getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Builder"))
                .flatMap(builder -> Arrays.stream(builder.getMethods()))
                .anyMatch(method -> method.getName().equals(field.getName())
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == JsonObject.class);
    }
}
