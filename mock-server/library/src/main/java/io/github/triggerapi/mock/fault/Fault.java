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
 * A fault that a mock server makes on purpose. It applies to every request that is valid up to its body: one with a
 * known path and method, an accepted key and valid parameters. The methods that return another fault restrict that.
 *
 * <p>A fault is immutable. Further ones are made from it, as in {@code Fault.status(503).times(2).forTask("my-task")}.
 */
public final class Fault {
    /** What a fault does. Constants may be added, so a {@code switch} over them needs a default. */
    public enum Kind {
        /** Responds with a status; the request is not executed. */
        STATUS,
        /** Executes the request after a delay. */
        DELAY,
        /** Closes the connection without a response; the request is not executed. */
        CUT_CONNECTION,
        /** Executes the request, and closes the connection without a response. */
        CUT_RESPONSE,
        /** Responds that there were too many requests; the request is not executed. */
        RATE_LIMIT
    }

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*");

    /** Headers that frame the response. Another value than the server's own would make the response invalid. */
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
     * Returns a fault that responds with a status and an error in the form of the OpenAPI document. The request is not
     * executed.
     *
     * @param status 300 to 599
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault status(int status) {
        if (status < 300 || status > 599) {
            throw new IllegalArgumentException("status must be 300 to 599: " + status);
        }
        return of(Kind.STATUS, status, Duration.ZERO);
    }

    /**
     * Returns a fault that executes a request after a delay, even if the caller has closed the connection meanwhile.
     *
     * @param duration 0 or more, in real time, with a precision of milliseconds
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Fault delay(Duration duration) {
        return of(Kind.DELAY, 0, duration);
    }

    /**
     * Returns a fault that closes the connection without a response. The request is not executed, so no run is
     * created.
     */
    public static Fault cutConnection() {
        return of(Kind.CUT_CONNECTION, 0, Duration.ZERO);
    }

    /**
     * Returns a fault that executes a request and closes the connection without a response: the run is created, and
     * the caller does not know.
     */
    public static Fault cutResponse() {
        return of(Kind.CUT_RESPONSE, 0, Duration.ZERO);
    }

    /**
     * Returns a fault that responds with status 429 as Trigger.dev does: with {@code x-ratelimit-limit}, {@code
     * x-ratelimit-remaining} and, in milliseconds since 1970, {@code x-ratelimit-reset}, without {@code Retry-After}.
     * Requests are not counted. The request is not executed.
     *
     * @param untilReset the time from the response to the reset, by the clock of the server; 0 or more
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Fault rateLimit(Duration untilReset) {
        return of(Kind.RATE_LIMIT, TOO_MANY_REQUESTS, untilReset);
    }

    /**
     * Returns the same fault with a response header, which replaces any header of that name. Faults without a response
     * ignore it.
     *
     * @throws IllegalArgumentException if it is not a valid header, or one that frames the response
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

    /** Returns the same fault for the requests of one task. */
    public Fault forTask(String id) {
        return new Fault(kind, status, duration, headers, id, times, probability, seed);
    }

    /**
     * Returns the same fault for the first requests only. It is exhausted after them.
     *
     * @param count 1 or more
     * @throws IllegalArgumentException if the count is less than 1
     */
    public Fault times(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("times must be 1 or more: " + count);
        }
        return new Fault(kind, status, duration, headers, task, count, probability, seed);
    }

    /**
     * Returns the same fault for a random share of the requests.
     *
     * @param probability more than 0, up to 1
     * @param seed with the same seed, it is applied to the same requests if they are sent one after another
     * @throws IllegalArgumentException if the probability is out of range
     */
    public Fault probability(double probability, long seed) {
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be more than 0 and at most 1: " + probability);
        }
        return new Fault(kind, status, duration, headers, task, times, probability, seed);
    }

    /** Returns what the fault does. */
    public Kind kind() {
        return kind;
    }

    /** Returns the status of its response, 0 if it has none of its own. */
    public int status() {
        return status;
    }

    /** Returns the delay, or the time until the reset of the rate limit; 0 for other kinds. */
    public Duration duration() {
        return duration;
    }

    /** Returns the additional response headers; unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the task to whose requests it is applied, empty for any task. */
    public Optional<String> task() {
        return Optional.ofNullable(task);
    }

    /** Returns how many requests it is applied to before it is exhausted, empty for no limit. */
    public OptionalLong times() {
        return times == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(times);
    }

    /** Returns the probability that it is applied to a request: more than 0, up to 1. */
    public double probability() {
        return probability;
    }

    /** Returns the seed of the random choice. */
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
