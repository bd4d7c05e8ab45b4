package io.github.triggerapi.spring;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The properties of the client.
 *
 * @param enabled Whether to create the client.
 * @param secretKey Secret API key, such as tr_dev_…
 * @param apiUrl URL of the server. By default, the server that the OpenAPI document names.
 * @param allowPlainHttp Whether the secret key may be sent to another machine without encryption.
 * @param timeout Time limit of a call with all its attempts and the delays between them. Zero means no limit.
 * @param readTimeout Time limit of the wait for the next bytes of a response. Zero means no limit.
 * @param maxResponseSize Maximum length of the body of a response.
 * @param headers Headers of each request.
 * @param retry When and how often a request is sent again.
 */
@ConfigurationProperties("trigger")
record TriggerProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String secretKey,
        @Nullable String apiUrl,
        @DefaultValue("false") boolean allowPlainHttp,
        @DefaultValue("2m") Duration timeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("32MB") DataSize maxResponseSize,
        @DefaultValue Map<String, String> headers,
        @DefaultValue Retry retry) {

    /**
     * The properties of the retry policy.
     *
     * @param maxAttempts Maximum number of attempts, including the first.
     * @param initialDelay Delay before the second attempt.
     * @param multiplier Factor by which each delay is longer than the one before.
     * @param maxDelay Maximum delay. If the service asks for a longer one, the call fails.
     * @param jitter Maximum part of a delay, from 0 to 1, by which it is reduced at random.
     */
    record Retry(
            @DefaultValue("5") int maxAttempts,
            @DefaultValue("1s") Duration initialDelay,
            @DefaultValue("1.6") double multiplier,
            @DefaultValue("1m") Duration maxDelay,
            @DefaultValue("0.2") double jitter) {}

    /** Returns the properties without the secret key and the values of headers. */
    @Override
    public String toString() {
        return "TriggerProperties(apiUrl=" + apiUrl + ", timeout=" + timeout + ", readTimeout=" + readTimeout
                + ", maxResponseSize=" + maxResponseSize + ", headers=" + headers.keySet() + ", " + retry + ")";
    }
}
