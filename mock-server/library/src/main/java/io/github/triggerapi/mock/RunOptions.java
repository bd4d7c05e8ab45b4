package io.github.triggerapi.mock;

import io.github.triggerapi.mock.log.RequestLog;
import io.github.triggerapi.mock.run.MemoryRunStore;
import io.github.triggerapi.mock.run.RunTimes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of the command line that are about keys, runs and requests. */
final class RunOptions {
    @Option(
            names = "--key",
            paramLabel = "KEY",
            split = ",",
            defaultValue = "${env:TRIGGER_MOCK_KEYS:-" + Option.NULL_VALUE + "}",
            description = "An API key that is accepted; repeatable. Default: every well-formed one, or"
                    + " TRIGGER_MOCK_KEYS, separated by commas.")
    private @Nullable List<String> keys;

    @Option(
            names = "--complete-after",
            paramLabel = "DURATION",
            converter = Durations.class,
            defaultValue = "${env:TRIGGER_MOCK_COMPLETE_AFTER:-0s}",
            description = "How long runs execute before they are completed, such as 1m30s. Default: 0s, or"
                    + " TRIGGER_MOCK_COMPLETE_AFTER.")
    private Duration completeAfter = Duration.ZERO;

    @Option(
            names = "--stay-queued",
            defaultValue = "${env:TRIGGER_MOCK_STAY_QUEUED:-false}",
            description = "Let runs stay queued until they expire; --complete-after is of no account then. Default:"
                    + " false, or TRIGGER_MOCK_STAY_QUEUED.")
    private boolean stayQueued;

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            defaultValue = "${env:TRIGGER_MOCK_RULES:-document}",
            description = "What requests are held to: schemas (of the document, and nothing more), document (its words"
                    + " as well: times that can be read, at most 5 tags), service (as it behaves: it passes over such"
                    + " times, and takes 10 tags). Default: document, or TRIGGER_MOCK_RULES.")
    private Rules rules = Rules.DOCUMENT;

    @Option(
            names = "--max-runs",
            paramLabel = "COUNT",
            defaultValue = "${env:TRIGGER_MOCK_MAX_RUNS:-" + MemoryRunStore.DEFAULT_MAX_RUNS + "}",
            description = "How many runs are kept; those that finished first are forgotten. Default: 100000, or"
                    + " TRIGGER_MOCK_MAX_RUNS.")
    private int maxRuns;

    @Option(
            names = "--max-requests",
            paramLabel = "COUNT",
            defaultValue = "${env:TRIGGER_MOCK_MAX_REQUESTS:-" + RequestLog.DEFAULT_CAPACITY + "}",
            description = "How many requests are remembered; the oldest are forgotten. Default: 10000, or"
                    + " TRIGGER_MOCK_MAX_REQUESTS.")
    private int maxRequests;

    @Option(
            names = "--store",
            paramLabel = "URL",
            defaultValue = "${env:TRIGGER_MOCK_STORE:-" + Option.NULL_VALUE + "}",
            description =
                    "A Redis or Valkey that keeps the runs of several servers: redis://[[user]:password@]host[:port]"
                            + "[/database], or rediss; with a password better given as TRIGGER_MOCK_STORE. Default: they are kept"
                            + " in memory.")
    private @Nullable String store;

    /** Tells a builder; throws IllegalArgumentException for what may not be. */
    void apply(MockServerBuilder builder) {
        builder.keys(keys == null ? List.of() : keys)
                .completeAfter(completeAfter)
                .rules(rules)
                .maxRuns(maxRuns)
                .maxRequests(maxRequests);
        if (store != null) {
            builder.store(store);
        }
        if (stayQueued) {
            builder.stayQueued();
        }
    }

    /** Reads durations as the API has them. */
    static final class Durations implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return RunTimes.duration(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
