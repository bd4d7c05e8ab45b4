package io.github.triggerapi.mock.internal.dispatch;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The parameters in the URI of a request. The other methods are not supported, as they need a Jakarta REST runtime or the
 * place where a resource is registered.
 */
record RequestUri(ResourceRequest request) implements UriInfo {
    @Override
    public MultivaluedMap<String, String> getQueryParameters() {
        return getQueryParameters(true);
    }

    @Override
    public MultivaluedMap<String, String> getQueryParameters(boolean decode) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        request.query(!decode).forEach(parameters::put);
        return parameters;
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters() {
        return getPathParameters(true);
    }

    @Override
    public MultivaluedMap<String, String> getPathParameters(boolean decode) {
        Map<String, String> variables =
                decode ? request.validated().variables() : request.validated().encodedVariables();
        return new MultivaluedHashMap<>(variables);
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("The mock server passes the parameters of a URI only");
    }

    @Override
    public String getPath() {
        throw unsupported();
    }

    @Override
    public String getPath(boolean decode) {
        throw unsupported();
    }

    @Override
    public List<PathSegment> getPathSegments() {
        throw unsupported();
    }

    @Override
    public List<PathSegment> getPathSegments(boolean decode) {
        throw unsupported();
    }

    @Override
    public URI getRequestUri() {
        throw unsupported();
    }

    @Override
    public UriBuilder getRequestUriBuilder() {
        throw unsupported();
    }

    @Override
    public URI getAbsolutePath() {
        throw unsupported();
    }

    @Override
    public UriBuilder getAbsolutePathBuilder() {
        throw unsupported();
    }

    @Override
    public URI getBaseUri() {
        throw unsupported();
    }

    @Override
    public UriBuilder getBaseUriBuilder() {
        throw unsupported();
    }

    @Override
    public List<String> getMatchedURIs() {
        throw unsupported();
    }

    @Override
    public List<String> getMatchedURIs(boolean decode) {
        throw unsupported();
    }

    @Override
    public List<Object> getMatchedResources() {
        throw unsupported();
    }

    @Override
    public URI resolve(URI uri) {
        throw unsupported();
    }

    @Override
    public URI relativize(URI uri) {
        throw unsupported();
    }
}
