package io.github.triggerapi.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs a sample as a separate process, configured by environment variables. */
final class SampleRunner {

    private SampleRunner() {}

    /** Returns the output of a program, which must exit with status 0. */
    static String output(Class<?> program, String url) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("TRIGGER_SECRET_KEY", "tr_dev_1234", "TRIGGER_API_URL", url));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
        return output;
    }
}
