package io.github.triggerapi.update.compare.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The effects of a change on both sides.
 *
 * <p>For callers, requests may accept more values and responses may contain fewer. For implementers, responses may contain
 * more values; any change of requests is compatible, because additions need not be served yet.
 */
public record VerdictPair(Verdict callers, Verdict implementers) {

    public static final VerdictPair NONE = new VerdictPair(Verdict.NONE, Verdict.NONE);

    /** The greatest number of reasons in a verdict. */
    private static final int REASONS = 3;

    public static VerdictPair breaking(String reason) {
        return new VerdictPair(Verdict.breaking(reason), Verdict.breaking(reason));
    }

    public static VerdictPair compatible(String reason) {
        return new VerdictPair(Verdict.compatible(reason), Verdict.compatible(reason));
    }

    /**
     * Returns the verdicts on a change of values whose directions may have changed as well. Values that were not in
     * requests before have not been sent, and a change of responses only affects those that existed before and still do.
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
        boolean inResponses = before.contains(Direction.RESPONSE) && after.contains(Direction.RESPONSE);
        if (!change.removed().isEmpty() && inResponses) {
            all.add(removedFromResponses(change));
        }
        if (!change.added().isEmpty() && inResponses) {
            all.add(addedToResponses(change));
        }
        if (all.isEmpty() && !(change.removed().isEmpty() && change.added().isEmpty())) {
            return compatible("the operations that use it were added or removed");
        }
        return all.stream().reduce(NONE, VerdictPair::and);
    }

    private static VerdictPair removedFromRequests(ValueSetChange change) {
        return new VerdictPair(
                Verdict.breaking("requests with " + change.removed() + " are no longer valid"),
                Verdict.compatible("requests with " + change.removed() + " no longer have to be served"));
    }

    private static VerdictPair addedToRequests(ValueSetChange change) {
        return new VerdictPair(
                Verdict.compatible("requests with " + change.added() + " are valid now"),
                Verdict.compatible("requests with " + change.added() + " may be received, but need not be served yet"));
    }

    private static VerdictPair removedFromResponses(ValueSetChange change) {
        return new VerdictPair(
                Verdict.compatible("responses with " + change.removed() + " are no longer sent"),
                Verdict.breaking("responses with " + change.removed() + " are no longer valid"));
    }

    private static VerdictPair addedToResponses(ValueSetChange change) {
        String may = "responses with " + change.added() + " may be received";
        return new VerdictPair(
                change.toleratedByClient()
                        ? Verdict.compatible(may + ", which the client tolerates")
                        : Verdict.breaking(may),
                Verdict.compatible("responses with " + change.added() + " are valid now"));
    }

    /** Returns the greater effect on each side, with its reasons. */
    VerdictPair and(VerdictPair other) {
        return new VerdictPair(join(callers, other.callers), join(implementers, other.implementers));
    }

    private static Verdict join(Verdict one, Verdict other) {
        int order = one.severity().compareTo(other.severity());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        Set<String> reasons = Stream.of(one, other)
                .flatMap(verdict -> Stream.of(verdict.reason().split("; ")))
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Verdict(one.severity(), reasons.stream().limit(REASONS).collect(Collectors.joining("; ")));
    }
}
