package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.triggerapi.mock.MockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the tests in other languages. They know only the URL of the mock server. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OtherLanguagesTest {

    private static final Path PYTHON = Path.of("other-languages/python");
    private static final Path TYPESCRIPT = Path.of("other-languages/typescript");
    private static final Path COMPILER = TYPESCRIPT.resolve("node_modules/typescript/bin/tsc");

    /** The status and the output of a program. */
    private record Result(int status, String output) {}

    @Test
    void testsInPythonPass() throws IOException, InterruptedException {
        requirePython();
        try (MockServer mock = MockServer.builder().port(0).start()) {
            Result result = runPython(mock);

            assertThat(result.status()).as(result.output()).isZero();
            assertThat(result.output()).contains("Ran 3 tests", "OK");
            assertThat(mock.runs()).isNotEmpty();
        }
    }

    @Test
    void testsInPythonFailIfTheServerBehavesOtherwise() throws IOException, InterruptedException {
        requirePython();
        try (MockServer mock =
                MockServer.builder().port(0).tasks("another-task").start()) {
            assertThat(runPython(mock).status()).isNotZero();
        }
    }

    @Test
    void testsInTypeScriptPassAndFailIfTheServerBehavesOtherwise() throws IOException, InterruptedException {
        if (!canRun("node") || !Files.exists(COMPILER)) {
            skip("node and TypeScript are needed: npm ci in samples/" + TYPESCRIPT);
        }
        Result compiled = run(null, TYPESCRIPT, "node", "node_modules/typescript/bin/tsc");
        assertThat(compiled.status()).as(compiled.output()).isZero();
        try (MockServer mock = MockServer.builder().port(0).start()) {
            Result result = runTypeScript(mock);

            assertThat(result.status()).as(result.output()).isZero();
            assertThat(result.output()).containsPattern("pass 3\n");
            assertThat(mock.runs()).isNotEmpty();
        }
        try (MockServer mock =
                MockServer.builder().port(0).tasks("another-task").start()) {
            assertThat(runTypeScript(mock).status()).isNotZero();
        }
    }

    private static Result runPython(MockServer mock) throws IOException, InterruptedException {
        return run(mock, PYTHON, "python3", "-B", "-m", "unittest", "-v", "test_orders.py");
    }

    private static Result runTypeScript(MockServer mock) throws IOException, InterruptedException {
        return run(mock, TYPESCRIPT, "node", "--test", "../../target/typescript/orders.test.mjs");
    }

    private static void requirePython() throws InterruptedException {
        if (!canRun("python3")) {
            skip("python3 is not installed");
        }
    }

    private static void skip(String reason) {
        assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
        abort(reason);
    }

    private static boolean canRun(String program) throws InterruptedException {
        try {
            return run(null, Path.of("."), program, "--version").status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Result run(MockServer mock, Path directory, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        if (mock != null) {
            builder.environment().put("TRIGGER_API_URL", mock.url().toString());
        }
        builder.environment().remove("TRIGGER_SECRET_KEY");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
