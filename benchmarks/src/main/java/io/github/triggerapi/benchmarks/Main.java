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

/** Measures all implementations and prints a comparison. */
public final class Main {

    private Main() {}

    /**
     * Measures each implementation once in each round, so that temporary load affects all of them.
     *
     * @param args the number of rounds, and a directory for the output of JMH
     */
    public static void main(String[] args) throws IOException, RunnerException {
        int rounds = Integer.parseInt(args[0]);
        Path logs = Files.createDirectories(Path.of(args[1]));
        // A separate process, as the allocations of all threads are counted.
        Process server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoopbackServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = server.inputReader()) {
            String url = "http://127.0.0.1:" + out.readLine();
            CostComparison comparison = new CostComparison();
            List<Implementation> order = new ArrayList<>(List.of(Implementation.values()));
            for (int round = 1; round <= rounds; round++) {
                for (Implementation implementation : order) {
                    Path log = logs.resolve(round + "-" + implementation + ".log");
                    comparison.add(implementation, measure(implementation, url, log));
                    System.out.printf("round %d of %d: %s%n", round, rounds, implementation.title());
                }
                // The order changes in each round.
                Collections.rotate(order, 1);
            }
            System.out.print(comparison.table());
        } finally {
            server.destroy();
        }
    }

    private static CostComparison.Cost measure(Implementation implementation, String url, Path log)
            throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(TriggerBenchmark.class.getName())
                        .param("implementation", implementation.name())
                        .param("url", url)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTimeProfiler.class)
                        .shouldFailOnError(true)
                        .output(log.toString())
                        .build())
                .runSingle();
        return new CostComparison.Cost(
                // The median is insensitive to calls delayed by other processes.
                result.getPrimaryResult().getStatistics().getPercentile(50),
                result.getSecondaryResults().get(CpuTimeProfiler.NAME).getScore(),
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
    }
}
