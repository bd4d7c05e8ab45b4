package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.document.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.spi.Registry;

/**
 * The operations that resources handle: those of their annotated methods, and those of the interface methods that they
 * override. An interface may have several methods of one name, where one with fewer parameters is called by the
 * annotated one.
 */
final class ImplementedOperations {
    /** By identity, because each request asks. */
    private final Set<Operation> operations = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Finds the operations.
     *
     * @param registry has the operations of the resources, overridden or not
     */
    ImplementedOperations(Document document, List<?> resources, Registry registry) {
        registry.getBounded()
                .forEach((path, invokers) -> invokers.forEach(invoker -> {
                    if (invoker instanceof ResourceMethodInvoker method
                            && isOverridden(method.getMethod(), resources)) {
                        document.operations().stream()
                                .filter(operation ->
                                        method.getHttpMethods().stream().anyMatch(http -> operation.isAt(http, path)))
                                .forEach(operations::add);
                    }
                }));
    }

    boolean has(Operation operation) {
        return operations.contains(operation);
    }

    private static boolean isOverridden(Method method, List<?> resources) {
        return resources.stream()
                .filter(method.getDeclaringClass()::isInstance)
                .flatMap(resource -> Arrays.stream(resource.getClass().getMethods()))
                .anyMatch(own -> own.getName().equals(method.getName())
                        && !own.getDeclaringClass().isInterface());
    }
}
