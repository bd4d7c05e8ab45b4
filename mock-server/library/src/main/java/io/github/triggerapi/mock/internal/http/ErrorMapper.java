package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.run.store.StoreException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jboss.resteasy.core.ResteasyContext;

/** Converts exceptions of resources to error responses. */
final class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOGGER = System.getLogger(ErrorMapper.class.getName());

    private final DocumentedResponseFactory documentedResponses;

    ErrorMapper(DocumentedResponseFactory documentedResponses) {
        this.documentedResponses = documentedResponses;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable cause =
                thrown instanceof ProcessingException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof JsonMappingException) {
            // Valid by the schema, but out of the range of the Java type.
            return error(Response.status(400), 400, "Validation error: the body has a value out of range");
        }
        if (cause instanceof NotFoundException && cause.getCause() != null) {
            // A failed conversion of a parameter is reported as a missing resource.
            return error(Response.status(400), 400, "Validation error: a parameter is out of range");
        }
        if (cause instanceof WebApplicationException application) {
            if (application.getResponse().hasEntity()) {
                // A response of the resource itself, which need not be in the document.
                record(application.getMessage());
                return application.getResponse();
            }
            return error(
                    Response.fromResponse(application.getResponse()),
                    application.getResponse().getStatus(),
                    String.valueOf(application.getMessage()).replaceFirst("^RESTEASY\\d+: ", ""));
        }
        if (cause instanceof StoreException store) {
            return error(Response.status(503), 503, store.getMessage());
        }
        Optional<RequestRecorder> requestRecorder = RequestRecorder.current();
        if (cause instanceof Error error && requestRecorder.isPresent()) {
            requestRecorder.get().error(error);
        } else {
            LOGGER.log(Level.ERROR, "A request failed", thrown);
        }
        return error(Response.status(500), 500, "Internal server error");
    }

    private static void record(String reason) {
        RequestRecorder.current().ifPresent(requestRecorder -> requestRecorder.reason(reason));
    }

    private Response error(Response.ResponseBuilder response, int status, String message) {
        record(message);
        Operation operation = ResteasyContext.getContextData(Operation.class);
        MockResponse mockResponse = operation == null
                ? MockResponse.error(status, message)
                : documentedResponses.error(operation, status, message);
        response.status(mockResponse.status()).entity(mockResponse.body());
        mockResponse.headers().forEach((name, values) -> response.header(name, values.get(0)));
        return response.build();
    }
}
