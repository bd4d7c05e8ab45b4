package io.github.triggerapi.contract.judge;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

/**
 * Validates all traffic of an OkHttp client with a {@link Judge}. A test whose client has it, preferably as a network
 * interceptor, is a contract test.
 *
 * <p>Invalid requests are sent as well, and their responses are validated, too. Thread-safe.
 */
public final class JudgingInterceptor implements Interceptor {

    private final Judge judge;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public JudgingInterceptor(Judge judge) {
        this.judge = judge;
    }

    /** Returns and removes the recorded exchanges, in the order of the responses. */
    public List<Exchange> takeExchanges() {
        List<Exchange> taken = List.copyOf(exchanges);
        exchanges.removeAll(taken);
        return taken;
    }

    /** Returns the violations in the exchanges recorded since the last call of {@link #takeExchanges}. */
    public List<Violation> violations() {
        return exchanges.stream()
                .flatMap(exchange -> exchange.violations().stream())
                .toList();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpMessage.Request request = request(chain.request());
        Response response = chain.proceed(chain.request());
        byte[] bytes = response.body().bytes();
        boolean zipped = "gzip".equalsIgnoreCase(response.header("Content-Encoding"));
        HttpMessage.Response recorded =
                new HttpMessage.Response(response.code(), response.headers().toMultimap(), text(bytes, zipped));
        exchanges.add(Exchange.of(judge, request, recorded));
        return response.newBuilder()
                .body(ResponseBody.create(bytes, response.body().contentType()))
                .build();
    }

    private static HttpMessage.Request request(Request request) throws IOException {
        HttpUrl url = request.url();
        Buffer body = new Buffer();
        Request.Builder whole = request.newBuilder();
        if (request.body() != null) {
            request.body().writeTo(body);
            if (request.header("Content-Type") == null && request.body().contentType() != null) {
                whole.header("Content-Type", String.valueOf(request.body().contentType()));
            }
        }
        String query = url.encodedQuery() == null ? "" : url.encodedQuery();
        return new HttpMessage.Request(
                request.method(),
                url.encodedPath(),
                query,
                whole.build().headers().toMultimap(),
                body.readUtf8());
    }

    private static String text(byte[] body, boolean zipped) throws IOException {
        Buffer bytes = new Buffer().write(body);
        try (BufferedSource source = zipped ? Okio.buffer(new GzipSource(bytes)) : bytes) {
            return source.readUtf8();
        }
    }
}
