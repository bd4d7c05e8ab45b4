package io.github.triggerapi.mock.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.behaviour.Runs.Key;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");
    private int answered;
    private final RecentRequests requests = new RecentRequests(() -> now);

    @Test
    void remembersARequestForADayFromItsFirstTry() {
        assertThat(answer("a")).isEqualTo("1");
        now = now.plus(RecentRequests.LIFE).minus(Duration.ofMillis(1));
        assertThat(answer("b")).isEqualTo("2");
        assertThat(answer("a")).isEqualTo("1");
        now = now.plus(Duration.ofMillis(1));
        assertThat(answer("b")).isEqualTo("2");
        assertThat(answer("a")).isEqualTo("3");
    }

    @Test
    void forgetsTheOldestOfTooMany() {
        for (int i = 0; i <= RecentRequests.LIMIT; i++) {
            answer("key " + i);
        }
        assertThat(answer("key " + RecentRequests.LIMIT)).isEqualTo(String.valueOf(RecentRequests.LIMIT + 1));
        assertThat(answer("key 1")).isEqualTo("2");
        assertThat(answer("key 0")).isEqualTo(String.valueOf(RecentRequests.LIMIT + 2));
    }

    private String answer(String key) {
        return requests.answer(new Key("dev", "my-task", key), () -> String.valueOf(++answered));
    }
}
