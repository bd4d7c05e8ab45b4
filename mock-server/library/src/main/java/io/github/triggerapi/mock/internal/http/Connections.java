package io.github.triggerapi.mock.internal.http;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop. It closes connections whose request is late, that are idle for too long, and that
 * are too many. To be used on that event loop only.
 */
final class Connections {
    /** The longest interval between checks for late connections. */
    private static final long CHECK_MILLIS = 500;

    /** The time from which on work counts as delaying other connections. */
    private static final long BLOCKING_NANOS = 10_000_000;

    private final Vertx vertx;
    private final HttpServerOptions options;
    private final ConnectionLimits limits;
    private final AtomicInteger ofAllLoops;
    private final Map<HttpConnection, OpenConnection> open = new HashMap<>();
    private @Nullable Promise<Void> stopping;

    /** How long large requests have blocked the event loop in total. Requests are not late because of that. */
    private long blockedNanos;

    /** @param ofAllLoops counts the connections of all event loops of a server */
    Connections(Vertx vertx, HttpServerOptions options, ConnectionLimits limits, AtomicInteger ofAllLoops) {
        this.vertx = vertx;
        this.options = options;
        this.limits = limits;
        this.ofAllLoops = ofAllLoops;
        long shortest = Math.min(limits.request().toMillis(), limits.idle().toMillis());
        vertx.setPeriodic(Math.max(1, Math.min(CHECK_MILLIS, shortest / 4)), due -> closeLateConnections());
    }

    /** An open connection. It is idle until a point in time, or has a request that is being handled. */
    private final class OpenConnection {
        private final RequestDecoder decoder;
        private @Nullable Exchange exchange;
        private boolean arriving = true;
        private long end;

        private OpenConnection(RequestDecoder decoder) {
            this.decoder = decoder;
        }

        private void until(Duration time) {
            end = now() + time.toNanos();
        }

        private boolean isLate(long now) {
            return arriving && now - end > 0;
        }
    }

    void add(HttpConnection connection) {
        if (ofAllLoops.incrementAndGet() > limits.connections() || stopping != null) {
            connection.closeHandler(closed -> ofAllLoops.decrementAndGet());
            connection.close();
            return;
        }
        OpenConnection state = new OpenConnection(RequestDecoder.install(connection, options));
        state.until(limits.request());
        open.put(connection, state);
        connection.closeHandler(closed -> remove(connection));
    }

    private void remove(HttpConnection connection) {
        ofAllLoops.decrementAndGet();
        OpenConnection state = open.remove(connection);
        if (state != null && state.exchange != null) {
            state.exchange.end();
        }
        if (stopping != null && open.isEmpty()) {
            stopping.tryComplete();
        }
    }

    /** Records that the head of a request was received. */
    void begin(HttpConnection connection, Exchange exchange) {
        OpenConnection state = open.get(connection);
        if (state != null) {
            state.exchange = exchange;
            state.arriving = true;
            state.until(limits.request());
        }
    }

    /** Returns whether the body of the current request was invalid. */
    boolean isBodyBroken(HttpConnection connection) {
        OpenConnection state = open.get(connection);
        return state != null && state.decoder.isBodyBroken();
    }

    /** Records that a request was received completely. */
    void arrived(HttpConnection connection) {
        OpenConnection state = open.get(connection);
        if (state != null) {
            state.arriving = false;
        }
    }

    /** Records that a request got its response. */
    void end(HttpConnection connection, Exchange exchange) {
        exchange.end();
        if (exchange.closes()) {
            connection.close();
            return;
        }
        OpenConnection state = open.get(connection);
        // The next request may have begun already.
        if (state != null && state.exchange == exchange) {
            state.exchange = null;
            state.arriving = true;
            state.until(limits.idle());
            if (stopping != null) {
                connection.close();
            }
        }
    }

    /** Returns how long a request may take to be received. */
    long requestMillis() {
        return Math.max(1, limits.request().toMillis());
    }

    /** Returns whether connections are closed after their current request. */
    boolean areStopping() {
        return stopping != null;
    }

    /** Closes idle connections at once, and the others after their current request, or when that takes too long. */
    void stop(Promise<Void> stopped) {
        stopping = stopped;
        if (open.isEmpty()) {
            stopped.complete();
            return;
        }
        vertx.setTimer(Math.max(1, limits.stop().toMillis()), late -> stopped.tryComplete());
        List.copyOf(open.entrySet()).stream()
                .filter(entry -> entry.getValue().exchange == null)
                .forEach(entry -> entry.getKey().close());
    }

    private long now() {
        return System.nanoTime() - blockedNanos;
    }

    /** Records that the event loop was blocked by a request. */
    void blocked(long nanos) {
        if (nanos > BLOCKING_NANOS) {
            blockedNanos += nanos;
        }
    }

    private void closeLateConnections() {
        long now = now();
        List.copyOf(open.entrySet()).stream()
                .filter(entry -> entry.getValue().isLate(now))
                .forEach(entry -> {
                    Exchange exchange = entry.getValue().exchange;
                    if (exchange == null || !exchange.timeOut()) {
                        entry.getKey().close();
                    }
                });
    }
}
