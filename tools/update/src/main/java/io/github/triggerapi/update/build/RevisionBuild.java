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
 * Builds and tests everything from a revision, in a copy of the repository.
 *
 * <p>First come the jars of the document that is vendored, then the whole build with the revision in its place. Where that
 * does not end well, two more builds tell apart whose fault it is: the contract gate alone, which needs no code by hand, and
 * the compiler on all code by hand, which goes on after an error.
 */
public final class RevisionBuild {

    /** Tests that do not look at the document have nothing to prove here; nor has the format of the code. */
    private static final List<String> QUICKLY =
            List.of("-Dtools.skipTests=true", "-Dspotless.check.skip", "-Dmaven.source.skip");

    /** Its code samples are programs that nobody has looked at yet. */
    private static final String NO_SAMPLES = "-Dgate.samples=false";

    /** Where {@code -Dspec} builds. */
    private static final Path ALONE = Path.of("target", "another-document");

    private static final Pattern JAR = Pattern.compile("trigger-api-.*-[\\d.]+(-SNAPSHOT)?\\.jar");

    private final Path repository;
    private final Path folder;
    private final Progress progress;

    /**
     * Prepares to build.
     *
     * @param folder where the copy and the log go
     */
    public RevisionBuild(Path repository, Path folder, Progress progress) {
        this.repository = repository;
        this.folder = folder;
        this.progress = progress;
    }

    /** What all builds printed. */
    public Path log() {
        return folder.resolve("build.log");
    }

    /**
     * Builds and tests everything.
     *
     * @param vendored the content of the files of a repository that has taken in the revision, by their place in it
     * @throws IOException if files cannot be written, or the build cannot be started
     */
    public BuildResult run(Map<Path, String> vendored) throws IOException {
        removeEarlierCopies();
        Files.deleteIfExists(log());
        Path copy = Files.createTempDirectory(folder, "copy").toRealPath();
        try {
            progress.step("copy the repository");
            WorkingCopy.make(repository, copy);
            return run(copy, new MavenBuild(copy, log(), progress), vendored);
        } finally {
            keepGateReport(copy);
            WorkingCopy.remove(copy);
        }
    }

    /** Of a run that was killed. */
    private void removeEarlierCopies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("copy"))
                    .toList()) {
                WorkingCopy.remove(file);
            }
        }
    }

    private BuildResult run(Path copy, MavenBuild maven, Map<Path, String> vendored) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, Path> before = jarsBefore(copy, maven, faults);
        for (Map.Entry<Path, String> file : vendored.entrySet()) {
            Files.writeString(copy.resolve(file.getKey()), file.getValue());
        }
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(List.of("verify", "-Dmaven.test.failure.ignore=true", NO_SAMPLES));
        Result whole = maven.run("build and test all from the revision", goals);
        List<ManualEdit> failures = new TestFailures(copy).find();
        Set<ManualEdit> owed = new LinkedHashSet<>();
        String gate = gateLine(whole);
        failures.stream().filter(failure -> !isOfGate(failure)).forEach(owed::add);
        if (!whole.passed() || failures.stream().anyMatch(RevisionBuild::isOfGate)) {
            Result alone = maven.run("run the gate alone", alone(copy));
            gate = gateLine(alone);
            if (!alone.passed()) {
                List<ManualEdit> ofGate = new TestFailures(copy.resolve(ALONE)).find();
                ofGate.forEach(failure -> faults.add("the contract gate: " + failure.message()));
                if (ofGate.isEmpty()) {
                    faults.add(firstError(alone, "the gate did not pass"));
                }
            }
            owed.addAll(compileByHand(copy, maven));
            if (faults.isEmpty()) {
                failures.stream()
                        .filter(RevisionBuild::isOfGate)
                        .forEach(failure ->
                                faults.add("the contract gate, though it passed once more: " + failure.message()));
            }
            if (faults.isEmpty() && owed.isEmpty()) {
                faults.add(firstError(whole, "the build did not pass"));
            }
        }
        return new BuildResult(gate, faults, compare(copy, before), List.copyOf(owed));
    }

    private static boolean isOfGate(ManualEdit failure) {
        return failure.file().endsWith("/GateTest.java");
    }

    private Map<String, Path> jarsBefore(Path copy, MavenBuild maven, List<String> faults) throws IOException {
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(List.of(
                "package", "--projects=client,server-stubs", "--also-make", "-DskipTests", "-Dmaven.javadoc.skip"));
        Result result = maven.run("build the jars of the vendored document", goals);
        if (!result.passed()) {
            faults.add("the vendored document cannot be built: " + firstError(result, "see the log"));
            return Map.of();
        }
        Map<String, Path> kept = new LinkedHashMap<>();
        for (String module : List.of("client", "server-stubs")) {
            Path jar = jar(copy.resolve(module).resolve("target")).orElseThrow();
            Path to = copy.resolve("before-" + module + ".jar");
            kept.put(module, Files.move(jar, to, StandardCopyOption.REPLACE_EXISTING));
            // Or a class that the revision no longer has might stay.
            WorkingCopy.remove(copy.resolve(module).resolve("target"));
        }
        return kept;
    }

    private static List<String> alone(Path copy) {
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(List.of("verify", "-Dspec=" + copy.resolve("spec/trigger-api.yaml"), NO_SAMPLES));
        return goals;
    }

    private static List<ManualEdit> compileByHand(Path copy, MavenBuild maven) throws IOException {
        List<String> goals = new ArrayList<>(QUICKLY);
        goals.addAll(
                List.of("test-compile", "--fail-at-end", "-Dmaven.compiler.failOnError=false", "-Dmaven.javadoc.skip"));
        Result result = maven.run("compile the code by hand", goals);
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

    /** The jar with the classes that was built into a folder. */
    private static Optional<Path> jar(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
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
            // Code of the revision may have put a link to any other file there.
            if (Files.exists(report) && report.toRealPath().equals(report)) {
                Files.copy(report, folder.resolve("gate.html"), StandardCopyOption.REPLACE_EXISTING);
                return;
            }
        }
    }
}
