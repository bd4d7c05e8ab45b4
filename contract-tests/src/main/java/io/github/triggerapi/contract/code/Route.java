package io.github.triggerapi.contract.code;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method of a generated interface in terms of HTTP.
 *
 * @param path the path with a leading slash
 * @param parameters the parameters by location and name, such as {@code path taskIdentifier}
 * @param bodyType the media type of the request body; empty if there is none
 * @param body the type of the body; null if there is none, or it is not JSON
 * @param bodyRequired whether the body is required
 * @param accept the media type of the response; empty if there is none
 * @param result the type of the response; null if there is none
 * @param responses the responses by the annotations of the method
 * @param security the alternative security requirements
 */
public record Route(
        Method method,
        String httpMethod,
        String path,
        Map<String, JavaMember> parameters,
        String bodyType,
        @Nullable AnnotatedType body,
        boolean bodyRequired,
        String accept,
        @Nullable AnnotatedType result,
        List<AnnotatedResponse> responses,
        List<String> security) {

    /** A response as described by an annotation. */
    public record AnnotatedResponse(String status, Class<?> body, List<String> mediaTypes, boolean nullable) {

        static AnnotatedResponse of(String status, Class<?> body, String[] mediaTypes, boolean nullable) {
            boolean json = mediaTypes.length == 0 && body != Void.class;
            return new AnnotatedResponse(
                    status, body, json ? List.of("application/json") : List.of(mediaTypes), nullable);
        }
    }

    /** Returns whether this is a further method for a response that another method of the operation returns as JSON. */
    public boolean isForOtherResponse(List<Route> routes) {
        return !accept.isEmpty()
                && !SwaggerSpec.isJson(accept)
                && routes.stream()
                        .anyMatch(other -> other.label().equals(label())
                                && other.bodyType().equals(bodyType)
                                && SwaggerSpec.isJson(other.accept()));
    }

    /** Returns HTTP method and path, such as {@code POST /api/v1/tasks/{taskIdentifier}/trigger}. */
    public String label() {
        return httpMethod + " " + path;
    }
}
