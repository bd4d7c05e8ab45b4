package io.github.triggerapi.mock;

import io.github.triggerapi.mock.run.RunEngine;
import java.util.Set;

/**
 * Answers operations of the document by code of its own, where an answer drawn from the document would not do.
 *
 * <p>The server takes every one that {@link java.util.ServiceLoader} finds.
 */
public interface Behaviour {
    /**
     * Makes a JAX-RS resource that implements interfaces of the stubs. The methods that it overrides answer their
     * operations; the others of those interfaces are answered from the document.
     */
    Object resource(Settings settings);

    /** What a server gives its behaviours. */
    final class Settings {
        private final Set<String> tasks;
        private final RunEngine engine;
        private final boolean refusesUnreadableTimes;

        Settings(Set<String> tasks, RunEngine engine, boolean refusesUnreadableTimes) {
            this.tasks = tasks;
            this.engine = engine;
            this.refusesUnreadableTimes = refusesUnreadableTimes;
        }

        /** The identifiers of the tasks that exist; when empty, every task exists. */
        public Set<String> tasks() {
            return tasks;
        }

        /** What makes runs. */
        public RunEngine engine() {
            return engine;
        }

        /** Whether a delay or a time to live that cannot be read is refused, and not passed over. */
        public boolean refusesUnreadableTimes() {
            return refusesUnreadableTimes;
        }
    }
}
