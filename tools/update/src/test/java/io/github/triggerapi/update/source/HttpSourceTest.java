package io.github.triggerapi.update.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading from an HTTP server, and the message of each failure. */
class HttpSourceTest {

    private static final String DOCUMENT = "openapi: 3.1.0\r\ninfo: {title: ä}\n";
    private static final RevisionReader.Limits LIMITS =
            new RevisionReader.Limits(10_000_000, Duration.ofSeconds(20), Duration.ofSeconds(20));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        base = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void responseIsReadUnchanged() {
        Map<String, String> headers = new ConcurrentHashMap<>();
        server.createContext("/api.yaml", exchange -> {
            headers.put("User-Agent", exchange.getRequestHeaders().getFirst("User-Agent"));
            headers.put("Query", exchange.getRequestURI().getRawQuery());
            respond(200, DOCUMENT).handle(exchange);
        });

        Revision revision = read("/api.yaml?a=b%20c", LIMITS);

        assertThat(revision).isEqualTo(new Revision(base + "/api.yaml?a=b%20c", DOCUMENT));
        assertThat(headers).containsEntry("User-Agent", "trigger-api-update").containsEntry("Query", "a=b%20c");
    }

    @Test
    void redirectIsFollowed() {
        server.createContext("/old", redirect("/new"));
        server.createContext("/new", respond(200, DOCUMENT));

        assertThat(read("/old", LIMITS)).isEqualTo(new Revision(base + "/old", DOCUMENT));
    }

    @Test
    void endlessRedirectIsRejected() {
        server.createContext("/a", redirect("/a"));

        assertRejected(
                "/a",
                ": responded with 302, a redirect from https to http, without a target or in a loop; expected 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/a", "file:///etc/hosts", "https://exa mple.com", "http:"})
    void redirectToInvalidUrlIsRejected(String target) {
        server.createContext("/a", redirect(target));

        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> read("/a", LIMITS))
                .withMessageStartingWith(base + "/a: ")
                .withMessageContaining("; expected ");
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 206, 401, 403, 404, 410, 429, 500, 503})
    void otherStatusIsRejected(int status) {
        server.createContext("/a", respond(status, DOCUMENT));

        assertRejected("/a", ": responded with " + status + "; expected 200");
    }

    @Test
    void emptyResponseIsRejected() {
        server.createContext("/a", respond(200, ""));

        assertRejected("/a", ": is empty; expected an OpenAPI document or a page of documentation in UTF-8");
    }

    @Test
    void htmlPageIsRejected() {
        server.createContext("/a", respond(200, "<!DOCTYPE html>\n<html lang=en></html>"));

        assertRejected("/a", ": is HTML or XML; expected an OpenAPI document, or a page of documentation in Markdown");
    }

    @Test
    void endlessResponseIsCut() throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        CountDownLatch refused = new CountDownLatch(1);
        server.createContext("/a", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] part = new byte[100_000];
                while (sent.addAndGet(part.length) < 1_000_000_000) {
                    body.write(part);
                }
            } catch (IOException e) {
                refused.countDown();
            }
        });

        assertRejected("/a", ": is longer than 10000000 bytes; expected a document of at most that");
        refused.await();
        // What lies in the buffers of the network was sent but not read.
        assertThat(sent.get()).isLessThan(50_000_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stalledServerTimesOut(boolean afterHeaders) {
        server.createContext("/a", exchange -> {
            if (afterHeaders) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
            }
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() ->
                        read("/a", new RevisionReader.Limits(100, Duration.ofSeconds(20), Duration.ofMillis(300))))
                .withMessage(base + "/a: no complete response within 0.3 s; try again later");
    }

    @Test
    void interruptedResponseIsRejected() {
        server.createContext("/a", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(DOCUMENT.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            server.stop(0);
        });

        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> read("/a", LIMITS))
                .withMessageStartingWith(base + "/a: the response was interrupted: ")
                .withMessageEndingWith("; expected a complete one");
    }

    private static HttpHandler respond(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private static HttpHandler redirect(String target) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", target);
            respond(302, "").handle(exchange);
        };
    }

    private Revision read(String path, RevisionReader.Limits limits) {
        return RevisionReader.read(List.of(base + path), limits);
    }

    private void assertRejected(String path, String message) {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> read(path, LIMITS))
                .withMessage(base + path + message);
    }
}
