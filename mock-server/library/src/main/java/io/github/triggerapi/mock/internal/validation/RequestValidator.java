package io.github.triggerapi.mock.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.document.Operation.Body;
import io.github.triggerapi.mock.internal.document.Operation.Parameter;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.JsonMemoryEstimate;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.github.triggerapi.mock.internal.validation.Router.Match;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Validates requests against the OpenAPI document, before and after their body is received. */
public final class RequestValidator {
    /** The estimated memory of a character of a form or text: the string, its parts, and their values. */
    private static final long BYTES_OF_A_CHARACTER = 8;

    private final Router routes;
    private final DocumentedResponseFactory documentedResponses;
    private final Set<String> keys;
    private final SecretMasker masker;

    /**
     * Creates a validator.
     *
     * @param documentedResponses creates the error responses of the document that requests are validated against
     * @param keys the accepted tokens, API keys and passwords, empty for all that are well-formed
     */
    public RequestValidator(DocumentedResponseFactory documentedResponses, Set<String> keys) {
        this.routes = new Router(documentedResponses.document().operations());
        this.documentedResponses = documentedResponses;
        this.keys = keys;
        this.masker = new SecretMasker(documentedResponses.document().securitySchemes());
    }

    /** Returns what masks the secrets in requests. */
    public SecretMasker masker() {
        return masker;
    }

    /** Returns whether the document has this path, without variables. */
    public boolean has(String path) {
        return routes.has(path);
    }

    /**
     * Validates a request except its body.
     *
     * @param path the path as it was received, percent-encoded
     * @param query the query as it was received, null if there is none
     * @param headers the headers, whose names are not case-sensitive
     * @param hasBody whether a body follows
     */
    public ValidatedRequest validate(
            String method, String path, @Nullable String query, RequestHeaders headers, boolean hasBody) {
        Match match = routes.find(method, path);
        return documented(match.operation(), () -> validate(match, query, headers, hasBody));
    }

    private ValidatedRequest validate(Match match, @Nullable String query, RequestHeaders headers, boolean hasBody) {
        Operation operation = match.operation();
        Map<String, List<String>> encoded = ParameterValidator.encodedQuery(query);
        Map<String, List<String>> values = ParameterValidator.decoded(encoded);
        Map<String, List<String>> cookies = ParameterValidator.cookies(headers.all("Cookie"));
        Map<String, String> variables = match.values();
        ApiKey caller = CredentialsValidator.check(operation, headers, values, cookies, keys);
        Set<String> consumes = operation.consumes().keySet();
        String bodyType = hasBody && !consumes.isEmpty()
                ? MediaTypes.ofBody(headers.first("Content-Type"), consumes)
                : consumes.stream().findFirst().orElse(null);
        String responseType = MediaTypes.ofResponse(
                headers.all("Accept"), operation.responses().mediaTypes());
        for (Parameter parameter : operation.parameters()) {
            ParameterValidator.check(
                    parameter,
                    switch (parameter.in()) {
                        case "path" -> lists(parameter.hasEncodedParts() ? match.encoded() : variables);
                        case "header" -> headers.asMap();
                        case "cookie" -> cookies;
                        default -> parameter.hasEncodedParts() ? encoded : values;
                    });
        }
        String contentType = String.valueOf(headers.first("Content-Type"));
        return new ValidatedRequest(
                operation,
                caller,
                variables,
                match.encoded(),
                values,
                encoded,
                cookies,
                contentType,
                bodyType,
                responseType);
    }

    private static Map<String, List<String>> lists(Map<String, String> values) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    /** Validates the body of a request, and returns it as JSON; null if it is absent or not JSON. */
    public @Nullable JsonNode check(ValidatedRequest validated, byte[] body) {
        return documented(validated.operation(), () -> json(validated, body));
    }

    private static @Nullable JsonNode json(ValidatedRequest validated, byte[] body) {
        Operation operation = validated.operation();
        String bodyType = validated.bodyType();
        if (body.length == 0 && operation.bodyRequired()) {
            throw new RejectedRequestException(400, "Request body is empty");
        }
        Body wanted = body.length == 0 || bodyType == null ? null : operation.body(bodyType);
        if (wanted == null) {
            return null;
        }
        if (!MediaTypes.isJson(bodyType)) {
            ParameterValidator.requireOne(
                    FormDeserializer.values(validated.contentType(), body, wanted.flattened()), wanted.schema(), "");
            return null;
        }
        JsonNode json = Json.parse(body);
        ParameterValidator.requireOne(List.of(json), wanted.schema(), "");
        return json;
    }

    private <T> T documented(Operation operation, Supplier<T> check) {
        try {
            return check.get();
        } catch (RejectedRequestException rejection) {
            throw rejection.as(documentedResponses.error(operation, rejection.status(), rejection.message()));
        }
    }

    /**
     * A request that is valid except for its body, which was not validated yet.
     *
     * @param caller the caller, null if the operation requires no credentials
     * @param variables the decoded values of the path variables
     * @param encodedVariables the same as they were received
     * @param query the decoded values of the query
     * @param encodedQuery the same as they were received, by decoded name
     * @param cookies the values of the cookies
     * @param contentType the Content-Type header as it was received
     * @param bodyType the media type of the body in the document, null if the operation has no body
     * @param responseType the media type of the response, null if the document has none
     */
    public record ValidatedRequest(
            Operation operation,
            @Nullable ApiKey caller,
            Map<String, String> variables,
            Map<String, String> encodedVariables,
            Map<String, List<String>> query,
            Map<String, List<String>> encodedQuery,
            Map<String, List<String>> cookies,
            String contentType,
            @Nullable String bodyType,
            @Nullable String responseType) {
        /**
         * Splits a form into names and values.
         *
         * @param encoded whether the values are returned as they were received
         */
        public static Map<String, List<String>> form(String form, boolean encoded) {
            return encoded ? ParameterValidator.encodedQuery(form) : ParameterValidator.query(form);
        }

        /**
         * Returns the estimated memory that a body takes, besides its bytes, when it is validated and deserialized.
         *
         * @param most the value at which counting stops
         */
        public long weight(byte[] body, long most) {
            Body wanted = bodyType == null ? null : operation.body(bodyType);
            if (wanted == null) {
                return 0;
            }
            return MediaTypes.isJson(bodyType)
                    ? JsonMemoryEstimate.of(body, wanted.schema()::checks, most)
                    : BYTES_OF_A_CHARACTER * body.length;
        }
    }
}
