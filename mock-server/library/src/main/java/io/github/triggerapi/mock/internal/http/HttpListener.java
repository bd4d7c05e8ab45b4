package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Accepts connections on one event loop. Several listeners share an address. */
public final class HttpListener extends AbstractVerticle {
    private static final Logger LOGGER = System.getLogger(HttpListener.class.getName());

    private final HttpServerOptions options;
    private final ServerContext server;
    private final ConnectionLimits limits;
    private final AtomicInteger count;
    private final Consumer<Integer> bound;
    private @Nullable Connections connections;

    /**
     * Creates a listener, which is not started.
     *
     * @param count the number of connections of all listeners of a server
     * @param bound is called with the port
     */
    public HttpListener(
            HttpServerOptions options,
            ServerContext server,
            ConnectionLimits limits,
            AtomicInteger count,
            Consumer<Integer> bound) {
        this.options = options;
        this.server = server;
        this.limits = limits;
        this.count = count;
        this.bound = bound;
    }

    @Override
    public void start(Promise<Void> started) {
        connections = new Connections(vertx, options, limits, count);
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(connections::add)
                .requestHandler(request -> begin(request, Exchange::serve))
                .invalidRequestHandler(this::reject);
        server.listen()
                .onSuccess(listening -> bound.accept(listening.actualPort()))
                // Closed before the failure is reported, because the event loop may be closed after that.
                .recover(failure -> server.close().transform(closed -> Future.failedFuture(failure)))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    /** Waits for the requests that are being handled, within their time limit, and accepts no new ones. */
    @Override
    public void stop(Promise<Void> stopped) {
        connections().stop(stopped);
    }

    private void reject(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        request.response().putHeader("Connection", "close");
        begin(request, exchange -> exchange.reject(rejection(cause)));
    }

    private static RejectedRequestException rejection(Throwable cause) {
        if (cause instanceof RejectedRequestException rejection) {
            return rejection;
        }
        return cause instanceof TooLongHttpLineException
                ? new RejectedRequestException(414, "The URL is too long")
                : cause instanceof TooLongHttpHeaderException
                        ? new RejectedRequestException(431, "The headers are too large")
                        : new RejectedRequestException(400, "The request is not valid HTTP");
    }

    /** Begins to handle a request; closes its connection if not even that is possible. */
    private void begin(HttpServerRequest request, Consumer<Exchange> step) {
        try {
            step.accept(new Exchange(vertx, request, server, connections()));
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A request could not be handled", e);
            request.connection().close();
        }
    }

    private Connections connections() {
        return Objects.requireNonNull(connections, "not started");
    }
}
