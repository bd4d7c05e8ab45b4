package io.github.triggerapi.client;

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
 * Reads a body whole before the answer counts as one, so that a connection that breaks in the middle of it is tried again,
 * and none fills the memory.
 */
final class BodyReader implements Interceptor {

    /** In bytes; what an exception keeps of the body of an error. */
    private static final long ERROR_LIMIT = 64 * 1024;

    /** In bytes. */
    private static final long STEP = 8 * 1024;

    private final long limit;

    BodyReader(long limit) {
        this.limit = limit;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        CallState state = CallState.of(chain.request());
        if (state != null) {
            state.answered(response);
        }
        ResponseBody body = response.body();
        if (body == null || response.isSuccessful() && isStreamed(chain)) {
            return response;
        }
        Buffer read = response.isSuccessful() ? whole(response, body) : start(response, body, chain);
        return response.newBuilder()
                .body(ResponseBody.create(read, body.contentType(), read.size()))
                .build();
    }

    private static boolean isStreamed(Chain chain) {
        @Nullable Invocation invocation = chain.request().tag(Invocation.class);
        return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
    }

    private Buffer whole(Response response, ResponseBody body) throws IOException {
        Buffer read = new Buffer();
        try (BufferedSource source = body.source()) {
            while (step(source, read) != -1) {
                if (read.size() > limit) {
                    throw new UnfinishedBodyException(
                            "it is longer than " + limit + " bytes", response, text(read), null);
                }
            }
        }
        return read;
    }

    private static long step(BufferedSource source, Buffer read) throws IOException {
        try {
            return source.read(read, STEP);
        } catch (ProtocolException e) {
            // OkHttp's for an end that comes too early, too, which another try may mend.
            throw new IOException("the answer breaks off: " + e.getMessage(), e);
        }
    }

    /** Of an error, what arrives: its status says more than the rest would. */
    private static Buffer start(Response response, ResponseBody body, Chain chain) throws IOException {
        Buffer read = new Buffer();
        try (BufferedSource source = body.source()) {
            while (read.size() < ERROR_LIMIT && source.read(read, ERROR_LIMIT - read.size()) != -1) {}
        } catch (IOException e) {
            if (chain.call().isCanceled()) {
                throw new UnfinishedBodyException("the answer breaks off: " + e.getMessage(), response, text(read), e);
            }
        }
        return read;
    }

    /** The start of what was read, for an exception. */
    private static String text(Buffer read) {
        Buffer start = new Buffer();
        read.copyTo(start, 0, Math.min(read.size(), ERROR_LIMIT));
        return start.readUtf8();
    }
}
