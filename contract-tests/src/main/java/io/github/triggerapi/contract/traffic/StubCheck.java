package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Fault;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.Breaks.Break;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends requests with one fault to the stubs on a runtime with Bean Validation: what their annotations promise to refuse
 * they do refuse, at whatever depth.
 */
public final class StubCheck {

    public static final String NAME = "stub constraints";

    /** What Bean Validation has annotations for. The rest the stubs say in words, and enums are open. */
    private static final Set<String> PROMISED = Set.of(
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

    private final Generators generators;
    private final Messages messages;
    private final RoundTrips stubs;

    public StubCheck(Generators generators, RoundTrips stubs) {
        this.generators = generators;
        this.messages = generators.messages();
        this.stubs = stubs;
    }

    /** Checks an operation. */
    public CheckResult run(Operation operation) {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        ObjectNode answer = generators.covering(messages.responses(operation)).get(0);
        int cases = 0;
        for (Break one : generators.breaks().of(messages.requests(operation), Texts.JSON)) {
            if (problems.size() < MOST_PROBLEMS
                    && PROMISED.contains(one.keyword())
                    && one.value() instanceof ObjectNode message) {
                Request request = WireForm.request(operation, message);
                List<Fault> faults = generators.judge().request(request);
                if (isOne(faults, one) || isChoice(faults, one)) {
                    cases++;
                    if (stubs.takes(request, answer)) {
                        String text = "the stubs take what the document does not allow: " + faults.get(0);
                        problems.add(new Problem(text, request.text(), "", false));
                    }
                }
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CheckResult(operation.place(), NAME, cases, took, problems, List.of());
    }

    /** Whether the only fault is that the object does not satisfy the choice. */
    private static boolean isChoice(List<Fault> faults, Break one) {
        return one.isOfChoice()
                && !faults.isEmpty()
                && (one.distinguishable()
                        || faults.stream()
                                .allMatch(fault ->
                                        List.of("required", one.keyword()).contains(fault.keyword())));
    }

    /** Whether that fault is all that is wrong, and not one of several alternatives that each have their own. */
    private static boolean isOne(List<Fault> faults, Break one) {
        return faults.size() == 1 && faults.get(0).keyword().equals(one.keyword());
    }
}
