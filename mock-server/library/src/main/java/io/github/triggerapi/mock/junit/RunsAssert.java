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
 * Assertions on the runs that have all that is said of them. It does not change: each method gives another one. One of
 * {@link #once()}, {@link #times(int)}, {@link #atLeast(int)} and {@link #never()} ends it, and checks.
 *
 * <p>The methods are named after those of {@link Run}.
 */
public final class RunsAssert {
    private final MockServerAssert on;
    private final RunExpectation expectation;
    private final AssertionError unfinished;

    RunsAssert(MockServerAssert on, String task) {
        this(on, new RunExpectation(task, List.of()), UnusedAssertions.begin(on.server(), task));
    }

    private RunsAssert(MockServerAssert on, RunExpectation expectation, AssertionError unfinished) {
        this.on = on;
        this.expectation = expectation;
        this.unfinished = unfinished;
    }

    /** Runs that have this status now. */
    @CheckReturnValue
    public RunsAssert status(RunStatus status) {
        return with(RunMatcher.equal("status", status, Run::status));
    }

    /** Runs with this tag among theirs. */
    @CheckReturnValue
    public RunsAssert withTag(String tag) {
        return with(RunMatcher.shown("tag", tag, run -> run.tags().contains(tag)));
    }

    /**
     * Runs with this payload, compared as JSON: numbers by value, so that 1 is 1.0; members in any order, items in
     * theirs. A member that is null is the same as one that is absent, as objects of Java cannot tell the difference.
     *
     * @param payload what Jackson writes as that JSON; null for one that is absent or null
     * @throws IllegalArgumentException where Jackson cannot write it
     */
    @CheckReturnValue
    public RunsAssert withPayload(@Nullable Object payload) {
        return withPayloadJson(ComparableJson.of(payload));
    }

    /**
     * Runs with this payload, compared as {@link #withPayload} does.
     *
     * @throws IllegalArgumentException where it is no JSON
     */
    @CheckReturnValue
    public RunsAssert withPayloadJson(@Nullable String json) {
        return with(RunMatcher.json("payload", json, Run::payloadJson));
    }

    /**
     * Runs whose payload is of a type and meets a condition.
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
     * Runs that have an option as it came in the request, compared as {@link #withPayload} does.
     *
     * @param name the name of a member of the options
     * @throws IllegalArgumentException where Jackson cannot write the value
     */
    @CheckReturnValue
    public RunsAssert withOption(String name, @Nullable Object value) {
        return with(RunMatcher.json(
                "option " + name,
                ComparableJson.of(value),
                run -> ComparableJson.parse(run.optionsJson()).member(name)));
    }

    /** Runs of the queue with this name. */
    @CheckReturnValue
    public RunsAssert withQueue(String queue) {
        return with(RunMatcher.equal("queue", queue, Run::queue));
    }

    /** Runs of this copy of their queue; null for the queue itself. */
    @CheckReturnValue
    public RunsAssert withConcurrencyKey(@Nullable String concurrencyKey) {
        return with(RunMatcher.hidden("concurrency key", concurrencyKey, Run::concurrencyKey));
    }

    /** Runs with this idempotency key; null for none. */
    @CheckReturnValue
    public RunsAssert withIdempotencyKey(@Nullable String idempotencyKey) {
        return with(RunMatcher.equal("idempotency key", idempotencyKey, Run::idempotencyKey));
    }

    /** Runs whose delay ends or ended at this instant; null for those without one. */
    @CheckReturnValue
    public RunsAssert withDelayUntil(@Nullable Instant instant) {
        return with(RunMatcher.hidden("delay until", instant, Run::delayUntil));
    }

    /** Runs that may wait so long in their queue; null for ever. */
    @CheckReturnValue
    public RunsAssert withTtl(@Nullable Duration ttl) {
        return with(RunMatcher.hidden("ttl", ttl, Run::ttl));
    }

    /**
     * Runs whose handler gave this, compared as {@link #withPayload} does; null for nothing.
     *
     * @throws IllegalArgumentException where Jackson cannot write it
     */
    @CheckReturnValue
    public RunsAssert withOutput(@Nullable Object output) {
        return with(RunMatcher.json("output", ComparableJson.of(output), Run::outputJson));
    }

    /**
     * Runs that meet any other condition. It is asked of runs only that are of the task and have all that was said before,
     * and of others for the message, where an exception counts as no.
     *
     * @param what the condition in words, for the message
     */
    @CheckReturnValue
    public RunsAssert matching(String what, Predicate<Run> condition) {
        return with(new RunMatcher(what, condition, run -> what));
    }

    /** Ends the assertion: there is exactly one, which is returned. */
    public Run once() {
        return times(1).get(0);
    }

    /** Ends the assertion: there are exactly so many, which are returned, the oldest first. */
    public List<Run> times(int number) {
        return check("exactly " + number, count -> count == number);
    }

    /** Ends the assertion: there are so many or more, which are returned, the oldest first. */
    public List<Run> atLeast(int number) {
        return check("at least " + number, count -> count >= number);
    }

    /** Ends the assertion: there is none. */
    public void never() {
        check("none", count -> count == 0);
    }

    private RunsAssert with(RunMatcher criterion) {
        return new RunsAssert(on, expectation.and(criterion), unfinished);
    }

    private List<Run> check(String number, IntPredicate isRight) {
        UnusedAssertions.end(on.server(), unfinished);
        List<Run> runs = on.runs();
        List<Run> met = runs.stream().filter(expectation::isMet).toList();
        if (!isRight.test(met.size())) {
            throw new AssertionError(expectation.complaint(number, runs)
                    + Descriptions.failed(on.server().requests()));
        }
        return met;
    }
}
