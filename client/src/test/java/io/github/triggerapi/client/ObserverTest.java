package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("captures the log of all clients")
class ObserverTest {

    private final List<CallSummary> summaries = new CopyOnWriteArrayList<>();

    @Test
    void observesCallOnce() {
        try (RawServer server = RawServer.start(
                        exchange -> exchange.respond(exchange.number() < 3 ? 503 : 200, "{\"id\":\"run_1\"}"));
                TriggerClient client = builder(server).observer(summaries::add).build()) {
            trigger(client).send();

            assertThat(summaries).singleElement().satisfies(call -> {
                assertThat(call.operation()).isEqualTo("triggerTaskV1");
                assertThat(call.method()).isEqualTo("POST");
                assertThat(call.path()).isEqualTo("/api/v1/tasks/my-task/trigger");
                assertThat(call.status()).isEqualTo(200);
                assertThat(call.attempts()).isEqualTo(3);
                assertThat(call.responseBytes()).isEqualTo(14);
                assertThat(call.duration()).isPositive().isLessThan(Duration.ofHours(1));
                assertThat(call.failure()).isEmpty();
                assertThat(call.toString())
                        .matches(
                                "triggerTaskV1 POST /api/v1/tasks/my-task/trigger: 200, \\d+ ms, 3 attempts, 14 bytes");
            });
        }
    }

    @Test
    void observesCallWithoutResponse() {
        try (RawServer server = RawServer.start(RawServer.Exchange::reset);
                TriggerClient client = builder(server)
                        .retryPolicy(RetryPolicy.none())
                        .observer(summaries::add)
                        .build()) {
            assertThat(catchThrowable(() -> trigger(client).send())).isNotNull();

            assertThat(summaries).singleElement().satisfies(call -> {
                assertThat(call.status()).isZero();
                assertThat(call.attempts()).isEqualTo(1);
                assertThat(call.failure()).isPresent();
                assertThat(call).asString().contains("Exception: ", "1 attempt, 0 bytes");
            });
        }
    }

    @Test
    void aCallThatWasSentIsNotReportedAgain() {
        try (RawServer server = responding();
                TriggerClient client = builder(server).observer(summaries::add).build()) {
            ApiCall<?> call = trigger(client);
            call.send();

            for (ThrowingCallable again : List.<ThrowingCallable>of(call::send, call::sendAsync, call::execute)) {
                assertThat(catchThrowable(again))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("clone()");
            }
            assertThat(summaries).hasSize(1);
        }
    }

