package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Events over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EventBroadcasterTest {
    /** More bytes than all listeners may be behind. */
    private static final int TRIGGERS = 60;

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    /** A listener that has received the first comment. */
    private static final class Ear implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;
        private final List<String> head = new ArrayList<>();

        Ear(MockServer server, String method) throws IOException {
            this(new Socket("127.0.0.1", server.port()), method);
        }

        Ear(Socket socket, String method) throws IOException {
            this.socket = socket;
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write((method + " /_mock/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
                head.add(line);
            }
            if (method.equals("GET")) {
                assertThat(next(": ")).isEqualTo(": listening");
            }
        }

        /** Returns the next line that begins with a string; null at the end. */
        String next(String start) throws IOException {
            String line = reader.readLine();
            while (line != null && !line.startsWith(start)) {
                line = reader.readLine();
            }
            return line;
        }

        /** Counts the lines that equal a string, up to a maximum or the end. */
        int count(String wanted, int most) {
            int count = 0;
            try {
                String line = reader.readLine();
                while (line != null) {
                    count += line.equals(wanted) ? 1 : 0;
                    line = count == most ? null : reader.readLine();
                }
            } catch (IOException cut) {
                // Events that were being sent are lost.
            }
            return count;
        }

        JsonNode data() throws IOException {
            return Json.parse(next("data: ").substring(6).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void changesAreSent() throws IOException {
        MockClock clock = MockClock.stoppedAt(NOW);
        try (MockServer server = MockServer.builder().clock(clock).stayQueued().start();
                Ear ear = new Ear(server, "GET")) {
            assertThat(ear.head).contains("Content-Type: text/event-stream");
            Caller.of(server).body("{\"options\":{\"ttl\":\"1h\"}}").send();
            assertThat(ear.next("id")).isEqualTo("id: 1");
            assertThat(ear.next("event")).isEqualTo("event: run");
            assertThat(ear.data().path("status").asText()).isEqualTo("QUEUED");
            assertThat(ear.next("id")).isEqualTo("id: 2");
            assertThat(ear.next("event")).isEqualTo("event: request");
            assertThat(ear.data().path("verdict").asText()).isEqualTo("accepted");
            clock.advance(Duration.ofHours(2));
            assertThat(ear.next("event")).isEqualTo("event: run");
            assertThat(ear.data().path("status").asText()).isEqualTo("EXPIRED");
            assertThat(ear.next("event")).isEqualTo("event: clock");
            assertThat(ear.data().path("time").asText()).startsWith("2026-11-24T02:00");
            server.reset();
            assertThat(ear.next("event")).isEqualTo("event: reset");
            assertThat(ear.data().toString()).isEqualTo("{}");
        }
    }

    @Test
    void heartbeatsAreSent() throws IOException {
        MockServerBuilder builder = MockServer.builder();
        builder.heartbeatMillis = 1;
        try (MockServer server = builder.start();
                Ear ear = new Ear(server, "GET")) {
            assertThat(ear.next(": still")).isEqualTo(": still here");
            assertThat(ear.next(": still")).isEqualTo(": still here");
        }
    }

    @Test
    void streamsEndWithTheServer() throws IOException {
        MockServer server = MockServer.builder().start();
        try (Ear ear = new Ear(server, "GET")) {
            server.close();
            assertThat(ear.next("id")).isNull();
        } finally {
            server.close();
        }
    }

    @Test
    void allListenersGetEventsAndClosedOnesAreRemoved() throws IOException {
        try (MockServer server = MockServer.builder().start();
                Ear one = new Ear(server, "GET")) {
            try (Ear two = new Ear(server, "GET")) {
                server.reset();
                assertThat(two.next("id")).isEqualTo("id: 1");
            }
            server.reset();
            assertThat(Stream.of(one.next("id"), one.next("id"))).containsExactly("id: 1", "id: 2");
        }
    }

    @Test
    void largeMembersAreOmitted() throws IOException {
        String large = "x".repeat(20_000);
        try (MockServer server = MockServer.builder().stayQueued().start();
                Ear ear = new Ear(server, "GET")) {
            Caller.of(server)
                    .body("{\"payload\":\"%s\",\"context\":1,\"options\":{\"idempotencyKey\":\"k\"}}".formatted(large))
                    .send();
            JsonNode run = ear.data();
            assertThat(run.has("payload")).isFalse();
            assertThat(run.path("omitted").toString()).isEqualTo("[\"payload\"]");
            assertThat(run.path("context").asInt()).isEqualTo(1);
            assertThat(run.path("idempotencyKey").asText()).isEqualTo("k");
            assertThat(Caller.of(server)
                            .method("GET")
                            .path("/_mock/runs/" + run.path("id").asText())
                            .body("")
                            .statusAndBody())
                    .contains(large)
                    .doesNotContain("omitted");
            assertThat(ear.data().path("bodyBytes").asInt()).isGreaterThan(20_000);
            Caller.of(server).send();
            assertThat(ear.data().has("omitted")).isFalse();
        }
    }

    @Test
    void aReadingListenerGetsAllEventsWhileOthersDoNotRead() throws Exception {
        // Of 16 KiB each, so that an event takes 50 KB.
        String value = "\"" + "x".repeat(16_000) + "\"";
        String body = "{\"payload\":%s,\"context\":%s}".formatted(value, value);
        List<Ear> silent = new ArrayList<>();
        MockServerBuilder builder = MockServer.builder();
        builder.maxEventBytes = 1_000_000;
        MockServer server = builder.start();
        try (Ear ear = new Ear(server, "GET")) {
            for (int i = 0; i < 5; i++) {
                Socket small = new Socket();
                small.setReceiveBufferSize(10_000);
                small.connect(new InetSocketAddress("127.0.0.1", server.port()));
                silent.add(new Ear(small, "GET"));
            }
            CompletableFuture<Integer> heard =
                    CompletableFuture.supplyAsync(() -> ear.count("event: run", 3 * TRIGGERS));
            Caller caller = Caller.of(server).body(body);
            for (int i = 0; i < TRIGGERS; i++) {
                assertThat(caller.statusAndBody()).startsWith("200 ");
                assertThat(Caller.of(server)
                                .method("GET")
                                .path("/health")
                                .body("")
                                .statusAndBody())
                        .startsWith("200 ");
            }
            assertThat(heard.get()).isEqualTo(3 * TRIGGERS);
            for (Ear one : silent) {
                assertThat(one.count("event: run", 3 * TRIGGERS)).isLessThan(3 * TRIGGERS);
            }
        } finally {
            server.close();
            for (Ear one : silent) {
                one.close();
            }
        }
    }

    @Test
    void aHeadRequestGetsNoEvents() throws IOException {
        try (MockServer server = MockServer.builder().start();
                Ear ear = new Ear(server, "HEAD")) {
            assertThat(ear.head.get(0)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theTokenIsRequired() throws IOException {
        try (MockServer server = MockServer.builder().controlToken("t").start()) {
            assertThat(Caller.of(server)
                            .method("GET")
                            .path("/_mock/events")
                            .body("")
                            .statusAndBody())
                    .startsWith("401 ");
        }
    }
}
