package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifies one copy of a queue: the runs of one environment with one concurrency key or with none. */
public final class QueueKey {
    private static final int MAX_NAME = 128;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_\\-/]");

    private final String environment;
    private final String queue;
    private final @Nullable String concurrencyKey;

    private QueueKey(String environment, String queue, @Nullable String concurrencyKey) {
        this.environment = environment;
        this.queue = queue;
        this.concurrencyKey = concurrencyKey;
    }

    /** Returns the queue of a run. */
    public static QueueKey of(Run run) {
        return of(run.environment(), run.queue(), run.concurrencyKey());
    }

    /** Returns the queue itself, which is no copy. */
    public static QueueKey of(String environment, String queue) {
        return of(environment, queue, null);
    }

    /** Returns a copy of a queue, or the queue itself if there is no concurrency key. */
    public static QueueKey of(String environment, String queue, @Nullable String concurrencyKey) {
        return new QueueKey(environment, queue, concurrencyKey);
    }

    /** Returns the queue that it is a copy of, which limits belong to. */
    public QueueKey whole() {
        return concurrencyKey == null ? this : of(environment, queue);
    }

    /** Returns the kind of the API keys that triggered its runs. */
    public String environment() {
        return environment;
    }

    /** Returns the name of the queue. */
    public String queue() {
        return queue;
    }

    /** Returns which copy it is, null for the queue itself. */
    public @Nullable String concurrencyKey() {
        return concurrencyKey;
    }

    /**
     * Returns the name of the queue of a run. Only ASCII letters, digits, {@code _}, {@code -} and {@code /} are kept of the
     * requested name, at most 128 of them.
     *
     * @param wanted the requested name; if null or without valid characters, the queue of the task is used
     */
    public static String name(@Nullable String wanted, String task) {
        String name = wanted == null ? "" : cut(wanted);
        return name.isEmpty() ? cut("task/" + task) : name;
    }

    private static String cut(String text) {
        String name = NOT_IN_NAMES.matcher(text).replaceAll("");
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueueKey that
                && environment.equals(that.environment)
                && queue.equals(that.queue)
                && Objects.equals(concurrencyKey, that.concurrencyKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(environment, queue, concurrencyKey);
    }

    @Override
    public String toString() {
        return environment + " " + queue + (concurrencyKey == null ? "" : " " + concurrencyKey);
    }
}
