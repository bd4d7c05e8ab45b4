package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build fails if the vendored document and its lock disagree. Runs Maven on a copy. */
@Tag("independent")
class LockDigestTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path copy;

    /** Maven reads the POMs of this module and its parent only. */
    @BeforeEach
    void copyTheSpecModuleAndItsParent() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT, 3)) {
            for (Path file : files.filter(LockDigestTest::isNeeded).toList()) {
                Path target = copy.resolve(PROJECT.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static boolean isNeeded(Path file) {
        String name = PROJECT.relativize(file).toString().replace('\\', '/');
        return name.matches("mvnw.*|pom\\.xml|\\.mvn/.+|spec/[^/]+") && Files.isRegularFile(file);
    }

    /** The comment shows that the digests are compared, not the files. With the unchanged document the build itself passes. */
    @Test
    void changedDocumentFailsTheBuildWithBothDigests() throws Exception {
        Path document = copy.resolve("spec/trigger-api.yaml");
        Files.writeString(document, "\n", StandardOpenOption.APPEND);
        Files.writeString(
                copy.resolve("spec/trigger-api.lock.properties"), "# A comment.\n", StandardOpenOption.APPEND);

        Build build = build();

        assertThat(build.exitCode()).as(build.output()).isNotZero();
        assertThat(build.output()).contains(locked(), digest(document));
    }

    private record Build(int exitCode, String output) {}

    private Build build() throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(copy.resolve(windows ? "mvnw.cmd" : "mvnw").toString());
        command.addAll(List.of("--batch-mode", "--quiet", "--offline", "-f", "spec", "process-resources"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Process process = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Build(process.waitFor(), output);
    }

    private String locked() throws IOException {
        Properties lock = new Properties();
        lock.load(Files.newBufferedReader(copy.resolve("spec/trigger-api.lock.properties")));
        return lock.getProperty("sha256");
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
