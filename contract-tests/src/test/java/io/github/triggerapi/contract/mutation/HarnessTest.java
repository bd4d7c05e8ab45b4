package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.contract.code.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that is no good does not pass. */
class HarnessTest {

    private static MutationReport run(Mutants.Comparison comparison) {
        return Mutants.run(SmallDocument.text(), unchanged -> comparison);
    }

    @Test
    void whereNothingIsFoundEveryMutantSurvives() {
        MutationReport report = run(changed -> List.of());

        assertThat(report.mutants()).isGreaterThan(200);
        assertThat(report.killed()).isZero();
        assertThat(report.falseAlarms()).isZero();
        assertThat(report.failures()).hasSize((int) report.mutants());
        assertThat(report.summary())
                .isEqualTo("mutants: killed 0 of " + report.mutants() + ", false alarms 0 of " + report.prose());
    }

    @Test
    void whereSomethingIsAlwaysFoundProseIsAFalseAlarmAndNoMutantIsNamed() {
        MutationReport report =
                run(changed -> List.of(new Finding(Side.CLIENT, "the document", List.of("#"), "the digest differs")));

        assertThat(report.prose()).isGreaterThan(100);
        assertThat(report.falseAlarms()).isEqualTo(report.prose());
        assertThat(report.killed()).isZero();
    }

    @Test
    void aCrashFindsNothing() {
        MutationReport report = run(changed -> {
            if (!changed.openApi().getComponents().getSchemas().containsKey("MutantSchema")) {
                return List.of();
            }
            throw new IllegalStateException("crash");
        });

        assertThat(report.failures()).anySatisfy(outcome -> {
            assertThat(outcome.prose()).isFalse();
            assertThat(outcome.findings()).containsExactly("java.lang.IllegalStateException: crash");
        });
    }
}
