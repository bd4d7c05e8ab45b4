package io.github.triggerapi.mock.run.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of stores. */
public abstract class RunStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final TaskSelector ALL = TaskSelector.allBut(Set.of());

    private RunStore store;
    private Instant now = NOW;
    private int ids;

    /** Returns an empty store with room for this number of runs. */
    protected abstract RunStore store(int maxRuns);

    @BeforeEach
    void createStore() {
        store = store(100);
    }

    private TriggerResult trigger(UnaryOperator<RunRequest> change) {
        return triggerOf("my-task", "prod", change);
    }

    private TriggerResult triggerOf(String task, String environment, UnaryOperator<RunRequest> change) {
        RunRequest request = change.apply(new RunRequest(task, environment));
        return store.trigger(request.toNewRun("run_" + ++ids, now));
    }

    private Run made(UnaryOperator<RunRequest> change) {
        TriggerResult triggered = trigger(change);
        assertThat(triggered.isMade()).isTrue();
        return triggered.run();
    }

    private Run made() {
        return made(request -> request);
    }

    private Run to(RunStatus status, Run run) {
        Run after = run.toBuilder().status(status).dueAt(null).build();
        assertThat(store.replace(run, after)).isTrue();
        return after;
    }

    private static QueueKey queue(Run run) {
        return QueueKey.of(run);
    }

    private List<String> ids(RunFilter filter) {
        return store.list(filter, null, 100).runs().stream().map(Run::id).toList();
    }

    @Test
    void keepsAllValuesOfARun() {
        Run run = made(request -> request.payload(List.of(1, "a"))
                .context(List.of())
                .options(Set.of("o"))
                .tags(List.of("x", "y"))
                .concurrencyKey("c")
                .idempotencyKey("k")
                .queue("q", 2)
                .metadata(List.of())
                .givenIdempotencyKey("given")
                .batchId("batch_1")
                .test(true)
                .ttl(Duration.ofSeconds(5)));
        Run found = store.find(run.id()).orElseThrow();
        assertThat(found).isEqualTo(run);
        assertThat(found.payloadJson()).isEqualTo("[1,\"a\"]");
        assertThat(found.contextJson()).isEqualTo("[]");
        assertThat(found.optionsJson()).isEqualTo("[\"o\"]");
        assertThat(found.outputJson()).isNull();
        assertThat(found.tags()).containsExactly("x", "y");
        assertThat(found.queue()).isEqualTo("q");
        assertThat(found.concurrencyKey()).isEqualTo("c");
        assertThat(found.idempotencyKey()).isEqualTo("k");
        assertThat(found.ttl()).isEqualTo(Duration.ofSeconds(5));
        assertThat(found.metadataJson()).isEqualTo("[]");
        assertThat(found.givenIdempotencyKey()).isEqualTo("given");
        assertThat(found.batchId()).isEqualTo("batch_1");
        assertThat(found.isTest()).isTrue();
        assertThat(found.updatedAt()).isEqualTo(NOW);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(found.queuedAt()).isEqualTo(NOW);
        assertThat(found.dueAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(store.find("run_0")).isEmpty();
    }

    @Test
    void rejectsAnIdTwice() {
        made();
        ids = 0;
        assertThatThrownBy(this::made).isInstanceOf(IllegalStateException.class).hasMessageContaining("run_1");
    }

    @Test
    void anIdempotencyKeyBelongsToEnvironmentAndTask() {
        UnaryOperator<RunRequest> keyed = request -> request.idempotencyKey("k");
        Run first = made(keyed);
        assertThat(trigger(keyed).isMade()).isFalse();
        assertThat(trigger(keyed).run()).isEqualTo(first);
        assertThat(triggerOf("other", "prod", keyed).isMade()).isTrue();
        assertThat(triggerOf("my-task", "dev", keyed).isMade()).isTrue();
        assertThat(trigger(request -> request.idempotencyKey("K")).isMade()).isTrue();
    }

    @Test
    void anIdempotencyKeyExpiresAfterThirtyDays() {
        UnaryOperator<RunRequest> keyed = request -> request.idempotencyKey("k");
        Run first = made(keyed);
        now = NOW.plus(Duration.ofDays(30)).minusMillis(1);
        assertThat(trigger(keyed).run()).isEqualTo(first);
        now = NOW.plus(Duration.ofDays(30));
        assertThat(store.findByIdempotencyKey("prod", "my-task", "k", now)).isEmpty();
        Run second = trigger(keyed).run();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(store.findByIdempotencyKey("prod", "my-task", "k", now)).contains(second);
        assertThat(store.findByIdempotencyKey("dev", "my-task", "k", now)).isEmpty();
        assertThat(store.findByIdempotencyKey("prod", "other", "k", now)).isEmpty();
        to(RunStatus.COMPLETED, first);
        assertThat(trigger(keyed).run())
                .as("what becomes of the first run does not matter")
                .isEqualTo(second);
    }

    @Test
    void aRequestKeyExpiresADayAfterTheFirstAttempt() {
        UnaryOperator<RunRequest> tried = request -> request.requestKey("r");
        Run first = made(tried);
        now = NOW.plus(Duration.ofHours(24)).minusMillis(1);
        assertThat(trigger(tried).run()).isEqualTo(first);
        assertThat(triggerOf("other", "prod", tried).isMade()).isTrue();
        assertThat(triggerOf("my-task", "dev", tried).isMade()).isTrue();
        now = NOW.plus(Duration.ofHours(24));
        assertThat(trigger(tried).isMade()).isTrue();
    }

    @Test
    void aRequestKeyCanBelongToTheRunOfAnIdempotencyKey() {
        Run keyed = made(request -> request.idempotencyKey("k"));
        assertThat(trigger(request -> request.idempotencyKey("k").requestKey("r"))
                        .run())
                .isEqualTo(keyed);
        assertThat(trigger(request -> request.requestKey("r")).run()).isEqualTo(keyed);
        assertThat(trigger(request -> request.requestKey("k")).isMade()).isTrue();
    }

    @Test
    void runsStartInTheOrderInWhichTheyWereQueued() {
        Run first = made();
        Run second = made();
        assertThat(store.next(queue(first), ALL)).contains(first);
        to(RunStatus.EXECUTING, first);
        assertThat(store.next(queue(first), ALL)).contains(second);
        to(RunStatus.EXPIRED, second);
        assertThat(store.next(queue(first), ALL)).isEmpty();
    }

    @Test
    void aDelayedRunIsNotQueued() {
        Run delayed = made(request -> request.delayUntil(NOW.plusSeconds(1)));
        Run queued = made();
        assertThat(delayed.status()).isEqualTo(RunStatus.DELAYED);
        assertThat(store.next(queue(delayed), ALL)).contains(queued);
        Run late = to(RunStatus.QUEUED, delayed);
        assertThat(store.next(queue(delayed), ALL)).contains(queued);
        to(RunStatus.EXECUTING, queued);
        assertThat(store.next(queue(delayed), ALL)).contains(late);
    }

    @Test
    void aRunThatStaysQueuedIsNotNextAndTakesNoRoom() {
        Run stays = made(request -> request.queue("q", 1).ttl(Duration.ofSeconds(5)));
        Run other = made(request -> request.queue("q", 1));
        Run staying = stays.toBuilder().staysQueued(true).build();
        assertThat(store.replace(stays, staying)).isTrue();

        assertThat(store.find(stays.id()).orElseThrow().staysQueued()).isTrue();
        assertThat(store.next(queue(other), ALL)).contains(other);
        to(RunStatus.EXECUTING, other);
        assertThat(store.waiting()).isEmpty();
        StoreState state = store.state();
        store.restore(state);
        assertThat(store.waiting()).isEmpty();
        assertThat(store.due(NOW.plusSeconds(5))).contains(staying);
        to(RunStatus.EXPIRED, staying);
        assertThat(store.due(NOW.plusSeconds(5))).isEmpty();
    }

    @Test
    void onlyRunsOfTheGivenTasksStart() {
        Run a = triggerOf("a", "prod", request -> request.queue("q", null)).run();
        Run b = triggerOf("b", "prod", request -> request.queue("q", null)).run();
        assertThat(store.next(queue(a), TaskSelector.of(Set.of("b")))).contains(b);
        assertThat(store.next(queue(a), TaskSelector.allBut(Set.of("a")))).contains(b);
        assertThat(store.next(queue(a), TaskSelector.of(Set.of()))).isEmpty();
        assertThat(store.next(queue(a), ALL)).contains(a);
    }

    @Test
    void aChangedRunKeepsItsPlaceInTheQueue() {
        Run first = made();
        Run second = made();
        Run changed = first.toBuilder().tags(List.of("t")).build();
        assertThat(store.replace(first, changed)).isTrue();
        assertThat(store.next(queue(first), ALL)).contains(changed);
        to(RunStatus.EXECUTING, changed);
        assertThat(store.next(queue(first), ALL)).contains(second);
    }

    @Test
    void aRunCanLoseItsIdempotencyKey() {
        UnaryOperator<RunRequest> keyed = request -> request.idempotencyKey("k");
        Run run = made(keyed);
        assertThat(store.replace(
                        run,
                        run.toBuilder()
                                .idempotencyKey(null)
                                .idempotencyExpiresAt(null)
                                .build()))
                .isTrue();
        assertThat(store.findByIdempotencyKey("prod", "my-task", "k", now)).isEmpty();
        Run later = made(keyed);
        assertThat(trigger(keyed).run()).isEqualTo(later);
    }

    @Test
    void noMoreExecuteThanTheLimitAllows() {
        Run first = made(request -> request.queue("q", 1));
        Run second = made(request -> request.queue("q", 1));
        Run executing = to(RunStatus.EXECUTING, first);
        assertThat(store.next(queue(first), ALL)).isEmpty();
        assertThat(store.replace(
                        second, second.toBuilder().status(RunStatus.EXECUTING).build()))
                .isFalse();
        to(RunStatus.FAILED, executing);
        assertThat(store.next(queue(first), ALL)).contains(second);
    }

    @Test
    void aConcurrencyKeyHasACopyOfTheQueueAndItsLimit() {
        Run plain = made(request -> request.queue("q", 1));
        Run one = made(request -> request.queue("q", 1).concurrencyKey("1"));
        Run again = made(request -> request.queue("q", 1).concurrencyKey("1"));
        to(RunStatus.EXECUTING, plain);
        assertThat(store.next(queue(one), ALL)).contains(one);
        to(RunStatus.EXECUTING, one);
        assertThat(store.next(queue(again), ALL)).isEmpty();
        assertThat(store.waiting()).containsExactly(queue(again));
    }

    @Test
    void theLastLimitOfAQueueApplies() {
        assertThat(trigger(request -> request.queue("q", 0)).limitChanged()).isTrue();
        TriggerResult same = trigger(request -> request.queue("q", 0));
        assertThat(same.limitChanged()).isFalse();
        QueueKey queue = queue(same.run());
        assertThat(store.next(queue, ALL)).isEmpty();
        assertThat(triggerOf("my-task", "dev", request -> request.queue("q", null))
                        .limitChanged())
                .as("another environment has another queue")
                .isFalse();
        assertThat(store.next(queue, ALL)).isEmpty();
        assertThat(trigger(request -> request.queue("q", null)).limitChanged()).isTrue();
        assertThat(store.next(queue, ALL)).isPresent();
    }

    @Test
    void aRepeatedRequestChangesNoLimit() {
        Run run = made(request -> request.idempotencyKey("k").queue("q", 0));
        trigger(request -> request.idempotencyKey("k").queue("q", 5));
        assertThat(store.next(queue(run), ALL)).isEmpty();
    }

    @Test
    void anOutdatedVersionIsNotReplaced() {
        Run run = made();
        Run executing = to(RunStatus.EXECUTING, run);
        assertThat(store.replace(run, run.toBuilder().status(RunStatus.EXPIRED).build()))
                .isFalse();
        assertThat(store.find(run.id())).contains(executing);
        Run unknown = Run.builder().id("run_x").build();
        assertThat(store.replace(unknown, unknown.toBuilder().build())).isFalse();
    }

    @Test
    void dueRunsAreInOrderOfTime() {
        assertThat(store.nextDue()).isEmpty();
        Run late = made(request -> request.ttl(Duration.ofSeconds(3)));
        Run soon = made(request -> request.delayUntil(NOW.plusSeconds(1)));
        Run same = made(request -> request.ttl(Duration.ofSeconds(1)));
        assertThat(store.nextDue()).contains(NOW.plusSeconds(1));
        assertThat(store.due(NOW.plusMillis(999))).isEmpty();
        assertThat(store.due(NOW.plusSeconds(9))).contains(soon);
        to(RunStatus.QUEUED, soon);
        assertThat(store.due(NOW.plusSeconds(9))).contains(same);
        to(RunStatus.EXPIRED, same);
        assertThat(store.due(NOW.plusSeconds(9))).contains(late);
        to(RunStatus.EXECUTING, late);
        assertThat(store.nextDue()).isEmpty();
    }

    @Test
    void listsPageByPage() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(made().id());
        }
        List<String> listed = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page page = store.list(RunFilter.builder().build(), next, 2);
            page.runs().forEach(run -> listed.add(run.id()));
            assertThat(page.runs()).hasSizeBetween(1, 2);
            next = page.next();
        } while (next != null);
        assertThat(listed).isEqualTo(made);
        assertThatThrownBy(() -> store.list(RunFilter.builder().build(), "x", 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.list(RunFilter.builder().build(), null, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsTheLatestFirst() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, made().id());
        }
        List<String> listed = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page page = store.listLatest(RunFilter.builder().build(), next, 2);
            page.runs().forEach(run -> listed.add(run.id()));
            assertThat(page.runs()).hasSizeBetween(1, 2);
            next = page.next();
        } while (next != null);
        assertThat(listed).isEqualTo(made);
        assertThatThrownBy(() -> store.listLatest(RunFilter.builder().build(), "x", 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noRunOfAPausedQueueStarts() {
        Run executing = to(RunStatus.EXECUTING, made(request -> request.queue("q", 5)));
        Run held = made(request -> request.queue("q", 5));
        Run copy = made(request -> request.queue("q", 5).concurrencyKey("c"));
        Run other = made();
        QueueKey paused = QueueKey.of("prod", "q");
        store.pause(paused, true);
        store.pause(paused, true);
        assertThat(store.next(queue(held), ALL)).isEmpty();
        assertThat(store.next(queue(copy), ALL)).isEmpty();
        assertThat(store.next(queue(other), ALL)).contains(other);
        assertThat(store.replace(
                        held, held.toBuilder().status(RunStatus.EXECUTING).build()))
                .isFalse();
        to(RunStatus.COMPLETED, executing);
        assertThat(store.queues())
                .containsExactlyInAnyOrder(
                        new QueueStatus(paused, 5, true, 2, 0),
                        new QueueStatus(QueueKey.of("prod", "task/my-task"), null, false, 1, 0));
        StoreState state = store.state();
        store.reset();
        assertThat(store.queues()).isEmpty();
        store.restore(state);
        assertThat(store.next(queue(held), ALL)).isEmpty();
        store.pause(paused, false);
        assertThat(store.next(queue(held), ALL)).contains(held);
        assertThat(store.next(queue(copy), ALL)).contains(copy);
    }

    private Batch batch(String id, @Nullable String key) {
        Instant expires = key == null ? null : now.plusSeconds(60);
        return new Batch(id, "prod", now, List.of("run_1", "run_2"), false, key, expires);
    }

    @Test
    void aKeyBelongsToABatchUntilItExpires() {
        Batch first = batch("batch_1", "k\n\u00e9");
        assertThat(store.addBatch(first)).isEqualTo(first);
        assertThat(store.addBatch(batch("batch_2", "k\n\u00e9"))).isEqualTo(first);
        assertThat(store.findBatch("batch_2")).isEmpty();
        Batch other = batch("batch_3", "other");
        assertThat(store.addBatch(other)).isEqualTo(other);
        Batch unkeyed = batch("batch_4", null);
        assertThat(store.addBatch(unkeyed)).isEqualTo(unkeyed);
        Batch filled = first.filled(List.of("run_1"));
        store.replaceBatch(filled);
        store.replaceBatch(batch("batch_x", null));
        assertThat(store.findBatch("batch_1")).contains(filled);
        assertThat(store.findBatch("batch_x")).isEmpty();
        StoreState state = store.state();
        assertThat(state.batches()).containsExactly(filled, other, unkeyed);
        store.reset();
        assertThat(store.findBatch("batch_1")).isEmpty();
        store.restore(state);
        assertThat(store.addBatch(batch("batch_5", "k\n\u00e9"))).isEqualTo(filled);
        store.replaceBatch(other.withoutKey());
        now = NOW.plusSeconds(60);
        assertThat(store.addBatch(batch("batch_6", "k\n\u00e9")).id()).isEqualTo("batch_6");
        assertThat(store.addBatch(batch("batch_7", "other")).id()).isEqualTo("batch_7");
    }

    @Test
    void keepsAsManyBatchesAsRuns() {
        store = store(2);
        store.addBatch(batch("batch_1", "k"));
        store.addBatch(batch("batch_2", null));
        store.addBatch(batch("batch_3", null));
        assertThat(store.findBatch("batch_1")).isEmpty();
        assertThat(store.addBatch(batch("batch_4", "k")).id()).isEqualTo("batch_4");
    }

    @Test
    void findsSomeRunsInTheOrderOfTheirIds() {
        Run one = made();
        Run two = made();
        assertThat(store.findAll(List.of(two.id(), "run_x", one.id()))).containsExactly(two, one);
        assertThat(store.findAll(List.of())).isEmpty();
    }

    @Test
    void listsMatchingRuns() {
        Run one =
                made(request -> request.tags(List.of("a", "b")).queue("q", null).concurrencyKey("c"));
        Run two = triggerOf("other", "dev", request -> request.idempotencyKey("k"))
                .run();
        to(RunStatus.EXECUTING, two);
        assertThat(ids(RunFilter.builder().tag("b").build())).containsExactly(one.id());
        assertThat(ids(RunFilter.builder().queue("q").build())).containsExactly(one.id());
        assertThat(ids(RunFilter.builder().concurrencyKey("c").build())).containsExactly(one.id());
        assertThat(ids(RunFilter.builder().task("other").build())).containsExactly(two.id());
        assertThat(ids(RunFilter.builder().environment("dev").build())).containsExactly(two.id());
        assertThat(ids(RunFilter.builder().idempotencyKey("k").build())).containsExactly(two.id());
        assertThat(ids(RunFilter.builder().status(RunStatus.EXECUTING).build())).containsExactly(two.id());
        assertThat(ids(RunFilter.builder()
                        .status(RunStatus.EXECUTING, RunStatus.QUEUED)
                        .build()))
                .hasSize(2);
        assertThat(ids(RunFilter.builder().tag("b").task("other").build())).isEmpty();
        now = NOW.plusSeconds(1);
        Run three = made(request -> request.batchId("batch_1").test(true));
        assertThat(ids(RunFilter.builder().tasks(Set.of("my-task", "x")).build()))
                .containsExactly(one.id(), three.id());
        assertThat(ids(RunFilter.builder().queues(Set.of("q", "task/other")).build()))
                .containsExactly(one.id(), two.id());
        assertThat(ids(RunFilter.builder().anyTag(Set.of("x", "a")).build())).containsExactly(one.id());
        assertThat(ids(RunFilter.builder().batch("batch_1").build())).containsExactly(three.id());
        assertThat(ids(RunFilter.builder().test(true).build())).containsExactly(three.id());
        assertThat(ids(RunFilter.builder().createdFrom(now).build())).containsExactly(three.id());
        assertThat(ids(RunFilter.builder().createdUntil(NOW).build())).containsExactly(one.id(), two.id());
    }

    @Test
    void listenersGetAllChangesInOrder() throws InterruptedException {
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        Runnable end = store.listen(run -> changes.add(run.id() + " " + run.status()));
        Run run = made(request -> request.idempotencyKey("k"));
        trigger(request -> request.idempotencyKey("k"));
        Run executing = to(RunStatus.EXECUTING, run);
        assertThat(store.replace(run, run.toBuilder().build())).isFalse();
        assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo("run_1 QUEUED");
        assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo("run_1 EXECUTING");
        end.run();
        to(RunStatus.COMPLETED, executing);
        assertThat(changes).isEmpty();
    }

    @Test
    void keepsAsManyRequestKeysAsRuns() {
        store = store(2);
        for (int i = 0; i < 4; i++) {
            String key = "r" + i;
            trigger(request -> request.idempotencyKey("k").requestKey(key));
        }
        assertThat(trigger(request -> request.requestKey("r3")).isMade()).isFalse();
        assertThat(trigger(request -> request.requestKey("r0")).isMade()).isTrue();
    }

    @Test
    void namesMayHaveAnyCharacter() {
        String odd = "a\n\u0000\u000b\"\\[%s] é 😀 '";
        UnaryOperator<RunRequest> same = request ->
                request.concurrencyKey(odd).idempotencyKey(odd).requestKey(odd).tags(List.of(odd));
        Run run = triggerOf(odd, "prod", same).run();
        assertThat(triggerOf(odd, "prod", same).run()).isEqualTo(run);
        assertThat(triggerOf(odd, "prod", request -> request.requestKey(odd)).run())
                .isEqualTo(run);
        assertThat(store.waiting()).containsExactly(queue(run));
        assertThat(store.next(queue(run), TaskSelector.of(Set.of(odd)))).contains(run);
        assertThat(store.next(queue(run), TaskSelector.allBut(Set.of(odd)))).isEmpty();
        assertThat(ids(RunFilter.builder().tag(odd).build())).containsExactly(run.id());
    }

    @Test
    void keepsJsonUnchanged() {
        String json =
                "{\"deep\":{\"x\":1.10,\"big\":12345678901234567890.123456789012345678901,\"none\":null,\"a\":[]}}";
        Run run = made();
        Run after = run.toBuilder()
                .payloadJson("null")
                .outputJson(json)
                .finishedAt(NOW.plusNanos(1))
                .build();
        assertThat(store.replace(run, after)).isTrue();
        Run found = store.find(run.id()).orElseThrow();
        assertThat(found.payloadJson()).isEqualTo("null");
        assertThat(found.outputJson()).isEqualTo(json);
        assertThat(found.contextJson()).isNull();
        assertThat(found.finishedAt()).isEqualTo(NOW.plusNanos(1));
        assertThat(found.number()).isEqualTo(run.number());
    }

    @Test
    void removesTheRunThatFinishedFirst() {
        store = store(3);
        Run one = made(request -> request.idempotencyKey("1"));
        Run two = made(request -> request.idempotencyKey("2"));
        Run three = made();
        to(RunStatus.COMPLETED, two);
        to(RunStatus.COMPLETED, one);
        Run four = made();
        assertThat(ids(RunFilter.builder().build())).containsExactly(one.id(), three.id(), four.id());
        assertThat(store.find(two.id())).isEmpty();
        assertThat(trigger(request -> request.idempotencyKey("1")).isMade()).isFalse();
        assertThat(made(request -> request.idempotencyKey("2")).id()).isNotEqualTo(two.id());
    }

    @Test
    void neverRemovesAnUnfinishedRun() {
        store = store(2);
        Run one = made(request -> request.idempotencyKey("k"));
        to(RunStatus.EXECUTING, made());
        assertThatThrownBy(() -> made(request -> request.queue("q", 1).requestKey("r")))
                .isInstanceOf(StoreFullException.class)
                .hasMessage("There are 2 runs, which is the maximum, and none of them is finished");
        assertThat(trigger(request -> request.idempotencyKey("k")).run()).isEqualTo(one);
        to(RunStatus.EXPIRED, one);
        assertThat(trigger(request -> request.requestKey("r")).isMade()).isTrue();
    }

    @Test
    void resetRemovesEverything() {
        Run run = made(request ->
                request.idempotencyKey("k").requestKey("r").queue("q", 0).ttl(Duration.ofDays(1)));
        store.reset();
        assertThat(store.find(run.id())).isEmpty();
        assertThat(store.waiting()).isEmpty();
        assertThat(store.nextDue()).isEmpty();
        assertThat(ids(RunFilter.builder().build())).isEmpty();
        Run again = made(request -> request.idempotencyKey("k").requestKey("r"));
        assertThat(trigger(request -> request.queue("q", 0)).limitChanged()).isTrue();
        assertThat(store.next(queue(again), ALL)).contains(again);
    }

    @Test
    void restoresAllValues() {
        Run executing = to(RunStatus.EXECUTING, made(request -> request.queue("q", 1)));
        Run delayed = made(request -> request.queue("q", 1).delayUntil(NOW.plusSeconds(1)));
        Run queued = made(request -> request.queue("q", 1).idempotencyKey("k").requestKey("r"));
        now = NOW.plusSeconds(1);
        assertThat(store.replace(
                        delayed,
                        delayed.toBuilder()
                                .status(RunStatus.QUEUED)
                                .queuedAt(now)
                                .dueAt(now.plusSeconds(5))
                                .build()))
                .isTrue();
        StoreState state = store.state();
        store = store(100);
        store.restore(state);
        assertThat(ids(RunFilter.builder().build())).containsExactly(executing.id(), delayed.id(), queued.id());
        assertThat(store.nextDue()).contains(now.plusSeconds(5));
        assertThat(store.next(queue(queued), ALL)).as("the limit").isEmpty();
        assertThat(trigger(request -> request.idempotencyKey("k")).run()).isEqualTo(queued);
        assertThat(trigger(request -> request.requestKey("r")).run()).isEqualTo(queued);
        to(RunStatus.COMPLETED, executing);
        assertThat(store.next(queue(queued), ALL)).as("the order of the queue").contains(queued);
        assertThat(made().number()).isGreaterThan(queued.number());
    }
}
