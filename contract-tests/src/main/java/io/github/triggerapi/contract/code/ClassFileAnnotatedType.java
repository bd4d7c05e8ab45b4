package io.github.triggerapi.contract.code;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type with its annotations and those of a class file.
 *
 * @param type the type with the annotations that reflection finds
 * @param constraints the annotations of the class file by the path to the part of the type that has them
 * @param path the path to this part, such as {@code 0;} for the first type argument
 */
record ClassFileAnnotatedType(AnnotatedType type, Map<String, Annotation[]> constraints, String path)
        implements AnnotatedParameterizedType {

    @Override
    public Type getType() {
        return type.getType();
    }

    @Override
    public @Nullable AnnotatedType getAnnotatedOwnerType() {
        return type.getAnnotatedOwnerType();
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
        return type.getAnnotation(annotation);
    }

    @Override
    public Annotation[] getAnnotations() {
        Annotation[] constraintsOfPart = constraints.getOrDefault(path, new Annotation[0]);
        return Stream.of(type.getAnnotations(), constraintsOfPart)
                .flatMap(Stream::of)
                .toArray(Annotation[]::new);
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return getAnnotations();
    }

    @Override
    public AnnotatedType[] getAnnotatedActualTypeArguments() {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return new AnnotatedType[0];
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new ClassFileAnnotatedType(arguments[i], constraints, path + i + ";");
        }
        return arguments;
    }
}
