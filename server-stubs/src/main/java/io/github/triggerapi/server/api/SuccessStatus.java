package io.github.triggerapi.server.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sets the success status that the OpenAPI document describes for an operation, such as 201. Without it, JAX-RS responds
 * with 200 if a method returns something, and with 204 if it does not. Register it with the resources.
 */
@Provider
public final class SuccessStatus implements ContainerResponseFilter {

    private final Map<Method, Integer> statuses = new ConcurrentHashMap<>();

    @Context
    private @Nullable ResourceInfo resource;

    /** Creates the filter. */
    public SuccessStatus() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method method = resource == null ? null : resource.getResourceMethod();
        boolean usual = response.getStatus() == (response.hasEntity() ? 200 : 204);
        if (method == null || !usual) {
            return;
        }
        int status = statuses.computeIfAbsent(
                method, key -> documented(key.getDeclaringClass(), key.getName(), key.getParameterTypes()));
        if (status > 0) {
            response.setStatus(status);
        }
    }

    /** Returns the lowest success status of a method, or of one that it overrides, or 0 if none is documented. */
    private static int documented(@Nullable Class<?> type, String name, Class<?>[] parameters) {
        if (type == null) {
            return 0;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), parameters)) {
                int status = lowest(method.getAnnotationsByType(DocumentedResponse.class));
                if (status > 0) {
                    return status;
                }
            }
        }
        for (Class<?> superinterface : type.getInterfaces()) {
            int status = documented(superinterface, name, parameters);
            if (status > 0) {
                return status;
            }
        }
        return documented(type.getSuperclass(), name, parameters);
    }

    private static int lowest(DocumentedResponse[] responses) {
        return Arrays.stream(responses)
                .map(DocumentedResponse::status)
                .filter(status -> status.matches("2[0-9][0-9]"))
                .mapToInt(Integer::parseInt)
                .min()
                .orElse(0);
    }
}
