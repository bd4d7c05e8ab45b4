package io.github.triggerapi.mock.internal.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.document.Responses;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.github.triggerapi.mock.internal.validation.RequestValidator.ValidatedRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of resources that handle operations. Other requests get their response from the OpenAPI document.
 *
 * <p>The resources have the annotations of Jakarta REST, but no runtime of it takes part: applications bring their own, and a
 * JVM has room for one.
 */
public final class ResourceDispatcher {
    /** A preference in the syntax of RFC 7240. */
    private static final Pattern PREFERRED_STATUS =
            Pattern.compile("(?i)(?:^|[,;\\s])code=\"?([2-5][0-9]{2})(?![0-9])");

    private static final ThreadLocal<RequestNotes> CURRENT = new ThreadLocal<>();

    /** By identity, because each request asks. */
    private final Map<Operation, ResourceMethod> methods = new IdentityHashMap<>();

    private final DocumentedResponseFactory documentedResponses;
    private final ResourceResponses responses;

    /**
     * Creates a dispatcher.
     *
     * @param resources handle some of the operations; earlier ones take precedence
     * @throws IllegalArgumentException if a resource has a method that cannot be called
     */
    public ResourceDispatcher(List<?> resources, DocumentedResponseFactory documentedResponses) {
        this.documentedResponses = documentedResponses;
        this.responses = new ResourceResponses(documentedResponses);
        List<Operation> operations = documentedResponses.document().operations();
        for (Object resource : resources) {
            for (ResourceMethod method : ResourceMethod.of(resource)) {
                operations.stream()
                        .filter(method::handles)
                        .forEach(operation -> methods.putIfAbsent(operation, method));
            }
        }
    }

    /** Records the run of the request that is being handled on this thread. */
    public static void recordRun(String id) {
        RequestNotes notes = CURRENT.get();
        if (notes != null) {
            notes.runId(id);
        }
    }

    public boolean has(Operation operation) {
        return methods.containsKey(operation);
    }

    /** Returns the response to a valid request. */
    public MockResponse call(
            ValidatedRequest validated,
            RequestHeaders headers,
            byte[] body,
            @Nullable JsonNode json,
            RequestNotes notes) {
        Operation operation = validated.operation();
        OptionalInt preferred = preferred(headers, operation.responses());
        if (preferred.isPresent()) {
            return documentedResponses.response(operation, preferred.getAsInt(), validated.responseType());
        }
        ResourceMethod method = methods.get(operation);
        if (method == null) {
            return documentedResponses.success(operation, validated.responseType());
        }
        CURRENT.set(notes);
        try {
            Object value = method.call(new ResourceRequest(validated, headers, body, json));
            return responses.returned(operation, validated.responseType(), value);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            return responses.thrown(operation, e instanceof Exception thrown ? thrown : new RuntimeException(e), notes);
        } finally {
            CURRENT.remove();
        }
    }

    /** Returns the documented status that a request prefers to the success of its operation; empty if it prefers none. */
    private static OptionalInt preferred(RequestHeaders headers, Responses responses) {
        return headers.all("Prefer").stream()
                .flatMap(value -> PREFERRED_STATUS.matcher(value).results())
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .filter(status -> status != responses.success() && responses.has(status))
                .findFirst();
    }
}
