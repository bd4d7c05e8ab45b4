package io.github.triggerapi.client.internal.error;

import io.github.triggerapi.client.api.DocumentedResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up the responses that the spec describes for an operation. */
public final class DocumentedResponses {

    private DocumentedResponses() {}

    /**
     * Returns the class of the body of a response: by its status, its range of statuses or {@code default}, in this order.
     *
     * @param operation a method of a generated interface
     * @return {@link Void} if the response has no body; null if the spec does not describe the response
     */
    public static @Nullable Class<?> bodyType(Method operation, int status) {
        List<DocumentedResponse> responses = Arrays.asList(operation.getAnnotationsByType(DocumentedResponse.class));
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            for (DocumentedResponse response : responses) {
                if (response.status().equalsIgnoreCase(key)) {
                    return response.body();
                }
            }
        }
        return null;
    }
}
