package io.github.triggerapi.client.internal.converter;

import com.google.gson.Gson;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonWriter;
import io.github.triggerapi.client.internal.json.ParameterEntries;
import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;
import retrofit2.http.Streaming;

/**
 * Converts bodies to and from JSON with Gson. Unlike Retrofit's own converter, it keeps the string of a body that cannot
 * be parsed, and needs a third of the memory, as bodies are small and already in memory.
 */
public final class JsonConverterFactory extends Converter.Factory {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Gson gson;

    public JsonConverterFactory(Gson gson) {
        this.gson = gson;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
        TypeAdapter<?> adapter = gson.getAdapter(TypeToken.get(type));
        return value -> write(value, adapter);
    }

    /** Writes an array in a path. */
    @Override
    public @Nullable Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        boolean array = TypeToken.get(type).getRawType() == List.class
                && Arrays.stream(annotations).anyMatch(Path.class::isInstance);
        return array ? value -> ParameterEntries.joinedByCommas((List<?>) value) : null;
    }

    private <T> RequestBody write(Object value, TypeAdapter<T> adapter) throws IOException {
        Buffer buffer = new Buffer();
        try (JsonWriter out = gson.newJsonWriter(new Utf8Writer(buffer))) {
            @SuppressWarnings("unchecked")
            T typed = (T) value;
            adapter.write(out, typed);
        } catch (JsonParseException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // For example, a number that JSON does not have, or an object that contains itself.
            throw new JsonIOException("The body cannot be written as JSON: " + e, e);
        }
        return RequestBody.create(buffer.readByteArray(), JSON);
    }

    /** Writes UTF-8 to a buffer, without a buffer of its own. */
    private static final class Utf8Writer extends Writer {

        private final Buffer buffer;

        Utf8Writer(Buffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public void write(int character) {
            buffer.writeUtf8CodePoint(character);
        }

        @Override
        public void write(String string, int offset, int length) {
            buffer.writeUtf8(string, offset, offset + length);
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            buffer.writeUtf8(new String(characters, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        TypeToken<?> token = TypeToken.get(type);
        boolean streaming = Arrays.stream(annotations).anyMatch(Streaming.class::isInstance);
        return streaming ? body -> readStream(body, token) : body -> read(body.string(), token);
    }

    /** Parses a body without reading all of it into memory first. */
    private Object readStream(ResponseBody body, TypeToken<?> type) throws IOException {
        try (body) {
            return gson.fromJson(body.charStream(), type);
        } catch (JsonIOException e) {
            throw e.getCause() instanceof IOException broken ? broken : invalid(e, "");
        } catch (Throwable e) {
            throw invalid(e, "");
        }
    }

    private Object read(String json, TypeToken<?> type) throws IOException {
        Object value;
        try {
            value = gson.fromJson(json, type);
        } catch (Throwable e) {
            throw invalid(e, json);
        }
        if (value == null) {
            throw new InvalidBodyException(json.isEmpty() ? "it is empty" : "it is null", json, null);
        }
        return value;
    }

    /**
     * Returns an exception for anything that Gson throws, which is more than its own exceptions, such as an
     * IllegalStateException for an object in place of an array. An error would end a thread of OkHttp, and the caller
     * would wait forever.
     */
    private static InvalidBodyException invalid(Throwable cause, String body) {
        return new InvalidBodyException(String.valueOf(cause.getMessage()), body, cause);
    }
}
