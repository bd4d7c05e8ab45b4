package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.HeapUsage;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.request.RequestRules;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Sends random valid and invalid requests for each operation. The mock server must agree with the judge, and must not keep
 * more of them than its limits allow.
 *
 * <p>{@code -Dmock.requests} sets their number for all operations together, {@code -Dmock.seed} their seed.
 */
@Isolated("measures the heap")
class ManyRequestsTest {

    private static final int KEPT = 200;

    /** More than the generated batches delay, as only runs that have finished are removed. */
    private static final int KEPT_RUNS = 5000;

    /** In bytes; tolerates what warm-up allocates. */
    private static final long SLACK = 16L * 1024 * 1024;

    @Test
    void agreesWithTheJudgeWithoutLeaks() {
        long seed = Long.getLong("mock.seed", 1);
        Judge judge = new Judge(SwaggerSpec.yaml());
        int operations = judge.document().operations().size();
        int count = Math.max(KEPT + KEPT / 4, Integer.getInteger("mock.requests", 1500) / Math.max(1, operations));
        Map<String, Integer> statuses = new ConcurrentSkipListMap<>();
        try (MockServer server = MockServer.builder()
                .rules(RequestRules.SCHEMAS)
                .maxRuns(KEPT_RUNS)
                .maxRequests(KEPT)
                .accessLog(line -> statuses.merge(line.split(" ", 4)[2], 1, Integer::sum))
                .start()) {
            assertThat(judge.document().operations()).isNotEmpty();
            for (Operation operation : judge.document().operations()) {
                MockCheck check = new MockCheck(new MessageGenerators(judge, Set.of()), server.url());
                assertThat(check.run(operation, Math.min(count, KEPT), seed).problems())
                        .isEmpty();
                long before = HeapUsage.used();
                statuses.clear();
                CheckResult result = check.run(operation, count, seed + 1);
                long after = HeapUsage.used();
                System.out.printf(
                        "%s: %,d requests in %d s, responses %s, heap after garbage collection %d MiB, before %d MiB%n",
                        operation.label(),
                        result.cases(),
                        result.took().toSeconds(),
                        statuses,
                        after >> 20,
                        before >> 20);
                assertThat(result.problems()).isEmpty();
                assertThat(statuses.keySet())
                        .allMatch(status -> status.matches("[24].."))
                        .as("both valid and invalid requests")
                        .hasSizeGreaterThan(1);
                assertThat(after).isLessThan(before + SLACK);
            }
        }
    }
}
