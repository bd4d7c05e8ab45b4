package io.github.triggerapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.benchmarks.CostComparison.Cost;
import org.junit.jupiter.api.Test;

class CostComparisonTest {

    @Test
    void ratioIsThatOfTheMedians() {
        CostComparison comparison = new CostComparison();
        for (double time : new double[] {10, 20, 100}) {
            comparison.add(Implementation.OKHTTP, new Cost(time, 50, 1000));
        }
        for (double time : new double[] {20, 10, 300}) {
            comparison.add(Implementation.CLIENT, new Cost(time, 45, 1500));
        }

        assertThat(comparison
                        .table()
                        .lines()
                        .map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "",
                        "us/call ratio (min-max) CPU us ratio (min-max) B/call ratio (min-max)",
                        "this client 20.0 1.00 (0.50-3.00) 45.0 0.90 (0.90-0.90) 1500 1.50 (1.50-1.50)",
                        "OkHttp + Gson, handwritten 20.0 1.00 (1.00-1.00) 50.0 1.00 (1.00-1.00) 1000 1.00 (1.00-1.00)");
    }
}
