package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code .ci/documents} fails if the gate did not run or found a problem, regardless of Maven's exit code. */
@DisabledOnOs(OS.WINDOWS)
class DocumentsScriptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate: 1 operation, 9 cases, 0 problems, mutants: killed 2 of 2, 1.0 s, seed 1 | 0 | 0",
                "gate: 1 operation, 9 cases, 0 problems, mutants: killed 2 of 2, 1.0 s, seed 1 | 1 | 1",
                "gate: 1 operation, 9 cases, 10 problems, mutants: killed 2 of 2, 1.0 s, seed 1 | 0 | 1",
                "gate: 1 operation, 9 cases, 0 problems, 1 document error, mutants: killed | 0 | 1",
                "nothing | 0 | 1"
            })
    void failsUnlessTheGateRanWithoutProblems(String line, int exitOfMaven, int exit, @TempDir Path directory)
            throws IOException, InterruptedException {
        Path script = Files.createDirectories(directory.resolve(".ci")).resolve("documents");
        Files.copy(Path.of("../.ci/documents"), script);
        Path maven = directory.resolve("mvnw");
        Files.writeString(maven, "#!/bin/sh\necho \"$@\" >>calls\necho '" + line + "'\nexit " + exitOfMaven + "\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Process process = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exit);
        assertThat(Files.readAllLines(directory.resolve("calls")))
                .hasSize(exit == 0 ? 3 : 1)
                .allSatisfy(call -> {
                    Path document = Path.of(call.replaceFirst(".*-Dspec=", ""));
                    assertThat(document).isAbsolute();
                    String inRepository = document.toString().replaceFirst(".*(?=contract-tests/)", "");
                    assertThat(Path.of("..", inRepository)).exists();
                });
    }
}
