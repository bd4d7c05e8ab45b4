package io.github.triggerapi.client.internal.interceptor;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Reads the whole body as a part of the attempt, so that an attempt whose connection breaks within the body is retried, and
 * no body fills the memory.
 */
public final class ResponseBodyInterceptor implements Interceptor {

    /** The maximum length, in bytes, of the body of an error that an exception contains. */
    private static final long MAX_ERROR_BYTES = 64 * 1024;

    /** In bytes. */
    private static final long CHUNK = 8 * 1024;

    private final long maxBytes;

    /** @param maxBytes the maximum length of the body of a successful response */
    public ResponseBodyInterceptor(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        CallState state = CallState.of(chain.request());
        if (state != null) {
            state.setResponse(response);
        }
        ResponseBody body = response.body();
        if (body == null || response.isSuccessful() && isStreaming(chain)) {
            return response;
        }
        Buffer bytes = response.isSuccessful() ? readAll(response, body) : readError(response, body, chain);
        return response.newBuilder()
                .body(ResponseBody.create(bytes, body.contentType(), bytes.size()))
                .build();
    }

    private static boolean isStreaming(Chain chain) {
        @Nullable Invocation invocation = chain.request().tag(Invocation.class);
        return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
    }

    private Buffer readAll(Response response, ResponseBody body) throws IOException {
        Buffer bytes = new Buffer();
        try (BufferedSource source = body.source()) {
            while (readChunk(source, bytes) != -1) {
                if (bytes.size() > maxBytes) {
                    throw new IncompleteBodyException(
                            "it is longer than " + maxBytes + " bytes", response, excerpt(bytes), null);
                }
            }
        }
        return bytes;
    }

    private static long readChunk(BufferedSource source, Buffer bytes) throws IOException {
        try {
            return source.read(bytes, CHUNK);
        } catch (ProtocolException e) {
            // OkHttp throws it at an early end, too, after which a retry may succeed.
            throw new IOException("the response is incomplete: " + e.getMessage(), e);
        }
    }

    /** Reads what arrives of the body of an error: its status says more than the rest of the body. */
    private static Buffer readError(Response response, ResponseBody body, Chain chain) throws IOException {
        Buffer bytes = new Buffer();
        try (BufferedSource source = body.source()) {
            while (bytes.size() < MAX_ERROR_BYTES && source.read(bytes, MAX_ERROR_BYTES - bytes.size()) != -1) {}
        } catch (IOException e) {
            if (chain.call().isCanceled()) {
                throw new IncompleteBodyException(
                        "the response is incomplete: " + e.getMessage(), response, excerpt(bytes), e);
            }
        }
        return bytes;
    }

    /** Returns the start of the body for an exception. */
    private static String excerpt(Buffer bytes) {
        Buffer start = new Buffer();
        bytes.copyTo(start, 0, Math.min(bytes.size(), MAX_ERROR_BYTES));
        return start.readUtf8();
    }
}
