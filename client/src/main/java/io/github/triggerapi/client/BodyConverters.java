package io.github.triggerapi.client;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Keeps the text of a body that the next converter cannot read. */
final class BodyConverters extends Converter.Factory {

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, ?> next = retrofit.nextResponseBodyConverter(this, type, annotations);
        return body -> convert(body, next);
    }

    private static Object convert(ResponseBody body, Converter<ResponseBody, ?> next) throws IOException {
        byte[] bytes = body.bytes();
        Object value;
        try {
            value = next.convert(ResponseBody.create(bytes, body.contentType()));
        } catch (IOException | RuntimeException e) {
            // Gson throws more than its own exceptions: an IllegalStateException for an object in place of an array,
            // say.
            String reason = bytes.length == 0 ? "it is empty" : String.valueOf(e.getMessage());
            throw new UnreadableBodyException(reason, BodyText.of(bytes), e);
        }
        if (value == null) {
            throw new UnreadableBodyException("it is null", BodyText.of(bytes), null);
        }
        return value;
    }
}
