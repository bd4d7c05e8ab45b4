package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the jar. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class LauncherTest {
    @TempDir
    private Path directory;

    private ProcessBuilder launcher(String... options) throws IOException {
        Path script = Files.copy(Path.of("trigger-mock"), directory.resolve("trigger-mock"));
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
        builder.command().addAll(Arrays.asList(options));
        builder.environment().keySet().removeIf(name -> name.startsWith("TRIGGER_MOCK_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true);
    }

    /** Creates a replacement for the runnable jar, which is built after the tests. */
    private void addJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        OutputStream file = Files.newOutputStream(directory.resolve("trigger-api-mock-server-standalone-1.jar"));
        new JarOutputStream(file, manifest).close();
    }

    @Test
    void aMissingJarIsReported() throws Exception {
        Process process = launcher().start();
        assertThat(process.inputReader().lines())
                .singleElement()
                .asString()
                .startsWith("No trigger-api-mock-server-standalone-*.jar in ");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void startsTheJarWithoutAnArchive() throws Exception {
        addJar();
        ProcessBuilder builder = launcher("--port", "0");
        builder.environment()
                .put("TRIGGER_MOCK_CACHE", directory.resolve("trigger-mock").toString());
        builder.environment().put("TRIGGER_MOCK_JAVA_OPTIONS", "-Xmx64m -Dexample=true");
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("Trigger.dev mock server listening on http://127.0.0.1:");
            assertThat(process.info().arguments().map(Arrays::asList).orElseThrow())
                    .contains("-Xmx64m", "-Dexample=true", "--port");
            process.toHandle().destroy();
            assertThat(out.readLine()).isNull();
            assertThat(process.waitFor()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
