package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.internal.auth.AuthorizationInterceptor;
import io.github.triggerapi.client.internal.auth.ServerUrl;
import io.github.triggerapi.client.internal.auth.Servers;
import io.github.triggerapi.client.internal.converter.InvalidBodyException;
import io.github.triggerapi.client.internal.converter.JsonConverterFactory;
import io.github.triggerapi.client.internal.interceptor.CallState;
import io.github.triggerapi.client.internal.interceptor.FollowUpSuppressor;
import io.github.triggerapi.client.internal.interceptor.NetworkFailureInterceptor;
import io.github.triggerapi.client.internal.interceptor.ResponseBodyInterceptor;
import io.github.triggerapi.client.internal.retry.RetryInterceptor;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Invocation;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Implements the generated interfaces, and makes the requests of a client. */
public final class RequestFactory implements Call.Factory {

    private final Transport transport;
    private final RequestSettings settings;
    private final Servers servers;
    private final OkHttpClient http;
    private final Retrofit retrofit;

    /**
     * Creates a factory.
     *
     * @param settings all of them but the timeouts and the server are set
     * @throws IllegalArgumentException if the credentials would be sent without encryption
     */
    public RequestFactory(Transport transport, RequestSettings settings) {
        this.transport = transport;
        this.settings = settings;
        boolean secret = !settings.credentials().isEmpty() || settings.headers().size() > 0;
        this.servers = new Servers(settings.apiUrl(), secret && !transport.plainHttp());
        this.http = http();
        this.retrofit = new Retrofit.Builder()
                .baseUrl(servers.usual().url())
                .callFactory(this)
                .addCallAdapterFactory(new ClientCallAdapterFactory(transport.calls()))
                .addConverterFactory(
                        new JsonConverterFactory(transport.payloads().gson()))
                .build();
    }

    private OkHttpClient http() {
        OkHttpClient.Builder builder =
                transport.http().newBuilder().followRedirects(false).followSslRedirects(false);
        builder.networkInterceptors().add(0, FollowUpSuppressor::hideRetryAfter);
        if (settings.timeout() != null) {
            builder.callTimeout(settings.timeout());
        }
        if (settings.readTimeout() != null) {
            builder.readTimeout(settings.readTimeout());
        }
        return builder.addInterceptor(CallState::interceptCall)
                .addInterceptor(new RetryInterceptor(
                        Objects.requireNonNull(settings.retryPolicy()),
                        transport.calls().clock(),
                        transport.calls().sleeper()))
                .addInterceptor(new AuthorizationInterceptor(settings.credentials(), servers))
                .addInterceptor(CallState::interceptAttempt)
                .addInterceptor(new NetworkFailureInterceptor())
                .addInterceptor(new ResponseBodyInterceptor(Objects.requireNonNull(settings.maxResponseBytes())))
                .addInterceptor(FollowUpSuppressor::restoreRetryAfter)
                .build();
    }

    /** Returns an implementation of a generated interface. */
    public <A> A create(Class<A> api) {
        InvocationHandler operations = Proxy.getInvocationHandler(retrofit.create(api));
        // Retrofit has a class for Java 16 that invokes default methods. It is lost where jars are merged or shrunk.
        InvocationHandler all = (proxy, method, arguments) -> method.isDefault()
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : operations.invoke(proxy, method, arguments);
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, all));
    }

    /** Completes a request with what belongs to the call as a whole, and not to an attempt. */
    @Override
    public Call newCall(Request request) {
        HttpUrl url = servers.resolve(PathEncoding.encode(request), request);
        if (url == null) {
            PathEncoding.requireUrlParameter(request.tag(Invocation.class));
            return http.newCall(request);
        }
        Request.Builder complete = request.newBuilder().url(url).tag(CallState.class, new CallState());
        if (request.header(UserAgent.NAME) == null) {
            complete.header(UserAgent.NAME, UserAgent.VALUE);
        }
        settings.headers().forEach(header -> complete.header(header.getFirst(), header.getSecond()));
        return http.newCall(RetryInterceptor.withIdempotencyKey(complete.build()));
    }

    /**
     * Returns a call that downloads a body as a string.
     *
     * @throws IllegalArgumentException if the URL is not an http or https URL, or the body would be sent without encryption
     */
    public ApiCall<String> download(String url) {
        return download(url, ResponseBody::string);
    }

    /**
     * Returns a call that downloads JSON.
     *
     * @param type the class of the object to read
     * @throws IllegalArgumentException as {@link #download(String)} does
     */
    public <T> ApiCall<T> download(String url, Class<T> type) {
        Converter<ResponseBody, ?> converter = new JsonConverterFactory(
                        transport.payloads().reader())
                .responseBodyConverter(type, new Annotation[0], retrofit);
        return download(url, body -> cast(type, converter.convert(body)));
    }

    /** The request has neither credentials nor headers of the application, as it may be to any server. */
    private <T> ApiCall<T> download(String url, Converter<ResponseBody, T> converter) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            // Without the URL, which is secret.
            throw new IllegalArgumentException("Not an absolute http or https URL");
        }
        if (!transport.plainHttp()) {
            ServerUrl.requireEncryption(parsed, "the content");
        }
        Request request = new Request.Builder()
                .url(parsed)
                .header(UserAgent.NAME, UserAgent.VALUE)
                .build();
        return new RetrofitApiCall<>(
                transport.calls(),
                new Download(http, request),
                response -> converted(response, converter),
                ApiCallAdapterFactory.callbackExecutor(retrofit));
    }

    /** Unlike {@link Class#cast}, accepts a primitive type. */
    @SuppressWarnings("unchecked")
    private static <T> T cast(Class<T> type, Object value) {
        return type.isPrimitive() ? (T) value : type.cast(value);
    }

    private static <T> Response<T> converted(Response<ResponseBody> response, Converter<ResponseBody, T> converter)
            throws IOException {
        ResponseBody body = response.body();
        if (body == null) {
            return Response.error(Objects.requireNonNull(response.errorBody()), response.raw());
        }
        try {
            return Response.success(converter.convert(body), response.raw());
        } catch (InvalidBodyException e) {
            throw e.withResponse(response.raw());
        }
    }

    /** Returns the server and the prefixes of the credentials. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(servers.usual()), settings.credentials().values().stream())
                .map(Object::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
