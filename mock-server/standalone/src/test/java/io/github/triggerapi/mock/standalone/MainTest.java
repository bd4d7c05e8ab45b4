package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.Caller;
import io.github.triggerapi.mock.MockServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class MainTest {
    /** The result of the command line in this process. */
    private record Execution(int status, ByteArrayOutputStream out, ByteArrayOutputStream err, MockServer server)
            implements AutoCloseable {
        static Execution of(Map<String, String> environment, String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Main main = new Main(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            int status = main.run(environment, arguments);
            return new Execution(status, out, err, main.server);
        }

        Caller caller() {
            assertThat(status).as("%s", err).isZero();
            return Caller.of(Objects.requireNonNull(server));
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void theProgramRunsUntilItIsTerminated() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("TRIGGER_MOCK_"));
        builder.environment().put("TRIGGER_MOCK_PORT", "0");
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).matches("Trigger\\.dev mock server listening on http://127\\.0\\.0\\.1:\\d+");
            // By the handle, because the process itself would close the streams.
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(out.readLine()).isNull();
            assertThat(read(process.getErrorStream())).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void optionsAndEnvironmentVariablesReachTheServer() {
        String invalidDelay = "{\"options\":{\"delay\":\"soon\"}}";
        try (Execution strict = Execution.of(
                Map.of("TRIGGER_MOCK_MAX_RUNS", "1"), "--port", "0", "--key", "tr_dev_1", "--stay-queued")) {
            Caller caller = strict.caller();
            assertThat(caller.body(invalidDelay).statusAndBody()).startsWith("400 ");
            assertThat(caller.header("Authorization", "Bearer tr_dev_2").statusAndBody())
                    .startsWith("401 ");
            assertThat(caller.statusAndBody()).startsWith("200 ");
            assertThat(caller.statusAndBody()).startsWith("503 ");
        }
        Map<String, String> environment = Map.of(
                "TRIGGER_MOCK_KEYS", "tr_dev_1,tr_dev_2",
                "TRIGGER_MOCK_MAX_RUNS", "1",
                "TRIGGER_MOCK_PORT", "1");
        try (Execution lenient =
                Execution.of(environment, "--port", "0", "--rules", "service", "--complete-after", "1h")) {
            Caller caller = lenient.caller();
            assertThat(caller.header("Authorization", "Bearer tr_dev_2")
                            .body(invalidDelay)
                            .statusAndBody())
                    .startsWith("200 ");
            assertThat(caller.statusAndBody()).as("it executes for an hour").startsWith("503 ");
        }
    }

    @Test
    void printsALineForEachRequest() {
        try (Execution text = Execution.of(Map.of(), "--port", "0", "--log")) {
            text.caller().send();
            assertThat(text.out().toString().lines()).last().isEqualTo("POST /api/v1/tasks/my-task/trigger 200");
        }
        Map<String, String> environment = Map.of("TRIGGER_MOCK_LOG_FORMAT", "json", "TRIGGER_MOCK_TASKS", "a,b");
        try (Execution json = Execution.of(environment, "--port", "0")) {
            json.caller().path("/api/v1/tasks/c/trigger").send();
            assertThat(json.out().toString().lines())
                    .last()
                    .asString()
                    .matches("\\{\"time\":\"2.*Z\",\"method\":\"POST\",\"path\":\"/api/v1/tasks/c/trigger\","
                            + "\"status\":404,\"millis\":\\d+,\"verdict\":\"rejected\","
                            + "\"reason\":\".+\",\"task\":\"c\"}");
        }
    }

    @Test
    void reportsAPortInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Execution execution = Execution.of(Map.of("TRIGGER_MOCK_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(execution.out().toString()).isEmpty();
            assertThat(execution.err().toString())
                    .isEqualToIgnoringNewLines(
                            "Cannot listen on 127.0.0.1 port " + taken.getLocalPort() + ": Address already in use");
            assertThat(execution.status()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheStateInAFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("state.json");
        Execution.of(Map.of(), "--port", "0", "--state", file.toString()).close();
        assertThat(file).content().startsWith("{\"format\":1,");
        Files.writeString(file, "{\"format\":");
        try (Execution rejected = Execution.of(Map.of(), "--port", "0", "--state", file.toString())) {
            assertThat(rejected.err().toString())
                    .startsWith("State file " + file + ": Invalid JSON at line 1, column ")
                    .hasLineCount(1);
            assertThat(rejected.status()).isEqualTo(1);
        }
    }

    @Test
    void printsHelpAndVersion() {
        Execution help = Execution.of(Map.of(), "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out().toString())
                .contains("--port", "--host", "--task", "--max-body", "TRIGGER_MOCK_PORT")
                .contains("--key", "--complete-after", "--stay-queued", "--rules", "--max-runs", "--max-requests")
                .contains("--clock", "--control-token", "--state", "--store", "/_mock/openapi.yaml")
                .contains("--request-timeout", "--idle-timeout", "--max-connections", "--stop-timeout")
                .contains("--log", "--log-format", "8030", "100000", "3145728", "127.0.0.1");
        Execution version = Execution.of(Map.of(), "--version");
        assertThat(version.status()).isZero();
        assertThat(version.out().toString()).startsWith("trigger-mock ");
    }

    @Test
    void reportsThatTheStoreIsNotAvailable() {
        Execution execution = Execution.of(Map.of(), "--port", "0", "--store", "redis://me:secret@127.0.0.1:1");
        assertThat(execution.status()).isEqualTo(1);
        assertThat(execution.err().toString())
                .startsWith("Store redis://127.0.0.1:1/0: ")
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @Test
    void invalidOptionsAreRejected() {
        for (List<String> invalid : List.of(
                List.of("--nonsense"),
                List.of("--nonsense=secret"),
                List.of("secret"),
                List.of("--port"),
                List.of("--port", "--log"),
                List.of("--port", "0", "--port", "0"),
                List.of("--log=perhaps"),
                List.of("--rules", "none"),
                List.of("--port", "x"),
                List.of("--port", "70000"),
                List.of("--max-body", "-1"),
                List.of("--max-runs", "0"),
                List.of("--max-requests", "-1"),
                List.of("--request-timeout", "0s"),
                List.of("--idle-timeout", "soon"),
                List.of("--max-connections", "0"),
                List.of("--stop-timeout", "now"),
                List.of("--log-format", "xml"),
                List.of("--clock", "noon"),
                List.of("--control-token", "secret word"),
                List.of("--key", "pk_secret"),
                List.of("--store", "http://secret@localhost"),
                List.of("--complete-after", "1 h"))) {
            Execution execution = Execution.of(Map.of(), invalid.toArray(String[]::new));
            assertThat(execution.status()).as("%s", invalid).isEqualTo(2);
            assertThat(execution.err().toString()).doesNotContain("secret", "Exception");
            assertThat(execution.err().toString().lines())
                    .hasSizeBetween(2, 3)
                    .last()
                    .isEqualTo("--help lists the options");
        }
    }

    @Test
    void allInvalidOptionsAreReportedAtOnce() {
        Execution execution = Execution.of(
                Map.of("TRIGGER_MOCK_MAX_BODY", "-1"),
                "--port",
                "x",
                "--max-runs",
                "0",
                "--clock",
                "noon",
                "--nonsense");
        assertThat(execution.status()).isEqualTo(2);
        assertThat(execution.server()).isNull();
        assertThat(execution.err().toString())
                .contains("--port", "maxRuns", "--clock", "maxBodyBytes", "--nonsense")
                .endsWith("--help lists the options" + System.lineSeparator());
    }
}
