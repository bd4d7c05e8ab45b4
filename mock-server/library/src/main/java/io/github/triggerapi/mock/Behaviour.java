package io.github.triggerapi.mock;

import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.run.RunEngine;
import io.github.triggerapi.mock.run.RunRequest;
import io.github.triggerapi.mock.run.StoreException;
import io.github.triggerapi.mock.run.Triggered;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers operations of the document by code of its own, where an answer drawn from the document would not do.
 *
 * <p>The server takes every one that {@link java.util.ServiceLoader} finds.
 */
public interface Behaviour {
    /**
     * Makes a JAX-RS resource. Its methods that are annotated with an HTTP method and a path answer that operation, if the
     * document has it. If it implements interfaces of the stubs, the methods that it overrides answer their operations,
     * and the others of those interfaces are answered from the document.
     *
     * <p>A method that takes a {@link com.fasterxml.jackson.databind.JsonNode} gets the body of the request as it is,
     * null where it is not there or not JSON. So it works with any revision of the document, where a class of the stubs
     * is another one in each.
     */
    Object resource(Settings settings);

    /**
     * Returns the names of the variables in paths of the document whose values are identifiers of tasks: faults that are
     * for a task look there.
     */
    default Set<String> taskParameters(Settings settings) {
        return Set.of();
    }

    /** What a server gives its behaviours. */
    final class Settings {
        private final Set<String> tasks;
        private final RunEngine engine;
        private final Rules rules;
        final Answers answers;
        private final Consumer<String> runs;

        Settings(Set<String> tasks, RunEngine engine, Rules rules, Answers answers, Consumer<String> runs) {
            this.tasks = tasks;
            this.engine = engine;
            this.rules = rules;
            this.answers = answers;
            this.runs = runs;
        }

        /** The identifiers of the tasks that exist; when empty, every task exists. */
        public Set<String> tasks() {
            return tasks;
        }

        /** What knows the runs, and the time. */
        public RunEngine engine() {
            return engine;
        }

        /**
         * Makes the run that a request asks for, as {@link RunEngine#trigger} does; it is remembered with the request.
         *
         * @throws StoreException where there is no room for another run, or the store is out of reach; the caller is
         *     answered 503 if it goes on from here
         */
        public Triggered trigger(RunRequest request) {
            Triggered triggered = engine.trigger(request);
            runs.accept(triggered.run().id());
            return triggered;
        }

        /** What requests are held to. */
        public Rules rules() {
            return rules;
        }

        /**
         * Returns what the document has for an operation.
         *
         * @param method the HTTP method in upper case
         * @param path the path template; the names of its variables do not matter
         */
        public DocumentedOperation operation(String method, String path) {
            return new DocumentedOperation(answers, method, path);
        }
    }
}
