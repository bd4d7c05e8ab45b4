package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.Property;
import io.github.triggerapi.contract.code.NotExpressed;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The check detects stubs that were generated from another document. */
class StubCheckTest {

    private final DocumentElements elements = DocumentElements.inUse();
    private final Property bounded = elements.inRequest("an integer with a maximum", StubCheckTest::isBounded);

    /** Returns whether a property has a maximum above its minimum. */
    private static boolean isBounded(Property property) {
        JsonNode schema = property.schema();
        return property.isOfType("integer")
                && schema.path("maximum").isIntegralNumber()
                && schema.path("minimum").asLong(0) < schema.path("maximum").asLong();
    }

    private CheckResult run(String document) {
        Judge judge = new Judge(document);
        Operation operation = judge.document().operations().stream()
                .filter(one -> one.label().equals(bounded.operation().label()))
                .findFirst()
                .orElseThrow();
        try (RoundTripRunner stubs = new RoundTripRunner(judge)) {
            return new StubCheck(new MessageGenerators(judge, Set.of()), stubs, new NotExpressed()).run(operation);
        }
    }

    @Test
    void stubsRejectInvalidRequests() {
        CheckResult result = run(SwaggerSpec.yaml());

        assertThat(result.problems()).isEmpty();
        assertThat(result.cases()).isPositive();
    }

    @Test
    void detectsBoundThatStubsIgnore() {
        long maximum = bounded.schema().path("maximum").asLong();
        String document = elements.changed(bounded.pointer(), schema -> schema.put("maximum", maximum - 1));

        assertThat(run(document).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message())
                        .startsWith("the stubs accept an invalid request: "
                                + bounded.operation().method() + " ")
                        .contains(": maximum", "found " + maximum))
                .anySatisfy(problem -> assertThat(problem.message()).contains("'" + bounded.path() + "': maximum"));
    }

    @Test
    void ignoresChangesOfProse() {
        String document =
                elements.changed(bounded.operation().pointer(), node -> node.put("summary", "Something else"));

        assertThat(run(document).problems()).isEmpty();
    }
}
