package io.github.triggerapi.mock.run;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A filter for runs. A run must meet all conditions that are set. */
public final class RunFilter {
    private final List<Predicate<Run>> conditions;

    private RunFilter(Collection<Predicate<Run>> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    /** Returns a new builder without a condition, which matches every run. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns whether a run matches. */
    public boolean matches(Run run) {
        return conditions.stream().allMatch(condition -> condition.test(run));
    }

    /** Builder for {@link RunFilter}; not safe for use by several threads. */
    public static final class Builder {
        /** The conditions by the names of their methods. */
        private final Map<String, Predicate<Run>> conditions = new LinkedHashMap<>();

        private Builder() {}

        private Builder set(String name, Predicate<Run> condition) {
            conditions.put(name, condition);
            return this;
        }

        /** Requires this task. */
        public Builder task(String task) {
            return set("task", run -> task.equals(run.task()));
        }

        /** Requires this environment, such as {@code dev}. */
        public Builder environment(String environment) {
            return set("environment", run -> environment.equals(run.environment()));
        }

        /** Requires the queue with this name. */
        public Builder queue(String queue) {
            return set("queue", run -> queue.equals(run.queue()));
        }

        /** Requires this copy of the queue. */
        public Builder concurrencyKey(String concurrencyKey) {
            return set("concurrencyKey", run -> concurrencyKey.equals(run.concurrencyKey()));
        }

        /**
         * Requires this idempotency key. There is one such run for each environment and task, or a few if the key
         * expired.
         */
        public Builder idempotencyKey(String idempotencyKey) {
            return set("idempotencyKey", run -> idempotencyKey.equals(run.idempotencyKey()));
        }

        /** Requires that this is one of the tags. */
        public Builder tag(String tag) {
            return set("tag", run -> run.tags().contains(tag));
        }

        /** Requires one of these statuses; none for any status. */
        public Builder status(RunStatus... statuses) {
            Set<RunStatus> wanted = Set.of(statuses);
            return set("status", run -> wanted.isEmpty() || wanted.contains(run.status()));
        }

        /** Requires one of these tasks. */
        public Builder tasks(Collection<String> tasks) {
            Set<String> wanted = Set.copyOf(tasks);
            return set("task", run -> wanted.contains(run.task()));
        }

        /** Requires one of the queues with these names. */
        public Builder queues(Collection<String> queues) {
            Set<String> wanted = Set.copyOf(queues);
            return set("queue", run -> wanted.contains(run.queue()));
        }

        /** Requires that one of these is one of the tags. */
        public Builder anyTag(Collection<String> tags) {
            Set<String> wanted = Set.copyOf(tags);
            return set("tag", run -> run.tags().stream().anyMatch(wanted::contains));
        }

        /** Requires this batch. */
        public Builder batch(String id) {
            return set("batch", run -> id.equals(run.batchId()));
        }

        /** Requires that it is a test, or that it is none. */
        public Builder test(boolean test) {
            return set("test", run -> run.isTest() == test);
        }

        /** Requires that it was triggered at this instant or later. */
        public Builder createdFrom(Instant from) {
            return set("createdFrom", run -> !run.createdAt().isBefore(from));
        }

        /** Requires that it was triggered at this instant or earlier. */
        public Builder createdUntil(Instant until) {
            return set("createdUntil", run -> !run.createdAt().isAfter(until));
        }

        /** Requires that this is the first of the runs that triggered each other, but not the run itself. */
        public Builder root(String id) {
            return set("root", run -> id.equals(run.rootRunId()));
        }

        /** Requires that this run triggered it. */
        public Builder parent(String id) {
            return set("parent", run -> id.equals(run.parentRunId()));
        }

        /** Builds the filter; the builder can be reused. */
        public RunFilter build() {
            return new RunFilter(conditions.values());
        }
    }
}
