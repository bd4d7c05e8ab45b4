package io.github.triggerapi.client;

import com.google.gson.Gson;
import io.github.triggerapi.client.api.ApiDocument;
import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.api.SecuritySchemes;
import io.github.triggerapi.client.api.TriggerApis;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.internal.converter.PayloadAdapterFactory;
import io.github.triggerapi.client.internal.retry.RetryInterceptor;
import io.github.triggerapi.client.internal.transport.ApiCallAdapterFactory;
import io.github.triggerapi.client.internal.transport.CallOutcome;
import io.github.triggerapi.client.internal.transport.CallReporter;
import io.github.triggerapi.client.internal.transport.RequestFactory;
import io.github.triggerapi.client.internal.transport.RequestSettings;
import io.github.triggerapi.client.internal.transport.Transport;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.client.retry.Sleeper;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;

/**
 * A client of the Trigger.dev REST API. Thread-safe; an application needs only one.
 *
 * <pre>{@code
 * try (TriggerClient client = TriggerClient.fromEnv()) {
 *     client.tasks().triggerTaskV1("my-task", body).send().id();
 * }
 * }</pre>
 *
 * <p>The methods inherited from {@link TriggerApis} return the generated interfaces. Their methods return an {@link ApiCall},
 * whose methods {@link ApiCall#send} and {@link ApiCall#sendAsync} send it. Requests are retried according to the
 * {@link RetryPolicy}. Redirects are not followed: the secret key and the payload are sent to the configured server only.
 */
public final class TriggerClient implements TriggerApis, AutoCloseable {

    private final Transport transport;
    private final boolean derived;
    private final RequestSettings settings;
    private final RequestFactory requests;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private TriggerClient(Transport transport, boolean derived, RequestSettings settings) {
        this.transport = transport;
        this.derived = derived;
        this.settings = settings;
        this.requests = new RequestFactory(transport, settings);
    }

    /** Returns a new builder, with the server that the spec names and without a key. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a new client with the secret key in {@code TRIGGER_SECRET_KEY}, for the server at {@code TRIGGER_API_URL} or,
     * if that is not set, the server that the spec names.
     *
     * @throws IllegalStateException if {@code TRIGGER_SECRET_KEY} is not set
     * @throws IllegalArgumentException if one of the variables is invalid
     */
    public static TriggerClient fromEnv() {
        return builder().fromEnv().build();
    }

    /**
     * Returns an interceptor that retries requests as this client does, for an OkHttp client that is used without this
     * class, such as with a Retrofit instance of your own. It adds the header {@code x-trigger-request-idempotency-key} to
     * requests whose method is not idempotent, so that the service acts only once.
     *
     * <p>Add it with {@link OkHttpClient.Builder#addInterceptor}. OkHttp itself resends a request once after status 408,
     * unless {@code retryOnConnectionFailure} is false, and after 503 with {@code Retry-After: 0}; these do not count as
     * attempts.
     */
    public static Interceptor retryInterceptor(RetryPolicy policy) {
        return retryInterceptor(policy, Clock.systemUTC(), Sleeper.blocking());
    }

    /**
     * Returns an interceptor that retries calls, as {@link #retryInterceptor(RetryPolicy)} does, for tests.
     *
     * @param clock measures the delays between attempts
     * @param sleeper waits between attempts
     */
    public static Interceptor retryInterceptor(RetryPolicy policy, Clock clock, Sleeper sleeper) {
        return new RetryInterceptor(policy, clock, sleeper);
    }

    /**
     * Returns the factory of {@link ApiCall}s for a Retrofit instance of your own: the generated interfaces need it, and
     * methods of your own interfaces may return this type, too. Other return types are not affected.
     *
     * <pre>{@code
     * TasksApi tasks = new Retrofit.Builder()
     *         .baseUrl("https://api.trigger.dev/")
     *         .addCallAdapterFactory(TriggerClient.callAdapterFactory())
     *         .addConverterFactory(GsonConverterFactory.create())
     *         .build()
     *         .create(TasksApi.class);
     * }</pre>
     */
    public static CallAdapter.Factory callAdapterFactory() {
        return new ApiCallAdapterFactory();
    }

    @Override
    public <A> A api(Class<A> type) {
        return type.cast(apis.computeIfAbsent(type, requests::create));
    }

    /**
     * Returns a client with other options, which shares the connections and threads of this client. Closing it has no
     * effect; closing this client closes both.
     *
     * <p>Creating it is cheap, but not free: keep it if the same options are used again.
     *
     * <pre>{@code
     * TriggerClient patient = client.withOptions(
     *         RequestOptions.builder().timeout(Duration.ofMinutes(10)).readTimeout(Duration.ofMinutes(2)).build());
     * }</pre>
     *
     * @param options override those of this client; options that are not set remain
     * @throws IllegalArgumentException if the secret key would be sent without encryption
     */
    public TriggerClient withOptions(RequestOptions options) {
        return new TriggerClient(transport, true, settings.overriddenBy(options.settings()));
    }

