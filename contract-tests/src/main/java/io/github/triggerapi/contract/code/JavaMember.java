package io.github.triggerapi.contract.code;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;

/**
 * A member of a generated class.
 *
 * @param type the type that the accessor gives
 * @param annotated the field, for the constraints on it
 */
record JavaMember(AnnotatedType type, AnnotatedElement annotated, boolean required, boolean nullable) {

    static JavaMember of(Field field, boolean required, boolean nullable) {
        return new JavaMember(type(field), field, required, nullable);
    }

    /** A field for any JSON may hold more than it shows; its accessor has the type that counts. */
    private static AnnotatedType type(Field field) {
        if (field.getType() != Object.class) {
            return field.getAnnotatedType();
        }
        try {
            return field.getDeclaringClass().getMethod(field.getName()).getAnnotatedReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
