package io.github.triggerapi.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests to a server. The default is to trigger a task with a valid key. */
public record Caller(URI url, String method, String path, Map<String, String> headers, byte[] body) {
    /** One for all, because each has threads of its own. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Caller of(MockServer server) {
        return at(server.url());
    }

    public static Caller at(URI url) {
        return new Caller(
                url,
                "POST",
                "/api/v1/tasks/my-task/trigger",
                Map.of("Authorization", "Bearer tr_dev_1", "Content-Type", "application/json"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    public Caller method(String value) {
        return new Caller(url, value, path, headers, body);
    }

    public Caller path(String value) {
        return new Caller(url, method, value, headers, body);
    }

    public Caller body(String value) {
        return body(value.getBytes(StandardCharsets.UTF_8));
    }

    public Caller body(byte[] value) {
        return new Caller(url, method, path, headers, value);
    }

    public Caller header(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return new Caller(url, method, path, changed, body);
    }

    public Caller without(String name) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(name);
        return new Caller(url, method, path, changed, body);
    }

    public HttpResponse<String> send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the request and returns the response in one line: status, a space, body. */
    public String statusAndBody() {
        HttpResponse<String> response = send();
        return response.statusCode() + " " + response.body();
    }
}
