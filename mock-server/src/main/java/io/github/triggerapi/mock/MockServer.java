package io.github.triggerapi.mock;

import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.document.Document;
import io.github.triggerapi.mock.gate.Gate;
import io.github.triggerapi.mock.http.Listener;
import io.github.triggerapi.mock.http.Resources;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A running mock of the Trigger.dev REST API.
 *
 * <p>Every operation of the OpenAPI document is there. Requests are checked as the document says; bad ones are refused
 * in the form that it has for errors, and good ones get the answer that it shows, or one made from its schema, unless a
 * {@link Behaviour} has a better one. What was triggered is forgotten when the server closes. All methods are safe to
 * call from any thread.
 */
public final class MockServer implements AutoCloseable {
    /** The size in bytes that a request body may have unless told otherwise: 3 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 3 * 1024 * 1024;

    private final Vertx vertx;
    private final String host;
    private final AtomicInteger port;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final RunLog runs = new RunLog();

    private MockServer(Builder builder) {
        Answers answers = new Answers(builder.document);
        Gate gate = new Gate(builder.document, answers);
        Behaviour.Settings settings = new Behaviour.Settings(builder.tasks, builder.random, runs::add);
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
    public static Builder builder() {
        return new Builder();
    }

    /** The URL that the paths of the API follow, without a slash at its end. */
    public URI url() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** The TCP port that the server listens on, 1 to 65535. */
    public int port() {
        return port.get();
    }

    /**
     * The runs that were made so far, the oldest first; of more than 100,000 the latest. A request that got the run of
     * an earlier one made none.
     */
    public List<Run> runs() {
        return runs.all();
    }

    /** Stops listening, closes the connections and waits until it is done; further calls do nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            await(vertx.close());
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

    /** Collects how a server is to be; a builder is for one thread. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port;
        private Set<String> tasks = Set.of();
        private int maxBodyBytes = DEFAULT_MAX_BODY_BYTES;
        private RandomGenerator random = new SecureRandom();
        private Consumer<String> accessLog = line -> {};
        private Document document = Document.bundled();
        private List<Behaviour> behaviours = Behaviours.all();

        private Builder() {}

        /** The name or address to listen on; {@code 127.0.0.1} by default, which only this computer reaches. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** The TCP port to listen on, 0 to 65535; 0, the default, takes any free one. */
        public Builder port(int port) {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("port must be 0 to 65535: " + port);
            }
            this.port = port;
            return this;
        }

        /** The identifiers of the tasks that exist; none, the default, lets every task exist. */
        public Builder tasks(Collection<String> tasks) {
            this.tasks = Set.copyOf(tasks);
            return this;
        }

        /** The identifiers of the tasks that exist; none, the default, lets every task exist. */
        public Builder tasks(String... tasks) {
            return tasks(List.of(tasks));
        }

        /** The size in bytes that a request body may have, 0 or more; {@link #DEFAULT_MAX_BODY_BYTES} by default. */
        public Builder maxBodyBytes(int maxBodyBytes) {
            if (maxBodyBytes < 0) {
                throw new IllegalArgumentException("maxBodyBytes must be 0 or more: " + maxBodyBytes);
            }
            this.maxBodyBytes = maxBodyBytes;
            return this;
        }

        /** What run ids are made from; must be safe for use by many threads. A {@link SecureRandom} by default. */
        public Builder random(RandomGenerator random) {
            this.random = random;
            return this;
        }

        /** Takes a line for each request: method, URL and status. It must not block; nothing is kept by default. */
        public Builder accessLog(Consumer<String> accessLog) {
            this.accessLog = accessLog;
            return this;
        }

        /** Another document, with what answers its operations. */
        Builder api(Document document, Behaviour... behaviours) {
            this.document = document;
            this.behaviours = List.of(behaviours);
            return this;
        }

        /**
         * Starts a server; it listens when this returns.
         *
         * @throws UncheckedIOException when it cannot listen, such as on a port in use
         */
        public MockServer start() {
            return new MockServer(this);
        }
    }
}
