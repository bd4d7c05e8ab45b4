package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.request.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults over HTTP. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class FaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";

    private final MockClock clock = MockClock.stoppedAt(NOW);
    private final MockServer server = MockServer.builder().clock(clock).start();
    private final Caller caller = Caller.of(server);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void respondsWithAStatus() {
        server.addFault(Fault.status(503).header("Retry-After", "1").times(1));
        HttpResponse<String> response = caller.send();
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.body()).isEqualTo("{\"error\":\"Service Unavailable\"}");
        assertThat(server.runs()).isEmpty();
        assertThat(caller.statusAndBody()).startsWith("200 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 304, 400, 401, 404, 409, 422, 500, 599})
    void statusesAreNotReplaced(int status) {
        server.addFault(Fault.status(status));
        HttpResponse<String> response = caller.send();
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith(status == 304 ? "" : "{\"error\":\"");
    }

    @Test
    void respondsLikeARateLimit() {
        server.addFault(Fault.rateLimit(Duration.ofSeconds(5)));
        clock.advance(Duration.ofSeconds(10));
        HttpResponse<String> response = caller.send();
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("x-ratelimit-limit")).contains("100");
        assertThat(response.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(response.headers().firstValue("x-ratelimit-reset"))
                .contains(String.valueOf(NOW.plusSeconds(15).toEpochMilli()));
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
        assertThat(response.body()).contains("\"error\":\"Rate limit exceeded", "\"status\":429");
        assertThat(server.runs()).isEmpty();
    }

    @Test
    void closesTheConnectionWithoutCreatingARun() {
        server.addFault(Fault.cutConnection().times(1));
        assertThatThrownBy(caller::send).isInstanceOf(UncheckedIOException.class);
        assertThat(server.runs()).isEmpty();
        assertThat(caller.statusAndBody()).startsWith("200 ");
        assertThat(server.requests()).extracting(RecordedRequest::status).containsExactly(0, 200);
    }

    @Test
    void createsARunAndClosesTheConnection() {
        server.addFault(Fault.cutResponse().times(2));
        assertThatThrownBy(caller::send).isInstanceOf(UncheckedIOException.class);
        assertThat(server.runs()).hasSize(1);
        assertThatThrownBy(() -> caller.body("[]").send()).isInstanceOf(UncheckedIOException.class);
        assertThat(server.runs()).hasSize(1);
        assertThat(server.requests()).extracting(RecordedRequest::runId).containsExactly(id(0), null);
        assertThat(server.requests().get(1).reason()).startsWith("Validation error: ");
        assertThat(server.requests()).extracting(RecordedRequest::verdict).containsOnly(Verdict.FAULTED);
    }

    private String id(int index) {
        return server.runs().get(index).id();
    }

    @Test
    void aRepeatedRequestGetsTheSameRun() {
        server.addFault(Fault.status(503).times(1));
        server.addFault(Fault.cutConnection().times(1));
        server.addFault(Fault.cutResponse().times(1));
        server.addFault(Fault.rateLimit(Duration.ofSeconds(1)).times(1));
        Caller retrying = caller.header(REQUEST_KEY, "r");
        int attempts = 0;
        String statusAndBody = "";
        while (!statusAndBody.startsWith("200 ") && attempts < 10) {
            attempts++;
            try {
                statusAndBody = retrying.statusAndBody();
            } catch (UncheckedIOException noResponse) {
                statusAndBody = "";
            }
        }
        assertThat(attempts).isEqualTo(5);
        assertThat(server.runs()).hasSize(1);
        assertThat(statusAndBody).contains(id(0));
        assertThat(server.faults()).allMatch(ActiveFault::isExhausted);
        assertThat(server.requests()).extracting(RecordedRequest::status).containsExactly(503, 0, 0, 429, 200);
    }

    @Test
    void delaysInRealTime() {
        server.addFault(
                Fault.delay(Duration.ofMillis(50)).header("x-late", "yes").times(1));
        long start = System.nanoTime();
        HttpResponse<String> response = caller.send();
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(40).toNanos());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-late")).contains("yes");
        assertThat(server.requests()).extracting(RecordedRequest::verdict).containsExactly(Verdict.FAULTED);
        server.addFault(Fault.delay(Duration.ZERO));
        assertThat(caller.body("[]").statusAndBody()).startsWith("400 ");
    }

    @Test
    void appliesToOneTask() {
        server.addFault(Fault.status(500).forTask("ü/b"));
        assertThat(caller.statusAndBody()).startsWith("200 ");
        assertThat(caller.path("/api/v1/tasks/%C3%BC%2Fb/trigger").statusAndBody())
                .startsWith("500 ");
    }

    @Test
    void invalidRequestsMeetNoFault() {
        server.addFault(Fault.status(500).times(1));
        assertThat(caller.path("/nowhere").statusAndBody()).startsWith("404 ");
        assertThat(caller.without("Authorization").statusAndBody()).startsWith("401 ");
        assertThat(caller.body("[]").statusAndBody()).startsWith("500 ");
        assertThat(caller.body("[]").statusAndBody()).startsWith("400 ");
    }

    @Test
    void theFirstApplicableFaultIsMet() {
        ActiveFault first = server.addFault(Fault.status(500).forTask("other"));
        ActiveFault second = server.addFault(Fault.status(501).times(2));
        ActiveFault third = server.addFault(Fault.status(502));
        assertThat(caller.statusAndBody()).startsWith("501 ");
        assertThat(second.isExhausted()).isFalse();
        assertThat(caller.statusAndBody()).startsWith("501 ");
        assertThat(caller.statusAndBody()).startsWith("502 ");
        assertThat(server.faults()).containsExactly(first, second, third);
        assertThat(server.faults()).extracting(ActiveFault::applied).containsExactly(0L, 2L, 1L);
        assertThat(server.removeFault(third.id())).isTrue();
        assertThat(server.removeFault(third.id())).isFalse();
        assertThat(caller.statusAndBody()).startsWith("200 ");
        server.clearFaults();
        assertThat(server.faults()).isEmpty();
    }

    @Test
    void resetRemovesFaults() {
        server.addFault(Fault.status(500));
        server.reset();
        assertThat(caller.statusAndBody()).startsWith("200 ");
    }

    @Test
    void theSameSeedGivesTheSameChoice() {
        assertThat(statuses(7)).isEqualTo(statuses(7)).isNotEqualTo(statuses(8)).contains(200, 500);
    }

    private List<Integer> statuses(long seed) {
        server.clearFaults();
        server.addFault(Fault.status(500).probability(0.5, seed));
        return IntStream.range(0, 40)
                .map(i -> caller.send().statusCode())
                .boxed()
                .toList();
    }

    static Stream<Runnable> wrong() {
        Fault fault = Fault.status(500);
        return Stream.of(
                () -> Fault.status(299),
                () -> Fault.status(600),
                () -> Fault.delay(Duration.ofMillis(-1)),
                () -> Fault.rateLimit(Duration.ofMillis(-1)),
                () -> fault.times(0),
                () -> fault.probability(0, 1),
                () -> fault.probability(1.1, 1),
                () -> fault.probability(Double.NaN, 1),
                () -> fault.header("a b", "c"),
                () -> fault.header("a", "b\r\nc: d"),
                () -> fault.header("content-LENGTH", "3"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void rejectsInvalidValues(Runnable making) {
        assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDelayedRequestIsCarriedOutAfterTheCallerLeft() throws IOException, InterruptedException {
        server.addFault(Fault.delay(Duration.ofMillis(100)));
        CountDownLatch done = new CountDownLatch(1);
        server.task("my-task").handle(run -> {
            done.countDown();
            return null;
        });
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/tasks/my-task/trigger HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer tr_dev_1\r\n"
                                            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                                    .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
