package io.github.triggerapi.mock.junit;

import static io.github.triggerapi.mock.junit.MockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both methods {@code assertThat} are imported here, and each is chosen by its parameter. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class MockAssertionsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    static final MockServerExtension MOCK = MockServerExtension.builder()
            .server(server -> server.clock(MockClock.stoppedAt(NOW)))
            .parameter(TriggeringClient.class, TriggeringClient::new)
            .build();

    record Order(int id, String note) {}

    @Test
    void passesForMatchingRuns(MockServer mock, TriggeringClient client) {
        client.trigger("ship", """
                {"payload": {"id": 1, "note": null}, "options": {"tags": ["a", "b"], "idempotencyKey": "k", "ttl": "5m",
                 "delay": "1m", "concurrencyKey": "c", "queue": {"name": "q"}, "maxAttempts": 3}}""");
        client.trigger("ship", "{\"payload\": 2}");
        Run run = assertThat(mock)
                .triggered("ship")
                .withStatus(RunStatus.DELAYED)
                .withTag("b")
                .withPayload(new Order(1, null))
                .withPayload(Map.of("id", 1.0))
                .withPayloadJson("{\"note\": null, \"id\": 1e0}")
                .withPayloadMatching(Order.class, order -> order.id() == 1)
                .withOption("maxAttempts", 3)
                .withOption("tags", List.of("a", "b"))
                .withQueue("q")
                .withConcurrencyKey("c")
                .withIdempotencyKey("k")
                .withTtl(Duration.ofMinutes(5))
                .withDelayUntil(NOW.plusSeconds(60))
                .withOutput(null)
                .matching("of a test", made -> made.environment().equals("dev"))
                .once();
        assertThat(run).isEqualTo(mock.runs().get(0));
        assertThat(assertThat(mock).triggered("ship").times(2)).isEqualTo(mock.runs());
        assertThat(assertThat(mock).triggered("ship").atLeast(1)).hasSize(2);
        assertThat(mock).triggered("ship").withTag("c").never();
        assertThat(mock).triggered("other").never();
    }

    @Test
    void reportsThatNothingWasTriggered(MockServer mock) {
        assertThat(mock).nothingTriggered();
        assertFails(() -> assertThat(mock).triggered("ship").withTag("a").once())
                .hasMessage("Expected exactly 1 of ship with tag a, but there is none. Nothing was triggered."
                        + " No request was received: a call of the client is sent by send() or sendAsync().");
    }

    @Test
    void listsRejectedAndFaultedRequests(MockServer mock, TriggeringClient client) {
        mock.addFault(Fault.status(503).times(1));
        client.trigger("ship", "{}");
        client.trigger("ship", "{\"options\": {\"ttl\": []}}");
        assertFails(() -> assertThat(mock).triggered("ship").once())
                .message()
                .matches(
                        "(?s)Expected exactly 1 of ship, but there is none. Nothing was triggered.\nThese were rejected or got a fault:"
                                + "\n- POST /api/v1/tasks/ship/trigger 503 FAULTED[^\n]*"
                                + "\n- POST /api/v1/tasks/ship/trigger 400 REJECTED: Validation error: [^\n]*");
    }

    @Test
    void listsTheClosestRunsFirst(MockServer mock, TriggeringClient client) {
        client.trigger("bill", "{\"payload\": 1, \"options\": {\"tags\": \"a\"}}");
        client.trigger("ship", "{}");
        client.trigger(
                "ship", "{\"payload\": {\"id\": 1}, \"options\": {\"tags\": [\"b\"], \"idempotencyKey\": \"k\"}}");
        RunsAssert runs = assertThat(mock)
                .triggered("ship")
                .withTag("a")
                .withPayload(Map.of("id", 1))
                .withTtl(Duration.ofMinutes(1));
        assertFails(runs::once).hasMessage("""
                Expected exactly 1 of ship with tag a, payload {"id":1}, ttl PT1M, but there is none. These were triggered, the closest first:
                - ship COMPLETED, tags [b], queue task/ship, idempotency key k, payload {"id":1} (differs: tag, ttl is PT10M)
                - ship COMPLETED, queue task/ship, payload none (differs: tag, payload is none, ttl is PT10M)
                - bill COMPLETED, tags [a], queue task/bill, payload 1 (differs: task, payload is 1, ttl is PT10M)""");
        assertFails(() -> assertThat(mock).triggered("ship").times(3))
                .hasMessageStartingWith(
                        "Expected exactly 3 of ship, but there are 2. These were triggered, the closest first:");
        assertFails(() -> assertThat(mock).triggered("ship").atLeast(3))
                .hasMessageStartingWith("Expected at least 3 of ship, but there are 2.");
        assertFails(() -> assertThat(mock).triggered("bill").never())
                .hasMessageStartingWith("Expected none of bill, but there is 1.")
                .hasMessageContaining("\n- bill COMPLETED, tags [a], queue task/bill, payload 1\n");
        assertFails(() -> assertThat(mock).nothingTriggered())
                .hasMessageStartingWith("Expected that nothing was triggered, but these were:\n- bill COMPLETED");
    }

    @Test
    void allConditionsAreChecked(MockServer mock, TriggeringClient client) {
        client.trigger("ship", "{\"payload\": \"p\"}");
        RunsAssert runs = assertThat(mock).triggered("ship");
        runs.withStatus(RunStatus.FAILED).never();
        runs.withPayload(null).never();
        runs.withPayload("q").never();
        runs.withPayloadMatching(Order.class, order -> true).never();
        runs.withPayloadMatching(String.class, text -> text.equals("q")).never();
        runs.withOption("tags", "a").never();
        runs.withQueue("q").never();
        runs.withConcurrencyKey("c").never();
        runs.withIdempotencyKey("k").never();
        runs.withTtl(null).never();
        runs.withDelayUntil(NOW).never();
        runs.withOutput(1).never();
        runs.matching("of nobody", run -> false).never();
        runs.once();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1 | 1.0 | true",
                "1.10 | 1.1 | true",
                "1e2 | 100 | true",
                "12345678901234567890.1 | 12345678901234567890.2 | false",
                "1 | \"1\" | false",
                "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1.0} | true",
                "{\"a\":1} | {\"a\":1,\"b\":2} | false",
                "{\"a\":1,\"b\":null} | {\"a\":1} | true",
                "{\"a\":1} | {\"a\":1,\"b\":null} | true",
                "{\"a\":null} | {\"a\":0} | false",
                "[1,2] | [2,1] | false",
                "[1] | [1,1] | false",
                "[1.0,[]] | [1,[]] | true",
                "[] | {} | false",
                "null | null | true",
                "true | false | false"
            })
    void comparesPayloadsAsJson(
            String expected, String actual, boolean same, MockServer mock, TriggeringClient client) {
        client.trigger("ship", "{\"payload\":" + actual + "}");
        assertThat(mock).triggered("ship").withPayloadJson(expected).times(same ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1 | 2 | payload is 2",
                "{\"a\":[{\"b/c~\":1}]} | {\"a\":[{\"b/c~\":[]}]} | payload at /a/0/b~1c~0 is []",
                "{\"a\":1} | {\"a\":1,\"b\":\"x\"} | payload at /b is \"x\"",
                "{\"a\":{}} | {} | payload at /a is none",
                "{\"a\":[1]} | {\"a\":[]} | payload at /a has 0 items",
                "[1] | [1,2] | payload has 2 items"
            })
    void reportsWhereAPayloadDiffers(
            String expected, String actual, String difference, MockServer mock, TriggeringClient client) {
        client.trigger("ship", "{\"payload\":" + actual + "}");
        assertFails(() -> assertThat(mock)
                        .triggered("ship")
                        .withPayloadJson(expected)
                        .once())
                .hasMessageEndingWith("(differs: " + difference + ")");
    }

    @Test
    void conditionsAreEvaluatedForMatchingRunsOnly(MockServer mock, TriggeringClient client) {
        client.trigger("bill", "{}");
        client.trigger("ship", "{}");
        RunsAssert runs = assertThat(mock).triggered("ship").withTag("a").matching("that is strict", run -> {
            throw new IllegalStateException("not for " + run.task());
        });
        runs.never();
        assertFails(runs::once).hasMessageContaining("(differs: tag, that is strict)");
        RunsAssert strict = assertThat(mock).triggered("ship").matching("that is strict", run -> {
            throw new IllegalStateException("not for " + run.task());
        });
        assertThatThrownBy(strict::once)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not for ship");
    }

    @Test
    void javaObjectsAreComparedAsJacksonWritesThem(MockServer mock, TriggeringClient client) {
        client.trigger("ship", "{\"payload\": [0.1, 1.5, {\"id\": 1}, \"NaN\", 7]}");
        assertThat(mock)
                .triggered("ship")
                .withPayload(Arrays.asList(0.1f, 1.5d, Collections.singletonMap("id", 1L), Double.NaN, (byte) 7))
                .once();
        RunsAssert runs = assertThat(mock).triggered("ship");
        assertThatThrownBy(() -> runs.withPayload(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> runs.withPayloadJson("{")).isInstanceOf(IllegalArgumentException.class);
        runs.once();
    }

    @Test
    void waitsForHandlers(MockServer mock, TriggeringClient client) {
        mock.task("ship").handle(run -> {
            client.trigger("bill", "{}");
            return Map.of("done", true);
        });
        client.trigger("ship", "{}");
        assertThat(mock).triggered("bill").once();
        assertThat(mock)
                .triggered("ship")
                .withStatus(RunStatus.COMPLETED)
                .withOutput(Map.of("done", true))
                .once();
    }

    @Test
    void waitingHasATimeLimit(MockServer mock, TriggeringClient client) {
        CountDownLatch end = new CountDownLatch(1);
        mock.task("ship").handle(run -> {
            end.await();
            throw new IllegalStateException("broken\nin two");
        });
        client.trigger("ship", "{}");
        assertThat(mock)
                .withoutWaiting()
                .triggered("ship")
                .withStatus(RunStatus.EXECUTING)
                .once();
        assertFails(() -> assertThat(mock)
                        .idleWithin(Duration.ofMillis(1))
                        .triggered("ship")
                        .once())
                .hasMessageStartingWith("Not idle after PT0.001S");
        end.countDown();
        assertFails(() -> assertThat(mock).nothingTriggered())
                .hasMessageEndingWith("\n- ship FAILED, queue task/ship, payload none, error broken\u21b5in two");
    }

    @Test
    void anInterruptIsKept(MockServer mock) {
        Thread.currentThread().interrupt();
        try {
            assertFails(() -> assertThat(mock).nothingTriggered()).hasMessageStartingWith("Interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void longListsAndValuesAreShortened(MockServer mock, TriggeringClient client) {
        for (int i = 0; i < 22; i++) {
            client.trigger("ship", "{\"payload\": \"" + "\ud83d\ude80".repeat(200) + "\"}");
        }
        assertFails(() -> assertThat(mock).nothingTriggered())
                .hasMessageContaining("payload \"" + "\ud83d\ude80".repeat(119) + "\u2026\n")
                .hasMessageEndingWith("\n- and 2 more");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable assertion) {
        return assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }
}
