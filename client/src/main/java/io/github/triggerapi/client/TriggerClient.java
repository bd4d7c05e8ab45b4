package io.github.triggerapi.client;

import com.google.gson.Gson;
import io.github.triggerapi.client.api.ApiDocument;
import io.github.triggerapi.client.api.TriggerApis;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.client.retry.Sleeper;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A client of the Trigger.dev REST API. Safe for use by several threads; one per application is enough.
 *
 * <pre>{@code
 * try (TriggerClient client = TriggerClient.fromEnv()) {
 *     client.send(client.tasks().triggerTaskV1("my-task", body)).id();
 * }
 * }</pre>
 *
 * <p>The methods inherited from {@link TriggerApis} give the operations, as Retrofit calls. {@link #send} and
 * {@link #sendAsync} send them, once each. A request is tried again where the {@link RetryPolicy} has it, whichever way it
 * is sent. Redirects are not followed: the key and the payload go to the configured server alone.
 */
public final class TriggerClient implements TriggerApis, AutoCloseable {

    private final Transport transport;
    private final boolean copy;
    private final RequestOptions options;
    private final RequestFactory requests;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private TriggerClient(Transport transport, boolean copy, RequestOptions options) {
        this.transport = transport;
        this.copy = copy;
        this.options = options;
        this.requests = new RequestFactory(this, transport, options);
    }

    /** Starts with the server of the document and no key. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A client with the key in {@code TRIGGER_SECRET_KEY} for the server at {@code TRIGGER_API_URL}, or for that of the
     * document where the latter is not set.
     *
     * @throws IllegalStateException where {@code TRIGGER_SECRET_KEY} is not set
     * @throws IllegalArgumentException where one of them is set to what it cannot be
     */
    public static TriggerClient fromEnv() {
        return builder().fromEnv().build();
    }

    @Override
    public <A> A api(Class<A> type) {
        return type.cast(apis.computeIfAbsent(type, requests::create));
    }

    /**
     * A client that makes its requests in another way, and shares the connections and threads of this one. To close it
     * does nothing; to close this one ends both.
     *
     * <p>It is cheap, but reads the interfaces anew; keep it where the same options are used again.
     *
     * <pre>{@code
     * TriggerClient patient = client.withOptions(
     *         RequestOptions.builder().timeout(Duration.ofMinutes(10)).readTimeout(Duration.ofMinutes(2)).build());
     * }</pre>
     *
     * @param options what is not set in them stays as it is here
     * @throws IllegalArgumentException where they name a server that the key must not be sent to in clear
     */
    public TriggerClient withOptions(RequestOptions options) {
        RequestOptions both = this.options.toBuilder().set(options).build();
        return new TriggerClient(transport, true, both);
    }

    /**
     * Sends a call and waits for its answer.
     *
     * <p>When the thread is interrupted, the call is cancelled within a second and fails with a {@link
     * TriggerConnectionException}, or with the status of the answer where that is an error whose body has not arrived
     * whole. The thread stays interrupted.
     *
     * @param call made by one of this client's APIs; it can be sent once
     * @return the body of the answer; null where the document describes none
     * @throws TriggerResponseException where the answer is no success, or its body cannot be read
     * @throws TriggerConnectionException where there is no whole answer
     * @throws com.google.gson.JsonParseException where the request cannot be written as JSON; it is not sent then
     * @throws IllegalStateException where this client is closed
     * @throws IllegalArgumentException where another client has made the call
     */
    public <T> T send(Call<T> call) {
        return exchange(call).body();
    }

    /**
     * The same as {@link #send}, with the status and the headers of the answer.
     *
     * @param call made by one of this client's APIs; it can be sent once
     */
    public <T> ApiResponse<T> exchange(Call<T> call) {
        return Calls.send(checked(call));
    }

    /**
     * Sends a call without waiting.
     *
     * <p>Wait for it before this client is closed, and before the program ends, which its threads do not hold up: the call
     * is cancelled then.
     *
     * <p>Up to 64 calls are under way at once, or as many as the dispatcher of an {@link OkHttpClient} of your own allows;
     * the others wait their turn. A call keeps its place and its thread while it waits for its next try, and while the
     * stages run that depend on the future: what blocks is for {@code thenApplyAsync} and its like, with an executor of
     * your own.
     *
     * @param call made by one of this client's APIs; it can be sent once
     * @return completes with the body of the answer, or with one of the exceptions that {@link #send} throws. To cancel
     *     it, or to end it in another way such as {@link CompletableFuture#orTimeout}, cancels the call; to cancel a
     *     stage that depends on it does not
     * @throws IllegalStateException where this client is closed
     * @throws IllegalArgumentException where another client has made the call
     */
    public <T> CompletableFuture<T> sendAsync(Call<T> call) {
        return Calls.sendAsync(checked(call), ApiResponse::body);
    }

    /**
     * The same as {@link #sendAsync}, with the status and the headers of the answer.
     *
     * @param call made by one of this client's APIs; it can be sent once
     */
    public <T> CompletableFuture<ApiResponse<T>> exchangeAsync(Call<T> call) {
        return Calls.sendAsync(checked(call), Function.identity());
    }

    private <T> Call<T> checked(Call<T> call) {
        if (call instanceof ApiCall<T> own && own.client() != this) {
            throw new IllegalArgumentException("The call was made by another client, whose options and key it has;"
                    + " expected one made by an API of this client");
        }
        return call;
    }

    /**
     * Ends the threads and connections of this client. Calls under way fail, and so do later ones. An
     * {@link OkHttpClient} of your own is left alone, with what is under way in it.
     */
    @Override
    public void close() {
        if (!copy) {
            transport.close();
        }
    }

    /** The server and the kind of key; not the key. */
    @Override
    public String toString() {
        return "TriggerClient(" + requests + ")";
    }

    /** Puts a {@link TriggerClient} together. Not safe for use by several threads at once. */
    public static final class Builder {

        private final RequestOptions.Builder options = RequestOptions.builder().apiUrl(ApiDocument.SERVER_URL);
        private final List<CallObserver> observers = new ArrayList<>();
        private @Nullable OkHttpClient http;
        private Payloads payloads = Payloads.by(new Gson());
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.blocking();
        private boolean plainHttp;

        private Builder() {}

        /**
         * Takes the key from {@code TRIGGER_SECRET_KEY} and, where that is set, the server from {@code TRIGGER_API_URL}.
         *
         * @throws IllegalStateException where {@code TRIGGER_SECRET_KEY} is not set
         * @throws IllegalArgumentException where one of them is set to what it cannot be
         */
        public Builder fromEnv() {
            return from(System.getenv());
        }

        Builder from(Map<String, String> environment) {
            String key = environment.getOrDefault("TRIGGER_SECRET_KEY", "");
            String url = environment.getOrDefault("TRIGGER_API_URL", "");
            if (key.isBlank()) {
                throw new IllegalStateException("The environment variable TRIGGER_SECRET_KEY is not set");
            }
            secretKey(key);
            return url.isBlank() ? this : apiUrl(url);
        }

        /**
         * The secret API key, such as {@code tr_dev_…}. It is sent to the server and printed nowhere.
         *
         * @throws IllegalArgumentException where it is empty or no header could carry it
         */
        public Builder secretKey(String secretKey) {
            options.secretKey(secretKey);
            return this;
        }

        /**
         * Where each try of each request gets its secret API key from, as for keys that are renewed.
         *
         * @see RequestOptions.Builder#secretKey(Supplier)
         */
        public Builder secretKey(Supplier<String> secretKey) {
            options.secretKey(secretKey);
            return this;
        }

        /**
         * The server, {@value ApiDocument#SERVER_URL} by default. It may have a path, under which those of the document
         * are then looked for.
         *
         * @throws IllegalArgumentException where it is no absolute http or https URL, or names a user
         */
        public Builder apiUrl(String apiUrl) {
            options.apiUrl(apiUrl);
            return this;
        }

        /** Whether a server on another machine may be spoken to without TLS, by which the key can be seen on the way. */
        public Builder allowPlainHttp(boolean allowPlainHttp) {
            this.plainHttp = allowPlainHttp;
            return this;
        }

        /**
         * How long a call may take as a whole: the wait for a thread, all tries, the waits between them, and the answer.
         * Two minutes by default, or what an {@link #httpClient} of your own has as its call timeout, which is no limit
         * unless you set one. No limit if zero.
         *
         * @throws IllegalArgumentException where it is negative, less than a millisecond or more than 24 days
         */
        public Builder timeout(Duration timeout) {
            options.timeout(timeout);
            return this;
        }

        /**
         * How long a try waits for its answer, and for each next part of it, before the connection counts as broken, upon
         * which the request is tried again. 30 seconds by default, or what an {@link #httpClient} of your own has. No
         * limit if zero, but for {@link #timeout}.
         *
         * @throws IllegalArgumentException where it is negative, less than a millisecond or more than 24 days
         */
        public Builder readTimeout(Duration readTimeout) {
            options.readTimeout(readTimeout);
            return this;
        }

        /** When a request is tried again: {@link RetryPolicy#standard()} by default, {@link RetryPolicy#none()} for never. */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            options.retryPolicy(retryPolicy);
            return this;
        }

        /**
         * A header of each request.
         *
         * @throws IllegalArgumentException where no header could have such a name or value
         * @see RequestOptions.Builder#header
         */
        public Builder header(String name, String value) {
            options.header(name, value);
            return this;
        }

        /**
         * The size in bytes, decompressed, beyond which the body of a success is not read; 32 MiB by default.
         *
         * @throws IllegalArgumentException where it is not positive
         */
        public Builder maxResponseBytes(long maxResponseBytes) {
            options.maxResponseBytes(maxResponseBytes);
            return this;
        }

        /**
         * An HTTP client of your own, with its timeouts, proxy, interceptors, event listener and connection pool. Its
         * interceptors come first and see each call once; its network interceptors see each try.
         */
        public Builder httpClient(OkHttpClient httpClient) {
            this.http = httpClient;
            return this;
        }

        /**
         * What writes the objects of your application, such as payloads; a plain {@code new Gson()} by default, which
         * leaves out members that are null, of maps too. For the classes of {@code java.time} it needs adapters of yours:
         * without them some releases refuse such values, and others write their fields.
         */
        public Builder gson(Gson gson) {
            this.payloads = Payloads.by(gson);
            return this;
        }

        /** The same by another library than Gson. */
        public Builder payloadSerializer(PayloadSerializer payloadSerializer) {
            this.payloads = Payloads.by(payloadSerializer);
            return this;
        }

        /** Adds one who hears of each call when it has ended. */
        public Builder observer(CallObserver observer) {
            observers.add(observer);
            return this;
        }

        /**
         * Writes a line for each call, with operation, path, status, time, tries and bytes, to the {@link System.Logger}
         * {@code io.github.triggerapi.client}. Off by default.
         */
        public Builder logging(Level level) {
            return observer(CallReporter.logging(level));
        }

        /** The clock by which waits between tries are measured, as for a test. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** What waits between tries, as for a test that does not want to. */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /**
         * The finished client.
         *
         * @throws IllegalStateException where no secret key is set
         * @throws IllegalArgumentException where the key would go to another machine in clear
         */
        public TriggerClient build() {
            RequestOptions finished = options.build();
            if (finished.key() == null) {
                throw new IllegalStateException("A secret key is required");
            }
            Transport transport =
                    Transport.of(http, plainHttp, payloads, new CallReporter(List.copyOf(observers)), clock, sleeper);
            return new TriggerClient(transport, false, finished);
        }
    }
}
