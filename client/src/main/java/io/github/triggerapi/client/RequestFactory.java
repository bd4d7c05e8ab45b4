package io.github.triggerapi.client;

import io.github.triggerapi.client.retry.RetryInterceptor;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Retrofit;

/** Makes the requests of a client: from a method of an interface to what goes to the wire. */
final class RequestFactory implements Call.Factory {

    private static final String USER_AGENT = "User-Agent";

    private final RequestOptions options;
    private final Origin origin;
    private final KeySource key;
    private final OkHttpClient http;
    private final EarlyTimeout earlyTimeout;
    private final Retrofit retrofit;

    RequestFactory(TriggerClient client, Transport transport, RequestOptions options) {
        this.options = options;
        this.origin = options.origin();
        this.key = options.key();
        if (!transport.plainHttp()) {
            origin.requireSafe();
        }
        this.http = http(transport);
        this.earlyTimeout = transport.earlyTimeout();
        this.retrofit = new Retrofit.Builder()
                .baseUrl(origin.url())
                .callFactory(this)
                .addCallAdapterFactory(new ApiCalls(client, transport))
                .addConverterFactory(new JsonConverters(transport.payloads().bodies()))
                .build();
    }

    private OkHttpClient http(Transport transport) {
        OkHttpClient.Builder builder =
                transport.http().newBuilder().followRedirects(false).followSslRedirects(false);
        builder.networkInterceptors().add(0, FollowUps::hide);
        if (options.timeout() != null) {
            builder.callTimeout(options.timeout());
        }
        if (options.readTimeout() != null) {
            builder.readTimeout(options.readTimeout());
        }
        return builder.addInterceptor(CallState::begin)
                .addInterceptor(new RetryInterceptor(options.retryPolicy(), transport.clock(), transport.sleeper()))
                .addInterceptor(new AuthorizationInterceptor(key, origin))
                .addInterceptor(CallState::record)
                .addInterceptor(new FailureInterceptor())
                .addInterceptor(new BodyReader(options.maxResponseBytes()))
                .addInterceptor(FollowUps::restore)
                .build();
    }

    <A> A create(Class<A> api) {
        return retrofit.create(api);
    }

    /** What belongs to a call as a whole, not to a try. */
    @Override
    public Call newCall(Request request) {
        earlyTimeout.use();
        HttpUrl url = PathEncoding.strict(request);
        if (!origin.includes(url)) {
            return http.newCall(request);
        }
        Request.Builder complete = request.newBuilder().url(url).tag(CallState.class, new CallState());
        if (request.header(USER_AGENT) == null) {
            complete.header(USER_AGENT, UserAgent.TEXT);
        }
        options.headers().forEach(header -> complete.header(header.getFirst(), header.getSecond()));
        if (options.headers().get(RetryInterceptor.IDEMPOTENCY_KEY) == null) {
            String idempotencyKey = RetryInterceptor.newIdempotencyKey(request);
            if (idempotencyKey != null) {
                complete.header(RetryInterceptor.IDEMPOTENCY_KEY, idempotencyKey);
            }
        }
        return http.newCall(complete.build());
    }

    @Override
    public String toString() {
        return origin.url() + ", " + key;
    }
}
