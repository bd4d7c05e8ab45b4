package io.github.triggerapi.client.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.triggerapi.client.retry.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 1600", "3, 2560", "4, 4096", "5, 6553.6"})
    void delaysGrow(int attempts, double millis) {
        assertThat(millis(delay(RetryPolicy.standard(), attempts, 0))).isCloseTo(millis, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "0.5, 900", "1, 800"})
    void jitterReducesDelays(double random, double millis) {
        assertThat(millis(delay(RetryPolicy.standard(), 1, random))).isCloseTo(millis, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"9, 42949.67296", "10, 60000", "1000, 60000", "2147483647, 60000"})
    void delaysDoNotExceedMaxDelay(int attempts, double millis) {
        assertThat(millis(delay(RetryPolicy.standard(), attempts, 0))).isCloseTo(millis, within(0.001));
    }

    @Test
    void extremePoliciesHaveDelays() {
        RetryPolicy shortest = RetryPolicy.builder()
                .initialDelay(Duration.ZERO)
                .maxDelay(Duration.ZERO)
                .multiplier(100)
                .jitter(1)
                .build();
        RetryPolicy longest = RetryPolicy.builder()
                .initialDelay(Duration.ofDays(1))
                .maxDelay(Duration.ofDays(1))
                .multiplier(100)
                .maxAttempts(Integer.MAX_VALUE)
                .build();

        assertThat(delay(shortest, Integer.MAX_VALUE, 1)).isZero();
        assertThat(delay(longest, Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofDays(1));
    }

    private static Duration delay(RetryPolicy policy, int attempts, double random) {
        return new Backoff(policy, () -> random).delay(attempts);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
