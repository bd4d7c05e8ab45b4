package io.github.triggerapi.update.build;

import io.github.triggerapi.update.Progress;
import io.github.triggerapi.update.build.BuildResult.Incompatibility;
import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import io.github.triggerapi.update.build.MavenBuild.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds and tests all modules with a revision, in a copy of the repository.
 *
 * <p>The first build creates the jars of the vendored document, the second builds and tests all modules with the revision.
 * If that fails, two more builds find the reason: the contract gate alone, which needs no handwritten code, and the
 * compilation of all handwritten code, which continues after errors.
 */
public final class RevisionBuild {

    /** Skips tests that do not depend on the spec, and the format of the code. */
    private static final List<String> QUICKLY =
            List.of("-Dtools.skipTests=true", "-Dspotless.check.skip", "-Dmaven.source.skip");

    /** Skips tests whose result can only change if existing code fails, which a compatible revision does not cause. */
    private static final List<String> COMPATIBLE = List.of("-DexcludedGroups=independent", "--projects=-consumers");

    /** The code samples of the revision are programs that nobody has reviewed yet. */
    private static final String NO_SAMPLES = "-Dgate.samples=false";

    /** The output directory of a build with {@code -Dspec}. */
    private static final Path ALONE = Path.of("target", "another-document");

    private static final Pattern JAR = Pattern.compile("trigger-api-.*-[\\d.]+(-SNAPSHOT)?\\.jar");

    private final Path repository;
    private final Path directory;
    private final Progress progress;

    /**
     * Creates a build.
     *
     * @param directory the directory for the copy and the log
     */
    public RevisionBuild(Path repository, Path directory, Progress progress) {
        this.repository = repository;
        this.directory = directory;
        this.progress = progress;
    }

    /** Returns the file with the output of all builds. */
    public Path log() {
        return directory.resolve("build.log");
    }

    /**
     * Builds and tests all modules.
     *
     * @param vendored the new contents of files, by paths relative to the repository
     * @param compatible whether the comparison found that existing code still works: then the consumers are not built, and
     *     the tests with the tag {@code independent} are not run
     * @throws IOException if files cannot be written, or the build cannot be started
     */
    public BuildResult run(Map<Path, String> vendored, boolean compatible) throws IOException {
        removeEarlierCopies();
        Files.deleteIfExists(log());
        Path copy = Files.createTempDirectory(directory, "copy").toRealPath();
        try {
            progress.step("copy the repository");
            WorkingCopy.make(repository, copy);
            return run(copy, new MavenBuild(copy, log(), progress), vendored, compatible);
        } finally {
            keepGateReport(copy);
            WorkingCopy.remove(copy);
        }
    }

