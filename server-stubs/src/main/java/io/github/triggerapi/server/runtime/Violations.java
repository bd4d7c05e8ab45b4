package io.github.triggerapi.server.runtime;

import io.github.triggerapi.server.internal.method.ResourceMethods;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Describes what Bean Validation found. */
final class Violations {

    /** The number of violations in a message. */
    private static final int MAX = 5;

    private Violations() {}

    /** Returns whether the violations are not due to the request: they are of the result of a method, or of another object. */
    static boolean areOfApplication(ConstraintViolationException thrown) {
        return thrown.getConstraintViolations() != null
                && thrown.getConstraintViolations().stream()
                        .anyMatch(violation -> !isResource(violation.getRootBeanClass())
                                || nodes(violation.getPropertyPath())
                                        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE));
    }

    /** Returns whether a class or one of its supertypes has a path. */
    private static boolean isResource(@Nullable Class<?> type) {
        return type != null
                && (type.isAnnotationPresent(jakarta.ws.rs.Path.class)
                        || isResource(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(Violations::isResource));
    }

    static String message(ConstraintViolationException thrown) {
        return Optional.ofNullable(thrown.getConstraintViolations()).stream()
                .flatMap(violations -> violations.stream())
                .map(violation -> place(violation) + " " + violation.getMessage())
                .sorted()
                .distinct()
                .limit(MAX)
                .collect(Collectors.joining("; ", "Validation error: ", ""));
    }

    private static Stream<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false);
    }

    /** Returns the member of the body or the parameter, without the names of Java, which some compilers leave out. */
    private static String place(ConstraintViolation<?> violation) {
        Path path = violation.getPropertyPath();
        Optional<Path.ParameterNode> parameter = nodes(path)
                .filter(node -> node.getKind() == ElementKind.PARAMETER)
                .map(node -> node.as(Path.ParameterNode.class))
                .findFirst();
        String member = member(path);
        return !member.isEmpty()
                ? member
                : parameter.map(node -> name(violation, node)).orElse("the request");
    }

    private static String member(Path path) {
        StringBuilder member = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                Object position = node.getIndex() == null ? node.getKey() : node.getIndex();
                member.append('[').append(position == null ? "" : position).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                member.append(member.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return member.toString();
    }

    private static String name(ConstraintViolation<?> violation, Path.ParameterNode parameter) {
        Path.MethodNode method = violation.getPropertyPath().iterator().next().as(Path.MethodNode.class);
        return ResourceMethods.declarations(
                        violation.getRootBeanClass(),
                        method.getName(),
                        method.getParameterTypes().toArray(Class<?>[]::new))
                .flatMap(declaration -> name(declaration, parameter.getParameterIndex()))
                .findFirst()
                .orElse("the body");
    }

    private static Stream<String> name(Method method, int index) {
        return Arrays.stream(method.getParameterAnnotations()[index]).flatMap(Violations::name);
    }

    private static Stream<String> name(Annotation annotation) {
        if (annotation instanceof PathParam path) {
            return Stream.of(path.value());
        } else if (annotation instanceof QueryParam query) {
            return Stream.of(query.value());
        }
        return annotation instanceof HeaderParam header ? Stream.of(header.value()) : Stream.empty();
    }
}
