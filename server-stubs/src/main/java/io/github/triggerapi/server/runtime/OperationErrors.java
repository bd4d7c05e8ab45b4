package io.github.triggerapi.server.runtime;

import io.github.triggerapi.server.api.DocumentedResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives the errors of an operation the status and the form that are documented for it. An invalid request results in 400 or
 * 422, and an invalid key in 401 or 403, whichever the operation has.
 */
final class OperationErrors implements ContainerResponseFilter {

    private final List<DocumentedResponse> responses;
    private final ErrorBodies errors;

    OperationErrors(List<DocumentedResponse> responses, ErrorBodies errors) {
        this.responses = responses;
        this.errors = errors;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Refusal refusal) {
            int status = alternatives(refusal.status())
                    .filter(alternative -> responses.stream()
                            .anyMatch(documented -> documented.status().equals(Integer.toString(alternative))))
                    .findFirst()
                    .orElse(refusal.status());
            ErrorForm form = errors.form(status, responses);
            response.setStatus(status);
            response.setEntity(form.body(status, refusal.detail()), response.getEntityAnnotations(), form.mediaType());
        }
    }

    private static IntStream alternatives(int status) {
        return switch (status) {
            case 400 -> IntStream.of(400, 422);
            case 401 -> IntStream.of(401, 403);
            default -> IntStream.of(status);
        };
    }
}
