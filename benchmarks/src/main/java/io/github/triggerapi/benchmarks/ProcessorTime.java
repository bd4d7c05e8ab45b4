package io.github.triggerapi.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** The time of processors for a call, in whichever thread. JMH makes one by its name. */
public final class ProcessorTime implements InternalProfiler {

    static final String NAME = "processor.time";

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long start;

    @Override
    public String getDescription() {
        return "Processor time of all threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = system.getProcessCpuTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros = TimeUnit.NANOSECONDS.toMicros(system.getProcessCpuTime() - start);
        long calls = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(NAME, micros / calls, "us/call", AggregationPolicy.AVG));
    }
}
