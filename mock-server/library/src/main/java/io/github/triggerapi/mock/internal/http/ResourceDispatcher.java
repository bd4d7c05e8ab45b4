package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.DocumentedResponses;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.gate.ApiKey;
import io.github.triggerapi.mock.internal.gate.RequestValidator.Admission;
import io.github.triggerapi.mock.internal.message.MockResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jspecify.annotations.Nullable;

/** Dispatches requests to JAX-RS resources. Other requests are answered from the OpenAPI document. */
public final class ResourceDispatcher {
    private final SynchronousDispatcher dispatcher;
    private final OverriddenOperations implemented;
    private final DocumentedResponses answers;

    /**
     * Creates a dispatcher.
     *
     * @param resources JAX-RS resources that answer some of the operations
     * @param successStatus the JAX-RS provider of the status of their responses
     */
    public ResourceDispatcher(List<?> behaviours, DocumentedResponses answers, Class<?> successStatus) {
        ResteasyProviderFactory providers = ResteasyProviderFactory.newInstance();
        providers.registerProviderInstance(new JsonBodyProvider());
        providers.registerProviderInstance(new ErrorMapper(answers));
        providers.registerProvider(successStatus);
        this.dispatcher = new SynchronousDispatcher(providers);
        this.implemented = new OverriddenOperations(behaviours);
        this.answers = answers;
        behaviours.forEach(dispatcher.getRegistry()::addSingletonResource);
    }

    /** Records the run of the request that is being handled. */
    public static void recordRun(String id) {
        RequestRecord notes = ResteasyContext.getContextData(RequestRecord.class);
        if (notes != null) {
            notes.runId(id);
        }
    }

    /** Returns whether a resource answers an operation. */
    public boolean has(Operation operation) {
        return implemented.has(operation);
    }

    /** Handles a request. */
    MockResponse call(
            Admission admission,
            MultivaluedMap<String, String> headers,
            byte[] body,
            @Nullable JsonNode json,
            RequestRecord notes) {
        return implemented.has(admission.operation())
                ? dispatch(admission, headers, body, json, notes)
                : answers.success(admission.operation(), admission.answerType());
    }

    private MockResponse dispatch(
            Admission admission,
            MultivaluedMap<String, String> headers,
            byte[] body,
            @Nullable JsonNode json,
            RequestRecord notes) {
        // The results of the negotiation replace the headers, so that JAX-RS does not negotiate again.
        negotiated(headers, "Content-Type", admission.bodyType());
        negotiated(headers, "Accept", admission.answerType());
        ResteasyResponse response = new ResteasyResponse();
        try {
            ResteasyRequest request = new ResteasyRequest(
                    admission.operation().method(), admission.target(), headers, body, json, dispatcher, response);
            ResteasyContext.pushContext(Operation.class, admission.operation());
            ResteasyContext.pushContext(RequestRecord.class, notes);
            ResteasyContext.pushContext(SecurityContext.class, new Caller(admission.caller()));
            dispatcher.invoke(request, response);
        } finally {
            ResteasyContext.clearContextData();
        }
        // JAX-RS has converted it to a response, as it does with any exception.
        notes.throwError();
        return response.answer();
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
