package io.github.triggerapi.contract.mutation;

import io.github.triggerapi.contract.judge.Fault;
import io.github.triggerapi.contract.mutation.Mutants.Mutant;
import io.github.triggerapi.contract.traffic.Samples;
import io.github.triggerapi.contract.traffic.Samples.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for messages that were right before a change of a slice and are wrong after it, or the other way round. */
final class WireSamples {

    /** What a client takes although it never heard of it. */
    private static final Set<String> BORNE = Set.of("additionalProperties", "enum", "const", "responses");

    private final Samples before;
    private final List<Sample> right;

    private WireSamples(Samples before) {
        this.before = before;
        this.right =
                before.all().stream().filter(sample -> isRight(sample, before)).toList();
    }

    /** Empty where no values can be made. */
    static Optional<WireSamples> of(Slice slice) {
        return samples(slice.tree().toString()).map(WireSamples::new);
    }

    /**
     * Messages that show that a change breaks one side or the other; empty where none was found.
     *
     * @param callers what is wrong with one that a right caller sends, or that it cannot bear
     * @param implementers what is wrong with one that a right server answers
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
    private static Optional<Samples> samples(String document) {
        try {
            return Optional.of(new Samples(document));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private Witnesses witnesses(Samples after) {
        List<Sample> rightBefore = Stream.concat(
                        right.stream(),
                        after.all().stream()
                                .filter(sample -> !before.all().contains(sample) && isRight(sample, before)))
                .toList();
        Stream<String> refusedRequests = rightBefore.stream()
                .filter(Sample::isRequest)
                .flatMap(sample -> after.faults(sample).stream().map(Fault::toString));
        Stream<String> newAnswers = after.all().stream()
                .filter(sample -> !sample.isRequest() && before.has(sample))
                .filter(sample -> !unbearable(sample).isEmpty() && isRight(sample, after) && before.declares(sample))
                .flatMap(sample -> unbearable(sample).stream());
        Stream<String> refusedAnswers = rightBefore.stream()
                .filter(sample -> !sample.isRequest())
                .flatMap(sample -> after.faults(sample).stream().map(Fault::toString));
        return new Witnesses(
                Stream.concat(refusedRequests, newAnswers).findFirst().orElse(""),
                refusedAnswers.findFirst().orElse(""));
    }

    /** Members that a document does not declare do not count as sent. */
    private static boolean isRight(Sample sample, Samples samples) {
        return samples.has(sample) && samples.faults(sample).isEmpty() && samples.declares(sample);
    }

    /** What the old document has against an answer, where a client does not bear it. */
    private List<String> unbearable(Sample answer) {
        List<Fault> faults = before.faults(answer);
        // The body of a failure is read as it comes.
        boolean borne = faults.stream()
                .anyMatch(fault ->
                        BORNE.contains(fault.keyword()) || fault.keyword().equals("content") && !answer.isSuccess());
        return borne ? List.of() : faults.stream().map(Fault::toString).toList();
    }
}
