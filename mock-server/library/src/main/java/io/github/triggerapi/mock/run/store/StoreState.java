package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The complete content of a store. */
public final class StoreState {
    /** The empty state. */
    public static final StoreState EMPTY = builder().build();

    private final List<Run> runs;
    private final Map<QueueKey, Integer> limits;
    private final List<RequestKey> requests;
    private final Set<QueueKey> paused;
    private final List<Batch> batches;

    private StoreState(Builder builder) {
        runs = List.copyOf(builder.runs);
        limits = Map.copyOf(builder.limits);
        requests = List.copyOf(builder.requests);
        paused = Set.copyOf(builder.paused);
        batches = List.copyOf(builder.batches);
    }

    /** Returns a new builder without a limit. */
    public static Builder builder() {
        return builder(Long.MAX_VALUE);
    }

    /**
     * Returns a new builder.
     *
     * @param maxBytes the estimated memory that the state may take
     */
    public static Builder builder(long maxBytes) {
        return new Builder(maxBytes, true);
    }

    /** Returns a new builder that keeps nothing and only checks whether there is room. */
    public static Builder counter(long maxBytes) {
        return new Builder(maxBytes, false);
    }

    /** Returns the runs in the order of their creation. */
    public List<Run> runs() {
        return runs;
    }

    /** Returns the runs in the order in which they entered their queues or finished. */
    public Stream<Run> inOrderOfChange() {
        return runs.stream().sorted(Comparator.comparing(StoreState::latest).thenComparing(Run::number));
    }

    private static Instant latest(Run run) {
        return Stream.of(run.finishedAt(), run.queuedAt(), run.createdAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** Returns the limits of the queues that have one. */
    public Map<QueueKey, Integer> limits() {
        return limits;
    }

    /** Returns the batches, the oldest first. */
    public List<Batch> batches() {
        return batches;
    }

    /** Returns the queues that are paused. */
    public Set<QueueKey> paused() {
        return paused;
    }

    /** Returns the request keys, the oldest first. */
    public List<RequestKey> requests() {
        return requests;
    }

    /**
     * The key of a request, and the run that its attempts get.
     *
     * @param environment the kind of the API key of the caller
     * @param task the task that was triggered
     * @param value what all attempts of the request have in common
     * @param run the id of the run
     */
    public record RequestKey(String environment, String task, String value, String run, Instant expiresAt) {}

    /** Builder for {@link StoreState}; not safe for use by several threads. */
    public static final class Builder {
        /** The estimated memory of a limit or a key besides its strings. */
        private static final int BYTES_OF_AN_ENTRY = 200;

        private final long maxBytes;
        private final boolean keeps;
        private final List<Run> runs = new ArrayList<>();
        private final Map<QueueKey, Integer> limits = new LinkedHashMap<>();
        private final List<RequestKey> requests = new ArrayList<>();
        private final Set<QueueKey> paused = new LinkedHashSet<>();
        private final List<Batch> batches = new ArrayList<>();
        private long bytes;

        private Builder(long maxBytes, boolean keeps) {
            this.maxBytes = maxBytes;
            this.keeps = keeps;
        }

        /**
         * Adds a run, after those that were created before it.
         *
         * @throws StoreFullException if there is no room for it
         */
        public Builder run(Run run) {
            take(run.memoryBytes());
            if (keeps) {
                runs.add(run);
            }
            return this;
        }

        /**
         * Adds the limit of a queue.
         *
         * @throws StoreFullException if there is no room for it
         */
        public Builder limit(QueueKey queue, int limit) {
            takeEntry(queue.environment(), queue.queue());
            if (keeps) {
                limits.put(queue.whole(), limit);
            }
            return this;
        }

        /**
         * Adds a batch, after the older ones.
         *
         * @throws StoreFullException if there is no room for it
         */
        public Builder batch(Batch batch) {
            take(batch.memoryBytes());
            if (keeps) {
                batches.add(batch);
            }
            return this;
        }

        /**
         * Adds a queue that is paused.
         *
         * @throws StoreFullException if there is no room for it
         */
        public Builder paused(QueueKey queue) {
            takeEntry(queue.environment(), queue.queue());
            if (keeps) {
                paused.add(queue.whole());
            }
            return this;
        }

        /**
         * Adds the key of a request, after the older ones.
         *
         * @throws StoreFullException if there is no room for it
         */
        public Builder request(String environment, String task, String value, String run, Instant expiresAt) {
            takeEntry(environment, task, value, run);
            if (keeps) {
                requests.add(new RequestKey(environment, task, value, run, expiresAt));
            }
            return this;
        }

        /**
         * Checks that there is room for an entry while it is read, which is half of the memory for the state.
         *
         * @throws StoreFullException if there is none
         */
        public void requireRoomForEntry(long entryBytes) {
            if (entryBytes > maxBytes / 2) {
                throw StoreFullException.ofState(maxBytes);
            }
        }

        /** Returns the maximum length of a string in an entry. */
        public int maxStringLength() {
            return (int) Math.min(Integer.MAX_VALUE, maxBytes / 2);
        }

        private void takeEntry(String... texts) {
            take(BYTES_OF_AN_ENTRY
                    + 2L * Stream.of(texts).mapToLong(String::length).sum());
        }

        private void take(long more) {
            bytes += more;
            if (bytes > maxBytes) {
                throw StoreFullException.ofState(maxBytes);
            }
        }

        /** Builds the state. */
        public StoreState build() {
            return new StoreState(this);
        }
    }
}
