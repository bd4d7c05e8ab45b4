package io.github.triggerapi.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the ways cost, in relation to the reference. */
final class Comparison {

    /** One way in one round: microseconds, those of processors, and bytes for each call. */
    record Cost(double time, double processors, double bytes) {}

    private static final String RATIO = "ratio (min-max)";

    private final Map<Way, List<Cost>> costs = new EnumMap<>(Way.class);

    void add(Way way, Cost cost) {
        costs.computeIfAbsent(way, none -> new ArrayList<>()).add(cost);
    }

    String table() {
        StringBuilder table = new StringBuilder("%n%-30s %8s  %-18s %8s  %-18s %8s  %s%n"
                .formatted("", "us/call", RATIO, "CPU us", RATIO, "B/call", RATIO));
        for (Way way : costs.keySet()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-30s %8.1f  %-18s %8.1f  %-18s %8.0f  %s%n",
                    way.title(),
                    median(way, Cost::time),
                    ratio(way, Cost::time),
                    median(way, Cost::processors),
                    ratio(way, Cost::processors),
                    median(way, Cost::bytes),
                    ratio(way, Cost::bytes)));
        }
        return table.toString();
    }

    /** That of the medians; then the least and the greatest among those of each round. */
    private String ratio(Way way, ToDoubleFunction<Cost> part) {
        List<Cost> own = costs(way);
        List<Cost> reference = costs(Way.REFERENCE);
        double[] ratios = IntStream.range(0, own.size())
                .mapToDouble(i -> part.applyAsDouble(own.get(i)) / part.applyAsDouble(reference.get(i)))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                median(way, part) / median(Way.REFERENCE, part),
                ratios[0],
                ratios[ratios.length - 1]);
    }

    private double median(Way way, ToDoubleFunction<Cost> part) {
        double[] sorted = costs(way).stream().mapToDouble(part).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private List<Cost> costs(Way way) {
        return costs.getOrDefault(way, List.of());
    }
}
