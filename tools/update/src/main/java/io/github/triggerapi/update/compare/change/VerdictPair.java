package io.github.triggerapi.update.compare.change;

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
public record VerdictPair(Verdict callers, Verdict implementers) {

    public static final VerdictPair NONE = new VerdictPair(Verdict.NONE, Verdict.NONE);

    /** So many reasons of one verdict are told. */
    private static final int REASONS = 3;

    public static VerdictPair breaking(String reason) {
        return new VerdictPair(Verdict.breaking(reason), Verdict.breaking(reason));
    }

    public static VerdictPair compatible(String reason) {
        return new VerdictPair(Verdict.compatible(reason), Verdict.compatible(reason));
    }

    /** The verdicts on values that go in all of these directions. */
    public static VerdictPair of(ValueSetChange change, Set<Direction> directions) {
        return of(change, directions, directions);
    }

    /**
     * The verdicts on values by the ways that they went and go. Nobody has sent what no request had; and only who got
     * answers before, and still does, notices what is in them.
     */
    public static VerdictPair of(ValueSetChange change, Set<Direction> before, Set<Direction> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return compatible("no operation uses it");
        }
        List<VerdictPair> all = new ArrayList<>();
        if (!change.note().isEmpty()) {
            all.add(compatible(change.note()));
        }
        if (!change.removed().isEmpty() && before.contains(Direction.REQUEST)) {
            all.add(removedFromRequests(change));
        }
        if (!change.added().isEmpty() && after.contains(Direction.REQUEST)) {
            all.add(addedToRequests(change));
        }
        boolean answered = before.contains(Direction.RESPONSE) && after.contains(Direction.RESPONSE);
        if (!change.removed().isEmpty() && answered) {
            all.add(removedFromResponses(change));
        }
        if (!change.added().isEmpty() && answered) {
            all.add(addedToResponses(change));
        }
        if (all.isEmpty() && !(change.removed().isEmpty() && change.added().isEmpty())) {
            return compatible("what uses it is new, or gone");
        }
        return all.stream().reduce(NONE, VerdictPair::and);
    }

    private static VerdictPair removedFromRequests(ValueSetChange change) {
        return new VerdictPair(
                Verdict.breaking("a request with " + change.removed() + " is not provided for any more"),
                Verdict.compatible("requests with " + change.removed() + " need not be served any more"));
    }

    private static VerdictPair addedToRequests(ValueSetChange change) {
        return new VerdictPair(
                Verdict.compatible("a request with " + change.added() + " is allowed now"),
                Verdict.compatible("a request with " + change.added() + " may come, which need not be served yet"));
    }

    private static VerdictPair removedFromResponses(ValueSetChange change) {
        return new VerdictPair(
                Verdict.compatible("no answer with " + change.removed() + " comes any more"),
                Verdict.breaking("an answer with " + change.removed() + " is not allowed any more"));
    }

    private static VerdictPair addedToResponses(ValueSetChange change) {
        String may = "an answer with " + change.added() + " may come now";
        return new VerdictPair(
                change.toleratedByClient()
                        ? Verdict.compatible(may + ", which the client bears")
                        : Verdict.breaking(may),
                Verdict.compatible("an answer with " + change.added() + " is allowed now"));
    }

    /** Both: the greater effect of each side, with the reasons for that. */
    VerdictPair and(VerdictPair other) {
        return new VerdictPair(join(callers, other.callers), join(implementers, other.implementers));
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
