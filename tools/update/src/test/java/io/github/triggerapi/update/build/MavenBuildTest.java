package io.github.triggerapi.update.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests running Maven in a copy of the repository. */
class MavenBuildTest {

    @TempDir
    private Path directory;

    @Test
    void copiesSourcesAndInstalledPackagesOnly() throws IOException {
        Path repository = directory.resolve("repository");
        for (String file : List.of(
                "pom.xml",
                "a/src/A.java",
                "a/node_modules/p/p.js",
                "a/target/A.class",
                ".git/HEAD",
                "target/update/copy1/x")) {
            Files.createDirectories(repository.resolve(file).getParent());
            Files.writeString(repository.resolve(file), file);
        }
        Path copy = directory.resolve("copy");

        WorkingCopy.make(repository, copy);

        assertThat(copy.resolve("a/src/A.java")).hasContent("a/src/A.java");
        assertThat(copy.resolve("pom.xml")).exists();
        assertThat(copy.resolve("a/node_modules/p/p.js")).exists();
        assertThat(copy.resolve("a/target")).doesNotExist();
        assertThat(copy.resolve("target")).doesNotExist();
        assertThat(copy.resolve(".git")).doesNotExist();

        WorkingCopy.remove(copy);

        assertThat(copy).doesNotExist();
    }

    @Test
    void runsWrapperOfCopyAndReportsProgress() throws IOException {
        Path copy = Files.createDirectories(directory.resolve("copy"));
        for (String file : List.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties", ".mvn/jvm.config")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(Path.of("..", "..").resolve(file), copy.resolve(file));
        }
        copy.resolve("mvnw").toFile().setExecutable(true);
        Path log = directory.resolve("build.log");
        List<String> steps = new ArrayList<>();

        MavenBuild.Result result = new MavenBuild(copy, log, steps::add).run("look", List.of("--version"));
        MavenBuild.Result failed = new MavenBuild(copy, log, steps::add).run("fail", List.of("verify"));

        assertThat(result.passed()).isTrue();
        assertThat(result.lines()).anyMatch(line -> line.startsWith("Apache Maven"));
        assertThat(failed.passed()).isFalse();
        assertThat(steps).containsExactly("look", "fail");
        assertThat(log).content().contains("Apache Maven", "BUILD FAILURE");
    }
}
