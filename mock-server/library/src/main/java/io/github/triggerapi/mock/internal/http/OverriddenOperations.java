package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.document.Operation;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The operations that resources handle: those of their annotated methods, and those of the interface methods that they
 * override. An interface may have several methods of one name, where one with fewer parameters is called by the
 * annotated one.
 */
final class OverriddenOperations {
    private final Set<String> keys = new HashSet<>();

    /** The results of earlier calls: each request asks, and creating a key takes longer than finding one. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    OverriddenOperations(List<?> resources) {
        for (Object resource : resources) {
            Arrays.stream(resource.getClass().getMethods())
                    .filter(method -> !method.getDeclaringClass().isInterface())
                    .forEach(method -> add(resource.getClass(), method));
            for (Class<?> api : resource.getClass().getInterfaces()) {
                Set<String> names = Arrays.stream(api.getMethods())
                        .filter(method -> overridden(method, resource.getClass()))
                        .map(Method::getName)
                        .collect(Collectors.toSet());
                Arrays.stream(api.getMethods())
                        .filter(method -> names.contains(method.getName()))
                        .forEach(method -> add(api, method));
            }
        }
    }

    boolean has(Operation operation) {
        return known.computeIfAbsent(
                operation.method() + " " + operation.path(),
                asked -> keys.contains(key(operation.method(), operation.path())));
    }

    private void add(Class<?> type, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                keys.add(key(
                        http.value(), path(type.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class))));
            }
        }
    }

    private static boolean overridden(Method method, Class<?> type) {
        try {
            return !type.getMethod(method.getName(), method.getParameterTypes())
                    .getDeclaringClass()
                    .isInterface();
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static String path(Path path) {
        return path == null ? "" : "/" + path.value();
    }

    /** Returns a key that does not depend on the names of path variables. */
    private static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " "
                + path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/");
    }
}
