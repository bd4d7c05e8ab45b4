package io.github.triggerapi.contract.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The programs on this computer that run samples. */
final class Interpreters {

    private static final int SECONDS = 20;

    /** For each language, commands of which the first that works is taken, each with what shows that it does. */
    private static final Map<String, List<Interpreter>> KNOWN = Map.of(
            "curl", List.of(new Interpreter(List.of("sh"), List.of("sh", "-c", "curl --version"))),
            "python",
                    List.of(
                            new Interpreter(List.of("python3"), List.of("python3", "-c", "import requests")),
                            new Interpreter(
                                    List.of("/usr/bin/python3"),
                                    List.of("/usr/bin/python3", "-c", "import requests"))));

    private static final Map<String, Optional<Interpreter>> FOUND = new ConcurrentHashMap<>();

    private Interpreters() {}

    /**
     * A program that runs samples.
     *
     * @param command to it the name of the file with the sample is added
     * @param probe a command that succeeds where this one can be used
     */
    record Interpreter(List<String> command, List<String> probe) {}

    /** What came of a program. */
    record Outcome(int exitCode, String output) {}

    /** Whether samples in a language are programs that can be run at all. */
    static boolean runs(String language) {
        return KNOWN.containsKey(language);
    }

    static Optional<Interpreter> of(String language) {
        return FOUND.computeIfAbsent(
                language,
                name -> KNOWN.getOrDefault(name, List.of()).stream()
                        .filter(candidate -> works(candidate.probe()))
                        .findFirst());
    }

    private static boolean works(List<String> probe) {
        try {
            return run(probe, Map.of()).exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Runs a program and waits for it.
     *
     * @param environment what it finds in its environment beside the path of programs and its home
     */
    static Outcome run(Interpreter interpreter, String program, Map<String, String> environment) {
        try {
            Path file = Files.createTempFile("sample", ".txt");
            try {
                Files.writeString(file, program);
                List<String> command = new ArrayList<>(interpreter.command());
                command.add(file.toString());
                return run(command, environment);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome run(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile("sample", ".log");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                // Nothing of this computer's secrets, and no way out of it.
                builder.environment().keySet().retainAll(Set.of("PATH", "Path", "SYSTEMROOT", "SystemRoot", "HOME"));
                for (String proxy : List.of("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")) {
                    builder.environment().put(proxy, "http://127.0.0.1:9");
                }
                builder.environment().put("no_proxy", "127.0.0.1");
                builder.environment().putAll(environment);
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                    return new Outcome(-1, "still running after " + SECONDS + " s");
                }
                return new Outcome(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
