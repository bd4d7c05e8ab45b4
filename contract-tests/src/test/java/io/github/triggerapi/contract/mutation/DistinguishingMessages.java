package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.judge.Violation;
import io.github.triggerapi.contract.mutation.MutantCheck.Mutant;
import io.github.triggerapi.contract.traffic.SampleMessages;
import io.github.triggerapi.contract.traffic.SampleMessages.SampleMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds messages whose validity differs before and after a change. */
final class DistinguishingMessages {

    /** Keywords whose violations a client tolerates. */
    private static final Set<String> TOLERATED = Set.of("additionalProperties", "enum", "const", "responses");

    private final SampleMessages before;
    private final List<SampleMessage> valid;

    private DistinguishingMessages(SampleMessages before) {
        this.before = before;
        this.valid =
                before.all().stream().filter(sample -> isValid(sample, before)).toList();
    }

    /** Returns the messages for a slice; empty if no values can be generated. */
    static Optional<DistinguishingMessages> of(DocumentSlice slice) {
        return samples(slice.tree().toString()).map(DistinguishingMessages::new);
    }

    /**
     * The violations in messages that show that a change breaks one side; empty if there are none.
     *
     * @param callers the violation in a message that a correct caller sends or does not tolerate
     * @param implementers the violation in a message that a correct server sends
     */
    record BrokenMessages(String callers, String implementers) {
        static final BrokenMessages NONE = new BrokenMessages("", "");
    }

    BrokenMessages brokenMessages(Mutant mutant) {
        return samples(RevisionPair.edited(mutant, mutant.slice().tree()).toString())
                .map(this::brokenMessages)
                .orElse(BrokenMessages.NONE);
    }

    /** Some schemas have no values, such as members that require themselves, or some patterns. */
    private static Optional<SampleMessages> samples(String document) {
        try {
            return Optional.of(new SampleMessages(document));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private BrokenMessages brokenMessages(SampleMessages after) {
        List<SampleMessage> validBefore = Stream.concat(
                        valid.stream(),
                        after.all().stream()
                                .filter(sample -> !before.all().contains(sample) && isValid(sample, before)))
                .toList();
        Stream<String> rejectedRequests = validBefore.stream()
                .filter(SampleMessage::isRequest)
                .flatMap(sample -> after.violations(sample).stream().map(Violation::toString));
        Stream<String> newResponses = after.all().stream()
                .filter(sample -> !sample.isRequest() && before.has(sample))
                .filter(sample -> !notTolerated(sample).isEmpty() && isValid(sample, after) && before.declares(sample))
                .flatMap(sample -> notTolerated(sample).stream());
        Stream<String> rejectedResponses = validBefore.stream()
                .filter(sample -> !sample.isRequest())
                .flatMap(sample -> after.violations(sample).stream().map(Violation::toString));
        return new BrokenMessages(
                Stream.concat(rejectedRequests, newResponses).findFirst().orElse(""),
                rejectedResponses.findFirst().orElse(""));
    }

    /** Messages with undeclared members are not considered. */
    private static boolean isValid(SampleMessage sample, SampleMessages samples) {
        return samples.has(sample) && samples.violations(sample).isEmpty() && samples.declares(sample);
    }

    /** Returns the violations of the old document that a client does not tolerate. */
    private List<String> notTolerated(SampleMessage response) {
        List<Violation> violations = before.violations(response);
        // A client reads error bodies of any media type.
        boolean tolerated = violations.stream()
                .anyMatch(violation -> TOLERATED.contains(violation.keyword())
                        || violation.keyword().equals("content") && !response.isSuccess());
        return tolerated
                ? List.of()
                : violations.stream().map(Violation::toString).toList();
    }
}
