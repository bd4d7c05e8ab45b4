package io.github.triggerapi.client.internal.error;

import io.github.triggerapi.client.api.DocumentedResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up the responses that the spec describes for an operation. */
public final class DocumentedResponses {

    private final List<DocumentedResponse> all;

    private DocumentedResponses(Stream<DocumentedResponse> all) {
        this.all = all.toList();
    }

    /** Returns the responses of a method of a generated interface. */
    public static DocumentedResponses of(AnnotatedElement operation) {
        return new DocumentedResponses(Arrays.stream(operation.getAnnotationsByType(DocumentedResponse.class)));
    }

    /** Returns the responses among the annotations of a method of a generated interface. */
    public static DocumentedResponses of(Annotation[] annotations) {
        return new DocumentedResponses(Arrays.stream(annotations)
                .flatMap(annotation -> annotation instanceof DocumentedResponse.All several
                        ? Arrays.stream(several.value())
                        : annotation instanceof DocumentedResponse one ? Stream.of(one) : Stream.empty()));
    }

    /**
     * Returns the class of the body of a response.
     *
     * @param operation a method of a generated interface
     * @return {@link Void} if the response has no body; null if the spec does not describe the response
     */
    public static @Nullable Class<?> bodyType(Method operation, int status) {
        DocumentedResponse response = of(operation).get(status);
        return response == null ? null : response.body();
    }

    /** Returns whether the spec describes no body for a status, or HTTP allows none, as for 204. */
    public static boolean isEmpty(Method operation, int status) {
        DocumentedResponse response = of(operation).get(status);
        return response != null
                && (response.body() == Void.class || response.status().equals("204"));
    }

    /** Returns all responses. */
    public List<DocumentedResponse> all() {
        return all;
    }

    /**
     * Returns the response with a status: that of the status itself, its range of statuses or {@code default}, in this
     * order; null if the spec describes none.
     */
    public @Nullable DocumentedResponse get(int status) {
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            for (DocumentedResponse response : all) {
                if (response.status().equalsIgnoreCase(key)) {
                    return response;
                }
            }
        }
        return null;
    }
}
