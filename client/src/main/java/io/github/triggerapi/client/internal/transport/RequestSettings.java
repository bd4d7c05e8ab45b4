package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.internal.auth.CredentialsSource;
import io.github.triggerapi.client.internal.auth.ServerUrl;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The settings of requests. Those that are not set are null or empty. */
public record RequestSettings(
        Map<SecurityScheme, CredentialsSource> credentials,
        @Nullable ServerUrl apiUrl,
        @Nullable Duration timeout,
        @Nullable Duration readTimeout,
        @Nullable RetryPolicy retryPolicy,
        @Nullable Long maxResponseBytes,
        Headers headers) {

    /**
     * Returns these settings, overridden by others where those are set. Headers are overridden by name, and credentials by
     * scheme.
     */
    public RequestSettings overriddenBy(RequestSettings other) {
        Map<SecurityScheme, CredentialsSource> all = new LinkedHashMap<>(credentials);
        all.putAll(other.credentials);
        Headers.Builder both = headers.newBuilder();
        other.headers.forEach(header -> both.set(header.getFirst(), header.getSecond()));
        return new RequestSettings(
                Collections.unmodifiableMap(all),
                other.apiUrl == null ? apiUrl : other.apiUrl,
                other.timeout == null ? timeout : other.timeout,
                other.readTimeout == null ? readTimeout : other.readTimeout,
                other.retryPolicy == null ? retryPolicy : other.retryPolicy,
                other.maxResponseBytes == null ? maxResponseBytes : other.maxResponseBytes,
                both.build());
    }

    /** Returns the settings without the credentials and without the values of headers, which may be secret. */
    @Override
    public String toString() {
        return "(apiUrl=" + apiUrl + ", timeout=" + timeout + ", readTimeout=" + readTimeout + ", retryPolicy="
                + retryPolicy + ", maxResponseBytes=" + maxResponseBytes + ", headers=" + headers.names() + ")";
    }
}
