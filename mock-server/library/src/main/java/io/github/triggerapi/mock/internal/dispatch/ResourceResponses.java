package io.github.triggerapi.mock.internal.dispatch;

import io.github.triggerapi.mock.internal.document.DocumentedResponseFactory;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.resource.ResponseException;
import io.github.triggerapi.mock.run.store.StoreException;
import io.github.triggerapi.server.api.DocumentedSuccess;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes responses of what the methods of resources return and throw. */
final class ResourceResponses {
    private static final Logger LOGGER = System.getLogger(ResourceResponses.class.getName());

    private final DocumentedResponseFactory documentedResponses;

    ResourceResponses(DocumentedResponseFactory documentedResponses) {
        this.documentedResponses = documentedResponses;
    }

    /**
     * Returns the response with a value that a method has returned.
     *
     * @param value a whole response, or the body of the documented success; null for none
     * @param mediaType the media type of the body; null if the document has none
     */
    MockResponse returned(Operation operation, @Nullable String mediaType, @Nullable Object value) {
        if (value instanceof MockResponse whole) {
            return whole;
        }
        if (value instanceof Response whole) {
            return of(whole);
        }
        if (value == null) {
            int status =
                    operation.responses().has(204) ? 204 : operation.responses().success();
            return MockResponse.of(status, null, new byte[0]);
        }
        return of(operation.responses().success(), mediaType, value);
    }

    /** Returns the response for an exception that a method has thrown. */
    MockResponse thrown(Operation operation, Exception thrown, RequestNotes notes) {
        if (thrown instanceof DocumentedSuccess success) {
            return of(success.status(), success.mediaType(), success.body()).with(success.headers());
        }
        if (thrown instanceof RejectedRequestException rejection) {
            return rejection.isDocumented()
                    ? rejection.response()
                    : rejection
                            .as(error(operation, rejection.status(), rejection.message(), notes))
                            .response();
        }
        if (thrown instanceof ResponseException response) {
            String message = String.valueOf(response.getMessage());
            if (response.body() == null) {
                return error(operation, response.status(), message, notes);
            }
            notes.reason(message);
            return of(response.status(), null, response.body());
        }
        if (thrown instanceof WebApplicationException application) {
            Response whole = application.getResponse();
            String message = String.valueOf(application.getMessage());
            if (whole.hasEntity()) {
                // It need not be in the document.
                notes.reason(message);
                return of(whole);
            }
            return error(operation, whole.getStatus(), message, notes).with(firstValues(of(whole)));
        }
        if (thrown instanceof StoreException) {
            return error(operation, 503, String.valueOf(thrown.getMessage()), notes);
        }
        LOGGER.log(Level.ERROR, "A request failed", thrown);
        return error(operation, 500, "Internal server error", notes);
    }

    private MockResponse error(Operation operation, int status, String message, RequestNotes notes) {
        notes.reason(message);
        return documentedResponses.error(operation, status, message);
    }

    private static Map<String, String> firstValues(MockResponse response) {
        Map<String, String> values = new LinkedHashMap<>();
        response.headers().forEach((name, all) -> values.put(name, all.get(0)));
        return values;
    }

    private static MockResponse of(Response response) {
        Map<String, List<String>> headers = new LinkedHashMap<>(response.getStringHeaders());
        List<String> type = headers.get("Content-Type");
        Object entity = response.getEntity();
        MockResponse made = of(response.getStatus(), type == null ? null : type.get(0), entity);
        made.headers().forEach(headers::putIfAbsent);
        return new MockResponse(made.status(), headers, made.body());
    }

    private static MockResponse of(int status, @Nullable String mediaType, @Nullable Object body) {
        if (body == null) {
            return MockResponse.of(status, null, new byte[0]);
        }
        String type = mediaType == null ? "application/json" : MediaTypes.concrete(mediaType);
        return MockResponse.of(status, type, bytes(body, type));
    }

    /** Returns bytes, streams and plain text as they are, and anything else as JSON. */
    private static byte[] bytes(Object body, String mediaType) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof InputStream content) {
            try (content) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return body instanceof String text && !MediaTypes.isJson(mediaType)
                ? text.getBytes(StandardCharsets.UTF_8)
                : Json.write(body);
    }
}
