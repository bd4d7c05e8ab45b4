package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.internal.log.RequestLogEntry;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.request.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests that a server records. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String PATH = "/api/v1/tasks/my-task/trigger";

    private static RecordedRequest recorded(Caller caller, MockServer server) {
        caller.send();
        List<RecordedRequest> all = server.requests();
        return all.get(all.size() - 1);
    }

    @Test
    void recordsAValidRequest() {
        try (MockServer server =
                MockServer.builder().clock(MockClock.stoppedAt(NOW)).start()) {
            RecordedRequest request = recorded(
                    Caller.of(server)
                            .path(PATH + "?a=%26")
                            .header("x-Mine", "1")
                            .body("{\"payload\":\"ü\"}"),
                    server);
            assertThat(request.number()).isEqualTo(1);
            assertThat(request.time()).isEqualTo(NOW);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(PATH + "?a=%26");
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(request.reason()).isNull();
            assertThat(request.runId()).isEqualTo(server.runs().get(0).id());
            assertThat(request.bodyText()).isEqualTo("{\"payload\":\"ü\"}");
            assertThat(request.body()).hasSize(16);
            assertThat(request.bodyBytes()).isEqualTo(16);
            assertThat(request.header("X-MINE")).isEqualTo("1");
            assertThat(request.header("x-other")).isNull();
            assertThat(request.header("Content-Type")).isEqualTo("application/json");
            assertThat(request).hasToString("POST " + PATH + "?a=%26 200 ACCEPTED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer tr_dev_secret, Bearer tr_dev_***",
        "bearer   tr_prod_se_cret, bearer tr_prod_***",
        "Bearer secret, Bearer ***",
        "secret, ***",
        "'', ***"
    })
    void recordsNoKey(String authorization, String kept) {
        try (MockServer server = MockServer.builder().start()) {
            RecordedRequest request = recorded(Caller.of(server).header("Authorization", authorization), server);
            assertThat(request.header("authorization")).isEqualTo(kept);
            assertThat(request.headers().toString()).doesNotContain("cret");
        }
    }

    @Test
    void recordsTheReasonOfARejection() {
        try (MockServer server = MockServer.builder().tasks("my-task").start()) {
            Caller caller = Caller.of(server);
            assertThat(recorded(caller.body("{\"options\":{\"ttl\":[]}}"), server)
                            .reason())
                    .startsWith("Validation error: ")
                    .endsWith("at \"options.ttl\"");
            assertThat(recorded(caller.path("/api/v1/tasks/x/trigger"), server).reason())
                    .isEqualTo("Task \"x\" not found");
            RecordedRequest unknown = recorded(caller.path("/nowhere"), server);
            assertThat(unknown.reason()).isEqualTo("Not found");
            assertThat(unknown.body()).isEmpty();
            assertThat(server.requests()).extracting(RecordedRequest::status).containsExactly(400, 404, 404);
            assertThat(server.requests()).extracting(RecordedRequest::verdict).containsOnly(Verdict.REJECTED);
            assertThat(server.requests()).extracting(RecordedRequest::runId).containsOnlyNulls();
        }
    }

    @Test
    void recordsTheBeginningOfALongBody() {
        try (MockServer server = MockServer.builder().start()) {
            String body = "{\"payload\":\"" + "x".repeat(20_000) + "\"}";
            RecordedRequest request = recorded(Caller.of(server).body(body), server);
            assertThat(request.bodyText()).isEqualTo(body.substring(0, RecordedRequest.MAX_BODY_BYTES));
            assertThat(request.bodyBytes()).isEqualTo(body.length());
        }
    }

    @Test
    void keepsTheLastRequests() {
        try (MockServer server = MockServer.builder().maxRequests(2).start()) {
            for (int i = 1; i <= 5; i++) {
                assertThat(recorded(Caller.of(server).path("/" + i), server).path())
                        .isEqualTo("/" + i);
            }
            assertThat(server.requests()).extracting(RecordedRequest::path).containsExactly("/4", "/5");
            server.reset();
            assertThat(server.requests()).isEmpty();
            assertThat(recorded(Caller.of(server), server).number()).isEqualTo(6);
        }
    }

    @Test
    void canKeepNoRequests() {
        try (MockServer server = MockServer.builder().maxRequests(0).start()) {
            Caller.of(server).send();
            assertThat(server.requests()).isEmpty();
        }
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.maxRequests(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RequestLogEntry withStatus(int status) {
        return new RequestLogEntry(
                0,
                Instant.EPOCH,
                "GET",
                "/",
                List.of(),
                new byte[0],
                0,
                Verdict.ACCEPTED,
                status,
                null,
                null,
                null,
                null);
    }

    @Test
    void listsPagesAndCallsListeners() {
        RequestLog log = new RequestLog(3, Long.MAX_VALUE);
        List<Long> heard = new ArrayList<>();
        Runnable end = log.listen(request -> heard.add(request.number()));
        for (int status = 1; status <= 5; status++) {
            log.add(withStatus(status));
        }
        end.run();
        log.add(withStatus(6));
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(log.list(request -> request.status() != 5, 0, 9))
                .extracting(RecordedRequest::status)
                .containsExactly(4, 6);
        assertThat(log.list(request -> true, 4, 1))
                .extracting(RecordedRequest::number)
                .containsExactly(5L);
        assertThat(log.list(request -> true, 6, 1)).isEmpty();
    }
}
