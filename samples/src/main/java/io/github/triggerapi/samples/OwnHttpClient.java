package io.github.triggerapi.samples;

import io.github.triggerapi.client.TriggerClient;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** Uses an existing HTTP client with its proxy, timeouts, interceptors and connection pool. */
public final class OwnHttpClient {

    private OwnHttpClient() {}

    static TriggerClient.Builder configured(
            TriggerClient.Builder builder, OkHttpClient http, Supplier<String> traceparent) {
        return builder.httpClient(http.newBuilder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("traceparent", traceparent.get())
                        .build()))
                .build());
    }
}
