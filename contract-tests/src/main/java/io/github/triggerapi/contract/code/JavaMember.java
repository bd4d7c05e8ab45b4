package io.github.triggerapi.contract.code;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;

/**
 * A member of a generated class.
 *
 * @param type the type that the accessor gives
 * @param annotated the field, for the constraints on it
 * @param style how a query parameter is written; empty where it is written as usual
 */
public record JavaMember(
        AnnotatedType type, AnnotatedElement annotated, boolean required, boolean nullable, String style) {

    static JavaMember of(Field field, boolean required, boolean nullable) {
        return new JavaMember(type(field), field, required, nullable, "");
    }

    JavaMember written(String style) {
        return new JavaMember(type, annotated, required, nullable, style);
    }

    /** A field may hold more than it shows, or the text of a date-time; its accessor has the type that counts. */
    private static AnnotatedType type(Field field) {
        try {
            AnnotatedType shown =
                    field.getDeclaringClass().getMethod(field.getName()).getAnnotatedReturnType();
            return shown.getType().equals(field.getGenericType()) ? field.getAnnotatedType() : shown;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
