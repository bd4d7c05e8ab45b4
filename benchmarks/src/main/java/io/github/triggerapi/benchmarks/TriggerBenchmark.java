package io.github.triggerapi.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Triggers tasks sequentially over one connection, with one implementation in each JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class TriggerBenchmark {

    @Param
    public Implementation implementation = Implementation.REFERENCE;

    @Param("")
    public String url = "";

    private TaskTrigger trigger;

    @Setup
    public void open() {
        trigger = implementation.create(url);
    }

    @TearDown
    public void close() {
        trigger.close();
    }

    @Benchmark
    public String trigger() throws IOException, InterruptedException {
        return trigger.trigger();
    }
}