    /**
     * Returns a call that downloads a body from a URL in a response, such as the {@code outputPresignedUrl} of a run. Whoever
     * has such a URL may download the body: neither the secret key nor the headers of {@link RequestOptions} are sent.
     *
     * <p>The call is retried, limited and reported as any other, and redirects are not followed.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL, or an http URL of another machine, unless
     *     {@link Builder#allowPlainHttp} is set
     */
    public ApiCall<String> download(String url) {
        return requests.download(Objects.requireNonNull(url, "url"));
    }

    /**
     * Returns a call that downloads JSON, as {@link #download(String)} does.
     *
     * <pre>{@code
     * Order order = client.download(run.outputPresignedUrl(), Order.class).send();
     * }</pre>
     *
     * @param type the class of the object to read, with the {@link Builder#gson} of the client or the default one; {@code
     *     JsonElement} for a tree
     */
    public <T> ApiCall<T> download(String url, Class<T> type) {
        return requests.download(Objects.requireNonNull(url, "url"), type);
    }

    /**
     * Closes the connections and stops the threads of this client. Calls in progress fail, and so do later ones. An
     * {@link OkHttpClient} of your own, and calls in progress in it, are not affected.
     */
    @Override
    public void close() {
        if (!derived) {
            transport.close();
        }
    }

    /** Returns the server and the prefixes of the credentials. */
    @Override
    public String toString() {
        return "TriggerClient(" + requests + ")";
    }

    /** Builder for {@link TriggerClient}. Not thread-safe. */
    public static final class Builder {

        private static final long MAX_RESPONSE_BYTES = 32L * 1024 * 1024;

        private final RequestOptions.Builder options =
                RequestOptions.builder().retryPolicy(RetryPolicy.standard()).maxResponseBytes(MAX_RESPONSE_BYTES);
        private final List<Function<String, Consumer<CallOutcome>>> observers = new ArrayList<>();
        private @Nullable OkHttpClient httpClient;
        private PayloadAdapterFactory payloads = PayloadAdapterFactory.standard();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.blocking();
        private boolean plainHttp;

        private Builder() {}

        /**
         * Sets the secret key to {@code TRIGGER_SECRET_KEY} and, if they are set, the server to {@code TRIGGER_API_URL} and
         * {@link #allowPlainHttp} to {@code TRIGGER_API_ALLOW_HTTP}, which is {@code true} or {@code false}.
         *
         * @throws IllegalStateException if {@code TRIGGER_SECRET_KEY} is not set
         * @throws IllegalArgumentException if one of the variables is invalid
         */
        public Builder fromEnv() {
            return fromEnv(System.getenv());
        }

        Builder fromEnv(Map<String, String> environment) {
            String key = environment.getOrDefault("TRIGGER_SECRET_KEY", "");
            String url = environment.getOrDefault("TRIGGER_API_URL", "");
            if (key.isBlank()) {
                throw new IllegalStateException("The environment variable TRIGGER_SECRET_KEY is not set");
            }
            secretKey(key);
            switch (environment.getOrDefault("TRIGGER_API_ALLOW_HTTP", "").strip()) {
                case "" -> {}
                case "true" -> allowPlainHttp(true);
                case "false" -> allowPlainHttp(false);
                default ->
                    throw new IllegalArgumentException(
                            "The environment variable TRIGGER_API_ALLOW_HTTP is neither true nor false");
            }
            return url.isBlank() ? this : apiUrl(url);
        }

        /** Sets the secret API key; see {@link RequestOptions.Builder#secretKey(String)}. */
        public Builder secretKey(String secretKey) {
            options.secretKey(secretKey);
            return this;
        }

        /** Sets a supplier of the secret API key; see {@link RequestOptions.Builder#secretKey(Supplier)}. */
        public Builder secretKey(Supplier<String> secretKey) {
            options.secretKey(secretKey);
            return this;
        }

        /** Sets a bearer token or an API key; see {@link RequestOptions.Builder#credentials(SecurityScheme.Token, String)}. */
        public Builder credentials(SecurityScheme.Token scheme, String token) {
            options.credentials(scheme, token);
            return this;
        }

        /**
         * Sets a supplier of a bearer token or an API key; see {@link
         * RequestOptions.Builder#credentials(SecurityScheme.Token, Supplier)}.
         */
        public Builder credentials(SecurityScheme.Token scheme, Supplier<String> token) {
            options.credentials(scheme, token);
            return this;
        }

        /**
         * Sets a user name and a password; see {@link RequestOptions.Builder#credentials(SecurityScheme.Basic, String,
         * String)}.
         */
        public Builder credentials(SecurityScheme.Basic scheme, String user, String password) {
            options.credentials(scheme, user, password);
            return this;
        }

