package io.github.triggerapi.benchmarks;

import io.github.triggerapi.benchmarks.HandwrittenJson.TriggerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Uses OkHttp and Gson, as written by hand for this call. */
final class OkHttpTrigger implements TaskTrigger {

    private static final MediaType JSON = MediaType.get("application/json");

    /** With the timeouts of the client, each of which costs time of its own. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(Duration.ofMinutes(2))
            .readTimeout(Duration.ofSeconds(30))
            .build();

    private final HttpUrl url;

    OkHttpTrigger(String url) {
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
                .header("Authorization", HandwrittenJson.AUTHORIZATION)
                .header("Accept", "application/json")
                .post(RequestBody.create(HandwrittenJson.requestBody().getBytes(StandardCharsets.UTF_8), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("Status " + response.code());
            }
            return HandwrittenJson.GSON
                    .fromJson(response.body().charStream(), TriggerResponse.class)
                    .id();
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