    @Test
    void unsentRequestIsNotAnAttempt() {
        try (RawServer server = responding();
                TriggerClient client = builder(server)
                        .secretKey(() -> "")
                        .observer(summaries::add)
                        .build()) {
            assertThat(catchThrowable(() -> trigger(client).send())).isNotNull();

            assertThat(summaries)
                    .singleElement()
                    .satisfies(call -> assertThat(call.attempts()).isZero());
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void observesInvalidBody() {
        try (RawServer server = RawServer.start(exchange -> exchange.respond(200, "<html>", "x-request-id: req_7"));
                TriggerClient client = builder(server).observer(summaries::add).build()) {
            assertThat(catchThrowable(() -> trigger(client).send())).isNotNull();
            assertThat(catchThrowable(() -> trigger(client).sendAsync().join())).isNotNull();

            assertThat(summaries).hasSize(2).allSatisfy(call -> {
                assertThat(call.status()).isEqualTo(200);
                assertThat(call.failure()).isPresent();
                assertThat(call.requestId()).hasValue("req_7");
                assertThat(call.responseBytes()).isEqualTo(6);
                assertThat(call).asString().contains(": 200 and ", "1 attempt, 6 bytes, req_7");
            });
        }
    }

    @Test
    void observesIncompleteBody() {
        try (RawServer server =
                        RawServer.start(exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"));
                TriggerClient client = builder(server)
                        .retryPolicy(RetryPolicy.none())
                        .observer(summaries::add)
                        .build()) {
            assertThat(catchThrowable(() -> trigger(client).send())).isNotNull();

            assertThat(summaries).singleElement().satisfies(call -> {
                assertThat(call.status()).isEqualTo(200);
                assertThat(call.responseBytes()).isZero();
                assertThat(call).asString().contains(": 200 and ", "the response is incomplete");
            });
        }
    }

    /** Returns an observer for each call. */
    private static final class Starting implements CallObserver {

        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public CallObserver callStarted(String operation) {
            String call = operation + " by " + Thread.currentThread().getName();
            events.add("started " + call);
            return summary -> events.add("ended " + call + ": " + summary.status());
        }

        @Override
        public void callEnded(CallSummary call) {
            events.add("not of a call");
        }
    }

    @Test
    void startIsObservedInTheThreadThatSends() {
        Starting observer = new Starting();
        String call = "triggerTaskV1 by " + Thread.currentThread().getName();
        try (RawServer server = responding();
                TriggerClient client = builder(server).observer(observer).build()) {
            trigger(client).send();
            assertThat(observer.events).containsExactly("started " + call, "ended " + call + ": 200");

            observer.events.clear();
            trigger(client).sendAsync().join();
            assertThat(observer.events).containsExactly("started " + call, "ended " + call + ": 200");
        }
    }

    @Test
    void failureAtTheStartIsLogged() {
        CallObserver broken = new CallObserver() {
            @Override
            public CallObserver callStarted(String operation) {
                throw new IllegalStateException("no span");
            }

            @Override
            public void callEnded(CallSummary call) {
                summaries.add(call);
            }
        };
        try (CapturedLog log = new CapturedLog();
                RawServer server = responding();
                TriggerClient client = builder(server)
                        .observer(broken)
                        .observer(summaries::add)
                        .build()) {
            trigger(client).send();

            assertThat(summaries).hasSize(1);
            assertThat(log.records())
                    .singleElement()
                    .satisfies(line -> assertThat(line.getThrown()).hasMessage("no span"));
        }
    }

    @Test
    void failureOfObserverIsLogged() {
        try (CapturedLog log = new CapturedLog();
                RawServer server = responding();
                TriggerClient client = builder(server)
                        .observer(call -> {
                            throw new NoClassDefFoundError("the meter is broken");
                        })
                        .observer(summaries::add)
                        .build()) {
            assertThat(trigger(client).send().id()).isEqualTo("run_1");
            assertThat(trigger(client).sendAsync()).succeedsWithin(Duration.ofSeconds(30));

            assertThat(summaries).hasSize(2);
            assertThat(log.records())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.getThrown()).hasMessage("the meter is broken"));
        }
    }

    @Test
    void doesNotLogByDefault() {
        try (CapturedLog log = new CapturedLog();
                RawServer server = responding();
                TriggerClient client = builder(server).build()) {
            trigger(client).send();

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void logsLineForEachCall() {
        try (CapturedLog log = new CapturedLog();
                RawServer server = responding();
                TriggerClient client = builder(server).logging(Level.WARNING).build()) {
            trigger(client).send();
            trigger(client).sendAsync().join();

            assertThat(log.lines()).hasSize(2).allMatch(line -> line.matches("triggerTaskV1 POST .*14 bytes"));
            assertThat(log.records()).allMatch(line -> line.getLevel().equals(java.util.logging.Level.WARNING));
        }
    }

    @Test
    void keepsTypeOfNetworkFailure() {
        try (RawServer server = RawServer.start(exchange -> {});
                TriggerClient client = builder(server)
                        .retryPolicy(RetryPolicy.none())
                        .observer(summaries::add)
                        .build()) {
            assertThat(catchThrowable(() -> trigger(client).send()))
                    .hasCauseInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(EOFException.class);
        }
    }

    @Test
    void logsFailureOnSingleLine() {
        IOException failure = new SSLPeerUnverifiedException("Hostname not verified:\n  certificate: a\r\n  DN: b");
        OkHttpClient failing = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    throw failure;
                })
                .build();
        try (CapturedLog log = new CapturedLog();
                RawServer server = responding();
                TriggerClient client = builder(server)
                        .httpClient(failing)
                        .logging(Level.INFO)
                        .observer(summaries::add)
                        .build()) {
            assertThat(catchThrowable(() -> trigger(client).send())).hasCause(failure);

            assertThat(summaries)
                    .singleElement()
                    .satisfies(call -> assertThat(call.attempts()).isEqualTo(1));
            assertThat(log.lines()).singleElement().asString().contains("verified:   certificate: a   DN: b, ");
        }
    }

    private static RawServer responding() {
        return RawServer.start(exchange -> exchange.respond(200, "{\"id\":\"run_1\"}"));
    }

    private static TriggerClient.Builder builder(RawServer server) {
        return TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(server.url())
                .sleeper((delay, cancelled) -> {});
    }
}
