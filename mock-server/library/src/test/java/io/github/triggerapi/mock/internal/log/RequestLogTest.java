package io.github.triggerapi.mock.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.request.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static void add(RequestLog log, int bytes) {
        log.add(new RequestLogEntry(
                0,
                Instant.EPOCH,
                "GET",
                "/",
                List.of(),
                new byte[bytes],
                bytes,
                Verdict.ACCEPTED,
                200,
                null,
                null,
                null,
                null));
    }

    private static List<Long> numbers(RequestLog log) {
        return log.all().stream().map(RecordedRequest::number).toList();
    }

    @Test
    void keepsTheLastRequests() {
        RequestLog log = new RequestLog(3, Long.MAX_VALUE);
        for (int i = 0; i < 5; i++) {
            add(log, 0);
        }

        assertThat(numbers(log)).containsExactly(3L, 4L, 5L);
        assertThat(log.list(request -> true, 3, 1))
                .extracting(RecordedRequest::number)
                .containsExactly(4L);
    }

    @Test
    void keepsNothingWithACapacityOfZero() {
        RequestLog log = new RequestLog(0, Long.MAX_VALUE);
        add(log, 0);

        assertThat(log.all()).isEmpty();
    }

    @Test
    void removesTheOldestWhenTheyTakeTooMuchMemory() {
        RequestLog log = new RequestLog(100, 10_000);
        for (int i = 0; i < 20; i++) {
            add(log, 2_000);
        }
        assertThat(numbers(log)).containsExactly(17L, 18L, 19L, 20L);

        add(log, 15_000);
        assertThat(numbers(log)).containsExactly(21L);
        add(log, 0);
        assertThat(numbers(log)).containsExactly(22L);
    }

    @Test
    void hasRoomAfterClear() {
        RequestLog log = new RequestLog(100, 10_000);
        for (int i = 0; i < 4; i++) {
            add(log, 2_000);
        }
        log.clear();
        assertThat(log.all()).isEmpty();

        for (int i = 0; i < 4; i++) {
            add(log, 2_000);
        }
        assertThat(numbers(log)).containsExactly(5L, 6L, 7L, 8L);
    }
}
