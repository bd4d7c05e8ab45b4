package io.github.triggerapi.mock.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.RunStoreTest;
import io.github.triggerapi.mock.run.store.StoreFullException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("reads what all stores log")
class MemoryRunStoreTest extends RunStoreTest {
    @Override
    protected RunStore store(int maxRuns) {
        return new MemoryRunStore(maxRuns);
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Test
    void rejectsAnInvalidMaximum() {
        assertThatThrownBy(() -> new MemoryRunStore(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void removesFinishedRunsWhenPayloadsTakeTooMuchMemory() {
        RunStore store = new MemoryRunStore(1000, 100_000);

        for (int i = 0; i < 50; i++) {
            Run run = store.trigger(large("run_" + i)).run();
            store.replace(run, run.toBuilder().status(RunStatus.COMPLETED).build());
        }

        List<Run> left = store.list(RunFilter.builder().build(), null, 1000).runs();
        assertThat(left).hasSizeBetween(8, 10);
        assertThat(left.get(left.size() - 1).id()).isEqualTo("run_49");
    }

    @Test
    void rejectsARunIfUnfinishedRunsTakeAllMemory() {
        RunStore store = new MemoryRunStore(1000, 100_000);
        for (int i = 0; i < 9; i++) {
            store.trigger(large("run_" + i));
        }

        assertThatThrownBy(() -> store.trigger(large("run_9")))
                .isInstanceOf(StoreFullException.class)
                .hasMessage("The unfinished runs leave no room for another one in 100000 bytes");

        Run first = store.find("run_0").orElseThrow();
        store.replace(first, first.toBuilder().status(RunStatus.EXPIRED).build());
        assertThat(store.trigger(large("run_9")).isMade()).isTrue();
    }

    @Test
    void removesFinishedRunsWhenKeysTakeTooMuchMemory() {
        RunStore store = new MemoryRunStore(1000, 100_000);
        for (int i = 0; i < 50; i++) {
            RunRequest request = new RunRequest("my-task", "dev").idempotencyKey(i + "k".repeat(10_000));
            Run run = store.trigger(request.toNewRun("run_" + i, Instant.EPOCH)).run();
            store.replace(run, run.toBuilder().status(RunStatus.COMPLETED).build());
        }
        assertThat(store.list(RunFilter.builder().build(), null, 1000).runs()).hasSizeBetween(8, 10);
    }

    @Test
    void removesTheOldestRequestKeysWhenTheyTakeTooMuchMemory() {
        RunStore store = new MemoryRunStore(1000, 100_000);
        for (int i = 0; i < 50; i++) {
            assertThat(store.trigger(tried(i)).isMade()).isTrue();
        }
        assertThat(store.trigger(tried(49)).isMade()).isFalse();
        assertThat(store.trigger(tried(48)).isMade()).isFalse();
        assertThat(store.trigger(tried(0)).isMade()).isTrue();
        assertThat(store.state().requests()).hasSize(2);
    }

    private static NewRun tried(int number) {
        RunRequest request = new RunRequest("my-task", "dev").requestKey(number + "k".repeat(10_000));
        return request.toNewRun("run_" + number + "_" + COUNT.incrementAndGet(), Instant.EPOCH);
    }

    private static NewRun large(String id) {
        RunRequest request = new RunRequest("my-task", "dev").payload("x".repeat(10_000));
        return request.toNewRun(id, Instant.EPOCH);
    }

    @Test
    void warnsOnceWhenRunsAreRemoved() {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                warnings.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(MemoryRunStore.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            RunStore store = store(1);
            for (int i = 0; i < 3; i++) {
                RunRequest request = new RunRequest("my-task", "dev");
                Run run = store.trigger(request.toNewRun("run_" + i, Instant.EPOCH))
                        .run();
                store.replace(run, run.toBuilder().status(RunStatus.COMPLETED).build());
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(warnings).singleElement().asString().contains("those that finished first are removed");
    }
}
