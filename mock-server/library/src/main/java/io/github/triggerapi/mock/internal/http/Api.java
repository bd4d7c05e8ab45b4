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
 * One document: who is let in to its operations, and what answers them.
 *
 * @param maxBodyBytes how large a body may be, in bytes
 */
public record Api(RequestValidator gate, ResourceDispatcher resources, DocumentedResponses answers, int maxBodyBytes) {
    /**
     * Answers a request that did not come by the network.
     *
     * @param authorization the header of that name
     * @param body as JSON
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

    /** Answers a request that was let in without its body. */
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
     * An API.
     *
     * @param answers those of its document
     * @param keys the keys that are accepted, none for every one that is well-formed
     * @param behaviours JAX-RS resources that answer some of the operations
     * @param successStatus the provider of their stubs
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
