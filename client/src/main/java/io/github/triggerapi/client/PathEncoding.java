package io.github.triggerapi.client;

import java.lang.annotation.Annotation;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Path;

/**
 * Refuses values of a path that would make it another one, and encodes what OkHttp leaves as it is and others then read in
 * another way.
 *
 * <p>A semicolon begins a matrix parameter for servers on JAX-RS, which drop it and what follows; brackets are no part of
 * a path for RFC 3986, and strict servers refuse them.
 */
final class PathEncoding {

    private PathEncoding() {}

    /**
     * The URL of a request with its path as it is to be sent.
     *
     * @throws IllegalArgumentException where a value in it is empty
     */
    static HttpUrl strict(Request request) {
        HttpUrl url = request.url();
        String path = url.encodedPath();
        if (path.contains("//") || path.endsWith("/")) {
            requireValues(request.tag(Invocation.class));
        }
        String strict = path.replace(";", "%3B").replace("[", "%5B").replace("]", "%5D");
        return strict.equals(path) ? url : url.newBuilder().encodedPath(strict).build();
    }

    private static void requireValues(@Nullable Invocation invocation) {
        if (invocation == null) {
            return;
        }
        Annotation[][] parameters = invocation.method().getParameterAnnotations();
        for (int i = 0; i < parameters.length; i++) {
            for (Annotation annotation : parameters[i]) {
                if (annotation instanceof Path path
                        && String.valueOf(invocation.arguments().get(i)).isEmpty()) {
                    throw new IllegalArgumentException("The value of \"" + path.value() + "\" in the path of "
                            + invocation.method().getName() + " is empty");
                }
            }
        }
    }
}
