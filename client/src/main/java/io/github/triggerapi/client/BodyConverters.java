package io.github.triggerapi.client;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import okhttp3.ResponseBody;
import okio.Buffer;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Streaming;

/** Keeps the text of a body that the next converter cannot read. */
final class BodyConverters extends Converter.Factory {

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, ?> next = retrofit.nextResponseBodyConverter(this, type, annotations);
        boolean streamed = Arrays.stream(annotations).anyMatch(Streaming.class::isInstance);
        return streamed ? next : body -> convert(body, next);
    }

    private static Object convert(ResponseBody body, Converter<ResponseBody, ?> next) throws IOException {
        // It was read whole, and the copy shares its bytes.
        body.source().request(Long.MAX_VALUE);
        Buffer copy = body.source().getBuffer().clone();
        Object value;
        try {
            value = next.convert(body);
        } catch (IOException | RuntimeException e) {
            // Gson throws more than its own exceptions: an IllegalStateException for an object in place of an array,
            // say.
            throw new UnreadableBodyException(
                    copy.size() == 0 ? "it is empty" : String.valueOf(e.getMessage()), copy, e);
        }
        if (value == null) {
            throw new UnreadableBodyException("it is null", copy, null);
        }
        return value;
    }
}
