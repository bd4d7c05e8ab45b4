package io.github.triggerapi.update.build;

import io.github.triggerapi.openapi.WorkflowSafeText;
import io.github.triggerapi.update.Progress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the Maven wrapper in a copy of the repository, without credentials in the environment. */
final class MavenBuild {

    /** As in {@code [INFO] Building Trigger.dev API for Java: client 0.1.0-SNAPSHOT [4/8]}. */
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building .*: (.+) \\S+ +\\[(\\d+)/(\\d+)]");

    private final Path copy;
    private final Path log;
    private final Progress progress;

    /**
     * Creates a runner.
     *
     * @param log the file to which the output of Maven is appended, with control characters escaped
     */
    MavenBuild(Path copy, Path log, Progress progress) {
        this.copy = copy;
        this.log = log;
        this.progress = progress;
    }

    /**
     * The result of a build.
     *
     * @param passed whether Maven exited successfully
     * @param lines the output
     */
    record Result(boolean passed, List<String> lines) {}

    /**
     * Runs Maven and waits until it exits.
     *
     * @param what the purpose of the build, for the progress
     */
    Result run(String what, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(copy.resolve(isWindows() ? "mvnw.cmd" : "mvnw").toString());
        command.addAll(List.of("--batch-mode", "--no-transfer-progress", "-Dstyle.color=never"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(copy.toFile());
        BuildEnvironment.clean(builder.environment());
        builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        progress.step(what);
        Process process = builder.start();
        Thread end = new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        Runtime.getRuntime().addShutdownHook(end);
        try {
            List<String> lines = read(what, process);
            return new Result(process.waitFor() == 0, lines);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(what + ": interrupted", e);
        } finally {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private List<String> read(String what, Process process) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer writer = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                writer.append(WorkflowSafeText.of(line)).append('\n');
                Matcher module = MODULE.matcher(line);
                if (module.matches()) {
                    progress.step(
                            what + ": " + module.group(1) + " (" + module.group(2) + " of " + module.group(3) + ")");
                }
            }
        }
        return lines;
    }

    private static File nothing() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
