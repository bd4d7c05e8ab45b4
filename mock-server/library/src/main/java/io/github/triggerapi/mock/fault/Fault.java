package io.github.triggerapi.mock.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with requests on purpose. It meets every request that the document allows up to its body: one
 * with a known path and method, a good key and good parameters. The copy-methods make it meet fewer of them.
 *
 * <p>A fault does not change. Like {@code Fault.status(503).times(2).forTask("my-task")}, one is made from another.
 */
public final class Fault {
    /** What happens. Further ones may come, so a {@code switch} over them needs a default. */
    public enum Kind {
        /** An answer with a status; nothing else is done. */
        STATUS,
        /** All goes well, only later. */
        DELAY,
        /** The connection is closed without an answer; nothing else is done. */
        CUT_CONNECTION,
        /** What was asked for is done, and then the connection is closed without an answer. */
        CUT_RESPONSE,
        /** An answer that says that there were too many requests; nothing else is done. */
        RATE_LIMIT
    }

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*");

    /** Another value of these than the server's own would make no answer at all. */
    private static final Set<String> FRAMING = Set.of("connection", "content-length", "transfer-encoding");

    private final Kind kind;
    private final int status;
    private final Duration duration;
    private final Map<String, String> headers;
    private final @Nullable String task;
    private final long times;
    private final double probability;
    private final long seed;

    private Fault(
            Kind kind,
            int status,
            Duration duration,
            Map<String, String> headers,
            @Nullable String task,
            long times,
            double probability,
            long seed) {
        this.kind = kind;
        this.status = status;
        this.duration = duration;
        this.headers = headers;
        this.task = task;
        this.times = times;
        this.probability = probability;
        this.seed = seed;
    }

    private static Fault of(Kind kind, int status, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more: " + duration);
        }
        return new Fault(kind, status, duration, Map.of(), null, Long.MAX_VALUE, 1, 0);
    }

    /**
     * Answers with a status and an error in the form of the document, and does nothing else.
     *
     * @param status 300 to 599
     * @throws IllegalArgumentException where it is another one
     */
    public static Fault status(int status) {
        if (status < 300 || status > 599) {
            throw new IllegalArgumentException("status must be 300 to 599: " + status);
        }
        return of(Kind.STATUS, status, Duration.ZERO);
    }

    /**
     * Waits, and then does what was asked for, also where the caller has gone meanwhile.
     *
     * @param duration 0 or more; in real time, with milliseconds
     * @throws IllegalArgumentException where it is negative
     */
    public static Fault delay(Duration duration) {
        return of(Kind.DELAY, 0, duration);
    }

    /** Closes the connection without an answer, and does nothing else: no run is made. */
    public static Fault cutConnection() {
        return of(Kind.CUT_CONNECTION, 0, Duration.ZERO);
    }

    /** Does what was asked for, and closes the connection without an answer: the run is there, and nobody was told. */
    public static Fault cutResponse() {
        return of(Kind.CUT_RESPONSE, 0, Duration.ZERO);
    }

    /**
     * Answers 429 as the service does: with {@code x-ratelimit-limit}, {@code x-ratelimit-remaining} and, in milliseconds
     * since 1970, {@code x-ratelimit-reset}; without {@code Retry-After}. Requests are not counted, and nothing else is
     * done.
     *
     * @param untilReset how long after the answer the limit is lifted, by the clock of the server; 0 or more
     * @throws IllegalArgumentException where it is negative
     */
    public static Fault rateLimit(Duration untilReset) {
        return of(Kind.RATE_LIMIT, TOO_MANY_REQUESTS, untilReset);
    }

    /**
     * The same with a header in its answer, in place of another one of that name. Faults that cut have no answer.
     *
     * @throws IllegalArgumentException where that is no header, or one that the server needs for itself
     */
    public Fault header(String name, String value) {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a header of ASCII: " + name + ": " + value);
        }
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("header must be none of " + FRAMING + ": " + name);
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.keySet().removeIf(name::equalsIgnoreCase);
        all.put(name, value);
        return new Fault(kind, status, duration, Map.copyOf(all), task, times, probability, seed);
    }

    /** The same for requests that are about one task. */
    public Fault forTask(String id) {
        return new Fault(kind, status, duration, headers, id, times, probability, seed);
    }

    /**
     * The same for the first requests only; it is spent then.
     *
     * @param count 1 or more
     * @throws IllegalArgumentException where it is less
     */
    public Fault times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("times must be 1 or more: " + count);
        }
        return new Fault(kind, status, duration, headers, task, count, probability, seed);
    }

    /**
     * The same for some of the requests only, as chance has it.
     *
     * @param probability more than 0, up to 1
     * @param seed the same requests are met with the same seed, where they come one after another
     * @throws IllegalArgumentException where the probability is another one
     */
    public Fault probability(double probability, long seed) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be more than 0 and at most 1: " + probability);
        }
        return new Fault(kind, status, duration, headers, task, times, probability, seed);
    }

    /** What happens. */
    public Kind kind() {
        return kind;
    }

    /** The status of its answer; 0 where it has none or that of another. */
    public int status() {
        return status;
    }

    /** How long it waits, or how long after it the limit is lifted; otherwise 0. */
    public Duration duration() {
        return duration;
    }

    /** The headers that its answer has besides; unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The task whose requests it meets, empty for any request. */
    public Optional<String> task() {
        return Optional.ofNullable(task);
    }

    /** How many requests it meets before it is spent, empty for all. */
    public OptionalLong times() {
        return times == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(times);
    }

    /** With what probability it meets a request: more than 0, up to 1. */
    public double probability() {
        return probability;
    }

    /** What chance follows from. */
    public long seed() {
        return seed;
    }

    @Override
    public String toString() {
        return kind
                + (status == 0 ? "" : " " + status)
                + (duration.isZero() ? "" : " " + duration)
                + (task == null ? "" : " for " + task)
                + (times == Long.MAX_VALUE ? "" : ", " + times + " times")
                + (probability == 1 ? "" : ", probability " + probability);
    }
}
