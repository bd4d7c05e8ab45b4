package io.github.triggerapi.mock;

import io.github.triggerapi.mock.http.Limits;
import io.github.triggerapi.mock.http.Listener;
import io.github.triggerapi.mock.http.Site;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The event loops of a server, and the port that they listen on. */
final class Network implements AutoCloseable {
    private final Vertx vertx;
    private final AtomicInteger port;
    private @Nullable String deployed;

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
            deployed = await(vertx.deployVerticle(
                    () -> new Listener(options, site, limits, connections, this.port::set),
                    new DeploymentOptions().setInstances(loops)));
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
            if (deployed != null) {
                // Before all else, as answers need event loops and timers.
                await(vertx.undeploy(deployed));
            }
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
