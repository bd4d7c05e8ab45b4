package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that {@code --skip-build} runs no build, in a repository whose builds create a file. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the build is a shell script here")
class SkipBuildTest {

    private static final String BEFORE = """
            openapi: 3.1.0
            info: {title: Things, version: '1'}
            servers: [{url: https://api.example.com}]
            paths:
              /things:
                get:
                  operationId: get_thing
                  tags: [things]
                  responses:
                    '200': {description: A thing}
            """;
    private static final String AFTER = BEFORE.replace("A thing", "\"\\e[2J*/ \\u202E\"");

    @TempDir
    private Path repository;

    private Path trace;

    @BeforeEach
    void vendor() throws IOException {
        trace = repository.resolve("trace");
        TestRepository.create(repository, BEFORE, "before.yaml");
        Path script = Files.writeString(repository.resolve("mvnw"), "#!/bin/sh\ntouch '" + trace + "'\nexit 1\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.writeString(repository.resolve("after.yaml"), AFTER);
    }

    @Test
    void updatesWithoutBuild() throws Exception {
        assertThat(run(0, "--skip-build", "after.yaml"))
                .contains("Gate     not run, because nothing was built", "Updated.", "./mvnw verify")
                .doesNotContain("\u001B", "\u202E");

        assertThat(trace).doesNotExist();
        assertThat(repository.resolve(VendoredSpec.DOCUMENT)).hasContent(AFTER);
        assertThat(repository.resolve("target/update/result.properties"))
                .content()
                .contains("outcome=updated\n", "manualEdits=unknown\n");
    }

    @Test
    void failedBuildChangesNothing() throws Exception {
        assertThat(run(1, "after.yaml")).contains("Rejected: defect.");

        assertThat(trace).exists();
        assertThat(repository.resolve(VendoredSpec.DOCUMENT)).hasContent(BEFORE);
        assertThat(repository.resolve(VendoredSpec.CHANGELOG)).hasContent(TestRepository.CHANGELOG);
    }

    private String run(int status, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Too short to benefit from C2.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}
