package io.github.triggerapi.server.api;

import io.github.triggerapi.server.internal.json.JsonStrings;
import io.github.triggerapi.server.internal.method.ResourceMethods;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets the success status that the OpenAPI document describes for an operation, such as 201. Without it, JAX-RS responds
 * with 200 if a method returns something, and with 204 if it does not. That 204 remains if the document describes it.
 * A string that a method returns as JSON is written with quotes, which JAX-RS leaves out. A {@link DocumentedSuccess} that a
 * method throws becomes its response. Register this class with the resources.
 */
@Provider
public final class SuccessStatus implements ContainerResponseFilter, ExceptionMapper<DocumentedSuccess> {

    /** Marks a response whose status the method chose. It is not sent. */
    private static final String CHOSEN = "X-Chosen-Success";

    private final Map<Method, SortedSet<Integer>> statuses = new ConcurrentHashMap<>();

    @Context
    private @Nullable ResourceInfo resource;

    /** Creates the filter. */
    public SuccessStatus() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean chosen = response.getHeaders().remove(CHOSEN) != null;
        Method method = resource == null ? null : resource.getResourceMethod();
        boolean usual = response.getStatus() == (response.hasEntity() ? 200 : 204);
        if (method == null || chosen || !usual) {
            return;
        }
        SortedSet<Integer> documented = statuses.computeIfAbsent(method, SuccessStatus::documented);
        if (documented.isEmpty()) {
            return;
        }
        if (!documented.contains(response.getStatus())) {
            response.setStatus(documented.first());
        }
        MediaType type = response.getMediaType();
        if (method.getReturnType() == String.class && type != null) {
            response.setEntity(JsonStrings.entity(response.getEntity(), type.getType() + "/" + type.getSubtype()));
        }
    }

    @Override
    public Response toResponse(DocumentedSuccess success) {
        Response.ResponseBuilder response = Response.status(success.status())
                .type(success.mediaType())
                .header(CHOSEN, true)
                .entity(JsonStrings.entity(success.body(), success.mediaType()));
        success.headers().forEach(response::header);
        return response.build();
    }

    /** Returns the success statuses of a method, or of one that it overrides. */
    private static SortedSet<Integer> documented(Method method) {
        return ResourceMethods.declarations(method.getDeclaringClass(), method.getName(), method.getParameterTypes())
                .map(declaration -> successes(declaration.getAnnotationsByType(DocumentedResponse.class)))
                .filter(successes -> !successes.isEmpty())
                .findFirst()
                .orElseGet(TreeSet::new);
    }

    private static SortedSet<Integer> successes(DocumentedResponse[] responses) {
        List<String> all =
                Arrays.stream(responses).map(DocumentedResponse::status).toList();
        SortedSet<Integer> exact = all.stream()
                .filter(status -> status.matches("2[0-9][0-9]"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        if (exact.isEmpty() && (all.contains("2XX") || all.contains("default"))) {
            // A range has the usual statuses.
            exact.addAll(List.of(200, 204));
        }
        return exact;
    }
}
