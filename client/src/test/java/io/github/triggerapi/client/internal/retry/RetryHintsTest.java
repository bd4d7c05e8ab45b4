package io.github.triggerapi.client.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryHintsTest {

    /** Two minutes before the example of RFC 9110, section 10.2.3. */
    private static final Instant NOW = Instant.parse("1999-12-31T23:57:59Z");

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 501, 502, 503, 504, 599})
    void isRetryable(int status) {
        assertThat(RetryHints.isRetryable(response(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 299, 300, 301, 304, 307, 308, 400, 401, 402, 403, 404, 405, 410, 413, 422, 425})
    void isNotRetryable(int status) {
        assertThat(RetryHints.isRetryable(response(status))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, true, true",
        "404, ' TRUE ', true",
        "301, true, true",
        "503, false, false",
        "429, ' False', false",
        "200, true, false",
        "503, maybe, true",
        "400, maybe, false",
        "503, '', true"
    })
    void shouldRetryHeaderOverridesStatus(int status, String advice, boolean transientFailure) {
        assertThat(RetryHints.isRetryable(response(status, "x-should-retry", advice)))
                .isEqualTo(transientFailure);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "' 7 ', 7", "120, 120", "999999999999999, 999999999999999"})
    void retryAfterSeconds(String value, long seconds) {
        assertThat(delay(503, "Retry-After", value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"'Fri, 31 Dec 1999 23:59:59 GMT', 120", "'Fri, 31 Dec 1999 23:57:59 GMT', 0"})
    void retryAfterDate(String value, long seconds) {
        assertThat(delay(429, "Retry-After", value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "1.5",
                "1s",
                "soon",
                "1e3",
                "\u0661",
                "9999999999999999",
                "99999999999999999999999",
                "1999-12-31T23:59:59Z",
                "Mon, 31 Dec 1999 23:59:59 GMT",
                "Fri, 31 Dec 1999 22:59:59 GMT"
            })
    void ignoresInvalidRetryAfter(String value) {
        assertThat(delay(503, "Retry-After", value)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"946684679000, 0", "946684679001, 1", "946684680500, 1500", "999999999999999, 999053315320999"})
    void rateLimitReset(String value, long millis) {
        assertThat(delay(429, "x-ratelimit-reset", value)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "946684678999", "0", "-1", "soon", "1e12", "9466846790.5", "99999999999999999999"})
    void ignoresInvalidRateLimitReset(String value) {
        assertThat(delay(429, "x-ratelimit-reset", value)).isNull();
    }

    @Test
    void rateLimitResetAppliesToStatus429Only() {
        assertThat(delay(503, "x-ratelimit-reset", "946684680500")).isNull();
    }

    @Test
    void retryAfterOverridesRateLimitReset() {
        Response both = response(429, "x-ratelimit-reset", "946684680500")
                .newBuilder()
                .header("Retry-After", "9")
                .build();
        Response one = both.newBuilder().header("Retry-After", "soon").build();

        assertThat(RetryHints.delay(both, NOW)).isEqualTo(Duration.ofSeconds(9));
        assertThat(RetryHints.delay(one, NOW)).isEqualTo(Duration.ofMillis(1500));
        assertThat(RetryHints.delay(response(429), NOW)).isNull();
    }

    private static Duration delay(int status, String header, String value) {
        return RetryHints.delay(response(status, header, value), NOW);
    }

    private static Response response(int status) {
        return response(status, "Date", "Fri, 31 Dec 1999 23:57:59 GMT");
    }

    private static Response response(int status, String header, String value) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://localhost").build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .headers(new Headers.Builder().addUnsafeNonAscii(header, value).build())
                .build();
    }
}
