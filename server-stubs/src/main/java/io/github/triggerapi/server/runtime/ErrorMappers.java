package io.github.triggerapi.server.runtime;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import io.github.triggerapi.server.api.DocumentedSuccess;
import io.github.triggerapi.server.api.SuccessStatus;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns exceptions into errors. Runtimes have mappers of their own for some classes, which give way to a mapper for the same
 * class only. Each mapper has the method itself: Quarkus does not read the class from a common superclass.
 */
final class ErrorMappers {

    private static final Logger LOGGER = System.getLogger(ErrorMappers.class.getName());

    /** What a runtime puts into exceptions: a phrase, or details of its own. */
    private static final Pattern OF_RUNTIME = Pattern.compile("(?s)HTTP \\d{3} .*|RESTEASY\\d+: .*");

    /** The statuses of the choice of a method, whose exceptions have messages of the runtime. */
    private static final Set<Integer> OF_CHOICE = Set.of(405, 406, 415);

    private ErrorMappers() {}

    /** Returns all mappers. */
    static List<ExceptionMapper<?>> all() {
        return List.of(new OfAny(), new OfResponse(), new OfViolation(), new OfSyntax(), new OfMapping());
    }

    private static final class OfAny implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable thrown) {
            return response(thrown);
        }
    }

    private static final class OfResponse implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException thrown) {
            return response(thrown);
        }
    }

    private static final class OfViolation implements ExceptionMapper<ConstraintViolationException> {
        @Override
        public Response toResponse(ConstraintViolationException thrown) {
            return response(thrown);
        }
    }

    private static final class OfSyntax implements ExceptionMapper<JsonParseException> {
        @Override
        public Response toResponse(JsonParseException thrown) {
            return response(thrown);
        }
    }

    private static final class OfMapping implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException thrown) {
            return response(thrown);
        }
    }

    private static Response response(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof ProcessingException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof DocumentedSuccess success) {
            // CXF takes the mapper for any exception instead of that of SuccessStatus.
            return new SuccessStatus().toResponse(success);
        }
        if (cause instanceof WebApplicationException application) {
            return response(application);
        }
        if (cause instanceof JsonProcessingException json && json.getProcessor() instanceof JsonParser) {
            return refusal(json).in(Response.status(400)).build();
        }
        if (cause instanceof ConstraintViolationException violations && !Violations.areOfApplication(violations)) {
            return Refusal.of(400, Violations.message(violations))
                    .in(Response.status(400))
                    .build();
        }
        LOGGER.log(Level.ERROR, "A request failed", thrown);
        return Refusal.of(500).in(Response.status(500)).build();
    }

    private static Response response(WebApplicationException thrown) {
        Response response = thrown.getResponse();
        int status = response.getStatus();
        if (status < 400 || response.hasEntity()) {
            return response;
        }
        String message = String.valueOf(thrown.getMessage());
        boolean ofRuntime =
                thrown.getMessage() == null || OF_RUNTIME.matcher(message).matches();
        if (ofRuntime && (status == 404 || status == 400) && isFailedConversion(thrown)) {
            // JAX-RS reports it as a missing resource if the parameter is in the path or query.
            return Refusal.of(400, "Validation error: a parameter has a wrong value")
                    .in(Response.status(400))
                    .build();
        }
        if (status == 500) {
            LOGGER.log(Level.ERROR, "A request failed", thrown);
        }
        boolean hidden = ofRuntime || status == 500 || OF_CHOICE.contains(status);
        Refusal phrase = Refusal.of(status);
        return (hidden ? phrase : phrase.withDetail(message))
                .in(Response.fromResponse(response))
                .build();
    }

    /** Returns whether a parameter could not be converted, not whether a resource found something missing. */
    private static boolean isFailedConversion(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IllegalArgumentException || cause instanceof DateTimeException;
    }

    /** Returns what is wrong with JSON, without its text. */
    static Refusal refusal(JsonProcessingException thrown) {
        Throwable cause = thrown;
        while (cause instanceof JsonMappingException && cause.getCause() instanceof JsonProcessingException) {
            cause = cause.getCause();
        }
        if (cause instanceof StreamConstraintsException) {
            return Refusal.of(400, "Invalid JSON: too large or too deep");
        }
        String problem = String.valueOf(thrown.getOriginalMessage());
        if (cause instanceof JsonMappingException && !problem.startsWith("Trailing token")) {
            String path = path((JsonMappingException) thrown);
            String found = cause instanceof InvalidNullException ? "must not be null" : "has a value of another type";
            return Refusal.of(400, "Validation error: " + (path.isEmpty() ? "the body" : path) + " " + found);
        }
        String kind = problem.startsWith("Duplicate field") ? "Invalid JSON: duplicate member" : "Invalid JSON";
        JsonLocation at = ((JsonProcessingException) cause).getLocation();
        // Versions of Jackson disagree on the column.
        return Refusal.of(400, at == null ? kind : kind + " at line " + at.getLineNr());
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