    /** Removes the copies of builds that were killed. */
    private void removeEarlierCopies() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("copy"))
                    .toList()) {
                WorkingCopy.remove(file);
            }
        }
    }

    private BuildResult run(Path copy, MavenBuild maven, Map<Path, String> vendored, boolean compatible)
            throws IOException {
        List<String> defects = new ArrayList<>();
        Map<String, Path> before = jarsBefore(copy, maven, defects);
        for (Map.Entry<Path, String> file : vendored.entrySet()) {
            Files.writeString(copy.resolve(file.getKey()), file.getValue());
        }
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(List.of("verify", "-Dmaven.test.failure.ignore=true", NO_SAMPLES));
        if (compatible) {
            goals.addAll(COMPATIBLE);
        }
        Result whole = maven.run("build and test all modules with the revision", goals);
        List<ManualEdit> failures = new TestFailures(copy).find();
        Set<ManualEdit> manualEdits = new LinkedHashSet<>();
        String gate = gateLine(whole);
        failures.stream().filter(failure -> !isOfGate(failure)).forEach(manualEdits::add);
        if (!whole.passed() || failures.stream().anyMatch(RevisionBuild::isOfGate)) {
            Result alone = maven.run("run the contract gate alone", alone(copy));
            gate = gateLine(alone);
            if (!alone.passed()) {
                List<ManualEdit> ofGate = new TestFailures(copy.resolve(ALONE)).find();
                ofGate.forEach(failure -> defects.add("the contract gate: " + failure.message()));
                if (ofGate.isEmpty()) {
                    defects.add(firstError(alone, "the contract gate failed"));
                }
            }
            manualEdits.addAll(compileByHand(copy, maven));
            if (defects.isEmpty()) {
                failures.stream()
                        .filter(RevisionBuild::isOfGate)
                        .forEach(failure -> defects.add(
                                "the contract gate, which passed when it was repeated: " + failure.message()));
            }
            if (defects.isEmpty() && manualEdits.isEmpty()) {
                defects.add(firstError(whole, "the build failed"));
            }
        }
        return new BuildResult(gate, defects, compare(copy, before), List.copyOf(manualEdits));
    }

    private static boolean isOfGate(ManualEdit failure) {
        return failure.file().endsWith("/GateTest.java");
    }

    private Map<String, Path> jarsBefore(Path copy, MavenBuild maven, List<String> defects) throws IOException {
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(List.of(
                "package", "--projects=client,server-stubs", "--also-make", "-DskipTests", "-Dmaven.javadoc.skip"));
        Result result = maven.run("build the jars of the vendored document", goals);
        if (!result.passed()) {
            defects.add("the build with the vendored document failed: " + firstError(result, "see build.log"));
            return Map.of();
        }
        Map<String, Path> kept = new LinkedHashMap<>();
        for (String module : List.of("client", "server-stubs")) {
            Path jar = jar(copy.resolve(module).resolve("target")).orElseThrow();
            Path to = copy.resolve("before-" + module + ".jar");
            kept.put(module, Files.move(jar, to, StandardCopyOption.REPLACE_EXISTING));
            // Otherwise classes that the revision does not have would remain.
            WorkingCopy.remove(copy.resolve(module).resolve("target"));
        }
        return kept;
    }

    private static List<String> alone(Path copy) {
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(List.of("verify", "-Dspec=" + copy.resolve("spec/trigger-api.yaml"), NO_SAMPLES));
        Path supplement = copy.resolve("spec/supplement.yaml");
        if (Files.exists(supplement)) {
            goals.add("-Dsupplement=" + supplement);
        }
        return goals;
    }

    private static List<ManualEdit> compileByHand(Path copy, MavenBuild maven) throws IOException {
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(
                List.of("test-compile", "--fail-at-end", "-Dmaven.compiler.failOnError=false", "-Dmaven.javadoc.skip"));
        Result result = maven.run("compile the handwritten code", goals);
        return new CompilerErrors(copy)
                .in(result.lines()).stream()
                        .filter(error -> !error.file().contains("/target/"))
                        .toList();
    }

    private static List<Incompatibility> compare(Path copy, Map<String, Path> before) throws IOException {
        List<Incompatibility> found = new ArrayList<>();
        for (Map.Entry<String, Path> module : before.entrySet()) {
            Optional<Path> whole = jar(copy.resolve(module.getKey()).resolve("target"));
            Optional<Path> after =
                    whole.isPresent() ? whole : jar(copy.resolve(ALONE).resolve("trigger-api-" + module.getKey()));
            if (after.isPresent()) {
                found.addAll(JarComparison.compare(module.getKey(), module.getValue(), after.get()));
            }
        }
        return found;
    }

    /** Returns the jar with the classes in a build directory. */
    private static Optional<Path> jar(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> JAR.matcher(file.getFileName().toString()).matches())
                    .findFirst();
        }
    }

    private static String gateLine(Result result) {
        return result.lines().stream()
                .filter(line -> line.startsWith("gate: "))
                .map(line -> line.substring("gate: ".length()))
                .findFirst()
                .orElse("");
    }

    private static String firstError(Result result, String otherwise) {
        return result.lines().stream()
                .filter(line -> line.startsWith("[ERROR] ") && line.length() > "[ERROR] ".length())
                .map(line -> line.substring("[ERROR] ".length()))
                .findFirst()
                .orElse(otherwise);
    }

    private void keepGateReport(Path copy) throws IOException {
        for (Path place : List.of(ALONE.resolve("trigger-api-contract-tests"), Path.of("contract-tests", "target"))) {
            Path report = copy.resolve(place).resolve("gate").resolve("report.html");
            // Code generated from the revision may have created a link to another file.
            if (Files.exists(report) && report.toRealPath().equals(report)) {
                Files.copy(report, directory.resolve("gate.html"), StandardCopyOption.REPLACE_EXISTING);
                return;
            }
        }
    }
}
