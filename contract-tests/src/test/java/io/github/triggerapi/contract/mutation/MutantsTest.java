package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Spec;
import org.junit.jupiter.api.Test;

/** Every change of the document of the build is found, and no change of prose is taken for one. */
class MutantsTest {

    @Test
    void everyChangeIsFoundWithItsPlaceAndProseIsNone() {
        MutationReport report = Mutants.run(Spec.text());

        System.out.println(report.summary());
        assertThat(report.mutants()).isPositive();
        assertThat(report.prose()).isPositive();
        assertThat(report.failures()).isEmpty();
    }
}
