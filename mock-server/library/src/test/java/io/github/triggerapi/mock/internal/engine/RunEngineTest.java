package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunEngineTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final EngineClock clock = EngineClock.stoppedAt(NOW);
    private RunEngine engine = engine(TaskBehavior.completeAfter(Duration.ZERO));

    private RunEngine engine(TaskBehavior standard) {
        return new RunEngine(new MemoryRunStore(100_000), clock, new Random(1), standard, 4);
    }

    private void use(TaskBehavior standard) {
        engine.close();
        engine = engine(standard);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Run trigger(UnaryOperator<RunRequest> change) {
        return engine.trigger(change.apply(new RunRequest("my-task", "prod"))).run();
    }

    private Run now(Run run) {
        return engine.store().find(run.id()).orElseThrow();
    }

    @Test
    void completesAtOnce() {
        Run run = trigger(request -> request);
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.queue()).isEqualTo("task/my-task");
        assertThat(run.startedAt()).isEqualTo(NOW);
        assertThat(run.finishedAt()).isEqualTo(NOW);
        assertThat(run.dueAt()).isNull();
        assertThat(run.outputJson()).isNull();
    }

    @Test
    void aRepeatedRequestGetsTheSameRun() {
        Run run = trigger(request -> request.idempotencyKey("k"));
        assertThat(trigger(request -> request.idempotencyKey("k"))).isEqualTo(run);
    }

    @Test
    void delaysQueuesAndExpiresEachAtItsInstant() {
        use(TaskBehavior.stayQueued());
        List<String> changes = new ArrayList<>();
        engine.listen(run -> changes.add(run.status() + " " + Duration.between(NOW, clock.now())));
        Run run = trigger(request -> request.delayUntil(NOW.plusSeconds(60)).ttl(Duration.ofSeconds(30)));
        assertThat(run.status()).isEqualTo(RunStatus.DELAYED);
        assertThat(run.queuedAt()).isNull();
        clock.advance(Duration.ofHours(1));
        run = now(run);
        assertThat(run.status()).isEqualTo(RunStatus.EXPIRED);
        assertThat(run.queuedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(run.finishedAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(run.startedAt()).isNull();
        assertThat(changes).containsExactly("DELAYED PT0S", "QUEUED PT1M", "EXPIRED PT1M30S");
        assertThat(clock.now()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void executesForTheConfiguredTime() {
        use(TaskBehavior.completeAfter(Duration.ofSeconds(10)));
        Run first = trigger(request -> request.queue("q", 1));
        Run second = trigger(request -> request.queue("q", 1));
        assertThat(first.status()).isEqualTo(RunStatus.EXECUTING);
        assertThat(second.status()).isEqualTo(RunStatus.QUEUED);
        clock.advance(Duration.ofSeconds(10).minusMillis(1));
        assertThat(now(first).status()).isEqualTo(RunStatus.EXECUTING);
        clock.advance(Duration.ofMillis(1));
        assertThat(now(first).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(now(second).status()).isEqualTo(RunStatus.EXECUTING);
        clock.set(NOW.plusSeconds(60));
        assertThat(now(second).finishedAt()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void onlyDevelopmentHasADefaultTimeToLive() {
        use(TaskBehavior.stayQueued());
        assertThat(trigger(request -> request).ttl()).isNull();
        Run run = engine.trigger(new RunRequest("my-task", "dev")).run();
        Run forEver = engine.trigger(new RunRequest("my-task", "dev").ttl(Duration.ZERO))
                .run();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(now(run).status()).isEqualTo(RunStatus.QUEUED);
        clock.advance(Duration.ofMillis(1));
        assertThat(now(run).status()).isEqualTo(RunStatus.EXPIRED);
        clock.advance(Duration.ofDays(1000));
        assertThat(now(forEver).status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    void whatExecutesDoesNotExpire() {
        use(TaskBehavior.completeAfter(Duration.ofHours(1)));
        Run run = trigger(request -> request.ttl(Duration.ofSeconds(1)));
        clock.advance(Duration.ofMinutes(1));
        assertThat(now(run).status()).isEqualTo(RunStatus.EXECUTING);
    }

    @Test
    void aDelayInThePastIsIgnored() {
        assertThat(trigger(request -> request.delayUntil(NOW)).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(trigger(request -> request.delayUntil(NOW.minusSeconds(1))).delayUntil())
                .isNull();
    }

    @Test
    void aLimitOfZeroHoldsRunsUntilItIsRemoved() {
        Run held = trigger(request -> request.queue("q", 0));
        Run copy = trigger(request -> request.queue("q", 0).concurrencyKey("c"));
        assertThat(held.status()).isEqualTo(RunStatus.QUEUED);
        Run other = trigger(request -> request.queue("q", null));
        assertThat(other.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(now(held).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(now(copy).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void namesOfQueuesAreShortened() {
        assertThat(trigger(request -> request.queue("a b/ü_-9!", null)).queue()).isEqualTo("ab/_-9");
        assertThat(trigger(request -> request.queue("x".repeat(200), null)).queue())
                .isEqualTo("x".repeat(128));
        assertThat(trigger(request -> request.queue("!", null)).queue()).isEqualTo("task/my-task");
        assertThat(trigger(request -> request.queue(null, 1)).queue()).isEqualTo("task/my-task");
    }

    @Test
    void aHandlerGetsTheRunAndReturnsItsOutput() throws Exception {
        engine.setBehavior("my-task", TaskBehavior.handle(run -> Map.of("doubled", 2 * run.payload(Integer.class))));
        Run run = trigger(request -> request.payload(21));
        engine.awaitIdle(TIMEOUT);
        assertThat(now(run).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(now(run).outputJson()).isEqualTo("{\"doubled\":42}");
        assertThat(now(run).error()).isNull();
    }

    @Test
    void anExceptionOfAHandlerIsTheError() throws Exception {
        engine.setBehavior("my-task", TaskBehavior.handle(run -> {
            throw new IllegalStateException("no luck");
        }));
        Run run = trigger(request -> request);
        engine.setBehavior("other", TaskBehavior.handle(one -> {
            throw new AssertionError();
        }));
        Run silent = engine.trigger(new RunRequest("other", "prod")).run();
        engine.setBehavior("unwritable", TaskBehavior.handle(one -> new Object()));
        Run unwritable = engine.trigger(new RunRequest("unwritable", "prod")).run();
        engine.awaitIdle(TIMEOUT);
        assertThat(now(run).status()).isEqualTo(RunStatus.FAILED);
        assertThat(now(run).error()).isEqualTo("no luck");
        assertThat(now(silent).error()).isEqualTo("java.lang.AssertionError");
        assertThat(now(unwritable).status()).isEqualTo(RunStatus.FAILED);
        assertThat(now(unwritable).error()).contains("java.lang.Object");
    }

    @Test
    void handlersKeepToTheLimit() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        engine.setBehavior("my-task", TaskBehavior.handle(run -> {
            release.await();
            return null;
        }));
        Run first = trigger(request -> request.queue("q", 1));
        Run second = trigger(request -> request.queue("q", 1));
        Run copy = trigger(request -> request.queue("q", 1).concurrencyKey("c"));
        assertThat(List.of(first.status(), second.status(), copy.status()))
                .containsExactly(RunStatus.EXECUTING, RunStatus.QUEUED, RunStatus.EXECUTING);
        assertThatThrownBy(() -> engine.awaitIdle(Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(first.id())
                .hasMessageNotContaining(second.id());
        release.countDown();
        engine.awaitIdle(TIMEOUT);
        assertThat(engine.runs(RunFilter.builder().build()))
                .extracting(Run::status)
                .containsOnly(RunStatus.COMPLETED);
    }

    @Test
    void aNewBehaviorAppliesToQueuedRuns() throws Exception {
        use(TaskBehavior.stayQueued());
        Run run = trigger(request -> request);
        Run other = engine.trigger(new RunRequest("other", "prod")).run();
        assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
        engine.setBehavior("my-task", TaskBehavior.handle(one -> one.id()));
        engine.awaitIdle(TIMEOUT);
        assertThat(now(run).output(String.class)).isEqualTo(run.id());
        assertThat(now(other).status()).isEqualTo(RunStatus.QUEUED);
        engine.setBehavior("my-task", TaskBehavior.stayQueued());
        assertThat(trigger(request -> request).status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    void aHandlerMayTrigger() throws Exception {
        engine.setBehavior("my-task", TaskBehavior.handle(run -> {
            int count = run.payload(Integer.class);
            return count == 0
                    ? null
                    : trigger(request -> request.payload(count - 1)).id();
        }));
        trigger(request -> request.payload(20));
        engine.awaitIdle(TIMEOUT);
        assertThat(engine.runs(RunFilter.builder().build()))
                .hasSize(21)
                .extracting(Run::status)
                .containsOnly(RunStatus.COMPLETED);
    }

    @Test
    void aListenerMayTriggerAndFail() {
        List<String> changes = new ArrayList<>();
        engine.listen(run -> {
            changes.add(run.task() + " " + run.status());
            if (run.task().equals("my-task") && run.status() == RunStatus.COMPLETED) {
                engine.trigger(new RunRequest("other", "prod")).run();
            }
        });
        trigger(request -> request);
        assertThat(changes)
                .containsExactly(
                        "my-task QUEUED",
                        "my-task EXECUTING",
                        "my-task COMPLETED",
                        "other QUEUED",
                        "other EXECUTING",
                        "other COMPLETED");
    }

    @Test
    void resetRemovesEverything() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        engine.setBehavior("my-task", TaskBehavior.handle(run -> release.await(20, TimeUnit.SECONDS)));
        trigger(request -> request);
        engine.reset();
        assertThat(engine.runs(RunFilter.builder().build())).isEmpty();
        Run run = trigger(request -> request);
        assertThat(run.status()).as("no handler any more").isEqualTo(RunStatus.COMPLETED);
        release.countDown();
        engine.awaitIdle(TIMEOUT);
        assertThat(engine.runs(RunFilter.builder().build())).containsExactly(run);
    }

    @Test
    void startsWithAStoreThatHasRuns() {
        MemoryRunStore store = new MemoryRunStore(100_000);
        Run delayed;
        try (RunEngine first = new RunEngine(store, clock, new Random(2), TaskBehavior.stayQueued(), 1)) {
            delayed = first.trigger(new RunRequest("my-task", "prod").delayUntil(NOW.plusSeconds(5)))
                    .run();
        }
        clock.advance(Duration.ofSeconds(10));
        assertThat(store.find(delayed.id())).contains(delayed);
        try (RunEngine second =
                new RunEngine(store, clock, new Random(3), TaskBehavior.completeAfter(Duration.ZERO), 1)) {
            assertThat(second.store().find(delayed.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        }
    }
}
