package io.github.triggerapi.contract.traffic;

import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/** Tries random values until one fails, and makes that one as small as it can be. */
final class FailureShrinker {

    private static final int GENERATION_SIZE = 1000;

    /** How many smaller values are tried before the one at hand is small enough. */
    private static final int STEPS = 200;

    private FailureShrinker() {}

    /**
     * What failed.
     *
     * @param number which of the values it came from, 1 for the first
     */
    record Failure<P>(P problem, int number, long seed) {

        /** How to come by it again. */
        String origin() {
            return "\n(the smallest failing case; seed " + seed + ", case " + number + ")";
        }
    }

    /**
     * Tries values.
     *
     * @param problem what is wrong with a value; empty where nothing is
     */
    static <T, P> Optional<Failure<P>> first(
            Arbitrary<T> values, int count, long seed, Function<T, Optional<P>> problem) {
        Object[] found = new Object[1];
        JqwikSession.run(() -> {
            RandomGenerator<T> generator = values.generator(GENERATION_SIZE, false);
            Random random = new Random(seed);
            for (int i = 1; i <= count && found[0] == null; i++) {
                Shrinkable<T> value = generator.next(random);
                Optional<P> failure = problem.apply(value.value());
                if (failure.isPresent()) {
                    found[0] = new Failure<>(smallest(value, failure.get(), problem), i, seed);
                }
            }
        });
        @SuppressWarnings("unchecked")
        Failure<P> failure = (Failure<P>) found[0];
        return Optional.ofNullable(failure);
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
