package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.triggerapi.client.error.BadRequestException;
import io.github.triggerapi.client.error.ConflictException;
import io.github.triggerapi.client.error.NotFoundException;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.TooManyRequestsException;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.error.UnauthorizedException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.error.UnprocessableContentException;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each failure of a server results in one exception, after a number of attempts, and never shows the key. */
@Tag("independent")
@Isolated("captures the log of all clients")
class FailingServerTest {

    private static final Duration TIMEOUT = Duration.ofMillis(600);
    private static final int FIRST = 1;
    private static final int ALL = 5;
    private static final double BY_POLICY = 1 + 1.6 + 2.56 + 4.096;

    private static final List<String> TABLE = new ArrayList<>();

    static Stream<Arguments> failures() {
        Class<?> none = TriggerConnectionException.class;
        return Stream.of(
                arguments(FailingServer.CLOSES_AT_ONCE, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.RESETS_AT_ONCE, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.CLOSES_IN_STATUS_LINE, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.CLOSES_IN_HEADERS, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.CLOSES_IN_BODY, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.RESETS_IN_BODY, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.CLOSES_IN_CHUNK, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.GARBAGE_CHUNK, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.GARBAGE_GZIP, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.CLOSES_IN_ERROR, NotFoundException.class, 404, FIRST, 0),
                arguments(FailingServer.GARBAGE, none, 0, FIRST, 0),
                arguments(FailingServer.NEGATIVE_STATUS, none, 0, FIRST, 0),
                arguments(FailingServer.HUGE_CHUNK, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.BODY_OF_NOTHING, none, 0, FIRST, 0),
                arguments(FailingServer.SWITCHES, TriggerResponseException.class, 101, FIRST, 0),
                arguments(FailingServer.INFORMS, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.CONTROLS, none, 0, FIRST, 0),
                arguments(FailingServer.STATUS_400, BadRequestException.class, 400, FIRST, 0),
                arguments(FailingServer.STATUS_401, UnauthorizedException.class, 401, FIRST, 0),
                arguments(FailingServer.STATUS_408, TriggerResponseException.class, 408, ALL, BY_POLICY),
                arguments(FailingServer.STATUS_409, ConflictException.class, 409, ALL, BY_POLICY),
                arguments(FailingServer.STATUS_429, TooManyRequestsException.class, 429, ALL, BY_POLICY),
                arguments(FailingServer.AFTER_SECONDS, TooManyRequestsException.class, 429, ALL, 8),
                arguments(FailingServer.AFTER_DATE, TooManyRequestsException.class, 429, ALL, 12),
                arguments(FailingServer.AFTER_GARBAGE, TooManyRequestsException.class, 429, ALL, BY_POLICY),
                arguments(FailingServer.RESET, TooManyRequestsException.class, 429, ALL, 6),
                arguments(FailingServer.RESET_LATER, TooManyRequestsException.class, 429, FIRST, 0),
                arguments(FailingServer.SHOULD_NOT_RETRY, TooManyRequestsException.class, 429, FIRST, 0),
                arguments(FailingServer.SHOULD_RETRY, BadRequestException.class, 400, ALL, BY_POLICY),
                arguments(FailingServer.STATUS_500, ServerErrorException.class, 500, ALL, BY_POLICY),
                arguments(FailingServer.STATUS_503, ServerErrorException.class, 503, ALL, BY_POLICY),
                arguments(FailingServer.AFTER_NOTHING, ServerErrorException.class, 503, ALL, 0),
                arguments(FailingServer.AFTER_AGES, ServerErrorException.class, 503, FIRST, 0),
                arguments(FailingServer.STATUS_999, ServerErrorException.class, 999, ALL, BY_POLICY),
                arguments(FailingServer.CUT_KEY, ServerErrorException.class, 500, ALL, BY_POLICY),
                arguments(FailingServer.UNREADABLE, UnexpectedResponseException.class, 200, FIRST, 0),
                arguments(FailingServer.WRONG_TYPE, UnexpectedResponseException.class, 200, FIRST, 0),
                arguments(FailingServer.EMPTY, UnexpectedResponseException.class, 200, FIRST, 0),
                arguments(FailingServer.HTML, UnexpectedResponseException.class, 200, FIRST, 0),
                arguments(FailingServer.DEEP, UnexpectedResponseException.class, 200, FIRST, 0),
                arguments(FailingServer.ENDLESS, UnexpectedResponseException.class, 200, FIRST, 0),
                arguments(FailingServer.ENDLESS_ERROR, UnprocessableContentException.class, 422, FIRST, 0),
                arguments(FailingServer.ENDLESS_HEADERS, none, 0, ALL, BY_POLICY),
                arguments(FailingServer.MOVED, TriggerResponseException.class, 301, FIRST, 0),
                arguments(FailingServer.REDIRECTED, TriggerResponseException.class, 307, FIRST, 0));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void callFailsWith(FailingServer failure, Class<?> type, int status, int attempts, double seconds) {
        Duration totalDelay = Duration.ofMillis(Math.round(seconds * 1000));
        for (Way way : Way.values()) {
            FakeClock time = new FakeClock();
            try (RawServer server = failure.start(time)) {
                FailureProbe probe = new FailureProbe();
                TriggerException thrown = probe.sendFailing(way, builder(server.url(), time));

                row(failure.toString(), way, thrown, server.requests().size(), time);
                assertThat(thrown)
                        .isExactlyInstanceOf(type)
                        .hasMessageStartingWith("POST /api/v1/tasks/my-task/trigger");
                assertThat(status(thrown)).isEqualTo(status);
                assertThat(server.requests()).hasSize(attempts);
                assertThat(time.totalDelay()).isEqualTo(totalDelay);
                assertThat(probe.summary().attempts()).isEqualTo(attempts);
                // The observer gets the status of an incomplete response, too.
                assertThat(probe.summary().status()).isIn(status == 0 ? List.of(0, 200) : List.of(status));
                probe.assertNoKey();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SLOW", "SLOW_ERROR", "SILENT"})
    void callTimesOut(FailingServer failure) {
        for (Way way : Way.values()) {
            FakeClock time = new FakeClock();
            try (RawServer server = failure.start(time)) {
                FailureProbe probe = new FailureProbe();
                TriggerException thrown =
                        probe.sendFailing(way, builder(server.url(), time).timeout(TIMEOUT));

                row(failure + ", timeout 0.6 s", way, thrown, server.requests().size(), time);
                if (failure == FailingServer.SLOW_ERROR) {
                    assertThat(thrown).isExactlyInstanceOf(ServerErrorException.class);
                } else {
                    assertThat(thrown)
                            .isInstanceOfSatisfying(
                                    TriggerConnectionException.class,
                                    e -> assertThat(e.isTimeout()).isTrue());
                }
                assertThat(probe.summary().failure().isPresent())
                        .isEqualTo(thrown instanceof TriggerConnectionException);
                assertThat(server.requests()).hasSize(FIRST);
                assertThat(time.delays()).isEmpty();
                probe.assertNoKey();
            }
        }
    }

    @Test
    void connectionIsRefused() {
        String url;
        try (RawServer server = RawServer.start(exchange -> {})) {
            url = server.url();
        }
        for (Way way : Way.values()) {
            FakeClock time = new FakeClock();
            FailureProbe probe = new FailureProbe();
            TriggerException thrown = probe.sendFailing(way, builder(url, time));

            row("refuses the connection", way, thrown, probe.summary().attempts(), time);
            assertThat(thrown)
                    .isExactlyInstanceOf(TriggerConnectionException.class)
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessageEndingWith(" (" + ALL + " attempts)");
            assertThat(probe.summary().attempts()).isEqualTo(ALL);
            assertThat(time.totalDelay()).isEqualTo(Duration.ofMillis(9256));
            probe.assertNoKey();
        }
    }

    private static TriggerClient.Builder builder(String url, FakeClock time) {
        return TriggerClient.builder()
                .secretKey(FailureProbe.KEY)
                .apiUrl(url)
                .maxResponseBytes(1024 * 1024)
                .retryPolicy(RetryPolicy.builder().jitter(0).build())
                .clock(time)
                .sleeper(time)
                .logging(Level.INFO);
    }

    private static int status(TriggerException thrown) {
        return thrown instanceof TriggerResponseException response ? response.status() : 0;
    }

    private static void row(String failure, Way way, TriggerException thrown, int attempts, FakeClock time) {
        if (way == Way.BLOCKING) {
            String exception = thrown.getClass().getSimpleName() + (status(thrown) == 0 ? "" : " " + status(thrown));
            TABLE.add("%-38s | %-33s | %5d | %6.3f s%n"
                    .formatted(failure, exception, attempts, time.totalDelay().toMillis() / 1000.0));
        }
    }

    @AfterAll
    static void writeTable() throws IOException {
        String table = "%-38s | %-33s | %5s | %s%n".formatted("server does", "caller sees", "sent", "delays")
                + "-".repeat(39) + "+" + "-".repeat(35) + "+-------+---------\n" + String.join("", TABLE);
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("failing-server.txt"), table);
    }

    /** The ways to send a call. */
    enum Way {
        BLOCKING(client -> catchThrowable(() -> trigger(client).send())),
        ASYNC(client -> {
            Throwable thrown = catchThrowable(() -> trigger(client).sendAsync().join());
            return thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown;
        });

        private final Function<TriggerClient, Throwable> failing;

        Way(Function<TriggerClient, Throwable> failing) {
            this.failing = failing;
        }

        Throwable fail(TriggerClient client) {
            return failing.apply(client);
        }
    }
}
