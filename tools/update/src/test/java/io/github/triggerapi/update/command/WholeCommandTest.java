package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs the command as a maintainer does, in a copy of this repository, with all builds and tests. */
@Isolated("builds and tests all modules")
@EnabledIf(value = "isRequested", disabledReason = "takes minutes; runs with CI=true or -Dupdate.whole=true")
class WholeCommandTest {

    @TempDir
    private Path directory;

    private Path repository;

    static boolean isRequested() {
        return Boolean.parseBoolean(System.getProperty("update.whole", System.getenv("CI")));
    }

    @BeforeEach
    void copy() throws IOException {
        Path original = Path.of("..", "..").toRealPath();
        repository = directory.resolve("repository");
        Files.walkFileTree(original, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (Set.of("target", ".git").contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(repository.resolve(original.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, repository.resolve(original.relativize(from)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void additionUpdatesRepositoryAndSecondRunFindsItUnchanged() throws Exception {
        JsonNode document =
                Document.read(repository.resolve(VendoredSpec.DOCUMENT)).root().json();
        ((ObjectNode) document)
                .withObject("/components/schemas/AdditionOfATest")
                .put("type", "object")
                .putObject("properties")
                .putObject("name")
                .put("type", "string");
        Path revision = Files.writeString(directory.resolve("revision with a space.json"), document.toPrettyString());

        List<String> first = run(0, revision.toString());

        assertThat(first).anyMatch(line -> line.startsWith("Updated."));
        assertThat(first).anyMatch(line -> line.matches("Version +minor: .*"));
        assertThat(Files.readString(repository.resolve(VendoredSpec.DOCUMENT))).isEqualTo(document.toPrettyString());
        assertThat(VendoredSpec.read(repository).changelog()).contains("AdditionOfATest");
        assertThat(repository.resolve("target/update/report.html")).exists();
        assertThat(repository.resolve("target/update/report.md")).exists();

        assertThat(run(0)).anyMatch(line -> line.startsWith("Unchanged"));
    }

    private List<String> run(int status, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "spec/Update.java"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(repository.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        String local = System.getProperty("maven.repo.local");
        if (local != null) {
            builder.environment().put("MAVEN_ARGS", "-Dmaven.repo.local=" + local);
        }
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            List<String> lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).as(String.join("\n", lines)).isEqualTo(status);
            return lines;
        }
    }
}
