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
 * The connections of one event loop: those that leave a request unfinished or that nobody uses are closed, and so are those
 * that there is no room for. To be used on that event loop only.
 */
final class Connections {
    /** How often connections are looked at, unless what they are held to is short. */
    private static final long LOOK_MILLIS = 500;

    /** Work that others notice. */
    private static final long LONG_NANOS = 10_000_000;

    private final Vertx vertx;
    private final HttpServerOptions options;
    private final ConnectionLimits limits;
    private final AtomicInteger ofAllLoops;
    private final Map<HttpConnection, Visit> open = new HashMap<>();
    private @Nullable Promise<Void> stopping;

    /** How long the event loop was held up by large requests so far; what arrives meanwhile is not late. */
    private long heldUp;

    /** @param ofAllLoops counts connections, for all event loops of a server */
    Connections(Vertx vertx, HttpServerOptions options, ConnectionLimits limits, AtomicInteger ofAllLoops) {
        this.vertx = vertx;
        this.options = options;
        this.limits = limits;
        this.ofAllLoops = ofAllLoops;
        long shortest = Math.min(limits.request().toMillis(), limits.idle().toMillis());
        vertx.setPeriodic(Math.max(1, Math.min(LOOK_MILLIS, shortest / 4)), due -> closeLate());
    }

    /** One connection; it may be idle until a point in time, or has a request that is answered. */
    private final class Visit {
        private final RequestDecoder decoder;
        private @Nullable Exchange exchange;
        private boolean arriving = true;
        private long end;

        private Visit(RequestDecoder decoder) {
            this.decoder = decoder;
        }

        private void until(Duration time) {
            end = now() + time.toNanos();
        }

        private boolean isLate(long now) {
            return arriving && now - end > 0;
        }
    }

    /** A caller has connected. */
    void add(HttpConnection connection) {
        if (ofAllLoops.incrementAndGet() > limits.connections() || stopping != null) {
            connection.closeHandler(closed -> ofAllLoops.decrementAndGet());
            connection.close();
            return;
        }
        Visit visit = new Visit(RequestDecoder.install(connection, options));
        visit.until(limits.request());
        open.put(connection, visit);
        connection.closeHandler(closed -> remove(connection));
    }

    private void remove(HttpConnection connection) {
        ofAllLoops.decrementAndGet();
        Visit visit = open.remove(connection);
        if (visit != null && visit.exchange != null) {
            visit.exchange.end();
        }
        if (stopping != null && open.isEmpty()) {
            stopping.tryComplete();
        }
    }

    /** The head of a request is there. */
    void begin(HttpConnection connection, Exchange exchange) {
        Visit visit = open.get(connection);
        if (visit != null) {
            visit.exchange = exchange;
            visit.arriving = true;
            visit.until(limits.request());
        }
    }

    /** Whether the body of the last request is not valid, which ended it. */
    boolean isBodyBroken(HttpConnection connection) {
        Visit visit = open.get(connection);
        return visit != null && visit.decoder.isBodyBroken();
    }

    /** All of a request is there. */
    void arrived(HttpConnection connection) {
        Visit visit = open.get(connection);
        if (visit != null) {
            visit.arriving = false;
        }
    }

    /** A request is answered. */
    void end(HttpConnection connection, Exchange exchange) {
        exchange.end();
        if (exchange.closes()) {
            connection.close();
            return;
        }
        Visit visit = open.get(connection);
        // The next request may have begun by now.
        if (visit != null && visit.exchange == exchange) {
            visit.exchange = null;
            visit.arriving = true;
            visit.until(limits.idle());
            if (stopping != null) {
                connection.close();
            }
        }
    }

    /** How long a request may take to arrive. */
    long requestMillis() {
        return Math.max(1, limits.request().toMillis());
    }

    /** Whether connections are closed when the request at hand is answered. */
    boolean areStopping() {
        return stopping != null;
    }

    /** Closes those that nobody uses; the others when their requests are answered, or when that takes too long. */
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
        return System.nanoTime() - heldUp;
    }

    /** The event loop has worked for one request, for a time during which it took nothing from the others. */
    void worked(long nanos) {
        if (nanos > LONG_NANOS) {
            heldUp += nanos;
        }
    }

    private void closeLate() {
        long now = now();
        List.copyOf(open.entrySet()).stream()
                .filter(entry -> entry.getValue().isLate(now))
                .forEach(entry -> {
                    Exchange exchange = entry.getValue().exchange;
                    if (exchange == null || !exchange.tellLate()) {
                        entry.getKey().close();
                    }
                });
    }
}
