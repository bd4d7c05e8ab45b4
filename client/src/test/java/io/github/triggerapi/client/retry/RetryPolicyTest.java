package io.github.triggerapi.client.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {

    @Test
    void standardPolicyHasFiveAttempts() {
        assertThat(RetryPolicy.standard().maxAttempts()).isEqualTo(5);
        assertThat(RetryPolicy.none().maxAttempts()).isEqualTo(1);
        assertThat(RetryPolicy.builder().build())
                .hasToString(RetryPolicy.standard().toString());
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
    void rejectsInvalidValues(String name, UnaryOperator<RetryPolicy.Builder> setter) {
        RetryPolicy.Builder builder = RetryPolicy.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> setter.apply(builder))
                .withMessageStartingWith(name + " is ");
    }

    @Test
    void returnsValuesOfBuilder() {
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
}
