package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Spec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.report.CheckResult;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stubs that were generated from another document than the judge reads are found out. */
class StubCheckTest {

    private static CheckResult run(String document) {
        Judge judge = new Judge(document);
        try (RoundTrips stubs = new RoundTrips(judge)) {
            return new StubCheck(new Generators(judge, Set.of()), stubs)
                    .run(judge.document().operations().get(0));
        }
    }

    @Test
    void theStubsRefuseWhatTheirDocumentDoesNotAllow() {
        CheckResult result = run(Spec.text());

        assertThat(result.problems()).isEmpty();
        assertThat(result.cases()).isPositive();
    }

    @Test
    void aBoundThatTheyDoNotKeepIsFound() {
        assertThat(run(Spec.text().replace("maximum: 1000", "maximum: 500")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("the stubs take what the document does not allow: POST ")
                        .contains("'/options/queue/concurrencyLimit': maximum", "found 501"));
    }

    @Test
    void aChangeOfProseIsNone() {
        assertThat(run(Spec.text().replace("Trigger a task", "Start a task")).problems())
                .isEmpty();
    }
}
