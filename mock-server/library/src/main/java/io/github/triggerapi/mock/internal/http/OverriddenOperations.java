package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.document.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.spi.Registry;

/**
 * The operations that resources handle: those of their annotated methods, and those of the interface methods that they
 * override. An interface may have several methods of one name, where one with fewer parameters is called by the
 * annotated one.
 */
final class OverriddenOperations {
    private final Set<String> keys = new HashSet<>();

    /** The results of earlier calls: each request asks, and creating a key takes longer than finding one. */
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** @param registry has the operations of the resources, overridden or not */
    OverriddenOperations(List<?> resources, Registry registry) {
        registry.getBounded()
                .forEach((path, invokers) -> invokers.forEach(invoker -> {
                    if (invoker instanceof ResourceMethodInvoker method
                            && isOverridden(method.getMethod(), resources)) {
                        method.getHttpMethods().forEach(http -> keys.add(key(http, path)));
                    }
                }));
    }

    boolean has(Operation operation) {
        return known.computeIfAbsent(
                operation.method() + " " + operation.path(),
                asked -> keys.contains(key(operation.method(), operation.path())));
    }

    private static boolean isOverridden(Method method, List<?> resources) {
        return resources.stream()
                .filter(method.getDeclaringClass()::isInstance)
                .flatMap(resource -> Arrays.stream(resource.getClass().getMethods()))
                .anyMatch(own -> own.getName().equals(method.getName())
                        && !own.getDeclaringClass().isInterface());
    }

    /** Returns a key that does not depend on the names of path variables. */
    private static String key(String method, String path) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/");
    }
}
