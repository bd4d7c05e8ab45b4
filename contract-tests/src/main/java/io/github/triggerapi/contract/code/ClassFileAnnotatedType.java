package io.github.triggerapi.contract.code;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type with its annotations and those of a class file. It reads them once, as reflection parses them again for each
 * caller.
 */
final class ClassFileAnnotatedType implements AnnotatedParameterizedType {

    private final AnnotatedType type;
    private final Annotation[] annotations;
    private final AnnotatedType[] arguments;

    /**
     * Reads a type.
     *
     * @param type the type with the annotations that reflection finds
     * @param constraints the annotations of the class file by the path to the part of the type that has them
     * @param path the path to this part, such as {@code 0;} for the first type argument
     */
    ClassFileAnnotatedType(AnnotatedType type, Map<String, Annotation[]> constraints, String path) {
        this.type = type;
        this.annotations = Stream.of(type.getAnnotations(), constraints.getOrDefault(path, new Annotation[0]))
                .flatMap(Stream::of)
                .toArray(Annotation[]::new);
        this.arguments = type instanceof AnnotatedParameterizedType parameterized
                ? parameterized.getAnnotatedActualTypeArguments()
                : new AnnotatedType[0];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new ClassFileAnnotatedType(arguments[i], constraints, path + i + ";");
        }
    }

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
        return annotations.clone();
    }

    @Override
    public Annotation[] getDeclaredAnnotations() {
        return getAnnotations();
    }

    @Override
    public AnnotatedType[] getAnnotatedActualTypeArguments() {
        return arguments.clone();
    }
}
