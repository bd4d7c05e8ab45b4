package io.github.triggerapi.mock.run;

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

    /** Starts with nothing. */
    public static Builder builder() {
        return new Builder();
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
        private final List<Run> runs = new ArrayList<>();
        private final Map<QueueKey, Integer> limits = new LinkedHashMap<>();
        private final List<RequestKey> requests = new ArrayList<>();

        private Builder() {}

        /** Adds a run, after those that were made before it. */
        public Builder run(Run run) {
            runs.add(run);
            return this;
        }

        /** Adds the limit of a queue. */
        public Builder limit(QueueKey queue, int limit) {
            limits.put(queue.whole(), limit);
            return this;
        }

        /** Adds the key of a request, after the older ones. */
        public Builder request(String environment, String task, String value, String run, Instant expiresAt) {
            requests.add(new RequestKey(environment, task, value, run, expiresAt));
            return this;
        }

        /** Makes the state. */
        public StoreState build() {
            return new StoreState(this);
        }
    }
}
