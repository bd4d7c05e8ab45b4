package io.github.triggerapi.mock.internal.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.github.triggerapi.mock.internal.validation.RequestValidator.ValidatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A valid request to an operation that a resource handles.
 *
 * @param json the body as JSON; null if it is absent or not JSON
 * @param forms the body as a form, by whether its values are encoded; empty until a parameter needs it
 */
record ResourceRequest(
        ValidatedRequest validated,
        RequestHeaders headers,
        byte[] body,
        @Nullable JsonNode json,
        Map<Boolean, Map<String, List<String>>> forms) {
    ResourceRequest(ValidatedRequest validated, RequestHeaders headers, byte[] body, @Nullable JsonNode json) {
        this(validated, headers, body, json, new HashMap<>());
    }

    /**
     * Returns the value of a path variable.
     *
     * @param index the position in the path, as a resource may have another name for the variable
     */
    List<String> pathVariable(int index, boolean encoded) {
        Map<String, String> variables = encoded ? validated.encodedVariables() : validated.variables();
        return List.of(List.copyOf(variables.values()).get(index));
    }

    Map<String, List<String>> query(boolean encoded) {
        return encoded ? validated.encodedQuery() : validated.query();
    }

    /** Returns the values of a form by name, which are decoded once for all parameters. */
    Map<String, List<String>> form(boolean encoded) {
        return forms.computeIfAbsent(encoded, key -> ValidatedRequest.form(text(), key));
    }

    /** Returns the values of a header. The results of content negotiation take the place of what was received. */
    List<String> header(String name) {
        String negotiated = name.equalsIgnoreCase("Accept")
                ? validated.responseType()
                : name.equalsIgnoreCase("Content-Type") ? validated.bodyType() : null;
        return negotiated == null ? headers.all(name) : List.of(negotiated);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
