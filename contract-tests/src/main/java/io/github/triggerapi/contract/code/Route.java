package io.github.triggerapi.contract.code;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a generated interface says on the wire.
 *
 * @param path with a slash at the front
 * @param parameters by place and name, as in {@code path taskIdentifier}; each with whether it is required
 * @param bodyType the media type of the request body; empty where there is none
 * @param body the type of the body; null where there is none, or it is no JSON
 * @param bodyRequired whether the method may not be called without the body
 * @param accept the media type of the response; empty where none is named
 * @param result the type of the response; null where it has none
 */
public record Route(
        Method method,
        String verb,
        String path,
        Map<String, JavaMember> parameters,
        String bodyType,
        @Nullable AnnotatedType body,
        boolean bodyRequired,
        String accept,
        @Nullable AnnotatedType result) {

    /** As in {@code POST /api/v1/tasks/{taskIdentifier}/trigger}. */
    public String place() {
        return verb + " " + path;
    }
}
