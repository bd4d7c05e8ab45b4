package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.auth.SecretKeySource;
import io.github.triggerapi.client.internal.auth.ServerUrl;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The settings of requests. Those that are not set are null. */
public record RequestSettings(
        @Nullable SecretKeySource secretKey,
        @Nullable ServerUrl apiUrl,
        @Nullable Duration timeout,
        @Nullable Duration readTimeout,
        @Nullable RetryPolicy retryPolicy,
        @Nullable Long maxResponseBytes,
        Headers headers) {

    /** Returns these settings, overridden by others where those are set. Headers are overridden by name. */
    public RequestSettings overriddenBy(RequestSettings other) {
        Headers.Builder both = headers.newBuilder();
        other.headers.forEach(header -> both.set(header.getFirst(), header.getSecond()));
        return new RequestSettings(
                other.secretKey == null ? secretKey : other.secretKey,
                other.apiUrl == null ? apiUrl : other.apiUrl,
                other.timeout == null ? timeout : other.timeout,
                other.readTimeout == null ? readTimeout : other.readTimeout,
                other.retryPolicy == null ? retryPolicy : other.retryPolicy,
                other.maxResponseBytes == null ? maxResponseBytes : other.maxResponseBytes,
                both.build());
    }

    /** Returns the settings without the secret key and without the values of headers, which may be secret. */
    @Override
    public String toString() {
        return "(apiUrl=" + apiUrl + ", timeout=" + timeout + ", readTimeout=" + readTimeout + ", retryPolicy="
                + retryPolicy + ", maxResponseBytes=" + maxResponseBytes + ", headers=" + headers.names() + ")";
    }
}
