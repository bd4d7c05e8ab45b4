package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.DocumentedResponses;
import io.github.triggerapi.mock.internal.gate.RequestValidator;
import io.github.triggerapi.mock.internal.gate.RequestValidator.Admission;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.core.Headers;

/**
 * The API of one OpenAPI document.
 *
 * @param gate validates requests
 * @param resources dispatches requests to resources
 * @param answers creates the documented responses
 * @param maxBodyBytes the size limit of a request body in bytes
 */
public record Api(RequestValidator gate, ResourceDispatcher resources, DocumentedResponses answers, int maxBodyBytes) {
    /**
     * Handles a request that was not received by the network.
     *
     * @param authorization the Authorization header
     * @param body the body as JSON
     */
    public MockResponse respond(String method, String path, String authorization, String body) {
        MultivaluedMap<String, String> headers = new Headers<>();
        headers.putSingle("Authorization", authorization);
        headers.putSingle("Content-Type", "application/json");
        try {
            Admission admission = gate.admit(method, path, null, headers, true);
            return respond(admission, headers, body.getBytes(StandardCharsets.UTF_8), new RequestRecord());
        } catch (RejectedRequestException refusal) {
            return refusal.answer();
        }
    }

    /** Handles a request that is valid except for its body. */
    MockResponse respond(
            Admission admission, MultivaluedMap<String, String> headers, byte[] body, RequestRecord notes) {
        try {
            JsonNode json = gate.check(admission, body);
            return resources.call(admission, headers, body, json, notes);
        } catch (RejectedRequestException refusal) {
            notes.reason(refusal.text());
            return refusal.answer();
        }
    }

    /**
     * Returns an API.
     *
     * @param answers creates the responses of its document
     * @param keys the accepted keys, empty for every well-formed key
     * @param resources JAX-RS resources that answer some of the operations
     * @param successStatus the JAX-RS provider of the status of their responses
     */
    public static Api of(
            DocumentedResponses answers,
            Set<String> keys,
            List<?> behaviours,
            Class<?> successStatus,
            int maxBodyBytes) {
        return new Api(
                new RequestValidator(answers.document(), answers, keys),
                new ResourceDispatcher(behaviours, answers, successStatus),
                answers,
                maxBodyBytes);
    }
}
