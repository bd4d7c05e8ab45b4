package io.github.triggerapi.client;

import io.github.triggerapi.client.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of one builder share, whatever their options: connections, threads, and what does not differ by request.
 */
record Transport(
        OkHttpClient http,
        boolean owned,
        AtomicBoolean closed,
        boolean plainHttp,
        Payloads payloads,
        CallReporter reporter,
        Clock clock,
        Sleeper sleeper,
        WaitingCalls waitingCalls,
        EarlyTimeout earlyTimeout)
        implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Of a try. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /** Requests at once, all of which may go to the one server. */
    private static final int REQUESTS = 64;

    /** With an HTTP client of the user's own, or with one of its own. */
    static Transport of(
            @Nullable OkHttpClient http,
            boolean plainHttp,
            Payloads payloads,
            CallReporter reporter,
            Clock clock,
            Sleeper sleeper) {
        boolean owned = http == null;
        WaitingCalls waitingCalls = new WaitingCalls();
        return new Transport(
                owned ? ownHttp() : http,
                owned,
                new AtomicBoolean(),
                plainHttp,
                payloads,
                reporter,
                clock,
                sleeper,
                waitingCalls,
                new EarlyTimeout(waitingCalls));
    }

    private static OkHttpClient ownHttp() {
        // Daemons, so that a program ends when it has nothing more to do.
        Dispatcher dispatcher = new Dispatcher(
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "trigger-api-client");
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .callTimeout(TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .build();
    }

    /** The threads of the calls that are not waited for. */
    Executor executor() {
        return http.dispatcher().executorService();
    }

    /** @throws IllegalStateException where it is closed */
    void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("The client is closed");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && owned) {
            http.dispatcher().cancelAll();
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
