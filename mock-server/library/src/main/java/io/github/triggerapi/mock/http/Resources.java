package io.github.triggerapi.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.document.Operation;
import io.github.triggerapi.mock.gate.ApiKey;
import io.github.triggerapi.mock.gate.Gate.Admission;
import io.github.triggerapi.mock.message.Answer;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jspecify.annotations.Nullable;

/** Brings requests to the behaviours by way of JAX-RS, and answers from the document where there is none. */
public final class Resources {
    private final SynchronousDispatcher dispatcher;
    private final Implemented implemented;
    private final Answers answers;

    /**
     * Serves every operation.
     *
     * @param behaviours JAX-RS resources that answer some of the operations
     * @param successStatus the provider of their stubs
     */
    public Resources(List<?> behaviours, Answers answers, Class<?> successStatus) {
        ResteasyProviderFactory providers = ResteasyProviderFactory.newInstance();
        providers.registerProviderInstance(new JsonBody());
        providers.registerProviderInstance(new ErrorMapper(answers));
        providers.registerProvider(successStatus);
        this.dispatcher = new SynchronousDispatcher(providers);
        this.implemented = new Implemented(behaviours);
        this.answers = answers;
        behaviours.forEach(dispatcher.getRegistry()::addSingletonResource);
    }

    /** Takes note that the request at hand got a run. */
    public static void noteRun(String id) {
        Notes notes = ResteasyContext.getContextData(Notes.class);
        if (notes != null) {
            notes.runId(id);
        }
    }

    /** Whether a resource answers an operation, and not the document alone. */
    public boolean has(Operation operation) {
        return implemented.has(operation);
    }

    /** Answers a request. */
    Answer call(
            Admission admission,
            MultivaluedMap<String, String> headers,
            byte[] body,
            @Nullable JsonNode json,
            Notes notes) {
        return implemented.has(admission.operation())
                ? dispatch(admission, headers, body, json, notes)
                : answers.success(admission.operation(), admission.answerType());
    }

    private Answer dispatch(
            Admission admission,
            MultivaluedMap<String, String> headers,
            byte[] body,
            @Nullable JsonNode json,
            Notes notes) {
        // What was chosen replaces what was offered, so that nothing is chosen twice.
        negotiated(headers, "Content-Type", admission.bodyType());
        negotiated(headers, "Accept", admission.answerType());
        RestResponse response = new RestResponse();
        try {
            RestRequest request = new RestRequest(
                    admission.operation().method(), admission.target(), headers, body, json, dispatcher, response);
            ResteasyContext.pushContext(Operation.class, admission.operation());
            ResteasyContext.pushContext(Notes.class, notes);
            ResteasyContext.pushContext(SecurityContext.class, new Caller(admission.caller()));
            dispatcher.invoke(request, response);
        } finally {
            ResteasyContext.clearContextData();
        }
        // JAX-RS has made a response of it, as of any exception.
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
