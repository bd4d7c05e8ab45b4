package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;

/** Sends requests unchanged, valid or not. */
final class HttpSender {

    /** A redirect is a response like any other. */
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().followRedirects(false).build();

    private final HttpUrl server;

    HttpSender(URI server) {
        this.server = HttpUrl.get(server);
    }

    /** Sends a request and returns its response. */
    HttpMessage.Response send(HttpMessage.Request message) {
        HttpUrl url = server.newBuilder()
                .encodedPath(message.path())
                .encodedQuery(message.query().isEmpty() ? null : message.query())
                .build();
        Request.Builder request = new Request.Builder().url(url);
        message.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        boolean withoutBody = message.method().equals("GET") || message.method().equals("HEAD");
        // For a string OkHttp would add a charset to the media type.
        RequestBody body = withoutBody ? null : RequestBody.create(ByteString.encodeUtf8(message.body()), null);
        try (Response response =
                HTTP.newCall(request.method(message.method(), body).build()).execute()) {
            return new HttpMessage.Response(
                    response.code(),
                    response.headers().toMultimap(),
                    response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(message.firstLine(), e);
        }
    }
}
