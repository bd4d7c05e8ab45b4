package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.engine.RunChangeException.Reason;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.TaskOutcome;
import io.github.triggerapi.mock.run.store.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final EngineClock clock = EngineClock.stoppedAt(NOW);
    private final RunEngine engine =
            new RunEngine(new MemoryRunStore(1000), clock, new Random(1), TaskBehavior.stayQueued(), 4);
    private final RunChanges changes = engine.changes();

    @AfterEach
    void close() {
        engine.close();
    }

    private Run trigger(UnaryOperator<RunRequest> change) {
        return engine.trigger(change.apply(new RunRequest("my-task", "prod"))).run();
    }

    private Run trigger() {
        return trigger(request -> request);
    }

    private Run now(Run run) {
        return engine.store().find(run.id()).orElseThrow();
    }

    private Run cancel(Run run) {
        return changes.cancel(run.id()).orElseThrow();
    }

    private static JsonNode json(String text) throws Exception {
        return Json.MAPPER.readTree(text.replace('\'', '"'));
    }

    private static void assertReason(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RunChangeException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void cancelsWhatIsDelayedOrQueued() {
        Run delayed = trigger(request -> request.delayUntil(NOW.plusSeconds(60)));
        Run queued = trigger(request -> request.ttl(Duration.ofSeconds(60)));
        clock.advance(Duration.ofSeconds(1));
        for (Run run : List.of(delayed, queued)) {
            Run canceled = cancel(run);
            assertThat(canceled.status()).isEqualTo(RunStatus.CANCELED);
            assertThat(canceled.error()).isEqualTo("Canceled by user");
            assertThat(canceled.finishedAt()).isEqualTo(NOW.plusSeconds(1));
            assertThat(canceled.updatedAt()).isEqualTo(NOW.plusSeconds(1));
        }
        clock.advance(Duration.ofDays(1));
        engine.setBehavior("my-task", TaskBehavior.completeAfter(Duration.ZERO));
        assertThat(now(delayed).status()).isEqualTo(RunStatus.CANCELED);
        assertThat(now(queued).status()).isEqualTo(RunStatus.CANCELED);
        assertThat(cancel(queued)).as("again").isEqualTo(now(queued));
        assertThat(changes.cancel("run_x")).isEmpty();
    }

    @Test
    void aFinishedRunIsNotCanceled() {
        engine.setBehavior("my-task", TaskBehavior.completeAfter(Duration.ZERO));
        Run run = trigger();
        assertThat(cancel(run)).isEqualTo(run);
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void cancelingMakesRoomInTheQueue() {
        engine.setBehavior("my-task", TaskBehavior.completeAfter(Duration.ofSeconds(10)));
        Run first = trigger(request -> request.queue("q", 1));
        Run second = trigger(request -> request.queue("q", 1));
        assertThat(cancel(first).outputJson()).isNull();
        assertThat(now(second).status()).isEqualTo(RunStatus.EXECUTING);
        clock.advance(Duration.ofSeconds(10));
        assertThat(now(first).status()).isEqualTo(RunStatus.CANCELED);
        assertThat(now(second).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aCanceledHandlerIsInterruptedAndItsResultDiscarded() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Boolean> canceled = new AtomicReference<>();
        engine.setBehavior("my-task", TaskBehavior.handle((run, context) -> {
            if (run.tags().contains("next")) {
                return Thread.currentThread().isInterrupted();
            }
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                canceled.set(context.isCanceled());
            }
            return "late";
        }));
        Run run = trigger(request -> request.queue("q", 1));
        Run next = trigger(request -> request.queue("q", 1).tags(List.of("next")));
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        cancel(run);
        engine.awaitIdle(TIMEOUT);
        assertThat(canceled.get()).isTrue();
        assertThat(now(run).status()).isEqualTo(RunStatus.CANCELED);
        assertThat(now(run).outputJson()).isNull();
        assertThat(now(next).outputJson()).isEqualTo("false");
    }

    @Test
    void cancelsTheRunsThatARunTriggered() {
        Run root = trigger();
        Run child = trigger(request -> request.parentRunId(root.id()));
        Run grandchild = trigger(request -> request.parentRunId(child.id()));
        Run foreign = engine.trigger(new RunRequest("my-task", "staging").parentRunId(root.id()))
                .run();
        Run other = trigger();
        assertThat(grandchild.parentRunId()).isEqualTo(child.id());
        assertThat(grandchild.rootRunId()).isEqualTo(root.id());
        assertThat(grandchild.depth()).isEqualTo(2);
        assertThat(foreign.parentRunId()).isNull();
        cancel(root);
        assertThat(now(child).status()).isEqualTo(RunStatus.CANCELED);
        assertThat(now(grandchild).status()).isEqualTo(RunStatus.CANCELED);
        assertThat(now(other).status()).isEqualTo(RunStatus.QUEUED);
    }

    @Test
    void replaysWhatWasTriggered() throws Exception {
        engine.setBehavior("my-task", TaskBehavior.outcomes(List.of(TaskOutcome.failed("No stock"))));
        Run run = trigger(request -> request.payload(Map.of("order", 1))
                .metadata(Map.of("a", 1))
                .tags(List.of("t"))
                .queue("q", null)
                .concurrencyKey("c")
                .idempotencyKey("k")
                .delayUntil(NOW.plusSeconds(1))
                .ttl(Duration.ofSeconds(5))
                .test(true));
        changes.changeMetadata(run.id(), MetadataChange.of(json("{'metadata':{'b':2}}")));
        clock.advance(Duration.ofSeconds(10));
        Run source = now(run);
        engine.setBehavior("my-task", TaskBehavior.stayQueued());
        Run replayed = engine.replay(run.id()).orElseThrow();
        assertThat(replayed.id()).isNotEqualTo(run.id());
        assertThat(replayed.status()).isEqualTo(RunStatus.QUEUED);
        assertThat(replayed.payloadJson()).isEqualTo("{\"order\":1}");
        assertThat(replayed.metadataJson()).isEqualTo("{\"a\":1}");
        assertThat(replayed.tags()).containsExactly("t");
        assertThat(replayed.queue()).isEqualTo("q");
        assertThat(replayed.concurrencyKey()).isEqualTo("c");
        assertThat(replayed.isTest()).isTrue();
        assertThat(replayed.createdAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(replayed.number()).isGreaterThan(run.number());
        assertThat(replayed.idempotencyKey()).isNull();
        assertThat(replayed.delayUntil()).isNull();
        assertThat(replayed.ttl()).isNull();
        assertThat(replayed.error()).isNull();
        assertThat(replayed.attemptCount()).isZero();
        assertThat(now(run)).as("the source").isEqualTo(source);
        assertThat(engine.replay("run_x")).isEmpty();
    }

    @Test
    void reschedulesADelayedRunOnly() {
        Run run = trigger(request -> request.delayUntil(NOW.plusSeconds(60)));
        Run moved = changes.reschedule(run.id(), NOW.plusSeconds(30)).orElseThrow();
        assertThat(moved.delayUntil()).isEqualTo(NOW.plusSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        assertThat(now(run).status()).isEqualTo(RunStatus.QUEUED);
        assertReason(Reason.NOT_DELAYED, () -> changes.reschedule(run.id(), NOW.plusSeconds(90)));
        assertThat(changes.reschedule("run_x", NOW)).isEmpty();
    }

    @Test
    void addsTagsOnceAndUpToTen() {
        Run run = trigger(request -> request.tags(List.of("a")));
        assertThat(changes.addTags(run.id(), List.of("b", "a", "b"))).hasValue(1);
        assertThat(changes.addTags(run.id(), List.of("b"))).hasValue(0);
        assertThat(now(run).tags()).containsExactly("a", "b");
        List<String> nine = IntStream.range(0, 9).mapToObj(String::valueOf).toList();
        assertReason(Reason.TOO_MANY_TAGS, () -> changes.addTags(run.id(), nine));
        assertThat(now(run).tags()).hasSize(2);
        assertThat(changes.addTags("run_x", nine)).isEmpty();
    }

    @Test
    void aChangedRunKeepsItsPlaceInTheQueue() {
        Run first = trigger(request -> request.queue("q", 1));
        Run second = trigger(request -> request.queue("q", 1));
        changes.addTags(first.id(), List.of("t"));
        engine.setBehavior("my-task", TaskBehavior.completeAfter(Duration.ofSeconds(1)));
        assertThat(now(first).status()).isEqualTo(RunStatus.EXECUTING);
        assertThat(now(second).status()).isEqualTo(RunStatus.QUEUED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'metadata':{'x':1}} | {'x':1}",
                "{'metadata':{'x':1},'operations':[]} | {'n':1,'list':[1]}",
                "{} | {'n':1,'list':[1]}",
                "{'operations':[{'type':'set','key':'n','value':null}]} | {'n':null,'list':[1]}",
                "{'operations':[{'type':'delete','key':'n'}]} | {'list':[1]}",
                "{'operations':[{'type':'append','key':'list','value':2},{'type':'append','key':'n','value':2}]}"
                        + " | {'n':[1,2],'list':[1,2]}",
                "{'operations':[{'type':'append','key':'list','value':2},{'type':'remove','key':'list','value':1}]}"
                        + " | {'n':1,'list':[2]}",
                "{'operations':[{'type':'increment','key':'n','value':0.5},{'type':'increment','key':'m','value':2}]}"
                        + " | {'n':1.5,'list':[1],'m':2}",
                "{'operations':[{'type':'increment','key':'n','value':9223372036854775807}]}"
                        + " | {'n':9.223372036854776E+18,'list':[1]}",
                "{'operations':[{'type':'increment','key':'list','value':1}]} | {'n':1,'list':[1]}",
                "{'operations':[{'type':'update','value':{'y':[]}}]} | {'y':[]}",
                "{'operations':[{'type':'set','key':'$.a.b[0].c','value':true},{'type':'set','key':'$.list[1]','value':3}]}"
                        + " | {'n':1,'list':[1,3],'a':{'b':[{'c':true}]}}",
                "{'rootOperations':[{'type':'set','key':'r','value':1}],'parentOperations':[{'type':'set','key':'p','value':1}]}"
                        + " | {'n':1,'list':[1],'p':1,'r':1}"
            })
    void changesMetadata(String body, String expected) throws Exception {
        Run run = trigger(request -> request.metadata(Map.of()));
        changes.changeMetadata(run.id(), MetadataChange.of(json("{'metadata':{'n':1,'list':[1]}}")));
        Run changed =
                changes.changeMetadata(run.id(), MetadataChange.of(json(body))).orElseThrow();
        assertThat(changed.metadataJson()).isEqualTo(expected.replace('\'', '"'));
        assertThat(changed.initialMetadataJson()).isEqualTo("{}");
    }

    @Test
    void invalidOperationsChangeNothing() throws Exception {
        Run run = trigger();
        for (String operation : List.of(
                "{'type':'set','key':'__proto__','value':1}",
                "{'type':'set','key':'$.a.constructor','value':1}",
                "{'type':'set','key':'$.a[1]','value':1}",
                "{'type':'set','key':'$.a..b','value':1}",
                "{'type':'set','key':'$%s','value':1}".formatted(".a".repeat(33)),
                "{'type':'set','key':'a'}",
                "{'type':'increment','key':'a','value':'1'}",
                "{'type':'update','value':1}",
                "{'type':'other','key':'a','value':1}")) {
            JsonNode body = json("{'operations':[" + operation + "]}");
            assertReason(Reason.INVALID_METADATA, () -> changes.changeMetadata(run.id(), MetadataChange.of(body)));
        }
        JsonNode large = json("{'metadata':{'a':'%s'}}".formatted("x".repeat(RunChanges.MAX_METADATA_BYTES)));
        assertReason(Reason.METADATA_TOO_LARGE, () -> changes.changeMetadata(run.id(), MetadataChange.of(large)));
        assertThat(now(run)).isEqualTo(run);
        cancel(run);
        clock.advance(RunChanges.METADATA_LIFE);
        JsonNode small = json("{'metadata':{'a':1}}");
        assertThat(changes.changeMetadata(run.id(), MetadataChange.of(small))).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertReason(Reason.FINISHED_TOO_LONG_AGO, () -> changes.changeMetadata(run.id(), MetadataChange.of(small)));
        assertThat(changes.changeMetadata("run_x", MetadataChange.of(small))).isEmpty();
    }

    @Test
    void changesMetadataOfParentAndRoot() throws Exception {
        Run root = trigger();
        Run parent = trigger(request -> request.parentRunId(root.id()));
        Run run = trigger(request -> request.parentRunId(parent.id()));
        changes.changeMetadata(
                run.id(),
                MetadataChange.of(
                        json(
                                "{'parentOperations':[{'type':'increment','key':'n','value':1}],'rootOperations':[{'type':'append','key':'l','value':1}]}")));
        assertThat(now(run)).isEqualTo(run);
        assertThat(now(parent).metadataJson()).isEqualTo("{\"n\":1}");
        assertThat(now(root).metadataJson()).isEqualTo("{\"l\":[1]}");
    }

    @Test
    void aHandlerChangesItsRun() throws Exception {
        engine.setBehavior("my-task", TaskBehavior.handle((run, context) -> {
            context.addTags("seen");
            context.setMetadata("$.progress.done", 7);
            return context.run().metadataJson();
        }));
        Run run = trigger();
        engine.awaitIdle(TIMEOUT);
        assertThat(now(run).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(now(run).tags()).containsExactly("seen");
        assertThat(now(run).output(String.class)).isEqualTo("{\"progress\":{\"done\":7}}");
        assertThat(now(run).attemptCount()).isEqualTo(1);
    }

    @Test
    void aFailedHandlerLeavesNameAndStackTrace() throws Exception {
        engine.setBehavior("my-task", TaskBehavior.handle(run -> {
            throw new IllegalArgumentException("No stock");
        }));
        Run run = trigger();
        engine.awaitIdle(TIMEOUT);
        assertThat(now(run).status()).isEqualTo(RunStatus.FAILED);
        assertThat(now(run).error()).isEqualTo("No stock");
        assertThat(now(run).errorName()).isEqualTo("IllegalArgumentException");
        assertThat(now(run).stackTrace())
                .startsWith("java.lang.IllegalArgumentException: No stock")
                .contains("RunChangesTest");
    }

    @Test
    void outcomesHaveAStatusOfTheirOwn() {
        engine.setBehavior(
                "my-task",
                TaskBehavior.outcomes(List.of(
                        TaskOutcome.failed(RunStatus.CRASHED, "a").times(1),
                        TaskOutcome.failed(RunStatus.TIMED_OUT, "b").after(Duration.ofSeconds(1)))));
        Run crashed = trigger();
        Run late = trigger();
        assertThat(crashed.status()).isEqualTo(RunStatus.CRASHED);
        assertThat(late.finalStatus()).isEqualTo(RunStatus.TIMED_OUT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(now(late).status()).isEqualTo(RunStatus.TIMED_OUT);
        assertThat(now(late).finalStatus()).isNull();
        assertThat(now(late).executedFor(clock.now())).isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(() -> TaskOutcome.failed(RunStatus.COMPLETED, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPausedQueueHoldsItsRunsUntilItIsResumed() {
        engine.setBehavior("my-task", TaskBehavior.completeAfter(Duration.ofSeconds(1)));
        Run executing = trigger();
        engine.pauseQueue("prod", "task/my-task", true);
        Run held = trigger();
        Run expired = trigger(request -> request.ttl(Duration.ofSeconds(3)));
        Run other = trigger(request -> request.queue("q", null));
        assertThat(other.status()).isEqualTo(RunStatus.EXECUTING);
        clock.advance(Duration.ofSeconds(5));
        assertThat(now(executing).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(now(held).status()).isEqualTo(RunStatus.QUEUED);
        assertThat(now(expired).status()).isEqualTo(RunStatus.EXPIRED);
        assertThat(engine.queues("prod")).extracting(QueueStatus::isPaused).containsExactly(false, true);
        engine.pauseQueue("prod", "task/my-task", false);
        assertThat(now(held).status()).isEqualTo(RunStatus.EXECUTING);
    }

    @Test
    void listsTheLatestRunsForwardAndBackward() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, trigger().id());
        }
        RunFilter all = RunFilter.builder().build();
        RunSlice first = engine.latestRuns(all, null, null, 2);
        assertSlice(first, ids.subList(0, 2), ids.get(1), null);
        RunSlice second = engine.latestRuns(all, first.next(), null, 2);
        assertSlice(second, ids.subList(2, 4), ids.get(3), ids.get(2));
        assertSlice(engine.latestRuns(all, second.next(), null, 2), ids.subList(4, 5), null, ids.get(4));
        assertSlice(engine.latestRuns(all, null, ids.get(4), 2), ids.subList(2, 4), ids.get(3), ids.get(2));
        assertSlice(
                engine.latestRuns(all, ids.get(0), second.previous(), 2),
                first.runs().stream().map(Run::id).toList(),
                ids.get(1),
                null);
        assertThat(engine.latestRuns(all, "run_x", null, 2).runs()).isEmpty();
    }

    private static void assertSlice(
            RunSlice slice, List<String> ids, @Nullable String next, @Nullable String previous) {
        assertThat(slice.runs()).extracting(Run::id).isEqualTo(ids);
        assertThat(slice.next()).isEqualTo(next);
        assertThat(slice.previous()).isEqualTo(previous);
    }

    @Test
    void aResetKeyGetsANewRun() {
        Run run = trigger(request -> request.idempotencyKey("k"));
        assertThat(changes.resetIdempotencyKey("staging", "my-task", "k")).isFalse();
        assertThat(changes.resetIdempotencyKey("prod", "my-task", "k")).isTrue();
        assertThat(changes.resetIdempotencyKey("prod", "my-task", "k")).isFalse();
        assertThat(now(run).idempotencyKey()).isNull();
        assertThat(trigger(request -> request.idempotencyKey("k")).id()).isNotEqualTo(run.id());
    }
}