        /**
         * Sets the URL of the server, {@value ApiDocument#SERVER_URL} by default, or the one that the spec names for an
         * operation; see {@link RequestOptions.Builder#apiUrl}.
         */
        public Builder apiUrl(String apiUrl) {
            options.apiUrl(apiUrl);
            return this;
        }

        /**
         * Sets whether the client may connect to another machine without encryption, which exposes the secret key on the
         * way; false by default.
         */
        public Builder allowPlainHttp(boolean allowPlainHttp) {
            this.plainHttp = allowPlainHttp;
            return this;
        }

        /**
         * Sets the timeout of a call as a whole; two minutes by default, or the call timeout of the {@link #httpClient},
         * which by default is none.
         *
         * @see RequestOptions.Builder#timeout
         */
        public Builder timeout(Duration timeout) {
            options.timeout(timeout);
            return this;
        }

        /**
         * Sets how long an attempt waits for the response, and for each next part of it; 30 seconds by default, or the read
         * timeout of the {@link #httpClient}.
         *
         * @see RequestOptions.Builder#readTimeout
         */
        public Builder readTimeout(Duration readTimeout) {
            options.readTimeout(readTimeout);
            return this;
        }

        /** Sets when requests are retried: {@link RetryPolicy#standard()} by default, {@link RetryPolicy#none()} for never. */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            options.retryPolicy(retryPolicy);
            return this;
        }

        /** Sets a header of each request; see {@link RequestOptions.Builder#header}. */
        public Builder header(String name, String value) {
            options.header(name, value);
            return this;
        }

        /** Sets the maximum length of a body, 32 MiB by default; see {@link RequestOptions.Builder#maxResponseBytes}. */
        public Builder maxResponseBytes(long maxResponseBytes) {
            options.maxResponseBytes(maxResponseBytes);
            return this;
        }

        /**
         * Sets an HTTP client of your own, with its timeouts, proxy, interceptors, event listener and connection pool. Its
         * application interceptors see each call once, its network interceptors each attempt.
         */
        public Builder httpClient(OkHttpClient httpClient) {
            this.httpClient = httpClient;
            return this;
        }

        /**
         * Sets the Gson that writes objects of the application, such as payloads, and reads those that {@link
         * TriggerClient#download(String, Class)} returns. The default omits null members, also of
         * maps. Where {@code new Gson()} writes private fields of the Java platform or Kotlin's library, as of
         * {@code java.time} and {@code Optional}, the default throws a {@link com.google.gson.JsonParseException}.
         */
        public Builder gson(Gson gson) {
            this.payloads = PayloadAdapterFactory.with(gson);
            return this;
        }

        /** Sets a serializer other than Gson for objects of the application, such as payloads. */
        public Builder payloadSerializer(PayloadSerializer payloadSerializer) {
            this.payloads = PayloadAdapterFactory.with(payloadSerializer::toJson);
            return this;
        }

        /** Adds an observer of calls. */
        public Builder observer(CallObserver observer) {
            observers.add(operation -> {
                CallObserver started = observer.callStarted(operation);
                return outcome -> started.callEnded(new CallSummary(outcome));
            });
            return this;
        }

        /**
         * Logs a line for each call, with operation, path, status, time, attempts and bytes, to the {@link System.Logger}
         * {@code io.github.triggerapi.client}. Off by default.
         */
        public Builder logging(Level level) {
            return observer(new CallLogger(level));
        }

        /**
         * Sets the clock that measures the delays between attempts and between the requests of a {@link
         * io.github.triggerapi.client.call.Polling}, for tests. The default is the clock of the system.
         */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /**
         * Sets what waits between attempts, and between the requests of a {@link
         * io.github.triggerapi.client.call.Polling} that blocks its thread, for tests. The default is {@link
         * Sleeper#blocking()}.
         */
        public Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /**
         * Builds a new client.
         *
         * @throws IllegalStateException if all operations require credentials, and neither those nor a header are set
         * @throws IllegalArgumentException if the secret key would be sent without encryption
         */
        public TriggerClient build() {
            RequestSettings settings = options.build().settings();
            boolean open =
                    settings.credentials().isEmpty() && settings.headers().size() == 0;
            if (open && SecuritySchemes.areAlwaysRequired()) {
                throw new IllegalStateException(
                        "The secret key is not set; expected secretKey(…), or credentials(…) for one of SecuritySchemes");
            }
            // The spec may list a path alone, or no server.
            if (settings.apiUrl() == null && !ApiDocument.SERVER_URL.startsWith("http")) {
                throw new IllegalStateException("The API URL is not set, and the spec has none");
            }
            Transport transport =
                    Transport.of(httpClient, plainHttp, payloads, new CallReporter(observers), clock, sleeper);
            return new TriggerClient(transport, false, settings);
        }
    }
}
