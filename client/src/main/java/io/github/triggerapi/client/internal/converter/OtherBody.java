package io.github.triggerapi.client.internal.converter;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Response;

/** The body of a success that has another type than the call returns. It is the body of the raw response. */
public final class OtherBody extends ResponseBody {

    /** Generated classes have adapters of their own, so its settings do not matter to them. */
    private static final Gson GSON = new Gson();

    private final @Nullable MediaType mediaType;
    private final ByteString bytes;
    private final Object value;

    private OtherBody(@Nullable MediaType mediaType, ByteString bytes, Object value) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.value = value;
    }

    /**
     * Reads a body.
     *
     * @throws InvalidBodyException if the converter rejects it
     */
    public static OtherBody read(ResponseBody body, Converter<ResponseBody, ?> converter) throws IOException {
        ByteString bytes = body.byteString();
        Object value = converter.convert(ResponseBody.create(bytes, body.contentType()));
        return new OtherBody(body.contentType(), bytes, Objects.requireNonNull(value));
    }

    /** Returns the value of the body of a response that has another type than the call returns; null if it has that type. */
    public static @Nullable Object valueOf(Response<?> response) {
        return response.raw().body() instanceof OtherBody other ? other.value : null;
    }

    /** Returns a value as a type; empty if it is neither of this type nor JSON that can be read as it. */
    public static <B> Optional<B> as(@Nullable Object value, TypeToken<B> type) {
        @SuppressWarnings("unchecked")
        Class<B> raw = (Class<B>) type.getRawType();
        if (type.getType() instanceof Class && raw.isInstance(value)) {
            return Optional.of(raw.cast(value));
        }
        try {
            return value instanceof JsonElement json
                    ? Optional.ofNullable(GSON.fromJson(json, type))
                    : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public @Nullable MediaType contentType() {
        return mediaType;
    }

    @Override
    public long contentLength() {
        return bytes.size();
    }

    @Override
    public BufferedSource source() {
        return new Buffer().write(bytes);
    }
}
