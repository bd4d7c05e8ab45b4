package io.github.triggerapi.mock.internal.memory;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.QueueStatus;
import io.github.triggerapi.mock.run.store.TaskSelector;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The queues of runs. Not safe for use by several threads. */
final class QueueIndex {
    private final Map<QueueKey, Integer> limits = new HashMap<>();
    private final Map<QueueKey, QueueCopy> copies = new HashMap<>();
    private final Set<QueueKey> paused = new HashSet<>();

    /** The queues that runs entered, without their copies. */
    private final Set<QueueKey> entered = new LinkedHashSet<>();

    private final int maxEntered;
    private long tickets;

    /** @param maxEntered how many queues are known after their runs have finished, if they have no limit */
    QueueIndex(int maxEntered) {
        this.maxEntered = maxEntered;
    }

    /** Sets a limit, null for none; returns whether it changed. */
    boolean limit(QueueKey queue, @Nullable Integer limit) {
        Integer before = limit == null ? limits.remove(queue.whole()) : limits.put(queue.whole(), limit);
        return before == null ? limit != null : !before.equals(limit);
    }

    Map<QueueKey, Integer> limits() {
        return limits;
    }

    boolean hasRoom(QueueKey queue) {
        if (paused.contains(queue.whole())) {
            return false;
        }
        Integer limit = limits.get(queue.whole());
        QueueCopy copy = copies.get(queue);
        return limit == null || (copy == null ? 0 : copy.executing) < limit;
    }

    Optional<Run> next(QueueKey queue, TaskSelector tasks) {
        QueueCopy copy = copies.get(queue);
        if (copy == null || !hasRoom(queue)) {
            return Optional.empty();
        }
        Waiting first = null;
        for (Map.Entry<String, Map<String, Waiting>> queued : copy.queuedByTask.entrySet()) {
            if (tasks.contains(queued.getKey())) {
                Waiting head = queued.getValue().values().iterator().next();
                first = first == null || head.ticket < first.ticket ? head : first;
            }
        }
        return first == null ? Optional.empty() : Optional.of(first.run);
    }

    /** Adds a run that is queued or executing. One that stays queued takes no place. */
    void add(Run run) {
        if (entered.size() < maxEntered) {
            entered.add(QueueKey.of(run).whole());
        }
        if (run.status() == RunStatus.QUEUED && !run.staysQueued()) {
            copy(run)
                    .queuedByTask
                    .computeIfAbsent(run.task(), task -> new LinkedHashMap<>())
                    .put(run.id(), new Waiting(run, tickets++));
        } else if (run.status() == RunStatus.EXECUTING) {
            copy(run).executing++;
        }
    }

    /** Replaces a queued run, which keeps its place; returns false if it is not queued. */
    boolean replaceQueued(Run after) {
        QueueCopy copy = copies.get(QueueKey.of(after));
        Map<String, Waiting> queued = copy == null ? null : copy.queuedByTask.get(after.task());
        return queued != null
                && queued.computeIfPresent(after.id(), (id, waiting) -> new Waiting(after, waiting.ticket)) != null;
    }

    /** Removes a run that was queued or executing. */
    void remove(Run run) {
        QueueKey queue = QueueKey.of(run);
        QueueCopy copy = copies.get(queue);
        if (copy == null) {
            return;
        }
        if (run.status() == RunStatus.QUEUED) {
            Map<String, Waiting> queued = copy.queuedByTask.get(run.task());
            if (queued != null && queued.remove(run.id()) != null && queued.isEmpty()) {
                copy.queuedByTask.remove(run.task());
            }
        } else if (run.status() == RunStatus.EXECUTING) {
            copy.executing--;
        }
        if (copy.executing == 0 && copy.queuedByTask.isEmpty()) {
            copies.remove(queue);
        }
    }

    List<QueueKey> waiting() {
        return copies.entrySet().stream()
                .filter(copy -> !copy.getValue().queuedByTask.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    void pause(QueueKey queue, boolean isPaused) {
        if (isPaused) {
            paused.add(queue.whole());
        } else {
            paused.remove(queue.whole());
        }
    }

    Set<QueueKey> paused() {
        return paused;
    }

    List<QueueStatus> status() {
        Set<QueueKey> all = new LinkedHashSet<>(entered);
        all.addAll(limits.keySet());
        all.addAll(paused);
        Map<QueueKey, long[]> counts = new HashMap<>();
        copies.forEach((queue, copy) -> {
            all.add(queue.whole());
            long[] count = counts.computeIfAbsent(queue.whole(), whole -> new long[2]);
            count[0] += copy.queuedByTask.values().stream().mapToLong(Map::size).sum();
            count[1] += copy.executing;
        });
        long[] none = new long[2];
        return all.stream()
                .map(queue -> {
                    long[] count = counts.getOrDefault(queue, none);
                    return new QueueStatus(queue, limits.get(queue), paused.contains(queue), count[0], count[1]);
                })
                .toList();
    }

    void clear() {
        paused.clear();
        entered.clear();
        limits.clear();
        copies.clear();
    }

    private QueueCopy copy(Run run) {
        return copies.computeIfAbsent(QueueKey.of(run), queue -> new QueueCopy());
    }

    private static final class QueueCopy {
        /** The queued runs of each task, so that tasks whose runs stay queued do not block other tasks. */
        private final Map<String, Map<String, Waiting>> queuedByTask = new HashMap<>();

        private int executing;
    }

    /** @param ticket lower than that of any run that was queued later */
    private record Waiting(Run run, long ticket) {}
}
