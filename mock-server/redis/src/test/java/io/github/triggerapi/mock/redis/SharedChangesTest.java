package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.engine.BatchResult;
import io.github.triggerapi.mock.internal.engine.Batches;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.QueueStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two engines with one store: the runs of the first stay queued unless the second executes them. */
class SharedChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private RedisServer redis;
    private RedisRunStore firstStore;
    private RedisRunStore secondStore;
    private RunEngine first;
    private RunEngine second;

    /** Ids and statuses in the order in which the second engine is notified. */
    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws Exception {
        redis = RedisServer.start(directory);
        firstStore = new RedisRunStore(redis.url(), 100);
        secondStore = new RedisRunStore(redis.url(), 100);
        EngineClock clock = EngineClock.stoppedAt(NOW);
        first = new RunEngine(firstStore, clock, new Random(1), TaskBehavior.stayQueued(), 1);
        second = new RunEngine(secondStore, clock, new Random(2), TaskBehavior.completeAfter(Duration.ZERO), 1);
        second.listen(run -> changes.add(run.id() + " " + run.status()));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        firstStore.close();
        secondStore.close();
        redis.close();
    }

    private static RunRequest request() {
        return new RunRequest("my-task", "prod");
    }

    private void await(Run run, RunStatus status) throws InterruptedException {
        String wanted = run.id() + " " + status;
        @Nullable String change;
        do {
            change = changes.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(change).as("waits for " + wanted).isNotNull();
        } while (!wanted.equals(change));
    }

    @Test
    void aHandlerIsInterruptedWhenAnotherServerCancelsItsRun() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        BlockingQueue<Boolean> canceled = new LinkedBlockingQueue<>();
        second.setBehavior("my-task", TaskBehavior.handle((run, context) -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                canceled.add(context.isCanceled());
            }
            return "late";
        }));
        Run run = first.trigger(request().queue("q", 1)).run();
        assertThat(started.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(first.changes().cancel(run.id()).orElseThrow().status()).isEqualTo(RunStatus.CANCELED);
        assertThat(canceled.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        second.awaitIdle(TIMEOUT);
        Run found = second.store().find(run.id()).orElseThrow();
        assertThat(found.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(found.outputJson()).isNull();
        assertThat(second.store().queues()).extracting(QueueStatus::executing).containsExactly(0L);
    }

    @Test
    void aQueueThatOneServerPausesIsHeldByAll() throws Exception {
        first.pauseQueue("prod", "q", true);
        Run held = first.trigger(request().queue("q", null)).run();
        Run other = first.trigger(request()).run();
        await(other, RunStatus.COMPLETED);
        assertThat(second.store().find(held.id()).orElseThrow().status()).isEqualTo(RunStatus.QUEUED);
        first.pauseQueue("prod", "q", false);
        await(held, RunStatus.COMPLETED);
    }

    @Test
    void aChangedRunThatIsQueuedStillStarts() throws Exception {
        second.pauseQueue("prod", "q", true);
        Run run = first.trigger(request().queue("q", null)).run();
        assertThat(first.changes().addTags(run.id(), List.of("t"))).hasValue(1);
        second.pauseQueue("prod", "q", false);
        await(run, RunStatus.COMPLETED);
        assertThat(second.store().find(run.id()).orElseThrow().tags()).containsExactly("t");
    }

    @Test
    void aBatchIsSeenByAllServers() throws Exception {
        BatchResult made =
                first.batches().trigger("prod", List.of(request(), request()), "k", Batches.IDEMPOTENCY_LIFE);
        assertThat(made.isMade()).isTrue();
        for (String id : made.batch().runs()) {
            await(second.store().find(id).orElseThrow(), RunStatus.COMPLETED);
        }
        assertThat(second.batches().find(made.batch().id()).orElseThrow().isCompleted())
                .isTrue();
        BatchResult again = second.batches().trigger("prod", List.of(request()), "k", Batches.IDEMPOTENCY_LIFE);
        assertThat(again.isMade()).isFalse();
        assertThat(again.batch()).isEqualTo(made.batch());
    }
}
