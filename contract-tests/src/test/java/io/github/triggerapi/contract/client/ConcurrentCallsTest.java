package io.github.triggerapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.contract.HeapUsage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many threads share a client. */
@Tag("independent")
@Isolated("measures the heap")
class ConcurrentCallsTest {

    private static final int THREADS = 64;
    private static final int CALLS = 100;

    /** In bytes; tolerates what warm-up allocates. */
    private static final long SLACK = 4L * 1024 * 1024;

    @Test
    void callsSucceedWithoutLeaks() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        // Responds with the name of the task as the run ID.
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                String task = exchange.getRequestURI().getPath().split("/")[4];
                byte[] response = ("{\"id\":\"" + task + "\"}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, response.length);
                exchange.getResponseBody().write(response);
            }
        });
        server.setExecutor(threads);
        server.start();
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(THREADS, 1, TimeUnit.MINUTES))
                .build();
        try (TriggerClient client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .httpClient(http)
                .build()) {
            quarter(client);
            long first = HeapUsage.used();
            quarter(client);
            quarter(client);
            quarter(client);
            long last = HeapUsage.used();

            assertThat(last).isLessThan(first + SLACK);
            assertThat(http.connectionPool().connectionCount())
                    .isLessThanOrEqualTo(THREADS)
                    .isEqualTo(http.connectionPool().idleConnectionCount());
            http.connectionPool().evictAll();
            assertThat(http.connectionPool().connectionCount()).isZero();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void quarter(TriggerClient client) {
        Map<String, String> ids = ConcurrentCalls.run(
                THREADS,
                CALLS / 4,
                task -> client.tasks()
                        .triggerTaskV1(task, TriggerTaskRequestBody.builder().build())
                        .send()
                        .id());

        assertThat(ids)
                .hasSize(THREADS * (CALLS / 4))
                .allSatisfy((task, id) -> assertThat(id).isEqualTo(task));
    }
}
