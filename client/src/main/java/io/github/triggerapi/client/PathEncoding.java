package io.github.triggerapi.client;

import okhttp3.HttpUrl;

/**
 * Encodes in a path what OkHttp leaves as it is and others then read in another way.
 *
 * <p>A semicolon begins a matrix parameter for servers on JAX-RS, which drop it and what follows; brackets are no part of
 * a path for RFC 3986, and strict servers refuse them.
 */
final class PathEncoding {

    private PathEncoding() {}

    static HttpUrl strict(HttpUrl url) {
        String path = url.encodedPath();
        String strict = path.replace(";", "%3B").replace("[", "%5B").replace("]", "%5D");
        return strict.equals(path) ? url : url.newBuilder().encodedPath(strict).build();
    }
}
