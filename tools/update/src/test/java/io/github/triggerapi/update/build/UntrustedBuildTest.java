package io.github.triggerapi.update.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests that generated code gets no credentials and cannot change the result of an update. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the build is a shell script here")
class UntrustedBuildTest {

    private static final Path DOCUMENT = Path.of("spec", "trigger-api.yaml");

    @TempDir
    private Path directory;

    private Path repository;

    @BeforeEach
    void vendor() throws IOException {
        repository = Files.createDirectories(directory.resolve("repository"));
        Files.createDirectory(repository.resolve("spec"));
        Files.writeString(repository.resolve(DOCUMENT), "before");
    }

    private void script(String... lines) throws IOException {
        Path script = Files.writeString(repository.resolve("mvnw"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private void scriptThatBuildsJars(String... lines) throws IOException {
        try (OutputStream file = Files.newOutputStream(repository.resolve("empty.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            jar.finish();
        }
        script(
                "mkdir -p client/target server-stubs/target",
                "cp empty.jar client/target/trigger-api-client-1.0.jar",
                "cp empty.jar server-stubs/target/trigger-api-server-stubs-1.0.jar",
                String.join("\n", lines));
    }

    @Test
    void onlyVariablesThatMavenNeedsArePassedOn() throws IOException {
        script("env");

        assertThat(names(linesWith(Map.of("GITHUB_TOKEN", "a", "TRIGGER_SECRET_KEY", "b", "MAVEN_ARGS", "-q"))))
                .contains("MAVEN_ARGS", "PATH")
                .doesNotContain("GITHUB_TOKEN", "TRIGGER_SECRET_KEY");
    }

    @Test
    void logEscapesControlCharacters() throws IOException {
        script("printf 'a\\033[2J\\n::add-mask::b\\n'");
        Path log = directory.resolve("build.log");

        new MavenBuild(repository, log, step -> {}).run("print", List.of());

        assertThat(log).hasContent("a[U+001B][2J\n: :add-mask::b\n");
    }

    /** Returns the output of a build in a process with these variables. */
    private List<String> linesWith(Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Builder.class.getName(),
                repository.toString());
        builder.environment().putAll(variables);
        try (var output = builder.redirectErrorStream(true).start().inputReader()) {
            return output.lines().toList();
        }
    }

    /** Runs a build in a process of its own. */
    static final class Builder {

        private Builder() {}

        public static void main(String[] arguments) throws IOException {
            Path copy = Path.of(arguments[0]);
            new MavenBuild(copy, copy.resolve("build.log"), step -> {})
                    .run("show the environment", List.of())
                    .lines()
                    .forEach(System.out::println);
        }
    }

    private static List<String> names(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("\\w+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    @Test
    void credentialsAreNotPassedOn() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : List.of(
                "GITHUB_TOKEN",
                "GH_TOKEN",
                "ACTIONS_RUNTIME_TOKEN",
                "ACTIONS_ID_TOKEN_REQUEST_URL",
                "GITHUB_OUTPUT",
                "NPM_TOKEN",
                "CLIENT_SECRET",
                "TRIGGER_SECRET_KEY",
                "AWS_ACCESS_KEY_ID",
                "MVNW_PASSWORD",
                "SSH_AUTH_SOCK",
                "SOMETHING_NEW")) {
            variables.put(name, "x");
        }
        variables.put("https_proxy", "http://user:x@proxy.example:3128");
        variables.put("MVNW_REPOURL", "https://user:x@repository.example");
        variables.put("MAVEN_OPTS", "-Xmx1g -Dhttps.proxyPassword=x");
        variables.put("MAVEN_ARGS", "-DACCESS_TOKEN=x");
        variables.put("JAVA_TOOL_OPTIONS", "-Djavax.net.ssl.keyStorePassword=x");
        variables.put("JDK_JAVA_OPTIONS", "-Dclient.secret=x");

        BuildEnvironment.clean(variables);

        assertThat(variables).isEmpty();
    }

    @Test
    void variablesThatMavenNeedsArePassedOn() {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : List.of(
                "PATH",
                "Path",
                "HOME",
                "JAVA_HOME",
                "MAVEN_OPTS",
                "MAVEN_ARGS",
                "TMPDIR",
                "LANG",
                "LC_ALL",
                "SystemRoot",
                "ComSpec",
                "PATHEXT",
                "USERPROFILE",
                "ProgramFiles(x86)",
                "http_proxy",
                "NO_PROXY",
                "MVNW_REPOURL")) {
            variables.put(name, "x");
        }
        variables.put("USERNAME", "token");
        variables.put("JAVA_TOOL_OPTIONS", "-Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128");
        Map<String, String> before = Map.copyOf(variables);

        BuildEnvironment.clean(variables);

        assertThat(variables).isEqualTo(before);
    }

    @Test
    void onlyBreakingRevisionRunsIndependentTests() throws IOException {
        scriptThatBuildsJars("echo \"$@\"");
        Path work = Files.createDirectories(repository.resolve("target/update"));
        RevisionBuild build = new RevisionBuild(repository, work, step -> {});

        build.run(Map.of(DOCUMENT, "after"), true);
        assertThat(build.log()).content().contains("-DexcludedGroups=independent");

        build.run(Map.of(DOCUMENT, "after"), false);
        assertThat(build.log()).content().contains("verify").doesNotContain("independent");
    }

    @Test
    void keepsGateReportBelowSymbolicLink() throws IOException {
        script("mkdir -p contract-tests/target/gate", "echo found > contract-tests/target/gate/report.html", "exit 1");
        Path work = Files.createDirectories(repository.resolve("target/update"));
        Path link =
                Files.createSymbolicLink(directory.resolve("link"), directory).resolve("repository");

        new RevisionBuild(link, link.resolve("target/update"), step -> {}).run(Map.of(DOCUMENT, "after"), true);

        assertThat(work.resolve("gate.html")).hasContent("found");
    }

    @Test
    void buildChangesOnlyItsCopyAndReportsNoOtherFiles() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "of another file");
        scriptThatBuildsJars(
                "mkdir -p contract-tests/target/gate",
                "echo changed by the build > spec/trigger-api.yaml",
                "ln -sf '" + secret + "' contract-tests/target/gate/report.html",
                "echo 'gate: 1 operation'");
        Path work = Files.createDirectories(repository.resolve("target/update"));
        Map<Path, String> contents = Map.of(DOCUMENT, "after");

        BuildResult build = new RevisionBuild(repository, work, step -> {}).run(contents, true);

        assertThat(build.gate()).isEqualTo("1 operation");
        assertThat(contents).containsOnly(Map.entry(DOCUMENT, "after"));
        assertThat(repository.resolve(DOCUMENT)).hasContent("before");
        assertThat(work.resolve("gate.html")).doesNotExist();
    }
}
