package io.github.triggerapi.client;

import com.google.gson.Gson;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Streaming;

/**
 * Bodies as JSON by Gson. Unlike the converters that Retrofit has for it, these keep the text of an answer that cannot be
 * read, and make do with a third of the memory, as bodies are small and at hand as a whole.
 */
final class JsonConverters extends Converter.Factory {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Gson gson;

    JsonConverters(Gson gson) {
        this.gson = gson;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
        TypeAdapter<?> adapter = gson.getAdapter(TypeToken.get(type));
        return value -> written(value, adapter);
    }

    private <T> RequestBody written(Object value, TypeAdapter<T> adapter) throws IOException {
        Buffer buffer = new Buffer();
        try (JsonWriter out = gson.newJsonWriter(new Utf8Writer(buffer))) {
            @SuppressWarnings("unchecked")
            T typed = (T) value;
            adapter.write(out, typed);
        } catch (JsonParseException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // A number that is none in JSON, say, or an object that holds itself.
            throw new JsonIOException("The body cannot be written as JSON: " + e, e);
        }
        return RequestBody.create(buffer.readByteArray(), JSON);
    }

    /** Encodes into a buffer without one of its own. */
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
        public void write(String text, int offset, int length) {
            buffer.writeUtf8(text, offset, offset + length);
        }

        @Override
        public void write(char[] text, int offset, int length) {
            buffer.writeUtf8(new String(text, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        TypeToken<?> token = TypeToken.get(type);
        boolean streamed = Arrays.stream(annotations).anyMatch(Streaming.class::isInstance);
        return streamed ? body -> stream(body, token) : body -> read(body.string(), token);
    }

    /** Without all of the text at a time, which may be more than is wanted in memory. */
    private Object stream(ResponseBody body, TypeToken<?> type) throws IOException {
        try (body) {
            return gson.fromJson(body.charStream(), type);
        } catch (JsonIOException e) {
            throw e.getCause() instanceof IOException broken ? broken : unreadable(e, "");
        } catch (Throwable e) {
            throw unreadable(e, "");
        }
    }

    private Object read(String text, TypeToken<?> type) throws IOException {
        Object value;
        try {
            value = gson.fromJson(text, type);
        } catch (Throwable e) {
            throw unreadable(e, text);
        }
        if (value == null) {
            throw new UnreadableBodyException(text.isEmpty() ? "it is empty" : "it is null", text, null);
        }
        return value;
    }

    /**
     * Gson throws more than its own exceptions: an IllegalStateException for an object in place of an array, say. An error
     * would end a thread of OkHttp, and whoever waits for the call would wait forever.
     */
    private static UnreadableBodyException unreadable(Throwable cause, String text) {
        return new UnreadableBodyException(String.valueOf(cause.getMessage()), text, cause);
    }
}
