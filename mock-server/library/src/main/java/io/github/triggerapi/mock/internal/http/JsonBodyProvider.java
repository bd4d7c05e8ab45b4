package io.github.triggerapi.mock.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies as models or as parsed trees, and writes bodies that are bytes, streams or plain text without a
 * change. A parameter that is a tree is null if the body is not JSON.
 */
@Consumes("*/*")
@Produces("*/*")
final class JsonBodyProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    /** A body that is parsed already; {@code json} is null if it is not JSON. */
    static final class ParsedBody extends ByteArrayInputStream {
        private final @Nullable JsonNode json;

        ParsedBody(byte[] body, @Nullable JsonNode json) {
            super(body);
            this.json = json;
        }
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return JsonNode.class.equals(type) || MediaTypes.isJson(mediaType.toString());
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        JsonNode json = stream instanceof ParsedBody body ? body.json : Json.MAPPER.readTree(stream);
        return json == null || JsonNode.class.equals(type)
                ? json
                : Json.MAPPER.treeToValue(json, Json.MAPPER.constructType(generic));
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        if (value instanceof byte[] bytes) {
            stream.write(bytes);
        } else if (value instanceof InputStream content) {
            content.transferTo(stream);
        } else if (value instanceof String text && !MediaTypes.isJson(mediaType.toString())) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } else {
            stream.write(Json.write(value));
        }
    }
}
