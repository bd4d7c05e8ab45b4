package io.github.triggerapi.mock.run.store;

import io.github.triggerapi.mock.run.Run;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one copy of a queue: the runs of one environment with one concurrency key or with none.
 *
 * @param environment the kind of the API keys that triggered its runs
 * @param queue the name of the queue
 * @param concurrencyKey which copy it is, null for the queue itself
 */
public record QueueKey(
        String environment, String queue, @Nullable String concurrencyKey) {
    private static final int MAX_NAME = 128;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_\\-/]");

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
    public String toString() {
        return environment + " " + queue + (concurrencyKey == null ? "" : " " + concurrencyKey);
    }
}
