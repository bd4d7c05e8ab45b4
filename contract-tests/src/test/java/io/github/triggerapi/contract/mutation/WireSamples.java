package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.judge.Violation;
import io.github.triggerapi.contract.mutation.Mutants.Mutant;
import io.github.triggerapi.contract.traffic.SampleMessages;
import io.github.triggerapi.contract.traffic.SampleMessages.SampleMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for messages that were right before a change of a slice and are wrong after it, or the other way round. */
final class WireSamples {

    /** What a client takes although it never heard of it. */
    private static final Set<String> BORNE = Set.of("additionalProperties", "enum", "const", "responses");

    private final SampleMessages before;
    private final List<SampleMessage> right;

    private WireSamples(SampleMessages before) {
        this.before = before;
        this.right =
                before.all().stream().filter(sample -> isRight(sample, before)).toList();
    }

    /** Empty where no values can be made. */
    static Optional<WireSamples> of(Slice slice) {
        return samples(slice.tree().toString()).map(WireSamples::new);
    }

    /**
     * MessageSchemas that show that a change breaks one side or the other; empty where none was found.
     *
     * @param callers what is wrong with one that a right caller sends, or that it cannot bear
     * @param implementers what is wrong with one that a right server responses
     */
    record Witnesses(String callers, String implementers) {
        static final Witnesses NONE = new Witnesses("", "");
    }

    Witnesses witnesses(Mutant mutant) {
        return samples(OneChange.edited(mutant, mutant.slice().tree()).toString())
                .map(this::witnesses)
                .orElse(Witnesses.NONE);
    }

    /** Not of everything that a change can say there are values: of a member that needs itself, or an odd pattern. */
    private static Optional<SampleMessages> samples(String document) {
        try {
            return Optional.of(new SampleMessages(document));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private Witnesses witnesses(SampleMessages after) {
        List<SampleMessage> rightBefore = Stream.concat(
                        right.stream(),
                        after.all().stream()
                                .filter(sample -> !before.all().contains(sample) && isRight(sample, before)))
                .toList();
        Stream<String> refusedRequests = rightBefore.stream()
                .filter(SampleMessage::isRequest)
                .flatMap(sample -> after.violations(sample).stream().map(Violation::toString));
        Stream<String> newResponses = after.all().stream()
                .filter(sample -> !sample.isRequest() && before.has(sample))
                .filter(sample -> !unbearable(sample).isEmpty() && isRight(sample, after) && before.declares(sample))
                .flatMap(sample -> unbearable(sample).stream());
        Stream<String> refusedResponses = rightBefore.stream()
                .filter(sample -> !sample.isRequest())
                .flatMap(sample -> after.violations(sample).stream().map(Violation::toString));
        return new Witnesses(
                Stream.concat(refusedRequests, newResponses).findFirst().orElse(""),
                refusedResponses.findFirst().orElse(""));
    }

    /** Members that a document does not declare do not count as sent. */
    private static boolean isRight(SampleMessage sample, SampleMessages samples) {
        return samples.has(sample) && samples.violations(sample).isEmpty() && samples.declares(sample);
    }

    /** What the old document has against a response, where a client does not bear it. */
    private List<String> unbearable(SampleMessage response) {
        List<Violation> violations = before.violations(response);
        // The body of a failure is read as it comes.
        boolean borne = violations.stream()
                .anyMatch(violation -> BORNE.contains(violation.keyword())
                        || violation.keyword().equals("content") && !response.isSuccess());
        return borne ? List.of() : violations.stream().map(Violation::toString).toList();
    }
}
