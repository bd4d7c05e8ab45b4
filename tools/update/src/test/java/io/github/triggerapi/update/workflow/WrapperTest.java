package io.github.triggerapi.update.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the Maven wrapper only runs the release of Maven with the digests in its properties. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it runs the shell script of the wrapper")
class WrapperTest {

    private static final String PROPERTIES = ".mvn/wrapper/maven-wrapper.properties";

    private static final String NEEDED =
            "sh dirname basename uname tr mktemp mkdir rm mv ls wget curl sha256sum shasum tar gzip";

    @TempDir
    private Path directory;

    private HttpServer repository;
    private String digest;

    @BeforeEach
    void serveAnotherMaven() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("apache-maven/bin/mvn"));
        }
        digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        repository = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        repository.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.size());
                exchange.getResponseBody().write(bytes.toByteArray());
            }
        });
        repository.start();
        Files.createDirectories(directory.resolve(PROPERTIES).getParent());
        for (String file : List.of("mvnw", PROPERTIES)) {
            Files.copy(Path.of("..", "..").resolve(file), directory.resolve(file));
        }
    }

    @AfterEach
    void stop() {
        repository.stop(0);
    }

    @Test
    void archiveWithOtherDigestIsRejected() throws Exception {
        assertThat(run("unzip")).contains("Failed to validate Maven distribution SHA-256");
        assertThat(installed()).isEmpty();
    }

    @Test
    void archiveWithDigestIsInstalled() throws Exception {
        if (find("unzip").isEmpty()) {
            String reason = "unzip is not installed";
            assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
            Assumptions.abort(reason);
        }
        expectServed("distributionSha256Sum");

        assertThat(run("unzip")).doesNotContain("SHA-256");
        assertThat(installed()).containsExactly("mvn");
    }

    /** The wrapper downloads a tar.gz then, which has a digest of its own. */
    @Test
    void digestOfTarArchiveIsChecked() throws Exception {
        expectServed("distributionSha256Sum");

        assertThat(run("")).contains("Failed to validate Maven distribution SHA-256");

        expectServed("distributionTarSha256Sum");

        assertThat(run("")).doesNotContain("SHA-256");
    }

    private void expectServed(String property) throws IOException {
        String properties = Files.readString(directory.resolve(PROPERTIES));
        assertThat(properties).containsPattern("(?m)^" + property + "=[0-9a-f]{64}$");
        Files.writeString(
                directory.resolve(PROPERTIES), properties.replaceFirst("(?<=" + property + "=)[0-9a-f]{64}", digest));
    }

    private List<String> installed() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("home/wrapper/dists"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter("mvn"::equals)
                    .toList();
        }
    }

    /** Runs the wrapper with only the programs that it needs on the PATH. */
    private String run(String more) throws Exception {
        Path programs = Files.createDirectories(directory.resolve("programs"));
        for (String name : (NEEDED + " " + more).split(" ")) {
            Optional<Path> program = find(name);
            if (!name.isEmpty() && program.isPresent() && !Files.exists(programs.resolve(name))) {
                Files.createSymbolicLink(programs.resolve(name), program.get());
            }
        }
        ProcessBuilder builder = new ProcessBuilder("./mvnw", "--version").directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_USER_HOME", directory.resolve("home").toString());
        builder.environment()
                .put(
                        "MVNW_REPOURL",
                        "http://127.0.0.1:" + repository.getAddress().getPort());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isNotZero();
        try (Stream<Path> links = Files.list(programs)) {
            // Or JUnit warns of each.
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
        return output;
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
