import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Updates the vendored OpenAPI document: run {@code java spec/Update.java --help} at the root of the repository.
 *
 * <p>Builds the command in the module {@code tools/update} if necessary, and runs it in this process.
 */
final class Update {

    private static final List<String> INPUTS = List.of(
            "pom.xml",
            "tools/pom.xml",
            "tools/codegen/pom.xml",
            "tools/codegen/src/main",
            "tools/openapi-document/pom.xml",
            "tools/openapi-document/src/main",
            "tools/update/pom.xml",
            "tools/update/src/main",
            "spec/Update.java");
    private static final Path CLASS_PATH = Path.of("tools", "update", "target", "class-path");
    private static final String MAIN = "io.github.triggerapi.update.command.Main";

    private Update() {}

    public static void main(String[] arguments) throws Exception {
        if (!Files.isRegularFile(Path.of("spec", "Update.java"))) {
            reject(Path.of("").toAbsolutePath() + ": has no spec/Update.java; run the command at the root of the repository");
        }
        try {
            if (!isBuilt() && build() != 0) {
                reject("the command cannot be built; see the output of Maven above");
            }
        } catch (IOException e) {
            reject("the command cannot be built: " + e);
        }
        Thread.currentThread().setContextClassLoader(classes());
        try {
            Class.forName(MAIN, true, Thread.currentThread().getContextClassLoader())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static void reject(String why) {
        System.err.println("Rejected: " + why);
        System.exit(1);
    }

    /** Returns whether no input is newer than the class path, which is written last. */
    private static boolean isBuilt() throws IOException {
        if (!Files.exists(CLASS_PATH)) {
            return false;
        }
        long built = Files.getLastModifiedTime(CLASS_PATH).toMillis();
        for (String place : INPUTS) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                for (Path file : files.toList()) {
                    if (Files.getLastModifiedTime(file).toMillis() > built) {
                        return false;
                    }
                }
            }
        }
        List<Path> entries = Stream.of(
                        Files.readString(CLASS_PATH).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
        // In a copy of the repository, the class path refers to the original.
        return entries.contains(Path.of("tools", "codegen", "target", "classes").toAbsolutePath())
                && entries.stream().allMatch(Files::exists);
    }

    private static int build() throws IOException, InterruptedException {
        System.err.println("… build the command");
        Files.deleteIfExists(CLASS_PATH);
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new ProcessBuilder(
                        Path.of(windows ? "mvnw.cmd" : "mvnw").toAbsolutePath().toString(),
                        "--batch-mode",
                        "--no-transfer-progress",
                        "--quiet",
                        "--projects=tools/update",
                        "--also-make",
                        "-Dspotless.check.skip",
                        "-Dclass-path",
                        "process-classes")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static URLClassLoader classes() throws IOException {
        Stream<Path> entries = Stream.concat(
                Stream.of(Path.of("tools", "update", "target", "classes")),
                Stream.of(Files.readString(CLASS_PATH).strip().split(File.pathSeparator))
                        .map(Path::of));
        return new URLClassLoader(entries.map(Update::url).toArray(URL[]::new));
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
