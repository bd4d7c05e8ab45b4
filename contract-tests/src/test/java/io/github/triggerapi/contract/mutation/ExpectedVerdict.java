package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.update.compare.change.Severity.BREAKING;
import static io.github.triggerapi.update.compare.change.Severity.COMPATIBLE;
import static io.github.triggerapi.update.compare.change.Severity.NONE;

import io.github.triggerapi.contract.mutation.MessageDirections.Direction;
import io.github.triggerapi.update.compare.change.Severity;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The permitted effects of a change on callers and implementers.
 *
 * @param code whether generated code breaks, so that no message needs to show it
 */
record ExpectedVerdict(Set<Severity> callers, Set<Severity> implementers, boolean code) {

    private ExpectedVerdict(Set<Severity> callers, Set<Severity> implementers) {
        this(callers, implementers, false);
    }

    /** The change of the set of values that an element allows. */
    enum ValueSetChange {
        SAME,
        NARROWER,
        WIDER,
        /** Some values are added and some are removed. */
        OTHER,
        /** Values are added that a client tolerates. */
        WIDER_TOLERATED,
        /** Values are added that a client tolerates, and some are removed. */
        OTHER_TOLERATED
    }

    /** No effect. */
    static final ExpectedVerdict PROSE = both(NONE);

    /** A compatible addition for both sides. */
    static final ExpectedVerdict ADDITION = both(COMPATIBLE);

    /** A breaking change of the generated code of both sides. */
    static final ExpectedVerdict LOSS = new ExpectedVerdict(Set.of(BREAKING), Set.of(BREAKING), true);

    /** Some requests are no longer valid. */
    static final ExpectedVerdict REJECTED_REQUEST = new ExpectedVerdict(Set.of(BREAKING), Set.of(COMPATIBLE));

    /** Some responses are no longer valid. */
    static final ExpectedVerdict REJECTED_RESPONSE = new ExpectedVerdict(Set.of(COMPATIBLE), Set.of(BREAKING));

    /** No effect, or a compatible one. */
    static final ExpectedVerdict HARMLESS = new ExpectedVerdict(Set.of(NONE, COMPATIBLE), Set.of(NONE, COMPATIBLE));

    private static ExpectedVerdict both(Severity severity) {
        return new ExpectedVerdict(Set.of(severity), Set.of(severity));
    }

    /** Returns the effect of a changed set of values on messages. */
    static ExpectedVerdict onTheWire(ValueSetChange shift, Set<Direction> directions) {
        ExpectedVerdict expected = HARMLESS;
        if (shift == ValueSetChange.SAME) {
            return expected;
        }
        if (directions.contains(Direction.REQUEST)) {
            boolean wider = shift == ValueSetChange.WIDER || shift == ValueSetChange.WIDER_TOLERATED;
            expected = expected.and(wider ? ADDITION : REJECTED_REQUEST);
        }
        if (directions.contains(Direction.RESPONSE)) {
            expected = expected.and(
                    switch (shift) {
                        case WIDER -> new ExpectedVerdict(Set.of(BREAKING), Set.of(COMPATIBLE));
                        case WIDER_TOLERATED -> ADDITION;
                        case OTHER -> both(BREAKING);
                        default -> REJECTED_RESPONSE;
                    });
        }
        return expected;
    }

    /** Returns the combined effect of two changes: the greater one for each side. */
    ExpectedVerdict and(ExpectedVerdict other) {
        return new ExpectedVerdict(
                greater(callers, other.callers), greater(implementers, other.implementers), code || other.code);
    }

    private static Set<Severity> greater(Set<Severity> some, Set<Severity> others) {
        Set<Severity> greater = EnumSet.noneOf(Severity.class);
        some.forEach(one -> others.forEach(other -> greater.add(one.compareTo(other) >= 0 ? one : other)));
        return greater;
    }

    /** Returns the effects of either. */
    ExpectedVerdict or(ExpectedVerdict other) {
        return new ExpectedVerdict(
                union(callers, other.callers), union(implementers, other.implementers), code || other.code);
    }

    private static Set<Severity> union(Set<Severity> some, Set<Severity> others) {
        Set<Severity> union = EnumSet.copyOf(some);
        union.addAll(others);
        return union;
    }

    boolean allows(Severity forCallers, Severity forImplementers) {
        return callers.contains(forCallers) && implementers.contains(forImplementers);
    }

    @Override
    public String toString() {
        return text(callers) + "/" + text(implementers);
    }

    private static String text(Set<Severity> effects) {
        return EnumSet.copyOf(effects).stream()
                .map(effect -> effect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }
}
