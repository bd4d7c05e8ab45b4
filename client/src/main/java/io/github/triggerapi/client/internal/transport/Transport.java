package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.converter.PayloadAdapterFactory;
import io.github.triggerapi.client.retry.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The connections, threads and settings that a client shares with those derived from it. */
public record Transport(
        OkHttpClient http, boolean ownsHttp, boolean plainHttp, PayloadAdapterFactory payloads, CallContext calls)
        implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Of an attempt. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    /** The maximum number of concurrent requests, all of which may go to the same server. */
    private static final int MAX_REQUESTS = 64;

    /**
     * Returns a transport.
     *
     * @param http the HTTP client of the application; null for one that this transport creates and closes
     * @param plainHttp whether the secret key may be sent without encryption
     */
    public static Transport of(
            @Nullable OkHttpClient http,
            boolean plainHttp,
            PayloadAdapterFactory payloads,
            CallReporter reporter,
            Clock clock,
            Sleeper sleeper) {
        boolean ownsHttp = http == null;
        OkHttpClient used = ownsHttp ? newHttp() : http;
        CallContext calls = new CallContext(
                new AtomicBoolean(),
                used.dispatcher().executorService(),
                reporter,
                new InterruptWatcher(),
                clock,
                sleeper);
        return new Transport(used, ownsHttp, plainHttp, payloads, calls);
    }

    private static OkHttpClient newHttp() {
        // With daemon threads, so that a program ends when it has nothing more to do.
        Dispatcher dispatcher = new Dispatcher(
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "trigger-api-client");
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(MAX_REQUESTS);
        dispatcher.setMaxRequestsPerHost(MAX_REQUESTS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .callTimeout(TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .build();
    }

    @Override
    public void close() {
        if (calls.closed().compareAndSet(false, true) && ownsHttp) {
            http.dispatcher().cancelAll();
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
