package io.github.triggerapi.contract.code;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A class as an annotated type without annotations. */
record UnannotatedType(Class<?> type) implements AnnotatedType {

    static AnnotatedType of(Class<?> type) {
        return new UnannotatedType(type);
    }

    @Override
    public Type getType() {
        return type;
    }

    @Override
    public @Nullable AnnotatedType getAnnotatedOwnerType() {
        return null;
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
        return null;
    }

    @Override
    public Annotation[] getAnnotations() {
        return new Annotation[0];
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return new Annotation[0];
    }
}
