package io.github.triggerapi.contract.traffic;

import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/** Tests random values and shrinks the first that fails. */
final class FailureShrinker {

    private static final int GENERATION_SIZE = 1000;

    /** The maximum number of smaller values to test. */
    private static final int STEPS = 200;

    private FailureShrinker() {}

    /**
     * A failure.
     *
     * @param number the number of the value, starting at 1
     */
    record Failure<P>(P problem, int number, long seed) {

        /** Returns how to reproduce the failure. */
        String origin() {
            return "\n(the smallest failing case; seed " + seed + ", case " + number + ")";
        }
    }

    /**
     * Tests values.
     *
     * @param problem returns the problem of a value; empty if there is none
     */
    static <T, P> Optional<Failure<P>> first(
            Arbitrary<T> values, int count, long seed, Function<T, Optional<P>> problem) {
        AtomicReference<Failure<P>> found = new AtomicReference<>();
        JqwikSession.run(() -> {
            RandomGenerator<T> generator = values.generator(GENERATION_SIZE, false);
            Random random = new Random(seed);
            for (int i = 1; i <= count && found.get() == null; i++) {
                Shrinkable<T> value = generator.next(random);
                Optional<P> failure = problem.apply(value.value());
                if (failure.isPresent()) {
                    found.set(new Failure<>(smallest(value, failure.get(), problem), i, seed));
                }
            }
        });
        return Optional.ofNullable(found.get());
    }

    private static <T, P> P smallest(Shrinkable<T> value, P failure, Function<T, Optional<P>> problem) {
        P smallest = failure;
        Iterator<Shrinkable<T>> smaller = value.shrink().iterator();
        for (int steps = 0; steps < STEPS && smaller.hasNext(); steps++) {
            Shrinkable<T> candidate = smaller.next();
            Optional<P> fails = problem.apply(candidate.value());
            if (fails.isPresent()) {
                smallest = fails.get();
                smaller = candidate.shrink().iterator();
            }
        }
        return smallest;
    }
}
