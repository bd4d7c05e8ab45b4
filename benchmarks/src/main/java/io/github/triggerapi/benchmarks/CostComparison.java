package io.github.triggerapi.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Compares the costs of the implementations with those of the reference. */
final class CostComparison {

    /** The costs per call of an implementation in one round: time and CPU time in microseconds, and allocated bytes. */
    record Cost(double time, double cpuTime, double bytes) {}

    private static final String RATIO = "ratio (min-max)";

    private final Map<Implementation, List<Cost>> costs = new EnumMap<>(Implementation.class);

    void add(Implementation implementation, Cost cost) {
        costs.computeIfAbsent(implementation, none -> new ArrayList<>()).add(cost);
    }

    String table() {
        StringBuilder table = new StringBuilder("%n%-30s %8s  %-18s %8s  %-18s %8s  %s%n"
                .formatted("", "us/call", RATIO, "CPU us", RATIO, "B/call", RATIO));
        for (Implementation implementation : costs.keySet()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-30s %8.1f  %-18s %8.1f  %-18s %8.0f  %s%n",
                    implementation.title(),
                    median(implementation, Cost::time),
                    ratio(implementation, Cost::time),
                    median(implementation, Cost::cpuTime),
                    ratio(implementation, Cost::cpuTime),
                    median(implementation, Cost::bytes),
                    ratio(implementation, Cost::bytes)));
        }
        return table.toString();
    }

    /** Formats the ratio of the medians, and the minimum and maximum ratio of the rounds. */
    private String ratio(Implementation implementation, ToDoubleFunction<Cost> part) {
        List<Cost> own = costs(implementation);
        List<Cost> reference = costs(Implementation.REFERENCE);
        double[] ratios = IntStream.range(0, own.size())
                .mapToDouble(i -> part.applyAsDouble(own.get(i)) / part.applyAsDouble(reference.get(i)))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                median(implementation, part) / median(Implementation.REFERENCE, part),
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private double median(Implementation implementation, ToDoubleFunction<Cost> part) {
        double[] sorted =
                costs(implementation).stream().mapToDouble(part).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private List<Cost> costs(Implementation implementation) {
        return costs.getOrDefault(implementation, List.of());
    }
}
