package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.MessageSchemas;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.openapi.WorkflowSafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Runs the curl and Python samples of the document against the mock server, unless {@code -Dgate.samples=false} is set.
 * SampleMessages are programs: set it for a document that nobody has reviewed.
 */
class CodeSamplesTest {

    private static final Map<String, List<String>> COMMANDS =
            Map.of("curl", List.of("sh"), "python", List.of("python3", "/usr/bin/python3"));

    /** For each language a program that fails if a command cannot run samples. */
    private static final Map<String, String> PROBES = Map.of("curl", "curl --version", "python", "import requests");

    private static final Pattern KEY_VARIABLE = Pattern.compile("(?:Bearer \\$\\{?|environ\\[['\"])(\\w+)");

    private final Judge judge = new Judge(SwaggerSpec.yaml());
    private final String server =
            judge.document().at("/servers/0/url").asString().replaceFirst("/+$", "");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> samplesSendValidRequests() {
        assumeFalse("false".equals(System.getProperty("gate.samples")), "disabled by -Dgate.samples=false");
        List<DynamicTest> tests = new ArrayList<>();
        judge.document().operations().forEach(operation -> {
            String pointer = operation.pointer() + "/x-codeSamples";
            for (JsonNode sample : judge.document().at(pointer)) {
                String language = sample.path("lang").asString("").toLowerCase(Locale.ROOT);
                if (COMMANDS.containsKey(language)) {
                    String name = language + " #" + pointer;
                    String source = sample.path("source").asString("");
                    tests.add(dynamicTest(WorkflowSafeText.of(name), () -> check(problems(language, source))));
                }
            }
        });
        assumeFalse(tests.isEmpty(), "the document has no curl or Python samples");
        return tests.stream();
    }

    /** Fails if the mock server is wrong; skips the test if the document is, as code here cannot correct that. */
    private static void check(List<Problem> problems) {
        assertThat(problems).filteredOn(problem -> !problem.inDocument()).isEmpty();
        for (Problem problem : problems) {
            String message = "document error: " + WorkflowSafeText.of(problem.message());
            System.out.println(message);
            abort(message);
        }
    }

    @Test
    void detectsFailingSamplesAndInvalidRequests() throws IOException, InterruptedException {
        assertThat(problems("curl", "exit 3").toString()).contains("exit code 3: ", "sends no request");
        assertThat(problems("curl", "curl -s '" + server + "/not/in/the/document'"))
                .allMatch(Problem::inDocument)
                .anyMatch(problem -> problem.message().contains("the document has no such operation"));
    }

    private List<Problem> problems(String language, String source) throws IOException, InterruptedException {
        List<Problem> problems = new ArrayList<>();
        try (MockServer mock = MockServer.builder().rules(RequestRules.SCHEMAS).start()) {
            Process process =
                    run(command(language), source.replace(server, mock.url().toString()));
            if (process.exitValue() != 0) {
                String output = Files.readString(directory.resolve("output")).strip();
                problems.add(Problem.inDocument("exit code " + process.exitValue() + ": " + output));
            }
            if (mock.requests().isEmpty()) {
                problems.add(Problem.inDocument("sends no request"));
            }
            for (RecordedRequest sent : mock.requests()) {
                String[] target = sent.path().split("\\?", 2);
                String query = target.length > 1 ? target[1] : "";
                judge.request(new Request(sent.method(), target[0], query, sent.headers(), sent.bodyText()))
                        .forEach(violation -> problems.add(Problem.inDocument(violation.toString())));
                if (problems.isEmpty() && sent.status() / 100 != 2) {
                    problems.add(Problem.of("the mock server rejects a valid request: " + sent + ": " + sent.reason()));
                }
            }
        }
        return problems;
    }

    /** Returns a command for the samples of a language; fails in CI if there is none, and skips the test elsewhere. */
    private String command(String language) throws IOException, InterruptedException {
        for (String command : COMMANDS.get(language)) {
            try {
                if (run(command, PROBES.get(language)).exitValue() == 0) {
                    return command;
                }
            } catch (IOException e) {
                // The program is not installed.
            }
        }
        String reason = "cannot run " + language + " samples: install curl, python3 and its package requests";
        assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
        return abort(reason);
    }

    /** Runs a program with a minimal environment and without access to other hosts. */
    private Process run(String command, String program) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("sample"), program);
        ProcessBuilder builder = new ProcessBuilder(command, file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "Path", "SYSTEMROOT", "SystemRoot", "HOME"));
        for (String scheme : List.of("http", "https", "all")) {
            environment.put(scheme + "_proxy", "http://127.0.0.1:9");
            environment.put((scheme + "_proxy").toUpperCase(Locale.ROOT), "http://127.0.0.1:9");
        }
        environment.put("no_proxy", "127.0.0.1");
        KEY_VARIABLE.matcher(program).results().forEach(key -> environment.put(key.group(1), MessageSchemas.KEY));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return process;
    }
}
