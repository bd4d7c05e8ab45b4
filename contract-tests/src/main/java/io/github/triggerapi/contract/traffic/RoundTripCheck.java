package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.Exchange;
import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.RoundTrips.Trip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Generates the traffic of an operation: first requests and answers that cover all that their schemas say, then random
 * ones, of which the first that fails is made as small as it can be.
 */
public final class RoundTripCheck {

    private static final String NAME = "round trips";

    private static final int MOST_PROBLEMS = 10;

    private final Judge judge;
    private final Messages messages;
    private final CoveringValues values;
    private final RandomValues random;
    private final RoundTrips trips;

    /**
     * A check.
     *
     * @param notValid examples of the document that are not valid where they stand
     */
    public RoundTripCheck(Judge judge, RoundTrips trips, Set<JsonNode> notValid) {
        this.judge = judge;
        this.messages = new Messages(judge.document());
        Schemas schemas = new Schemas(judge.document());
        this.values = new CoveringValues(schemas, notValid);
        this.random = new RandomValues(schemas);
        this.trips = trips;
    }

    private record Case(ObjectNode request, ObjectNode answer) {}

    /**
     * Checks an operation.
     *
     * @param cases how many cases there are to be at least; half as many again are random if the rest take up all
     * @param seed what the random cases follow from
     */
    public CheckResult run(Operation operation, int cases, long seed) {
        long start = System.nanoTime();
        List<Case> covering = covering(operation);
        int randomCases = covering.isEmpty() ? 0 : Math.max(cases - covering.size(), cases / 2);
        List<Problem> problems = new ArrayList<>();
        for (Case one : covering) {
            if (problems.size() < MOST_PROBLEMS) {
                failure(operation, one).map(trip -> problem(trip, "")).ifPresent(problems::add);
            }
        }
        if (randomCases > 0) {
            random(operation, randomCases, seed).ifPresent(problems::add);
        }
        return new CheckResult(
                operation.place(),
                NAME,
                covering.size() + randomCases,
                Duration.ofNanos(System.nanoTime() - start),
                problems,
                Messages.notes(operation));
    }

    private List<Case> covering(Operation operation) {
        List<ObjectNode> requests = covering(operation, messages.requests(operation));
        List<ObjectNode> answers = covering(operation, messages.responses(operation));
        List<Case> all = new ArrayList<>();
        if (requests.isEmpty() || answers.isEmpty()) {
            return all;
        }
        for (int i = 0; i < Math.max(requests.size(), answers.size()); i++) {
            all.add(new Case(requests.get(i % requests.size()), answers.get(i % answers.size())));
        }
        return all;
    }

    private List<ObjectNode> covering(Operation operation, ObjectNode schema) {
        return values.covering(schema, Texts.JSON).stream()
                .map(ObjectNode.class::cast)
                .filter(message -> messages.isValid(judge, operation, message))
                .toList();
    }

    private Arbitrary<ObjectNode> arbitrary(Operation operation, ObjectNode schema) {
        return random.of(schema, Texts.JSON)
                .map(ObjectNode.class::cast)
                .filter(message -> messages.isValid(judge, operation, message));
    }

    private Optional<Problem> random(Operation operation, int count, long seed) {
        Arbitrary<Case> pairs = Combinators.combine(
                        arbitrary(operation, messages.requests(operation)),
                        arbitrary(operation, messages.responses(operation)))
                .as(Case::new);
        return Shrinking.first(pairs, count, seed, one -> failure(operation, one))
                .map(failure -> problem(
                        failure.problem(),
                        "\n(the smallest failing case; seed " + seed + ", case " + failure.number() + ")"));
    }

    private Optional<Trip> failure(Operation operation, Case one) {
        return Optional.of(trips.send(operation, one.request(), one.answer()))
                .filter(trip -> !trip.problems().isEmpty());
    }

    private static Problem problem(Trip trip, String origin) {
        String message = String.join("\n", trip.problems()) + origin;
        return new Problem(
                message,
                trip.exchange().map(Exchange::request).map(HttpMessage::text).orElse(""),
                trip.exchange().map(Exchange::response).map(HttpMessage::text).orElse(""),
                false);
    }
}
