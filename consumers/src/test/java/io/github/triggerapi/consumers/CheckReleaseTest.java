package io.github.triggerapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code release/CheckRelease.java}, on a generated repository. */
class CheckReleaseTest {

    private static final String POM = """
            <project>
              <name>a</name>
              <description>b</description>
              <url>c</url>
              <licenses>d</licenses>
              <developers>e</developers>
              <scm>f</scm>
            </project>
            """;

    @TempDir
    private Path repository;

    @BeforeEach
    void publish() throws IOException {
        for (String name : List.of(
                "bom",
                "parent",
                "client",
                "mock-server",
                "mock-server-redis",
                "mock-server-standalone",
                "openapi-document",
                "server-stubs",
                "spec",
                "spring-boot-starter",
                "spring-boot-test")) {
            publish(name, ".pom", POM);
            if (!name.equals("bom") && !name.equals("parent")) {
                for (String suffix :
                        List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml")) {
                    publish(name, suffix, name + suffix);
                }
            }
        }
    }

    @Test
    void acceptsCompleteRepository() throws IOException, InterruptedException {
        assertThat(check("--unsigned")).containsExactly("exit 0", "Complete");
    }

    @Test
    void detectsMissingWrongAndAdditionalFiles() throws IOException, InterruptedException {
        Files.delete(file("client", "-sources.jar"));
        Files.delete(file("client", ".jar.md5"));
        Files.writeString(file("client", "-cyclonedx.json"), "");
        Files.writeString(file("spec", ".jar"), "another");
        publish("bom", ".pom", POM.replace("  <developers>e</developers>\n", ""));
        Files.move(file("server-stubs", "").getParent().getParent(), repository.resolve("elsewhere"));
        publish("codegen", ".pom", POM);

        assertThat(check("--unsigned"))
                .contains(
                        "exit 1",
                        "trigger-api-client-1-sources.jar: missing or empty",
                        "trigger-api-client-1.jar.md5: missing or empty",
                        "trigger-api-client-1-cyclonedx.json: missing or empty",
                        "trigger-api-spec-1.jar.md5: does not match the file",
                        "trigger-api-spec-1.jar.sha1: does not match the file",
                        "trigger-api-bom-1.pom: no <developers>",
                        "trigger-api-server-stubs: missing",
                        "trigger-api-codegen: must not be published");
    }

    @Test
    void requiresASignatureForEachFile() throws IOException, InterruptedException {
        publish("bom", ".pom.asc", "signature");

        assertThat(check())
                .contains(
                        "trigger-api-client-1.jar.asc: missing or empty",
                        "trigger-api-mock-server-standalone-1.jar.asc: missing or empty",
                        "trigger-api-parent-1.pom.asc: missing or empty")
                .doesNotContain("trigger-api-bom-1.pom.asc: missing or empty");
    }

    private List<String> check(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "../release/CheckRelease.java"));
        command.addAll(List.of(options));
        command.add(repository.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        List<String> all = new ArrayList<>(List.of("exit " + process.waitFor()));
        all.addAll(lines);
        return all;
    }

    private Path file(String module, String suffix) {
        String name = "trigger-api-" + module;
        return repository
                .resolve("io/github/triggerapi")
                .resolve(name)
                .resolve("1")
                .resolve(name + "-1" + suffix);
    }

    private void publish(String module, String suffix, String text) throws IOException {
        Path file = file(module, suffix);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.writeString(file(module, suffix + ".md5"), digest(text, "MD5"));
        Files.writeString(file(module, suffix + ".sha1"), digest(text, "SHA-1"));
    }

    private static String digest(String text, String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes());
            return ("%0" + digest.length * 2 + "x").formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
