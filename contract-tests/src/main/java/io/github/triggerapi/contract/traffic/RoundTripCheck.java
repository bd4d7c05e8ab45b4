package io.github.triggerapi.contract.traffic;

import com.networknt.schema.Error;
import io.github.triggerapi.contract.judge.Exchange;
import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.ParameterForm;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.RoundTripRunner.RoundTrip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates traffic for an operation: requests and responses that cover their schemas, then random ones, of which the first
 * failing one is shrunk.
 */
public final class RoundTripCheck {

    public static final String NAME = "round trips";

    private static final int MOST_PROBLEMS = 10;

    private final MessageGenerators generators;
    private final MessageSchemas messages;
    private final RoundTripRunner trips;

    public RoundTripCheck(MessageGenerators generators, RoundTripRunner trips) {
        this.generators = generators;
        this.messages = generators.messages();
        this.trips = trips;
    }

    private record Case(ObjectNode request, ObjectNode response) {}

    /**
     * Checks an operation.
     *
     * @param cases the minimum number of cases; at least half of this number are random
     * @param seed the seed of the random cases
     */
    public CheckResult run(Operation operation, int cases, long seed) {
        long start = System.nanoTime();
        Allowed requests = allowed(operation, "requests", messages.requests(operation));
        Allowed responses = allowed(operation, "responses", messages.responses(operation));
        List<Case> covering = covering(requests.messages(), responses.messages());
        int randomCases = covering.isEmpty() ? 0 : Math.max(cases - covering.size(), cases / 2);
        List<Problem> problems = new ArrayList<>();
        messages.faults(operation).forEach(fault -> problems.add(Problem.inDocument(fault)));
        List<String> notes = new ArrayList<>(messages.notes(operation));
        for (Allowed allowed : List.of(requests, responses)) {
            problems.addAll(allowed.problems());
            notes.addAll(allowed.notes());
        }
        for (Case one : covering) {
            if (problems.size() < MOST_PROBLEMS) {
                failure(operation, one).map(trip -> problem(trip, "")).ifPresent(problems::add);
            }
        }
        if (randomCases > 0) {
            random(operation, randomCases, seed).ifPresent(problems::add);
        }
        return new CheckResult(
                operation.label(),
                NAME,
                covering.size() + randomCases,
                Duration.ofNanos(System.nanoTime() - start),
                problems,
                notes);
    }

    private static List<Case> covering(List<ObjectNode> requests, List<ObjectNode> responses) {
        List<Case> all = new ArrayList<>();
        if (requests.isEmpty() || responses.isEmpty()) {
            return all;
        }
        for (int i = 0; i < Math.max(requests.size(), responses.size()); i++) {
            all.add(new Case(requests.get(i % requests.size()), responses.get(i % responses.size())));
        }
        return all;
    }

    /** The generated messages that the spec allows, with problems and notes about the others. */
    private record Allowed(List<ObjectNode> messages, List<Problem> problems, List<String> notes) {}

    private Allowed allowed(Operation operation, String kind, ObjectNode schema) {
        List<ObjectNode> allowed = new ArrayList<>();
        List<Error> errors = new ArrayList<>();
        List<ObjectNode> all = generators.covering(schema);
        for (ObjectNode message : all) {
            List<Error> found = messages.errors(operation, message);
            errors.addAll(found);
            if (found.isEmpty() && isSendable(operation, message)) {
                allowed.add(message);
            }
        }
        if (errors.isEmpty()) {
            List<String> notSent = allowed.size() < all.size()
                    ? List.of("not sent: " + kind + " with null, which is the same as none in Java, with objects as"
                            + " unions in parameters, which the stubs do not read, or with long URLs")
                    : List.of();
            return new Allowed(allowed, List.of(), notSent);
        }
        String left = "%d of %d generated %s are skipped, as the document does not allow them: %s at '%s'"
                .formatted(
                        all.size() - allowed.size(),
                        all.size(),
                        kind,
                        errors.get(0).getMessage(),
                        errors.get(0).getInstanceLocation());
        boolean contradiction =
                errors.stream().anyMatch(error -> error.getKeyword().equals("oneOf"));
        Problem none = contradiction ? Problem.inDocument(left) : Problem.of(left);
        return allowed.isEmpty()
                ? new Allowed(allowed, List.of(none), List.of("no case: " + left))
                : new Allowed(allowed, List.of(), List.of(left));
    }

    /** Returns whether client and stubs send and read a message: no null, and only simple values as unions in parameters. */
    private static boolean isSendable(Operation operation, ObjectNode message) {
        return message.valueStream().noneMatch(JsonNode::isNull)
                && (message.has(MessageSchemas.STATUS)
                        || RequestWriter.request(operation, message).target().length() <= ResponseCheck.MAX_TARGET)
                && operation.parameters().stream()
                        .filter(parameter -> parameter.form() == ParameterForm.UNION)
                        .map(parameter -> message.path(parameter.label()))
                        .noneMatch(
                                value -> value.isObject() || value.valueStream().anyMatch(JsonNode::isContainer));
    }

    private Arbitrary<ObjectNode> arbitrary(ObjectNode schema) {
        return generators.random().of(schema, StringValues.JSON).map(ObjectNode.class::cast);
    }

    private Optional<Problem> random(Operation operation, int count, long seed) {
        Arbitrary<Case> pairs = Combinators.combine(
                        arbitrary(messages.requests(operation)), arbitrary(messages.responses(operation)))
                .as(Case::new);
        return FailureShrinker.first(
                        pairs,
                        count,
                        seed,
                        one -> isAllowed(operation, one) ? failure(operation, one) : Optional.empty())
                .map(failure -> problem(failure.problem(), failure.origin()));
    }

    /** Returns whether the spec allows a case: a generator cannot foresee that several alternatives of a {@code oneOf} match. */
    private boolean isAllowed(Operation operation, Case one) {
        return isSendable(operation, one.request())
                && isSendable(operation, one.response())
                && messages.errors(operation, one.request()).isEmpty()
                && messages.errors(operation, one.response()).isEmpty();
    }

    private Optional<RoundTrip> failure(Operation operation, Case one) {
        return Optional.of(trips.send(operation, one.request(), one.response()))
                .filter(trip -> !trip.problems().isEmpty());
    }

    private static Problem problem(RoundTrip trip, String origin) {
        String message = String.join("\n", trip.problems()) + origin;
        return new Problem(
                message,
                trip.exchange()
                        .map(Exchange::request)
                        .map(HttpMessage::redacted)
                        .orElse("not sent: " + trip.request()),
                trip.exchange()
                        .map(Exchange::response)
                        .map(HttpMessage::redacted)
                        .orElse(""),
                false);
    }
}
