package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.update.compare.change.Effect.BREAKING;
import static io.github.triggerapi.update.compare.change.Effect.COMPATIBLE;
import static io.github.triggerapi.update.compare.change.Effect.NONE;

import io.github.triggerapi.contract.mutation.Directions.Way;
import io.github.triggerapi.update.compare.change.Effect;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change may mean to each side; more than one effect where the rule leaves it open.
 *
 * @param code whether generated code loses something, so that no message need show it
 */
record Expected(Set<Effect> callers, Set<Effect> implementers, boolean code) {

    private Expected(Set<Effect> callers, Set<Effect> implementers) {
        this(callers, implementers, false);
    }

    /** What becomes of the values that a place allows. */
    enum Shift {
        SAME,
        NARROWER,
        WIDER,
        /** Some are new and some are gone. */
        OTHER,
        /** Some are new, all of which a client bears. */
        WIDER_BORNE,
        /** Some are new, all of which a client bears, and some are gone. */
        OTHER_BORNE
    }

    /** Nothing that anybody's program could see. */
    static final Expected PROSE = both(NONE);

    /** Something new for both sides, and nothing lost. */
    static final Expected ADDITION = both(COMPATIBLE);

    /** Generated code of both sides loses something. */
    static final Expected LOSS = new Expected(Set.of(BREAKING), Set.of(BREAKING), true);

    /** A request that is no longer allowed. */
    static final Expected REFUSED_REQUEST = new Expected(Set.of(BREAKING), Set.of(COMPATIBLE));

    /** An answer that is no longer allowed. */
    static final Expected REFUSED_ANSWER = new Expected(Set.of(COMPATIBLE), Set.of(BREAKING));

    /** Neither new nor lost, or too little to speak of. */
    static final Expected HARMLESS = new Expected(Set.of(NONE, COMPATIBLE), Set.of(NONE, COMPATIBLE));

    private static Expected both(Effect effect) {
        return new Expected(Set.of(effect), Set.of(effect));
    }

    /** What a shift means to messages that go certain ways. */
    static Expected onTheWire(Shift shift, Set<Way> ways) {
        Expected expected = HARMLESS;
        if (shift == Shift.SAME) {
            return expected;
        }
        if (ways.contains(Way.REQUEST)) {
            boolean wider = shift == Shift.WIDER || shift == Shift.WIDER_BORNE;
            expected = expected.and(wider ? ADDITION : REFUSED_REQUEST);
        }
        if (ways.contains(Way.ANSWER)) {
            expected = expected.and(
                    switch (shift) {
                        case WIDER -> new Expected(Set.of(BREAKING), Set.of(COMPATIBLE));
                        case WIDER_BORNE -> ADDITION;
                        case OTHER -> both(BREAKING);
                        default -> REFUSED_ANSWER;
                    });
        }
        return expected;
    }

    /** Both at once: of each pair the greater effect. */
    Expected and(Expected other) {
        return new Expected(
                greater(callers, other.callers), greater(implementers, other.implementers), code || other.code);
    }

    private static Set<Effect> greater(Set<Effect> some, Set<Effect> others) {
        Set<Effect> greater = EnumSet.noneOf(Effect.class);
        some.forEach(one -> others.forEach(other -> greater.add(one.compareTo(other) >= 0 ? one : other)));
        return greater;
    }

    /** One or the other. */
    Expected or(Expected other) {
        return new Expected(union(callers, other.callers), union(implementers, other.implementers), code || other.code);
    }

    private static Set<Effect> union(Set<Effect> some, Set<Effect> others) {
        Set<Effect> union = EnumSet.copyOf(some);
        union.addAll(others);
        return union;
    }

    boolean allows(Effect forCallers, Effect forImplementers) {
        return callers.contains(forCallers) && implementers.contains(forImplementers);
    }

    @Override
    public String toString() {
        return text(callers) + "/" + text(implementers);
    }

    private static String text(Set<Effect> effects) {
        return EnumSet.copyOf(effects).stream()
                .map(effect -> effect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }
}
