package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class MainTest {
    private static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TRIGGER_MOCK_"));
        return builder;
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void runsUntilTerminated() throws Exception {
        Process process = command("--port", "0").start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).matches("Trigger\\.dev mock server listening on http://127\\.0\\.0\\.1:\\d+");
            // Not by the process itself, which would close the streams.
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(out.readLine()).isNull();
            assertThat(text(process.getErrorStream())).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void optionsReachTheServer() throws Exception {
        String odd = "{\"options\":{\"delay\":\"soon\"}}";
        ProcessBuilder strict = command("--port", "0", "--key", "tr_dev_1", "--stay-queued");
        strict.environment().put("TRIGGER_MOCK_MAX_RUNS", "1");
        with(strict, caller -> {
            assertThat(caller.body(odd).statusAndBody()).startsWith("400 ");
            assertThat(caller.header("Authorization", "Bearer tr_dev_2").statusAndBody())
                    .startsWith("401 ");
            assertThat(caller.statusAndBody()).startsWith("200 ");
            assertThat(caller.statusAndBody()).startsWith("503 ");
        });
        ProcessBuilder lenient = command("--port", "0", "--rules", "service", "--complete-after", "1h");
        lenient.environment().put("TRIGGER_MOCK_KEYS", "tr_dev_1,tr_dev_2");
        lenient.environment().put("TRIGGER_MOCK_MAX_RUNS", "1");
        with(lenient, caller -> {
            assertThat(caller.header("Authorization", "Bearer tr_dev_2")
                            .body(odd)
                            .statusAndBody())
                    .startsWith("200 ");
            assertThat(caller.statusAndBody()).as("it executes for an hour").startsWith("503 ");
        });
    }

    @Test
    void printsRequests() throws Exception {
        ProcessBuilder text = command("--port", "0", "--log");
        ProcessBuilder json = command("--port", "0", "--task", "a");
        json.environment().put("TRIGGER_MOCK_LOG_FORMAT", "json");
        for (ProcessBuilder builder : List.of(text, json)) {
            Process process = builder.start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                Caller.at(URI.create(line.substring(line.indexOf("http"))))
                        .path("/api/v1/tasks/b/trigger")
                        .send();
                assertThat(out.readLine())
                        .matches(
                                builder == text
                                        ? "POST /api/v1/tasks/b/trigger 200"
                                        : "\\{\"time\":\"2.*Z\",\"method\":\"POST\",\"path\":\"/api/v1/tasks/b/trigger\","
                                                + "\"status\":404,\"millis\":\\d+,\"verdict\":\"refused\","
                                                + "\"reason\":\".+\",\"task\":\"b\"}");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void with(ProcessBuilder command, Consumer<Caller> check) throws IOException {
        Process process = command.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            check.accept(Caller.at(URI.create(line.substring(line.indexOf("http")))));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysThatAPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ProcessBuilder builder = command();
            builder.environment().put("TRIGGER_MOCK_PORT", String.valueOf(taken.getLocalPort()));
            Process process = builder.start();
            assertThat(text(process.getInputStream())).isEmpty();
            assertThat(text(process.getErrorStream()))
                    .isEqualToIgnoringNewLines(
                            "Cannot listen on 127.0.0.1 port " + taken.getLocalPort() + ": Address already in use");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void keepsItsState(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state.json");
        Process process = command("--port", "0", "--state", file.toString()).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("listening on");
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(file).content().startsWith("{\"format\":1,");
        } finally {
            process.destroyForcibly();
        }
        Files.writeString(file, "{\"format\":");
        Process refusing = command("--port", "0", "--state", file.toString()).start();
        assertThat(text(refusing.getErrorStream()))
                .startsWith("State file " + file + ": Invalid JSON at line 1, column ")
                .hasLineCount(1);
        assertThat(refusing.waitFor()).isEqualTo(1);
    }

    @Test
    void explainsItself() {
        StringWriter help = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(help)).execute("--help"))
                .isZero();
        assertThat(help.toString())
                .contains("--port", "--host", "--task", "--max-body", "TRIGGER_MOCK_PORT")
                .contains("--key", "--complete-after", "--stay-queued", "--rules", "--max-runs", "--max-requests")
                .contains("--clock", "--control-token", "--state", "--store", "/_mock/openapi.yaml")
                .contains("--request-timeout", "--idle-timeout", "--max-connections", "--stop-timeout")
                .contains("--log", "--log-format");
        StringWriter version = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(version)).execute("--version"))
                .isZero();
        assertThat(version.toString()).startsWith("trigger-mock ");
    }

    @Test
    void saysThatItsStoreIsNotThere() {
        StringWriter problem = new StringWriter();
        int status = Main.commandLine()
                .setErr(new PrintWriter(problem, true))
                .execute("--port", "0", "--store", "redis://me:secret@127.0.0.1:1");
        assertThat(status).isEqualTo(1);
        assertThat(problem.toString())
                .startsWith("Store redis://127.0.0.1:1/0: ")
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @Test
    void refusesBadOptions() {
        for (String[] bad : new String[][] {
            {"--nonsense"},
            {"--port", "x"},
            {"--port", "70000"},
            {"--max-body", "-1"},
            {"--max-runs", "0"},
            {"--max-requests", "-1"},
            {"--request-timeout", "0s"},
            {"--idle-timeout", "soon"},
            {"--max-connections", "0"},
            {"--stop-timeout", "now"},
            {"--log-format", "xml"},
            {"--clock", "noon"},
            {"--control-token", "two words"},
            {"--key", "pk_dev_1"},
            {"--store", "http://localhost"},
            {"--complete-after", "1 h"}
        }) {
            StringWriter problem = new StringWriter();
            int status = Main.commandLine().setErr(new PrintWriter(problem)).execute(bad);
            assertThat(status).as(String.join(" ", bad)).isEqualTo(2);
            assertThat(problem.toString().lines()).hasSizeBetween(2, 3).last().isEqualTo("--help lists the options");
        }
    }
}
