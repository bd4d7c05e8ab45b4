package io.github.triggerapi.mock;

import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.gate.Gate;
import io.github.triggerapi.mock.http.Listener;
import io.github.triggerapi.mock.http.Resources;
import io.github.triggerapi.mock.run.MockClock;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunEngine;
import io.github.triggerapi.mock.run.RunFilter;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running mock of the Trigger.dev REST API.
 *
 * <p>Every operation of the OpenAPI document is there. Requests are checked as the document says; bad ones are refused
 * in the form that it has for errors, and good ones get the answer that it shows, or one made from its schema, unless a
 * {@link Behaviour} has a better one. Runs go from status to status as their options, the {@link #clock} and their
 * {@link #task} have it. What was triggered is forgotten when the server closes. All methods are safe to call from any
 * thread.
 */
public final class MockServer implements AutoCloseable {
    /** The size in bytes that a request body may have unless told otherwise: 3 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 3 * 1024 * 1024;

    private final Vertx vertx;
    private final String host;
    private final AtomicInteger port;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<String> tasks;
    private final RunEngine engine;

    MockServer(MockServerBuilder builder) {
        Answers answers = new Answers(builder.document);
        Gate gate = new Gate(builder.document, answers, builder.keys);
        tasks = builder.tasks;
        engine = builder.engine();
        Behaviour.Settings settings = new Behaviour.Settings(tasks, engine, builder.refuseUnreadableTimes);
        Resources resources = new Resources(
                builder.behaviours.stream()
                        .map(behaviour -> behaviour.resource(settings))
                        .toList(),
                answers);
        int loops = Runtime.getRuntime().availableProcessors();
        host = builder.host;
        port = new AtomicInteger(builder.port);
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(host)
                    // Below zero the instances share one free port, with zero each would take its own.
                    .setPort(builder.port == 0 ? -1 : builder.port)
                    .setTcpNoDelay(true)
                    .setHttp2ClearTextEnabled(false);
            await(vertx.deployVerticle(
                    () -> new Listener(options, gate, resources, builder.maxBodyBytes, builder.accessLog, port::set),
                    new DeploymentOptions().setInstances(loops)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Gives a builder with the defaults in place. */
    public static MockServerBuilder builder() {
        return new MockServerBuilder();
    }

    /** The URL that the paths of the API follow, without a slash at its end. */
    public URI url() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** The TCP port that the server listens on, 1 to 65535. */
    public int port() {
        return port.get();
    }

    /** The clock that its runs go by. */
    public MockClock clock() {
        return engine.clock();
    }

    /** The identifiers of the tasks that exist; when empty, every task exists. */
    public Set<String> tasks() {
        return tasks;
    }

    /**
     * A task, to say what becomes of its runs.
     *
     * @throws IllegalArgumentException where it is none of the tasks that exist
     */
    public MockTask task(String id) {
        if (!tasks.isEmpty() && !tasks.contains(id)) {
            throw new IllegalArgumentException("Task \"%s\" must be one of %s".formatted(id, tasks));
        }
        return new MockTask(id, engine);
    }

    /**
     * The runs that were made so far, the oldest first, each as it is now. A request that got the run of an earlier one
     * made none.
     */
    public List<Run> runs() {
        return runs(RunFilter.builder().build());
    }

    /** Those of the runs that are wanted, the oldest first. */
    public List<Run> runs(RunFilter filter) {
        return engine.runs(filter);
    }

    /** The run with an id, as it is now. */
    public Optional<Run> run(String id) {
        return engine.run(id);
    }

    /**
     * Waits until no handler works and no run could be started: those that are left wait for the clock, for room in
     * their queue, or for nothing.
     *
     * @param timeout how long to wait at most, in real time
     * @throws IllegalStateException where that is not so in time
     */
    public void awaitIdle(Duration timeout) throws InterruptedException {
        engine.awaitIdle(timeout);
    }

    /** Forgets runs, keys, limits of queues, and what was said of tasks; the clock goes on. */
    public void reset() {
        engine.reset();
    }

    /** Stops listening, interrupts handlers, closes the connections and waits until it is done; further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(vertx.close());
            engine.close();
        }
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw e;
        }
    }
}
