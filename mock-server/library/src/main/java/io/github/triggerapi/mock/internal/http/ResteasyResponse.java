package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MockResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.core.Headers;
import org.jboss.resteasy.spi.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The response of a resource, which is kept in memory until it is complete. */
final class ResteasyResponse implements HttpResponse {
    private final MultivaluedMap<String, Object> headers = new Headers<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private OutputStream stream = body;
    private int status = 200;

    MockResponse toMockResponse() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            List<String> ofName = new ArrayList<>(values.size());
            values.forEach(value -> ofName.add(String.valueOf(value)));
            texts.put(name, ofName);
        });
        return new MockResponse(status, texts, body.toByteArray());
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public MultivaluedMap<String, Object> getOutputHeaders() {
        return headers;
    }

    @Override
    public OutputStream getOutputStream() {
        return stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void addNewCookie(NewCookie cookie) {
        headers.add(HttpHeaders.SET_COOKIE, cookie);
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        reset();
        this.status = status;
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "application/json");
        body.writeBytes(Json.error(message == null ? "Error " + status : message));
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        status = 200;
        headers.clear();
        body.reset();
        stream = body;
    }

    @Override
    public void flushBuffer() {
        // Nothing is sent before the response is complete.
    }
}
