package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.code.NotExpressed;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Violation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.InvalidValues.InvalidValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends requests with one violation to the stubs on a runtime with Bean Validation, which must reject them at any depth.
 */
public final class StubCheck {

    public static final String NAME = "stub constraints";

    /** The keywords that Bean Validation has annotations for. */
    private static final Set<String> SUPPORTED = Set.of(
            "required",
            "oneOf",
            "anyOf",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems");

    private static final int MOST_PROBLEMS = 10;

    private final MessageGenerators generators;
    private final MessageSchemas messages;
    private final RoundTripRunner stubs;
    private final NotExpressed notExpressed;

    /**
     * Creates a check.
     *
     * @param notExpressed the parts of the document that the stubs do not express, and leave to the mock server
     */
    public StubCheck(MessageGenerators generators, RoundTripRunner stubs, NotExpressed notExpressed) {
        this.notExpressed = notExpressed;
        this.generators = generators;
        this.messages = generators.messages();
        this.stubs = stubs;
    }

    /** Checks an operation. */
    public CheckResult run(Operation operation) {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        ObjectNode response = generators.covering(messages.responses(operation)).get(0);
        int cases = 0;
        for (InvalidValue one : generators.invalidValues().of(messages.requests(operation), StringValues.JSON)) {
            if (problems.size() < MOST_PROBLEMS
                    && SUPPORTED.contains(one.keyword())
                    && one.value() instanceof ObjectNode message) {
                Request request = RequestWriter.request(operation, message);
                List<Violation> violations = generators.judge().request(request);
                if (!isNullable(message, one, operation)
                        && violations.stream().noneMatch(violation -> isRaw(violation, operation))
                        && !isMissingRawBody(one, operation)
                        && (isOne(violations, one) || isChoice(violations, one))) {
                    cases++;
                    if (stubs.accepts(request, response)) {
                        String problem = "the stubs accept an invalid request: " + violations.get(0);
                        problems.add(new Problem(problem, request.redacted(), "", false));
                    }
                }
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CheckResult(operation.label(), NAME, cases, took, problems, List.of());
    }

    /** Returns whether a violation is in a parameter that the stubs pass on as a string. */
    private boolean isRaw(Violation violation, Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.label().equals(violation.in()))
                .anyMatch(parameter -> notExpressed.contains("#" + parameter.schema())
                        && !violation.schema().isEmpty());
    }

    /** Returns whether only a member that may be null is missing. The stubs do not tell it from one that is null. */
    private boolean isNullable(ObjectNode message, InvalidValue one, Operation operation) {
        JsonPointer missing = JsonPointer.compile(one.pointer());
        if (!one.keyword().equals("required")
                || missing.matches()
                || !(message.at(missing.head()) instanceof ObjectNode owner)) {
            return false;
        }
        ObjectNode whole = message.deepCopy();
        ((ObjectNode) whole.at(missing.head())).putNull(missing.last().getMatchingProperty());
        return !owner.has(missing.last().getMatchingProperty())
                && generators
                        .judge()
                        .request(RequestWriter.request(operation, whole))
                        .isEmpty();
    }

    /** Returns whether the body is missing, which a method for a raw body reads as an empty one. */
    private static boolean isMissingRawBody(InvalidValue one, Operation operation) {
        return one.keyword().equals("required")
                && one.pointer().matches("/" + MessageSchemas.BODY + "[^/]*")
                && !operation.bodies().keySet().stream().allMatch(Judge::isJson);
    }

    /** Returns whether the only violation is that of the choice. */
    private boolean isChoice(List<Violation> violations, InvalidValue one) {
        return one.isOfChoice()
                && !violations.isEmpty()
                && violations.stream().noneMatch(violation -> notExpressed.contains(violation.schema()))
                && (one.distinguishable()
                        || violations.stream()
                                .allMatch(violation ->
                                        List.of("required", one.keyword()).contains(violation.keyword())));
    }

    /** Returns whether this is the only violation. */
    private boolean isOne(List<Violation> violations, InvalidValue one) {
        return violations.size() == 1
                && violations.get(0).keyword().equals(one.keyword())
                && !notExpressed.contains(violations.get(0).schema());
    }
}
