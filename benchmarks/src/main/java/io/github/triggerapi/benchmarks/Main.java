package io.github.triggerapi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures all ways and prints the comparison. */
public final class Main {

    private Main() {}

    /**
     * Measures in rounds, each of which has every way once: what slows the computer down for a while slows all of them.
     *
     * @param args how many rounds, and a folder for the output of JMH
     */
    public static void main(String[] args) throws IOException, RunnerException {
        int rounds = Integer.parseInt(args[0]);
        Path logs = Files.createDirectories(Path.of(args[1]));
        // Of its own process, as the allocations of all threads are counted.
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoopbackServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = server.inputReader()) {
            String url = "http://127.0.0.1:" + out.readLine();
            Comparison comparison = new Comparison();
            List<Way> order = new ArrayList<>(List.of(Way.values()));
            for (int round = 1; round <= rounds; round++) {
                for (Way way : order) {
                    Path log = logs.resolve(round + "-" + way + ".log");
                    comparison.add(way, measure(way, url, log));
                    System.out.printf("round %d of %d: %s%n", round, rounds, way.title());
                }
                // None comes first always.
                Collections.rotate(order, 1);
            }
            System.out.print(comparison.table());
        } finally {
            server.destroy();
        }
    }

    private static Comparison.Cost measure(Way way, String url, Path log) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(TriggerBenchmark.class.getName())
                        .param("way", way.name())
                        .param("url", url)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(ProcessorTime.class)
                        .shouldFailOnError(true)
                        .output(log.toString())
                        .build())
                .runSingle();
        return new Comparison.Cost(
                // The median of the calls: one that another process held up tells nothing of the way.
                result.getPrimaryResult().getStatistics().getPercentile(50),
                result.getSecondaryResults().get(ProcessorTime.NAME).getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
