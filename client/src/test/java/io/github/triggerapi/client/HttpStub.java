package io.github.triggerapi.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port that handles all requests in the same way, and records them. */
final class HttpStub implements AutoCloseable {

    /** Responds to a request, whose body has been read. */
    interface Handler {
        void respond(HttpExchange exchange) throws IOException;
    }

    /** A request, with its encoded path. */
    record Request(String method, String path, Headers headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private HttpStub(Handler handler) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                requests.add(new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        body));
                handler.respond(exchange);
            }
        });
        server.start();
    }

    static HttpStub start(Handler handler) {
        try {
            return new HttpStub(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpStub responding(int status, String contentType, String body) {
        return start(exchange -> write(exchange, status, contentType, body));
    }

    static HttpStub json(int status, String body) {
        return responding(status, "application/json", body);
    }

    /** Responds that a run was triggered. */
    static HttpStub triggering() {
        return json(200, "{\"id\":\"run_1234\"}");
    }

    static void write(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("X-Request-Id", "req_1");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Blocks within a response. */
    static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns a client that does not retry. */
    TriggerClient client() {
        return builder().retryPolicy(RetryPolicy.none()).build();
    }

    TriggerClient.Builder builder() {
        return TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(url());
    }

    Request request() {
        if (requests.size() != 1) {
            throw new AssertionError("Expected one request: " + requests);
        }
        return requests.get(0);
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
