package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.dispatch.ResourceDispatcher;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.github.triggerapi.mock.internal.validation.RequestValidator;
import io.github.triggerapi.mock.internal.validation.RequestValidator.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The API of one OpenAPI document. */
public record ServedApi(
        RequestValidator validator,
        ResourceDispatcher resources,
        DocumentedResponseFactory documentedResponses,
        int maxBodyBytes) {
    /**
     * Handles a request that was not received by the network.
     *
     * @param authorization the Authorization header
     * @param body the body as JSON
     */
    public MockResponse respond(String method, String path, String authorization, String body) {
        RequestHeaders headers = new RequestHeaders();
        headers.add("Authorization", authorization);
        headers.add("Content-Type", "application/json");
        try {
            ValidatedRequest validated = validator.validate(method, path, null, headers, true);
            return respond(validated, headers, body.getBytes(StandardCharsets.UTF_8), new RequestRecorder());
        } catch (RejectedRequestException rejection) {
            return rejection.response();
        }
    }

    /** Handles a request that is valid except for its body. */
    MockResponse respond(
            ValidatedRequest validated, RequestHeaders headers, byte[] body, RequestRecorder requestRecorder) {
        try {
            JsonNode json = validator.check(validated, body);
            return resources.call(validated, headers, body, json, requestRecorder);
        } catch (RejectedRequestException rejection) {
            requestRecorder.reason(rejection.message());
            return rejection.response();
        }
    }

    /**
     * Returns an API.
     *
     * @param documentedResponses creates the responses of its document
     * @param keys the accepted tokens, API keys and passwords, empty for all that are well-formed
     * @param resources objects with the annotations of Jakarta REST that handle some of the operations
     */
    public static ServedApi of(
            DocumentedResponseFactory documentedResponses, Set<String> keys, List<?> resources, int maxBodyBytes) {
        return new ServedApi(
                new RequestValidator(documentedResponses, keys),
                new ResourceDispatcher(resources, documentedResponses),
                documentedResponses,
                maxBodyBytes);
    }
}
