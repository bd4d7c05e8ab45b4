package io.github.triggerapi.update.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a difference means to both sides.
 *
 * <p>A request may only become wider for callers, an answer may only become narrower for them; for implementers an
 * answer may only become wider. No change of requests alone is too much for implementers: what is new need not be
 * served yet.
 */
record Verdicts(Verdict callers, Verdict implementers) {

    static final Verdicts NONE = new Verdicts(Verdict.NONE, Verdict.NONE);

    /** So many reasons of one verdict are told. */
    private static final int REASONS = 3;

    static Verdicts breaking(String reason) {
        return new Verdicts(Verdict.breaking(reason), Verdict.breaking(reason));
    }

    static Verdicts compatible(String reason) {
        return new Verdicts(Verdict.compatible(reason), Verdict.compatible(reason));
    }

    /** The verdicts on values that go in all of these directions. */
    static Verdicts of(Shift shift, Set<Direction> directions) {
        return of(shift, directions, directions);
    }

    /**
     * The verdicts on values by the ways that they went and go. Nobody has sent what no request had; and only who got
     * answers before, and still does, notices what is in them.
     */
    static Verdicts of(Shift shift, Set<Direction> before, Set<Direction> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return compatible("no operation uses it");
        }
        List<Verdicts> all = new ArrayList<>();
        if (!shift.note().isEmpty()) {
            all.add(compatible(shift.note()));
        }
        if (!shift.lost().isEmpty() && before.contains(Direction.REQUEST)) {
            all.add(lostRequest(shift));
        }
        if (!shift.gained().isEmpty() && after.contains(Direction.REQUEST)) {
            all.add(gainedRequest(shift));
        }
        boolean answered = before.contains(Direction.RESPONSE) && after.contains(Direction.RESPONSE);
        if (!shift.lost().isEmpty() && answered) {
            all.add(lostAnswer(shift));
        }
        if (!shift.gained().isEmpty() && answered) {
            all.add(gainedAnswer(shift));
        }
        if (all.isEmpty() && !(shift.lost().isEmpty() && shift.gained().isEmpty())) {
            return compatible("what uses it is new, or gone");
        }
        return all.stream().reduce(NONE, Verdicts::and);
    }

    private static Verdicts lostRequest(Shift shift) {
        return new Verdicts(
                Verdict.breaking("a request with " + shift.lost() + " is not provided for any more"),
                Verdict.compatible("requests with " + shift.lost() + " need not be served any more"));
    }

    private static Verdicts gainedRequest(Shift shift) {
        return new Verdicts(
                Verdict.compatible("a request with " + shift.gained() + " is allowed now"),
                Verdict.compatible("a request with " + shift.gained() + " may come, which need not be served yet"));
    }

    private static Verdicts lostAnswer(Shift shift) {
        return new Verdicts(
                Verdict.compatible("no answer with " + shift.lost() + " comes any more"),
                Verdict.breaking("an answer with " + shift.lost() + " is not allowed any more"));
    }

    private static Verdicts gainedAnswer(Shift shift) {
        String may = "an answer with " + shift.gained() + " may come now";
        return new Verdicts(
                shift.borne() ? Verdict.compatible(may + ", which the client bears") : Verdict.breaking(may),
                Verdict.compatible("an answer with " + shift.gained() + " is allowed now"));
    }

    /** Both: the greater effect of each side, with the reasons for that. */
    Verdicts and(Verdicts other) {
        return new Verdicts(join(callers, other.callers), join(implementers, other.implementers));
    }

    private static Verdict join(Verdict one, Verdict other) {
        int order = one.effect().compareTo(other.effect());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        Set<String> reasons = Stream.of(one, other)
                .flatMap(verdict -> Stream.of(verdict.reason().split("; ")))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Verdict(one.effect(), reasons.stream().limit(REASONS).collect(Collectors.joining("; ")));
    }
}
