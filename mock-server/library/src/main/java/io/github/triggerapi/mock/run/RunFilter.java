package io.github.triggerapi.mock.run;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A filter for runs. A run must meet all conditions that are set. */
public final class RunFilter {
    private final Builder wanted;

    private RunFilter(Builder wanted) {
        this.wanted = wanted;
    }

    /** Returns a new builder without a condition, which matches every run. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns whether a run matches. */
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

    /** Builder for {@link RunFilter}; not safe for use by several threads. */
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

        /** Requires this task. */
        public Builder task(String task) {
            this.task = task;
            return this;
        }

        /** Requires this environment, such as {@code dev}. */
        public Builder environment(String environment) {
            this.environment = environment;
            return this;
        }

        /** Requires the queue with this name. */
        public Builder queue(String queue) {
            this.queue = queue;
            return this;
        }

        /** Requires this copy of the queue. */
        public Builder concurrencyKey(String concurrencyKey) {
            this.concurrencyKey = concurrencyKey;
            return this;
        }

        /**
         * Requires this idempotency key. There is one such run for each environment and task, or a few if the key
         * expired.
         */
        public Builder idempotencyKey(String idempotencyKey) {
            this.idempotencyKey = idempotencyKey;
            return this;
        }

        /** Requires that this is one of the tags. */
        public Builder tag(String tag) {
            this.tag = tag;
            return this;
        }

        /** Requires one of these statuses; none for any status. */
        public Builder status(RunStatus... statuses) {
            this.statuses = Set.of(statuses);
            return this;
        }

        /** Builds the filter; the builder can be reused. */
        public RunFilter build() {
            return new RunFilter(new Builder(this));
        }
    }
}
