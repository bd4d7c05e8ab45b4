package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the runs that meet all conditions. It is immutable: each method returns another assertion. One of
 * {@link #once()}, {@link #times(int)}, {@link #atLeast(int)} and {@link #never()} ends it and checks it.
 *
 * <p>The methods are named {@code with} and the name of a member of {@link Run}.
 */
public final class RunsAssert {
    private final MockServerAssert serverAssert;
    private final RunExpectation expectation;
    private final AssertionError unfinished;

    RunsAssert(MockServerAssert serverAssert, String task) {
        this(
                serverAssert,
                new RunExpectation(task, List.of()),
                UnfinishedAssertions.begin(serverAssert.server(), task));
    }

    private RunsAssert(MockServerAssert serverAssert, RunExpectation expectation, AssertionError unfinished) {
        this.serverAssert = serverAssert;
        this.expectation = expectation;
        this.unfinished = unfinished;
    }

    /** Requires this current status. */
    @CheckReturnValue
    public RunsAssert withStatus(RunStatus status) {
        return with(RunMatcher.equal("status", status, Run::status));
    }

    /** Requires that this is one of the tags. */
    @CheckReturnValue
    public RunsAssert withTag(String tag) {
        return with(RunMatcher.shown("tag", tag, run -> run.tags().contains(tag)));
    }

    /**
     * Requires this payload. Payloads are compared as JSON: numbers by value, so that 1 equals 1.0, members in any
     * order, and items in their order. A member that is null equals one that is absent, because Java objects do not
     * distinguish them.
     *
     * @param payload what Jackson writes as that JSON; null for one that is absent or null
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    @CheckReturnValue
    public RunsAssert withPayload(@Nullable Object payload) {
        return withPayloadJson(ComparableJson.of(payload));
    }

    /**
     * Requires this payload, compared as {@link #withPayload} does.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    @CheckReturnValue
    public RunsAssert withPayloadJson(@Nullable String json) {
        return with(RunMatcher.json("payload", json, Run::payloadJson));
    }

    /**
     * Requires a payload of a type that meets a condition.
     *
     * @param type see {@link Run#payload(Class)}
     */
    @CheckReturnValue
    public <T> RunsAssert withPayloadMatching(Class<T> type, Predicate<? super T> condition) {
        return with(RunMatcher.shown("payload", "matching as " + type.getSimpleName(), run -> {
            T payload;
            try {
                payload = run.payload(type);
            } catch (IllegalArgumentException notOfThatType) {
                return false;
            }
            return payload != null && condition.test(payload);
        }));
    }

    /**
     * Requires an option in the form in which it was sent, compared as {@link #withPayload} does.
     *
     * @param name the name of a member of the options
     * @throws IllegalArgumentException if Jackson cannot write the value
     */
    @CheckReturnValue
    public RunsAssert withOption(String name, @Nullable Object value) {
        return with(RunMatcher.json(
                "option " + name,
                ComparableJson.of(value),
                run -> ComparableJson.parse(run.optionsJson()).member(name)));
    }

    /** Requires the queue with this name. */
    @CheckReturnValue
    public RunsAssert withQueue(String queue) {
        return with(RunMatcher.equal("queue", queue, Run::queue));
    }

    /** Requires this copy of the queue; null for the queue itself. */
    @CheckReturnValue
    public RunsAssert withConcurrencyKey(@Nullable String concurrencyKey) {
        return with(RunMatcher.hidden("concurrency key", concurrencyKey, Run::concurrencyKey));
    }

    /** Requires this idempotency key; null for none. */
    @CheckReturnValue
    public RunsAssert withIdempotencyKey(@Nullable String idempotencyKey) {
        return with(RunMatcher.equal("idempotency key", idempotencyKey, Run::idempotencyKey));
    }

    /** Requires that the delay ends or ended at this instant; null for no delay. */
    @CheckReturnValue
    public RunsAssert withDelayUntil(@Nullable Instant instant) {
        return with(RunMatcher.hidden("delay until", instant, Run::delayUntil));
    }

    /** Requires this time to live in the queue; null for no limit. */
    @CheckReturnValue
    public RunsAssert withTtl(@Nullable Duration ttl) {
        return with(RunMatcher.hidden("ttl", ttl, Run::ttl));
    }

    /**
     * Requires this output of the handler, compared as {@link #withPayload} does; null for none.
     *
     * @throws IllegalArgumentException if Jackson cannot write it
     */
    @CheckReturnValue
    public RunsAssert withOutput(@Nullable Object output) {
        return with(RunMatcher.json("output", ComparableJson.of(output), Run::outputJson));
    }

    /**
     * Requires any other condition. It is evaluated for the runs of the task that meet all earlier conditions, and for
     * other runs only for the failure message, where an exception means that it is not met.
     *
     * @param what describes the condition in the failure message
     */
    @CheckReturnValue
    public RunsAssert matching(String what, Predicate<Run> condition) {
        return with(new RunMatcher(what, condition, run -> what));
    }

    /** Checks that there is exactly one run, and returns it. */
    public Run once() {
        return times(1).get(0);
    }

    /** Checks that there is exactly this number of runs, and returns them, the oldest first. */
    public List<Run> times(int number) {
        return check("exactly " + number, count -> count == number);
    }

    /** Checks that there are at least this many runs, and returns them, the oldest first. */
    public List<Run> atLeast(int number) {
        return check("at least " + number, count -> count >= number);
    }

    /** Checks that there is no run. */
    public void never() {
        check("none", count -> count == 0);
    }

    private RunsAssert with(RunMatcher matcher) {
        return new RunsAssert(serverAssert, expectation.and(matcher), unfinished);
    }

    private List<Run> check(String number, IntPredicate isRight) {
        UnfinishedAssertions.end(serverAssert.server(), unfinished);
        List<Run> runs = serverAssert.runs();
        List<Run> met = runs.stream().filter(expectation::isMet).toList();
        if (!isRight.test(met.size())) {
            throw new AssertionError(expectation.failureMessage(
                    number, runs, serverAssert.server().requests()));
        }
        return met;
    }
}
