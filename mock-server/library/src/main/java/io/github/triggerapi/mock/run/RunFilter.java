package io.github.triggerapi.mock.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which runs are wanted: those that have all that is set. */
public final class RunFilter {
    private final Builder wanted;

    private RunFilter(Builder wanted) {
        this.wanted = wanted;
    }

    /** Starts with nothing set: every run. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether a run is wanted. */
    public boolean matches(Run run) {
        return is(wanted.task, run.task())
                && is(wanted.environment, run.environment())
                && is(wanted.queue, run.queue())
                && is(wanted.concurrencyKey, run.concurrencyKey())
                && is(wanted.idempotencyKey, run.idempotencyKey())
                && (wanted.tag == null || run.tags().contains(wanted.tag))
                && (wanted.statuses.isEmpty() || wanted.statuses.contains(run.status()));
    }

    private static boolean is(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }

    /** Collects what is wanted; a builder is for one thread. */
    public static final class Builder {
        private @Nullable String task;
        private @Nullable String environment;
        private @Nullable String queue;
        private @Nullable String concurrencyKey;
        private @Nullable String idempotencyKey;
        private @Nullable String tag;
        private Set<RunStatus> statuses = Set.of();

        private Builder() {}

        private Builder(Builder other) {
            task = other.task;
            environment = other.environment;
            queue = other.queue;
            concurrencyKey = other.concurrencyKey;
            idempotencyKey = other.idempotencyKey;
            tag = other.tag;
            statuses = other.statuses;
        }

        /** Runs of this task. */
        public Builder task(String task) {
            this.task = task;
            return this;
        }

        /** Runs of this environment, such as {@code dev}. */
        public Builder environment(String environment) {
            this.environment = environment;
            return this;
        }

        /** Runs of the queue with this name. */
        public Builder queue(String queue) {
            this.queue = queue;
            return this;
        }

        /** Runs of this copy of their queue. */
        public Builder concurrencyKey(String concurrencyKey) {
            this.concurrencyKey = concurrencyKey;
            return this;
        }

        /** Runs with this idempotency key: one for each environment and task, or a few where it expired. */
        public Builder idempotencyKey(String idempotencyKey) {
            this.idempotencyKey = idempotencyKey;
            return this;
        }

        /** Runs with this tag among theirs. */
        public Builder tag(String tag) {
            this.tag = tag;
            return this;
        }

        /** Runs with one of these statuses; none for any. */
        public Builder status(RunStatus... statuses) {
            this.statuses = Set.of(statuses);
            return this;
        }

        /** Makes the filter. */
        public RunFilter build() {
            return new RunFilter(new Builder(this));
        }
    }
}
