package io.github.triggerapi.benchmarks;

import io.github.triggerapi.benchmarks.HandwrittenJson.TriggerResponse;
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

/** Uses the HTTP client of the JDK and Gson. */
final class JdkTrigger implements TaskTrigger {

    /** What OkHttp has by default. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            // The server supports only HTTP/1.1; otherwise the client would offer HTTP/2 with each request.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String url;

    JdkTrigger(String url) {
        this.url = url;
    }

    @Override
    public String trigger() throws IOException, InterruptedException {
        String task = URLEncoder.encode(TASK, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/tasks/" + task + "/trigger"))
                .timeout(TIMEOUT)
                .header("Authorization", HandwrittenJson.AUTHORIZATION)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HandwrittenJson.requestBody()))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Status " + response.statusCode());
        }
        return HandwrittenJson.GSON
                .fromJson(response.body(), TriggerResponse.class)
                .id();
    }

    @Override
    public void close() {
        // The HTTP client has no close method before Java 21.
    }
}
