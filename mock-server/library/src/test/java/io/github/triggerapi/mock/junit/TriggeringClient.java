package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of a server, for tests of the extension. */
final class TriggeringClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final MockServer mock;
    private boolean closed;

    TriggeringClient(MockServer mock) {
        this.mock = mock;
    }

    /** Triggers a task and returns the status of the response. */
    int trigger(String task, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(mock.url() + "/api/v1/tasks/" + task + "/trigger"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer tr_dev_1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        // Its server must still be running.
        trigger("last", "{}");
        closed = true;
    }
}
