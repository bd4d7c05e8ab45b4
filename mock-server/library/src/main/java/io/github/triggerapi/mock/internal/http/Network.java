package io.github.triggerapi.mock.internal.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The event loops of a server, and the port that they listen on. */
public final class Network implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Network.class.getName());

    /** How long closing may take besides the requests that are being handled. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Duration closeTimeout;
    private final AtomicInteger port;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<String> deployed = new ArrayList<>();

    /**
     * Starts to listen.
     *
     * @param port 0 for any free port
     * @param failed is called once, on a thread of its own, if an event loop is ended by an error of the JVM
     * @throws UncheckedIOException if it cannot listen
     */
    public Network(String host, int port, ServerContext server, ConnectionLimits limits, Runnable failed) {
        closeTimeout = limits.stop().plus(CLOSE_TIMEOUT);
        int loops = Runtime.getRuntime().availableProcessors();
        this.port = new AtomicInteger(port);
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(host)
                    // A negative number makes the instances share one free port; with zero each would have its own.
                    .setPort(port == 0 ? -1 : port)
                    .setTcpNoDelay(true)
                    .setMaxInitialLineLength(ConnectionLimits.MAX_FIRST_LINE_BYTES)
                    .setMaxHeaderSize(ConnectionLimits.MAX_HEADER_BYTES)
                    .setHttp2ClearTextEnabled(false)
                    // WebSocket is not used, and its compression requires the latest releases of Netty.
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false);
            AtomicInteger connections = new AtomicInteger();
            Supplier<Verticle> listener = () -> new HttpListener(options, server, limits, connections, this.port::set);
            // Only the first one can find the port in use, so no other is being started when the event loops are
            // closed.
            deployed.add(await(vertx.deployVerticle(listener, new DeploymentOptions())));
            if (loops > 1) {
                deployed.add(await(vertx.deployVerticle(listener, new DeploymentOptions().setInstances(loops - 1))));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        VertxInternal loopGroups = (VertxInternal) vertx;
        Stream.of(loopGroups.getEventLoopGroup(), loopGroups.getAcceptorEventLoopGroup())
                .flatMap(group -> StreamSupport.stream(group.spliterator(), false))
                .forEach(loop -> loop.terminationFuture().addListener(end -> loopEnded(failed)));
    }

    /** Closes the server, because requests of an event loop that has ended would get no response. */
    private void loopEnded(Runnable failed) {
        if (ended.compareAndSet(false, true)) {
            LOGGER.log(Level.ERROR, "The server is closed because an error of the JVM ended one of its event loops");
            new Thread(failed, "close").start();
        }
    }

    /** Returns the port that it listens on. */
    public int port() {
        return port.get();
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            // First, because responses need event loops and timers.
            awaitClosed(Future.all(deployed.stream().map(vertx::undeploy).toList()));
        } finally {
            awaitClosed(vertx.close());
        }
    }

    /** Waits with a timeout, because an event loop that has ended never completes anything. */
    private void awaitClosed(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(closeTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOGGER.log(Level.WARNING, "The network of the server did not close within {0}", closeTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOGGER.log(Level.WARNING, "The network of the server did not close", e.getCause());
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw e;
        }
    }
}
