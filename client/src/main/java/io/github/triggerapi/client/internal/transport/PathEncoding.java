package io.github.triggerapi.client.internal.transport;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Path;
import retrofit2.http.Url;

/**
 * Rejects empty path parameters, which would result in another path, and encodes characters that OkHttp does not.
 *
 * <p>A semicolon begins a matrix parameter for JAX-RS servers, which drop it and what follows; brackets are not allowed in
 * a path (RFC 3986), and strict servers reject them.
 */
final class PathEncoding {

    private PathEncoding() {}

    /**
     * Returns the URL of a request with its path encoded.
     *
     * @throws IllegalArgumentException if a path parameter is empty
     */
    static HttpUrl encode(Request request) {
        HttpUrl url = request.url();
        String path = url.encodedPath();
        if (path.contains("//") || path.endsWith("/")) {
            requireParameters(request.tag(Invocation.class));
        }
        String encoded = path.replace(";", "%3B").replace("[", "%5B").replace("]", "%5D");
        return encoded.equals(path)
                ? url
                : url.newBuilder().encodedPath(encoded).build();
    }

    /**
     * Checks that a request to another server is one by a method with a URL as parameter. A path that begins with a parameter
     * could become a URL otherwise.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireUrlParameter(@Nullable Invocation invocation) {
        if (invocation != null
                && Arrays.stream(invocation.method().getParameterAnnotations())
                        .flatMap(Arrays::stream)
                        .noneMatch(Url.class::isInstance)) {
            throw new IllegalArgumentException("The path parameters of "
                    + invocation.method().getName()
                    + " lead to another server; expected no colon in the first one");
        }
    }

    private static void requireParameters(@Nullable Invocation invocation) {
        if (invocation == null) {
            return;
        }
        Annotation[][] parameters = invocation.method().getParameterAnnotations();
        for (int i = 0; i < parameters.length; i++) {
            for (Annotation annotation : parameters[i]) {
                if (annotation instanceof Path path
                        && isEmpty(invocation.arguments().get(i))) {
                    throw new IllegalArgumentException("The path parameter \"" + path.value() + "\" of "
                            + invocation.method().getName() + " is empty");
                }
            }
        }
    }

    private static boolean isEmpty(@Nullable Object argument) {
        return argument instanceof List<?> items
                ? items.isEmpty() || items.size() == 1 && isEmpty(items.get(0))
                : String.valueOf(argument).isEmpty();
    }
}
