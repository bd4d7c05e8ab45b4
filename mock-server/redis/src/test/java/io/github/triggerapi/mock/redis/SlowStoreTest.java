package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.Caller;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Requests while each step of the store takes as long as a test wants. The tests wait most of the time. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Execution(ExecutionMode.CONCURRENT)
class SlowStoreTest {
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** At most the number of threads that handle requests. */
    private static final int CALLERS = 16;

    @RegisterExtension
    final ProxiedStore store = new ProxiedStore(Duration.ofSeconds(1), settings -> settings);

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private List<Future<Integer>> trigger(String body) {
        Caller caller = Caller.of(store.server()).body(body);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(threads.submit(() -> caller.send().statusCode()));
        }
        return calls;
    }

    private static void assertSucceeded(List<Future<Integer>> calls) throws Exception {
        for (Future<Integer> call : calls) {
            assertThat(call.get()).isEqualTo(200);
        }
    }

    @Test
    void triggersOfOneTaskDoNotWaitForOneAnother() throws Exception {
        // Redis knows the scripts from then on.
        Caller.of(store.server()).send();
        store.proxy().hold();
        List<Future<Integer>> calls = trigger("{}");
        for (String step : List.of("make the run", "start it", "complete it")) {
            assertThat(store.proxy().awaitHeld(CALLERS, TIMEOUT))
                    .as("all %s at the same time", step)
                    .isTrue();
            store.proxy().release();
        }
        store.proxy().open();
        assertSucceeded(calls);
        assertThat(store.server().runs())
                .hasSize(1 + CALLERS)
                .extracting(Run::status)
                .containsOnly(RunStatus.COMPLETED);
    }

    @Test
    void runsOfALimitedQueueAreAllCompleted() throws Exception {
        assertSucceeded(trigger("{\"options\":{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}}"));
        assertCompleted(CALLERS);
    }

    @Test
    void runsAreCompletedAlthoughTheStoreWasLateAfterTheyWereCreated() throws Exception {
        Caller unlimited = Caller.of(store.server());
        Caller limited = unlimited.body("{\"options\":{\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1}}}");
        // Redis knows the scripts from then on.
        unlimited.send();
        limited.send();
        store.proxy().hold();
        List<Caller> late = List.of(unlimited.header(REQUEST_KEY, "unlimited"), limited.header(REQUEST_KEY, "limited"));
        List<Future<Integer>> calls = new ArrayList<>();
        for (Caller caller : late) {
            calls.add(threads.submit(() -> caller.send().statusCode()));
        }
        assertThat(store.proxy().awaitHeld(2, TIMEOUT)).as("both are created").isTrue();
        store.proxy().release();
        for (Future<Integer> call : calls) {
            assertThat(call.get()).isEqualTo(503);
        }
        store.proxy().open();
        // The server may have sent another script meanwhile, so that one of them was not created.
        for (Caller caller : late) {
            assertThat(caller.send().statusCode()).isEqualTo(200);
        }
        assertCompleted(4);
    }

    @Test
    void runsThatTheStoreCreatesTooLateAreCompletedWhenTheRequestIsRepeated() throws Exception {
        // Redis knows the scripts from then on.
        Caller.of(store.server()).send();
        Caller caller = Caller.of(store.server()).header(REQUEST_KEY, "late");
        store.proxy().hold();
        assertThat(caller.send().statusCode()).isEqualTo(503);
        store.proxy().open();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (store.server().runs().size() < 2 && System.nanoTime() < end) {
            Thread.yield();
        }
        assertThat(caller.send().statusCode()).isEqualTo(200);
        assertCompleted(2);
    }

    @Test
    void runsAreCompletedAlthoughTheStoreWasLateWhenTheyWereDue() throws Exception {
        Caller caller = Caller.of(store.server());
        store.server().task("my-task").completeAfter(Duration.ofSeconds(1));
        store.proxy().hold();
        Future<Integer> call = threads.submit(() -> caller.send().statusCode());
        while (!call.isDone()) {
            store.proxy().release();
        }
        assertThat(call.get()).isEqualTo(200);
        assertThat(store.proxy().awaitHeld(2, TIMEOUT)).as("another attempt").isTrue();
        store.proxy().open();
        assertCompleted(1);
    }

    @Test
    void delayedRunsAreCompletedAlthoughTheStoreWasLateAfterTheyWereCreated() throws Exception {
        Caller caller = Caller.of(store.server()).body("{\"options\":{\"delay\":\"1s\"}}");
        store.proxy().hold();
        Future<Integer> call = threads.submit(() -> caller.send().statusCode());
        assertThat(store.proxy().awaitHeld(1, TIMEOUT)).as("it is created").isTrue();
        store.proxy().release();
        assertThat(call.get()).isEqualTo(503);
        store.proxy().open();
        assertCompleted(1);
    }

    private void assertCompleted(int runs) {
        RunFilter completed = RunFilter.builder().status(RunStatus.COMPLETED).build();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (store.server().runs(completed).size() < runs && System.nanoTime() < end) {
            Thread.yield();
        }
        assertThat(store.server().runs(completed))
                .as("completed of %s", store.server().runs())
                .hasSize(runs);
    }
}
