package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.store.StoreFullException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private final EngineClock clock = EngineClock.stoppedAt(NOW);
    private final RunEngine engine = new RunEngine(
            new MemoryRunStore(3), clock, new Random(1), TaskBehavior.completeAfter(Duration.ofSeconds(1)), 1);

    @AfterEach
    void close() {
        engine.close();
    }

    private BatchResult trigger(@Nullable String key, RunRequest... requests) {
        return engine.batches().trigger("prod", List.of(requests), key, Batches.IDEMPOTENCY_LIFE);
    }

    private static RunRequest request() {
        return new RunRequest("my-task", "prod");
    }

    private BatchStatus status(Batch batch) {
        return engine.batches().find(batch.id()).orElseThrow();
    }

    @Test
    void aBatchIsCompletedWhenItsRunsHaveFinished() {
        Batch batch = trigger(null, request(), request().delayUntil(NOW.plusSeconds(5)))
                .batch();
        assertThat(batch.id()).matches("batch_[1-9a-z]{21}");
        assertThat(batch.runs())
                .hasSize(2)
                .allSatisfy(
                        id -> assertThat(engine.store().find(id).orElseThrow().batchId())
                                .isEqualTo(batch.id()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(status(batch).isCompleted()).isFalse();
        assertThat(status(batch).successfulRuns()).isEqualTo(1);
        engine.changes().cancel(batch.runs().get(1));
        assertThat(status(batch).isCompleted()).isTrue();
        assertThat(status(batch).failedRuns()).isEqualTo(1);
        assertThat(status(batch).updatedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(engine.batches().find("batch_x")).isEmpty();
    }

    @Test
    void aKeyGetsTheSameBatchForThirtyDays() {
        BatchResult first = trigger("k", request());
        clock.advance(Duration.ofDays(30).minusMillis(1));
        BatchResult again = trigger("k", request());
        assertThat(again.isMade()).isFalse();
        assertThat(again.batch()).isEqualTo(first.batch());
        clock.advance(Duration.ofMillis(1));
        assertThat(trigger("k", request()).isMade()).isTrue();
    }

    @Test
    void itemsWithAKeyGetTheSameRun() {
        Run known = engine.trigger(request().idempotencyKey("1")).run();
        BatchResult batch = trigger(
                null,
                request().idempotencyKey("1"),
                request().idempotencyKey("2"),
                request().idempotencyKey("2"));
        List<String> runs = batch.batch().runs();
        assertThat(runs.get(0)).isEqualTo(known.id());
        assertThat(runs.get(1)).isNotEqualTo(known.id()).isEqualTo(runs.get(2));
        assertThat(batch.runs()).extracting(result -> result.isMade()).containsExactly(false, true, false);
    }

    @Test
    void aBatchWithoutRoomDoesNotKeepItsKey() {
        assertThatThrownBy(() -> trigger("k", request(), request(), request(), request()))
                .isInstanceOf(StoreFullException.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(trigger("k", request()).isMade()).isTrue();
    }
}
