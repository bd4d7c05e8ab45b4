package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.Property;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.JsonNodeFactory;

/** The check detects changes between client and stubs and reports them. */
@Tag("independent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The judge keeps the schemas it has read.
class RoundTripCheckTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Judge judge = new Judge(SwaggerSpec.yaml());
    private final DocumentElements elements = DocumentElements.inUse();

    /** Runs the check without random cases. */
    private CheckResult run(Operation operation, UnaryOperator<String> requests, UnaryOperator<String> responses) {
        return run(operation, 1, requests, responses);
    }

    private CheckResult run(
            Operation operation, int cases, UnaryOperator<String> requests, UnaryOperator<String> responses) {
        OkHttpClient tampering = TamperingClient.client(requests, responses);
        try (RoundTripRunner trips = new RoundTripRunner(judge, tampering)) {
            return new RoundTripCheck(new MessageGenerators(judge, Set.of()), trips).run(operation, cases, 1);
        }
    }

    @Test
    void unchangedTrafficPasses() {
        Operation operation = elements.inRequest("a property", property -> true).operation();
        CheckResult result = run(operation, 20, UnaryOperator.identity(), UnaryOperator.identity());

        assertThat(result.problems()).isEmpty();
        // More than requested, as each property is sent with several values.
        assertThat(result.cases())
                .isGreaterThan(20 + 5 * elements.requestProperties(operation).size());
    }

    @Test
    void detectsLostMember() {
        Property lost = optional();

        assertDetected(
                lost,
                TamperingClient.at(lost, (owner, name) -> DocumentElements.rename(owner, name, "notInTheDocument")),
                lost.path() + "': sent");
    }

    @Test
    void detectsNumberSentAsString() {
        Property number = elements.inRequest("a property that is an integer", property -> property.isOfType("integer"));

        assertDetected(
                number,
                TamperingClient.at(
                        number,
                        (owner, name) -> owner.put(name, owner.path(name).asString())),
                number.path() + "': type: string found, integer expected");
    }

    @Test
    void detectsStringSentAsNumber() {
        Property text = text();

        assertDetected(
                text,
                TamperingClient.at(text, (owner, name) -> owner.put(name, 1)),
                text.path() + "': type: integer found, string expected");
    }

    @Test
    void detectsChangedString() {
        Property text = text();

        assertDetected(
                text,
                TamperingClient.at(
                        text,
                        (owner, name) ->
                                owner.put(name, owner.path(name).asString().replace("ünïcödé", "unicode"))),
                text.path() + "': sent \"ünïcödé");
    }

    private void assertDetected(Property property, UnaryOperator<String> change, String message) {
        CheckResult result = run(property.operation(), change, UnaryOperator.identity());

        assertThat(result.problems())
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem.message()).contains(message))
                .allSatisfy(problem -> assertThat(problem.request())
                        .contains(property.operation().method() + " "));
    }

    @Test
    void detectsChangedResponse() {
        Property text = elements.inSuccess("a property that is any string", Property::isAnyString);
        CheckResult result = run(
                text.operation(),
                UnaryOperator.identity(),
                TamperingClient.at(text, (owner, name) -> owner.put(name, "other")));

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.message())
                        .contains("client response body at '" + text.path() + "': sent ", "arrived \"other\""));
    }

    @Test
    void unreadableSuccessResponseFails() {
        assertUnreadable(
                elements.inSuccess("a property that is any string", Property::isAnyString),
                "the client failed: " + UnexpectedResponseException.class.getName());
    }

    @Test
    void unreadableErrorResponseFails() {
        assertUnreadable(
                elements.inError("a property that is any string", Property::isAnyString),
                "the client failed: java.lang.IllegalStateException: cannot be read as ");
    }

    private void assertUnreadable(Property text, String message) {
        CheckResult result = run(
                text.operation(),
                UnaryOperator.identity(),
                TamperingClient.at(text, (owner, name) -> owner.set(name, JSON.arrayNode())));

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void shrinksFailingRandomCase() {
        Property lost = optional();
        Set<String> least = new TreeSet<>(Set.of("notInTheDocument"));
        elements.requestProperties(lost.operation()).stream()
                .filter(property -> property.isAtTop() && property.required())
                .forEach(property -> least.add(property.name()));
        CheckResult result = run(
                lost.operation(),
                20,
                TamperingClient.at(lost, (owner, name) -> DocumentElements.rename(owner, name, "notInTheDocument")),
                UnaryOperator.identity());

        assertThat(result.problems()).last().satisfies(problem -> {
            assertThat(problem.message()).contains("the smallest failing case; seed 1");
            assertThat(body(problem)).isEqualTo(least);
        });
    }

    /** Returns the members of the request body. */
    private static Set<String> body(Problem problem) {
        String request = problem.request();
        return new TreeSet<>(Judge.JSON
                .readTree(request.substring(request.indexOf("\n\n") + 2))
                .propertyNames());
    }

    private Property optional() {
        return elements.inRequest(
                "a property at the top that is optional", property -> property.isAtTop() && !property.required());
    }

    private Property text() {
        return elements.inRequest("a property that is any string", Property::isAnyString);
    }
}
