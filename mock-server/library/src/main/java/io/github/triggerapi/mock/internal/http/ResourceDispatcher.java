package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.document.Responses;
import io.github.triggerapi.mock.internal.http.JsonBodyProvider.ParsedBody;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.validation.ApiKey;
import io.github.triggerapi.mock.internal.validation.RequestValidator.ValidatedRequest;
import io.github.triggerapi.server.api.SuccessStatus;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.SynchronousExecutionContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jspecify.annotations.Nullable;

/** Dispatches requests to JAX-RS resources. Other requests get their response from the OpenAPI document. */
public final class ResourceDispatcher {
    /** A preference in the syntax of RFC 7240. */
    private static final Pattern PREFERRED_STATUS =
            Pattern.compile("(?i)(?:^|[,;\\s])code=\"?([2-5][0-9]{2})(?![0-9])");

    private final SynchronousDispatcher dispatcher;
    private final ImplementedOperations implemented;
    private final DocumentedResponseFactory documentedResponses;

    /**
     * Creates a dispatcher.
     *
     * @param resources JAX-RS resources that handle some of the operations
     */
    public ResourceDispatcher(List<?> resources, DocumentedResponseFactory documentedResponses) {
        ResteasyProviderFactory providers = ResteasyProviderFactory.newInstance();
        providers.registerProviderInstance(new JsonBodyProvider());
        providers.registerProviderInstance(new ErrorMapper(documentedResponses));
        providers.registerProvider(SuccessStatus.class);
        this.dispatcher = new SynchronousDispatcher(providers);
        resources.forEach(dispatcher.getRegistry()::addSingletonResource);
        this.implemented =
                new ImplementedOperations(documentedResponses.document(), resources, dispatcher.getRegistry());
        this.documentedResponses = documentedResponses;
    }

    /** Records the run of the request that is being handled. */
    public static void recordRun(String id) {
        RequestRecorder.current().ifPresent(requestRecorder -> requestRecorder.runId(id));
    }

    public boolean has(Operation operation) {
        return implemented.has(operation);
    }

    MockResponse call(
            ValidatedRequest validated,
            MultivaluedMap<String, String> headers,
            byte[] body,
            @Nullable JsonNode json,
            RequestRecorder requestRecorder) {
        OptionalInt preferred = preferred(headers, validated.operation().responses());
        if (preferred.isPresent()) {
            return documentedResponses.response(validated.operation(), preferred.getAsInt(), validated.responseType());
        }
        if (!implemented.has(validated.operation())) {
            return documentedResponses.success(validated.operation(), validated.responseType());
        }
        // The results of the negotiation replace the headers, so that JAX-RS does not negotiate again.
        negotiated(headers, "Content-Type", validated.bodyType());
        negotiated(headers, "Accept", validated.responseType());
        MockHttpResponse response = new MockHttpResponse();
        try {
            MockHttpRequest request = MockHttpRequest.create(
                    validated.operation().method(), "http://localhost" + validated.target(), null, "");
            request.getMutableHeaders().putAll(headers);
            request.setInputStream(new ParsedBody(body, json));
            request.setAsynchronousContext(new SynchronousExecutionContext(dispatcher, request, response));
            ResteasyContext.pushContext(Operation.class, validated.operation());
            ResteasyContext.pushContext(RequestRecorder.class, requestRecorder);
            ResteasyContext.pushContext(SecurityContext.class, new Caller(validated.caller()));
            dispatcher.invoke(request, response);
        } finally {
            ResteasyContext.clearContextData();
        }
        // JAX-RS has converted it to a response, as it does with any exception.
        requestRecorder.throwError();
        return toMockResponse(response);
    }

    /** Returns the documented status that a request prefers to the success of its operation; empty if it prefers none. */
    private static OptionalInt preferred(MultivaluedMap<String, String> headers, Responses responses) {
        return headers.getOrDefault("Prefer", List.of()).stream()
                .flatMap(value -> PREFERRED_STATUS.matcher(value).results())
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .filter(status -> status != responses.success() && responses.has(status))
                .findFirst();
    }

    private static MockResponse toMockResponse(MockHttpResponse response) {
        if (response.isErrorSent()) {
            return MockResponse.error(response.getStatus(), "Error " + response.getStatus());
        }
        response.getNewCookies().forEach(cookie -> response.getOutputHeaders().add(HttpHeaders.SET_COOKIE, cookie));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.getOutputHeaders()
                .forEach((name, values) ->
                        headers.put(name, values.stream().map(String::valueOf).toList()));
        return new MockResponse(response.getStatus(), headers, response.getOutput());
    }

    private static void negotiated(MultivaluedMap<String, String> headers, String name, @Nullable String type) {
        headers.remove(name);
        if (type != null) {
            headers.putSingle(name, type);
        }
    }

    private record Caller(@Nullable ApiKey key) implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return key;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return key == null ? null : "BEARER";
        }
    }
}
