package io.github.triggerapi.benchmarks;

import io.github.triggerapi.benchmarks.ByHand.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** By the HTTP client of the JDK and Gson. */
final class JdkCaller implements Caller {

    /** What OkHttp has by default. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            // All that the server speaks; the client would offer HTTP/2 with each request.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String url;

    JdkCaller(String url) {
        this.url = url;
    }

    @Override
    public String trigger() throws IOException, InterruptedException {
        String task = URLEncoder.encode(TASK, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/tasks/" + task + "/trigger"))
                .timeout(TIMEOUT)
                .header("Authorization", ByHand.AUTHORIZATION)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ByHand.requestBody()))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Status " + response.statusCode());
        }
        return ByHand.GSON.fromJson(response.body(), Answer.class).id();
    }

    @Override
    public void close() {
        // On Java 17 there is nothing to close: its thread ends when it is collected.
    }
}
