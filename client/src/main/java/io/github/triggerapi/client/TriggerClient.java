package io.github.triggerapi.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.triggerapi.client.api.ApiDocument;
import io.github.triggerapi.client.api.TriggerApis;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

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
 * {@link #sendAsync} send them.
 */
public final class TriggerClient implements TriggerApis, AutoCloseable {

    private final SecretKey key;
    private final HttpUrl apiUrl;
    private final OkHttpClient http;
    private final boolean ownsHttp;
    private final Retrofit retrofit;
    private final Calls calls;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private TriggerClient(Builder builder) {
        if (builder.key == null) {
            throw new IllegalStateException("A secret key is required");
        }
        // A body that is any JSON keeps its nulls; the models write just what is set, whatever is said here.
        Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
        this.key = builder.key;
        this.apiUrl = builder.apiUrl;
        this.ownsHttp = builder.http == null;
        this.http = (builder.http == null ? new OkHttpClient() : builder.http)
                .newBuilder()
                .addInterceptor(new AuthorizationInterceptor(key, apiUrl))
                .addInterceptor(new Answer.Recorder())
                .build();
        this.retrofit = new Retrofit.Builder()
                .baseUrl(apiUrl)
                .callFactory(request -> http.newCall(request.newBuilder()
                        .url(PathEncoding.strict(request.url()))
                        .tag(Answer.class, new Answer())
                        .build()))
                .addConverterFactory(new BodyConverters())
                .addConverterFactory(GsonConverterFactory.create(gson))
                .build();
        this.calls = new Calls(gson, key::redact);
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
     */
    public static TriggerClient fromEnv() {
        return fromEnv(System.getenv());
    }

    static TriggerClient fromEnv(Map<String, String> environment) {
        String key = environment.getOrDefault("TRIGGER_SECRET_KEY", "");
        String url = environment.getOrDefault("TRIGGER_API_URL", "");
        if (key.isBlank()) {
            throw new IllegalStateException("The environment variable TRIGGER_SECRET_KEY is not set");
        }
        Builder builder = builder().secretKey(key);
        return (url.isBlank() ? builder : builder.apiUrl(url)).build();
    }

    @Override
    public <A> A api(Class<A> type) {
        return type.cast(apis.computeIfAbsent(type, retrofit::create));
    }

    /**
     * Sends a call and waits for its answer.
     *
     * @param call made by one of this client's APIs; it can be sent once
     * @return the body of the answer; null where the document describes none
     * @throws TriggerResponseException where the answer is no success, or its body cannot be read
     * @throws TriggerConnectionException where there is no whole answer
     */
    public <T> T send(Call<T> call) {
        return exchange(call).body();
    }

    /**
     * Sends a call without waiting.
     *
     * @param call made by one of this client's APIs; it can be sent once
     * @return completes with the body of the answer, or with one of the exceptions that {@link #send} throws. To cancel
     *     it cancels the call
     */
    public <T> CompletableFuture<T> sendAsync(Call<T> call) {
        CompletableFuture<ApiResponse<T>> response = calls.sendAsync(call);
        CompletableFuture<T> body = new CompletableFuture<>();
        response.whenComplete((answer, error) -> {
            if (error == null) {
                body.complete(answer.body());
            } else {
                body.completeExceptionally(error);
            }
        });
        body.whenComplete((value, error) -> {
            if (body.isCancelled()) {
                response.cancel(true);
            }
        });
        return body;
    }

    /**
     * The same as {@link #send}, with the status and the headers of the answer.
     *
     * @param call made by one of this client's APIs; it can be sent once
     */
    public <T> ApiResponse<T> exchange(Call<T> call) {
        return calls.send(call);
    }

    /** Ends the threads and connections of this client. Those of an {@link OkHttpClient} of your own are left alone. */
    @Override
    public void close() {
        if (ownsHttp) {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }

    /** The server and the kind of key; not the key. */
    @Override
    public String toString() {
        return "TriggerClient(" + apiUrl + ", " + key + ")";
    }

    /** Puts a {@link TriggerClient} together. */
    public static final class Builder {

        private @Nullable SecretKey key;
        private HttpUrl apiUrl = serverUrl(ApiDocument.SERVER_URL);
        private @Nullable OkHttpClient http;

        private Builder() {}

        /**
         * The secret API key, such as {@code tr_dev_…}. It is sent to the server and printed nowhere.
         *
         * @throws IllegalArgumentException where it is empty or no header could carry it
         */
        public Builder secretKey(String secretKey) {
            this.key = new SecretKey(secretKey);
            return this;
        }

        /**
         * The server, {@value ApiDocument#SERVER_URL} by default. It may have a path, under which those of the document
         * are then looked for.
         *
         * @throws IllegalArgumentException where it is no absolute http or https URL, or names a user
         */
        public Builder apiUrl(String apiUrl) {
            this.apiUrl = serverUrl(apiUrl);
            return this;
        }

        /** An HTTP client of your own, with its timeouts, proxy, interceptors and connection pool. */
        public Builder httpClient(OkHttpClient httpClient) {
            this.http = httpClient;
            return this;
        }

        /**
         * The finished client.
         *
         * @throws IllegalStateException where no secret key is set
         */
        public TriggerClient build() {
            return new TriggerClient(this);
        }

        private static HttpUrl serverUrl(String url) {
            HttpUrl parsed = HttpUrl.parse(url.strip().replaceAll("/+$", "") + "/");
            if (parsed != null && !parsed.username().isEmpty()) {
                throw new IllegalArgumentException(
                        "A URL with a user is not supported; the secret key has its own place");
            }
            if (parsed == null || parsed.query() != null || parsed.fragment() != null) {
                throw new IllegalArgumentException("Not an absolute http or https URL without query: " + url);
            }
            return parsed;
        }
    }
}
