package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.run.MockClock;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server knows outlives it in a file. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class StateFileTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final String KEYED = "{\"payload\":1.50,\"options\":{\"idempotencyKey\":\"k\",\"ttl\":\"1h\","
            + "\"queue\":{\"concurrencyLimit\":0}}}";

    @TempDir
    Path folder;

    private MockServerBuilder builder(Duration later) {
        return MockServer.builder().clock(MockClock.stoppedAt(NOW.plus(later))).stateFile(folder.resolve("state.json"));
    }

    @Test
    void isWrittenAtTheEndAndReadAtTheStart() throws IOException {
        List<Run> runs;
        try (MockServer server = builder(Duration.ZERO).start()) {
            Caller.of(server).body(KEYED).send();
            Caller.of(server).path("/api/v1/tasks/other/trigger").send();
            runs = server.runs();
            assertThat(runs).extracting(Run::status).containsExactly(RunStatus.QUEUED, RunStatus.COMPLETED);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("state.json"));
        }
        try (MockServer server = builder(Duration.ofMinutes(59)).start()) {
            assertThat(server.runs()).isEqualTo(runs);
            assertThat(server.runs().get(0).payloadJson()).isEqualTo("1.50");
            assertThat(Caller.of(server).body(KEYED).answer())
                    .contains(runs.get(0).id());
            Caller.of(server).send();
            assertThat(server.runs().get(2).status()).isEqualTo(RunStatus.QUEUED);
            assertThat(server.runs().get(2).number()).isEqualTo(3);
            server.clock().advance(Duration.ofMinutes(1));
            assertThat(server.runs().get(0).status()).isEqualTo(RunStatus.EXPIRED);
        }
        try (MockServer server = builder(Duration.ofDays(1)).start()) {
            assertThat(server.runs())
                    .extracting(Run::status)
                    .containsExactly(RunStatus.EXPIRED, RunStatus.COMPLETED, RunStatus.EXPIRED);
        }
    }

    @Test
    void isSavedWhenAskedFor() throws IOException {
        try (MockServer server = builder(Duration.ZERO).start()) {
            Caller caller = Caller.of(server);
            caller.send();
            assertThat(folder.resolve("state.json")).doesNotExist();
            assertThat(caller.path("/_mock/state/save").body("").answer()).isEqualTo("204 ");
            assertThat(folder.resolve("state.json"))
                    .content()
                    .contains(server.runs().get(0).id());
            assertThat(caller.method("GET").path("/_mock/info").body("").answer())
                    .contains("\"stateFile\":\"" + folder.resolve("state.json") + "\"");
        }
        try (MockServer server = MockServer.builder().start()) {
            assertThat(Caller.of(server).path("/_mock/state/save").body("").answer())
                    .isEqualTo("409 {\"error\":\"The server was started without a state file to save to\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | Request body is empty",
                "{\"format\":1, | Invalid JSON at line 1, column",
                "[] | Validation error: must be an object at the top level",
                "{\"format\":2} | at",
                "{\"format\":1,\"time\":\"noon\",\"runs\":[],\"limits\":[],\"requestKeys\":[]} | Validation error: must be a"
                        + " date-time as in RFC 3339 at \"time\"",
                "{\"format\":1,\"time\":\"2026-11-24T00:00:00Z\",\"runs\":[{}],\"limits\":[],\"requestKeys\":[]} | is required"
                        + " at \"runs[0].id\""
            })
    void oneThatIsNoneStopsTheStart(String content, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("state.json"), content);
        assertThatThrownBy(builder(Duration.ZERO)::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("State file " + file + ": ")
                .hasMessageContaining(text)
                .message()
                .doesNotContain("\n");
        assertThat(file).content().isEqualTo(content);
    }

    @Test
    void oneThatCannotBeUsedStopsTheStart() throws IOException {
        MockServerBuilder nowhere = MockServer.builder().stateFile(folder.resolve("none/state.json"));
        assertThatThrownBy(nowhere::start).hasMessageEndingWith("must be in a directory that is there");
        Files.createDirectory(folder.resolve("state.json"));
        assertThatThrownBy(builder(Duration.ZERO)::start).hasMessageContaining("state.json: cannot be read: ");
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        MockServer server =
                MockServer.builder().stateFile(inside.resolve("state.json")).start();
        Files.delete(inside);
        assertThat(Caller.of(server).path("/_mock/state/save").body("").answer())
                .startsWith("500 ")
                .contains("cannot be written");
        assertThatThrownBy(server::close)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("state.json: cannot be written: ");
        server.close();
    }

    @Test
    void aServerThatDoesNotStartLeavesItAlone() throws IOException {
        Path file = folder.resolve("state.json");
        try (MockServer other = MockServer.builder().start()) {
            assertThatThrownBy(builder(Duration.ZERO).port(other.port())::start)
                    .isInstanceOf(UncheckedIOException.class);
        }
        assertThat(file).doesNotExist();
    }
}
