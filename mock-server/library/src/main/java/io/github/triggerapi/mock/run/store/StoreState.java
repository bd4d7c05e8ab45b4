package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** All that a store keeps at one moment. */
public final class StoreState {
    /** Nothing. */
    public static final StoreState EMPTY = builder().build();

    private final List<Run> runs;
    private final Map<QueueKey, Integer> limits;
    private final List<RequestKey> requests;

    private StoreState(Builder builder) {
        runs = List.copyOf(builder.runs);
        limits = Map.copyOf(builder.limits);
        requests = List.copyOf(builder.requests);
    }

    /** Returns a new builder without a limit. */
    public static Builder builder() {
        return builder(Long.MAX_VALUE);
    }

    /**
     * Returns a new builder.
     *
     * @param maxBytes how much memory the state may take, near enough
     */
    public static Builder builder(long maxBytes) {
        return new Builder(maxBytes, true);
    }

    /** Returns a new builder that keeps nothing and only tells whether there is room. */
    public static Builder counter(long maxBytes) {
        return new Builder(maxBytes, false);
    }

    /** The runs, in the order in which they were made. */
    public List<Run> runs() {
        return runs;
    }

    /** The runs, in the order in which they entered their queues or finished. */
    public Stream<Run> inOrderOfChange() {
        return runs.stream().sorted(Comparator.comparing(StoreState::latest).thenComparing(Run::number));
    }

    private static Instant latest(Run run) {
        return Stream.of(run.finishedAt(), run.queuedAt(), run.createdAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    /** The limits of the queues that have one. */
    public Map<QueueKey, Integer> limits() {
        return limits;
    }

    /** The requests that are remembered, the oldest first. */
    public List<RequestKey> requests() {
        return requests;
    }

    /** The key of a request, and the run that its tries get. */
    public static final class RequestKey {
        private final String environment;
        private final String task;
        private final String value;
        private final String run;
        private final Instant expiresAt;

        private RequestKey(String environment, String task, String value, String run, Instant expiresAt) {
            this.environment = environment;
            this.task = task;
            this.value = value;
            this.run = run;
            this.expiresAt = expiresAt;
        }

        /** The kind of the key of the caller. */
        public String environment() {
            return environment;
        }

        /** The task that was triggered. */
        public String task() {
            return task;
        }

        /** What all tries of the request have in common. */
        public String value() {
            return value;
        }

        /** The id of the run. */
        public String run() {
            return run;
        }

        /** From when on the key means another request. */
        public Instant expiresAt() {
            return expiresAt;
        }
    }

    /** Collects what is kept; a builder is for one thread. */
    public static final class Builder {
        /** What a limit or a key takes in memory besides its texts, near enough. */
        private static final int BYTES_OF_AN_ENTRY = 200;

        private final long maxBytes;
        private final boolean keeps;
        private final List<Run> runs = new ArrayList<>();
        private final Map<QueueKey, Integer> limits = new LinkedHashMap<>();
        private final List<RequestKey> requests = new ArrayList<>();
        private long bytes;

        private Builder(long maxBytes, boolean keeps) {
            this.maxBytes = maxBytes;
            this.keeps = keeps;
        }

        /**
         * Adds a run, after those that were made before it.
         *
         * @throws StoreFullException where there is no room for it
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
         * @throws StoreFullException where there is no room for it
         */
        public Builder limit(QueueKey queue, int limit) {
            takeEntry(queue.environment(), queue.queue());
            if (keeps) {
                limits.put(queue.whole(), limit);
            }
            return this;
        }

        /**
         * Adds the key of a request, after the older ones.
         *
         * @throws StoreFullException where there is no room for it
         */
        public Builder request(String environment, String task, String value, String run, Instant expiresAt) {
            takeEntry(environment, task, value, run);
            if (keeps) {
                requests.add(new RequestKey(environment, task, value, run, expiresAt));
            }
            return this;
        }

        /**
         * Asks whether there is room for what an entry takes while it is read, which is half of what a state may take.
         *
         * @throws StoreFullException where there is none
         */
        public void requireRoomForEntry(long entryBytes) {
            if (entryBytes > maxBytes / 2) {
                throw StoreFullException.ofState(maxBytes);
            }
        }

        /** How many characters a text may have that is read for an entry. */
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

        /** Makes the state. */
        public StoreState build() {
            return new StoreState(this);
        }
    }
}
