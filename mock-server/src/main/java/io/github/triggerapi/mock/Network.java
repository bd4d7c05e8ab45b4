package io.github.triggerapi.mock;

import io.github.triggerapi.mock.http.Limits;
import io.github.triggerapi.mock.http.Listener;
import io.github.triggerapi.mock.http.Site;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The event loops of a server, and the port that they listen on. */
final class Network implements AutoCloseable {
    private final Vertx vertx;
    private final AtomicInteger port;
    private final List<String> deployed = new ArrayList<>();

    /**
     * Listens when this returns.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException where that cannot be
     */
    Network(String host, int port, Site site, Limits limits) {
        int loops = Runtime.getRuntime().availableProcessors();
        this.port = new AtomicInteger(port);
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(host)
                    // Below zero the instances share one free port, with zero each would take its own.
                    .setPort(port == 0 ? -1 : port)
                    .setTcpNoDelay(true)
                    .setMaxInitialLineLength(Limits.MAX_FIRST_LINE_BYTES)
                    .setMaxHeaderSize(Limits.MAX_HEADER_BYTES)
                    .setHttp2ClearTextEnabled(false)
                    // Nobody speaks WebSocket here, and for its compression Vert.x needs the latest releases of Netty.
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false);
            AtomicInteger connections = new AtomicInteger();
            Supplier<Verticle> listener = () -> new Listener(options, site, limits, connections, this.port::set);
            // Only the first can find the port taken, so no other is being started when the event loops are closed.
            deployed.add(await(vertx.deployVerticle(listener, new DeploymentOptions())));
            if (loops > 1) {
                deployed.add(await(vertx.deployVerticle(listener, new DeploymentOptions().setInstances(loops - 1))));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    int port() {
        return port.get();
    }

    @Override
    public void close() {
        try {
            // Before all else, as responses need event loops and timers.
            await(Future.all(deployed.stream().map(vertx::undeploy).toList()));
        } finally {
            await(vertx.close());
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
