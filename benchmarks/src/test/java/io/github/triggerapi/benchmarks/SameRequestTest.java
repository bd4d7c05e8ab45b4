package io.github.triggerapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All implementations must send the same request, or the comparison would not be fair. */
class SameRequestTest {

    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    @Test
    void allImplementationsSendTheSameRequestAndReadTheResponse() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                requests.add(new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        header(exchange.getRequestHeaders(), "Authorization"),
                        header(exchange.getRequestHeaders(), "Content-Type"),
                        header(exchange.getRequestHeaders(), "Content-Length"),
                        header(exchange.getRequestHeaders(), "Accept"),
                        new String(body, StandardCharsets.UTF_8)));
                byte[] response = "{\"id\":\"run_1\"}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, response.length);
                exchange.getResponseBody().write(response);
            }
        });
        server.start();
        try {
            for (Implementation implementation : Implementation.values()) {
                String url = "http://127.0.0.1:" + server.getAddress().getPort();
                try (TaskTrigger trigger = implementation.create(url)) {
                    assertThat(trigger.trigger()).as(implementation.title()).isEqualTo("run_1");
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasSize(Implementation.values().length);
        assertThat(requests).containsOnly(requests.get(Implementation.REFERENCE.ordinal()));
    }

    private static String header(Headers headers, String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    private record Request(
            String method,
            String path,
            String authorization,
            String contentType,
            String contentLength,
            String accept,
            String body) {}
}
