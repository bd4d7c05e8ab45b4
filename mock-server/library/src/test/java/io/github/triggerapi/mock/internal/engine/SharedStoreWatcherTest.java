package io.github.triggerapi.mock.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedStoreWatcherTest {
    private static final long GUARD_SECONDS = 20;

    @Test
    void aFailureOfOneQueueDoesNotAffectOthers() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        CountDownLatch allNoted = new CountDownLatch(1);
        Set<String> failed = ConcurrentHashMap.newKeySet();
        try (SharedStoreWatcher watcher = new SharedStoreWatcher(queue -> {
            String name = queue == null ? "all" : queue.queue();
            if (name.equals("first")) {
                await(allNoted);
            }
            if (name.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            if (name.equals("late") && failed.add(name)) {
                throw new StoreUnavailableException("store", new IllegalStateException("no response"));
            }
            seen.add(name);
        })) {
            List.of("first", "broken", "late", "last").forEach(name -> watcher.add(QueueKey.of("dev", name)));
            allNoted.countDown();
            assertThat(seen.poll(GUARD_SECONDS, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(seen.poll(GUARD_SECONDS, TimeUnit.SECONDS)).isEqualTo("last");
            assertThat(seen.poll(GUARD_SECONDS, TimeUnit.SECONDS)).isEqualTo("late");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(GUARD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
