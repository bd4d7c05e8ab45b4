package io.github.triggerapi.benchmarks;

import io.github.triggerapi.benchmarks.ByHand.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** By OkHttp and Gson, as a careful engineer writes it for this one call. */
final class OkHttpCaller implements Caller {

    private static final MediaType JSON = MediaType.get("application/json");

    /** With the timeouts of the client, each of which costs time of its own. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(Duration.ofMinutes(2))
            .readTimeout(Duration.ofSeconds(30))
            .build();

    private final HttpUrl url;

    OkHttpCaller(String url) {
        this.url = HttpUrl.get(url);
    }

    @Override
    public String trigger() throws IOException {
        HttpUrl target = url.newBuilder()
                .addPathSegments("api/v1/tasks")
                .addPathSegment(TASK)
                .addPathSegment("trigger")
                .build();
        Request request = new Request.Builder()
                .url(target)
                .header("Authorization", ByHand.AUTHORIZATION)
                .header("Accept", "application/json")
                .post(RequestBody.create(ByHand.requestBody().getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("Status " + response.code());
            }
            return ByHand.GSON
                    .fromJson(response.body().charStream(), Answer.class)
                    .id();
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
