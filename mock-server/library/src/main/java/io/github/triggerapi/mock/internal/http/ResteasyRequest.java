package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.SynchronousExecutionContext;
import org.jboss.resteasy.plugins.server.BaseHttpRequest;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResteasyAsynchronousContext;
import org.jspecify.annotations.Nullable;

/** A request in the form that RESTEasy needs. */
final class ResteasyRequest extends BaseHttpRequest {
    private final ResteasyHttpHeaders headers;
    private final Map<String, Object> attributes = new HashMap<>();
    private final ResteasyAsynchronousContext asynchronous;
    private String method;
    private InputStream body;

    ResteasyRequest(
            String method,
            String target,
            MultivaluedMap<String, String> headers,
            byte[] body,
            @Nullable JsonNode json,
            SynchronousDispatcher dispatcher,
            HttpResponse response) {
        super(new ResteasyUriInfo("http://localhost" + target, ""));
        this.method = method;
        this.headers = new ResteasyHttpHeaders(headers, Map.of());
        this.body = new ParsedBody(body, json);
        this.asynchronous = new SynchronousExecutionContext(dispatcher, this, response);
    }

    /** A body that is parsed already. */
    static final class ParsedBody extends ByteArrayInputStream {
        private final @Nullable JsonNode json;

        ParsedBody(byte[] body, @Nullable JsonNode json) {
            super(body);
            this.json = json;
        }

        @Nullable
        JsonNode json() {
            return json;
        }
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return headers;
    }

    @Override
    public MultivaluedMap<String, String> getMutableHeaders() {
        return headers.getMutableHeaders();
    }

    @Override
    public InputStream getInputStream() {
        return body;
    }

    @Override
    public void setInputStream(InputStream stream) {
        body = stream;
    }

    @Override
    public String getHttpMethod() {
        return method;
    }

    @Override
    public void setHttpMethod(String method) {
        this.method = method;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public ResteasyAsynchronousContext getAsyncContext() {
        return asynchronous;
    }

    @Override
    public void forward(String path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean wasForwarded() {
        return false;
    }

    @Override
    public String getRemoteHost() {
        return "";
    }

    @Override
    public String getRemoteAddress() {
        return "";
    }
}
