package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.Caller;
import io.github.triggerapi.mock.internal.message.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A state that fits in memory as runs, but neither as a tree nor twice. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(120)
class LargeStateTest {
    /** Of 650 bytes each, so that they fit once in the budget for runs in 40 MiB. */
    private static final int RUNS = 14_000;

    private static final int TOO_MANY_RUNS = 20_000;

    @TempDir
    Path directory;

    @Test
    void aLargeStateIsReadSentReceivedAndWritten() throws Exception {
        Path file = write("state.json", RUNS);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0",
                        "--state",
                        file.toString())
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).isNotNull();
            Caller caller = Caller.at(URI.create(line.substring(line.indexOf("http"))));
            Caller state = caller.path("/_mock/state");
            String sent = state.method("GET").body("").send().body();
            assertThat(runs(sent)).isEqualTo(RUNS);
            assertThat(state.method("PUT").body(sent).statusAndBody()).isEqualTo("204 ");
            assertThat(state.method("PUT")
                            .body(Files.readAllBytes(write("large.json", TOO_MANY_RUNS)))
                            .statusAndBody())
                    .startsWith("413 {\"error\":\"The state takes more than the ");
            assertThat(caller.statusAndBody()).startsWith("200 ");

            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.errorReader().readLine()).isNull();
            assertThat(runs(Files.readString(file))).isEqualTo(RUNS + 1);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int runs(String state) {
        JsonNode json = Json.parse(state.getBytes(StandardCharsets.UTF_8));
        return json.path("runs").size();
    }

    private Path write(String name, int runs) throws IOException {
        Path file = directory.resolve(name);
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeStringField("time", "2026-11-24T00:00:00Z");
            json.writeArrayFieldStart("runs");
            for (int number = 1; number <= runs; number++) {
                json.writeStartObject();
                json.writeStringField("id", "run_" + number);
                json.writeStringField("task", "my-task");
                json.writeStringField("environment", "dev");
                json.writeStringField("status", "COMPLETED");
                json.writeNumberField("number", number);
                json.writeNumberField("version", 2);
                json.writeArrayFieldStart("tags");
                json.writeEndArray();
                json.writeStringField("queue", "task/my-task");
                json.writeStringField("createdAt", "2026-11-24T00:00:00Z");
                json.writeStringField("finishedAt", "2026-11-24T00:00:00Z");
                json.writeStringField("payload", "x".repeat(198));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("limits");
            json.writeEndArray();
            json.writeArrayFieldStart("requestKeys");
            json.writeEndArray();
            json.writeEndObject();
        }
        return file;
    }
}
