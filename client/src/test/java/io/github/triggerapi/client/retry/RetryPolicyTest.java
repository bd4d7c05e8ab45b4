package io.github.triggerapi.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 1600", "3, 2560", "4, 4096", "5, 6553.6"})
    void theStandardDelaysGrow(int tries, double millis) {
        assertThat(millis(RetryPolicy.standard().delay(tries, 0))).isCloseTo(millis, within(0.001));
    }

    @Test
    void theStandardIsFiveTries() {
        assertThat(RetryPolicy.standard().maxAttempts()).isEqualTo(5);
        assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
        assertThat(RetryPolicy.builder().build())
                .hasToString(RetryPolicy.standard().toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "0.5, 900", "1, 800"})
    void jitterTakesAPartAway(double random, double millis) {
        assertThat(millis(RetryPolicy.standard().delay(1, random))).isCloseTo(millis, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"9, 42949.67296", "10, 60000", "1000, 60000", "2147483647, 60000"})
    void noDelayIsLongerThanTheLongest(int tries, double millis) {
        assertThat(millis(RetryPolicy.standard().delay(tries, 0))).isCloseTo(millis, within(0.001));
    }

    @Test
    void theExtremesAreDelaysToo() {
        RetryPolicy nothing = RetryPolicy.builder()
                .initialDelay(Duration.ZERO)
                .maxDelay(Duration.ZERO)
                .multiplier(100)
                .jitter(1)
                .build();
        RetryPolicy all = RetryPolicy.builder()
                .initialDelay(Duration.ofDays(1))
                .maxDelay(Duration.ofDays(1))
                .multiplier(100)
                .maxAttempts(Integer.MAX_VALUE)
                .build();

        assertThat(nothing.delay(Integer.MAX_VALUE, 1)).isZero();
        assertThat(all.delay(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofDays(1));
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                setting("maxAttempts", builder -> builder.maxAttempts(0)),
                setting("initialDelay", builder -> builder.initialDelay(Duration.ofNanos(-1))),
                setting(
                        "initialDelay",
                        builder -> builder.initialDelay(Duration.ofDays(1).plusNanos(1))),
                setting("multiplier", builder -> builder.multiplier(0.99)),
                setting("multiplier", builder -> builder.multiplier(101)),
                setting("multiplier", builder -> builder.multiplier(Double.NaN)),
                setting("maxDelay", builder -> builder.maxDelay(Duration.ofSeconds(-1))),
                setting("maxDelay", builder -> builder.maxDelay(Duration.ofSeconds(Long.MAX_VALUE))),
                setting("jitter", builder -> builder.jitter(-0.1)),
                setting("jitter", builder -> builder.jitter(1.1)),
                setting("jitter", builder -> builder.jitter(Double.NaN)));
    }

    private static Arguments setting(String name, UnaryOperator<RetryPolicy.Builder> setter) {
        return Arguments.of(name, setter);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatCannotBeIsRefused(String name, UnaryOperator<RetryPolicy.Builder> setter) {
        RetryPolicy.Builder builder = RetryPolicy.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> setter.apply(builder))
                .withMessageStartingWith(name + " is ");
    }

    @Test
    void allIsKept() {
        RetryPolicy policy = RetryPolicy.builder()
                .maxAttempts(2)
                .initialDelay(Duration.ofMillis(3))
                .multiplier(4)
                .maxDelay(Duration.ofSeconds(5))
                .jitter(0.6)
                .build();

        assertThat(policy.initialDelay()).isEqualTo(Duration.ofMillis(3));
        assertThat(policy.multiplier()).isEqualTo(4);
        assertThat(policy.maxDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.jitter()).isEqualTo(0.6);
        assertThat(policy)
                .hasToString(
                        "RetryPolicy(maxAttempts=2, initialDelay=PT0.003S, multiplier=4.0, maxDelay=PT5S, jitter=0.6)");
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
