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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is changed between client and stubs is found, and said so that one understands it. */
class RoundTripCheckTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Judge judge = new Judge(SwaggerSpec.text());
    private final DocumentElements places = DocumentElements.ofDocument();

    private CheckResult run(Operation operation, UnaryOperator<String> requests, UnaryOperator<String> responses) {
        OkHttpClient tampering = TamperingClient.client(requests, responses);
        try (RoundTripRunner trips = new RoundTripRunner(judge, tampering)) {
            return new RoundTripCheck(new MessageGenerators(judge, Set.of()), trips).run(operation, 20, 1);
        }
    }

    @Test
    void whatIsLeftAloneIsInOrder() {
        Operation operation = places.inRequest("a property", property -> true).operation();
        CheckResult result = run(operation, UnaryOperator.identity(), UnaryOperator.identity());

        assertThat(result.problems()).isEmpty();
        // More than were asked for, as each property is sent with several values.
        assertThat(result.cases())
                .isGreaterThan(20 + 5 * places.requestProperties(operation).size());
    }

    @Test
    void aLostMemberIsFound() {
        Property lost = optional();

        isFound(
                lost,
                TamperingClient.at(lost, (owner, name) -> DocumentElements.rename(owner, name, "notInTheDocument")),
                lost.path() + "': sent");
    }

    @Test
    void aNumberAsTextIsFound() {
        Property number = places.inRequest("a property that is an integer", property -> property.isOfType("integer"));

        isFound(
                number,
                TamperingClient.at(
                        number,
                        (owner, name) -> owner.put(name, owner.path(name).asString())),
                number.path() + "': type: string found, integer expected");
    }

    @Test
    void textAsANumberIsFound() {
        Property text = text();

        isFound(
                text,
                TamperingClient.at(text, (owner, name) -> owner.put(name, 1)),
                text.path() + "': type: integer found, string expected");
    }

    @Test
    void anotherTextIsFound() {
        Property text = text();

        isFound(
                text,
                TamperingClient.at(
                        text,
                        (owner, name) ->
                                owner.put(name, owner.path(name).asString().replace("ünïcödé", "unicode"))),
                text.path() + "': sent \"ünïcödé");
    }

    private void isFound(Property property, UnaryOperator<String> change, String message) {
        CheckResult result = run(property.operation(), change, UnaryOperator.identity());

        assertThat(result.problems())
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem.message()).contains(message))
                .allSatisfy(problem -> assertThat(problem.request())
                        .contains(property.operation().method() + " "));
    }

    @Test
    void aChangedAnswerIsFound() {
        Property text = places.inSuccess("a property that is a text", Property::isPlainText);
        CheckResult result = run(
                text.operation(),
                UnaryOperator.identity(),
                TamperingClient.at(text, (owner, name) -> owner.put(name, "other")));

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.message())
                        .contains("client response body at '" + text.path() + "': sent ", "arrived \"other\""));
    }

    @Test
    void aSuccessThatTheClientCannotReadIsNone() {
        isUnreadable(
                places.inSuccess("a property that is a text", Property::isPlainText),
                "the client failed: " + UnexpectedResponseException.class.getName());
    }

    @Test
    void anErrorThatTheClientCannotReadIsNone() {
        isUnreadable(
                places.inError("a property that is a text", Property::isPlainText),
                "the client failed: java.lang.IllegalStateException: cannot be read as ");
    }

    private void isUnreadable(Property text, String message) {
        CheckResult result = run(
                text.operation(),
                UnaryOperator.identity(),
                TamperingClient.at(text, (owner, name) -> owner.set(name, JSON.arrayNode())));

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void aRandomCaseThatFailsIsMadeSmall() {
        Property lost = optional();
        Set<String> least = new TreeSet<>(Set.of("notInTheDocument"));
        places.requestProperties(lost.operation()).stream()
                .filter(property -> property.isAtTop() && property.required())
                .forEach(property -> least.add(property.name()));
        CheckResult result = run(
                lost.operation(),
                TamperingClient.at(lost, (owner, name) -> DocumentElements.rename(owner, name, "notInTheDocument")),
                UnaryOperator.identity());

        assertThat(result.problems()).last().satisfies(problem -> {
            assertThat(problem.message()).contains("the smallest failing case; seed 1");
            assertThat(body(problem)).isEqualTo(least);
        });
    }

    /** The members of the body of the request. */
    private static Set<String> body(Problem problem) {
        String request = problem.request();
        return new TreeSet<>(Judge.JSON
                .readTree(request.substring(request.indexOf("\n\n") + 2))
                .propertyNames());
    }

    private Property optional() {
        return places.inRequest(
                "a property at the top that is optional", property -> property.isAtTop() && !property.required());
    }

    private Property text() {
        return places.inRequest("a property that is a text", Property::isPlainText);
    }
}
