package io.github.triggerapi.client.internal.converter;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.http.Streaming;

/**
 * A converter of bodies that throws an {@link InvalidBodyException} for whatever another one throws, such as that of a Retrofit
 * instance of the application.
 */
public final class CheckedConverter<T> implements Converter<ResponseBody, T> {

    private final Converter<ResponseBody, T> converter;
    private final boolean streaming;

    private CheckedConverter(Converter<ResponseBody, T> converter, boolean streaming) {
        this.converter = converter;
        this.streaming = streaming;
    }

    /**
     * Returns a checked converter.
     *
     * @param annotations those of the method
     */
    public static <T> CheckedConverter<T> of(Converter<ResponseBody, T> converter, Annotation[] annotations) {
        return new CheckedConverter<>(converter, Arrays.stream(annotations).anyMatch(Streaming.class::isInstance));
    }

    @Override
    public @Nullable T convert(ResponseBody body) throws IOException {
        // Retrofit has read the body, unless it is streamed.
        Buffer read = body.source().getBuffer().clone();
        try {
            return converter.convert(body);
        } catch (InvalidBodyException e) {
            throw e;
        } catch (Throwable e) {
            if (streaming && e instanceof IOException broken) {
                throw broken;
            }
            throw new InvalidBodyException(String.valueOf(e.getMessage()), string(read, body.contentType()), e);
        }
    }

    private static String string(Buffer body, @Nullable MediaType mediaType) {
        Charset charset = mediaType == null ? null : mediaType.charset();
        return body.readString(charset == null ? StandardCharsets.UTF_8 : charset);
    }
}
