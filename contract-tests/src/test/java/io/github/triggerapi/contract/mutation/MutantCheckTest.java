package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.ExpectedCode;
import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.code.GeneratedCodeCheck;
import io.github.triggerapi.contract.code.SwaggerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mutation run detects checks that do not work. */
class MutantCheckTest {

    private static MutationReport run(MutantCheck.Comparison comparison) {
        return MutantCheck.run(SmallDocument.yaml(), unchanged -> comparison);
    }

    @Test
    void mutantsSurviveWithoutFindings() {
        MutationReport report = run(changed -> List.of());

        assertThat(report.mutants()).isGreaterThan(200);
        assertThat(report.killed()).isZero();
        assertThat(report.falseAlarms()).isZero();
        assertThat(report.failures()).hasSize((int) report.mutants());
        assertThat(report.summary())
                .isEqualTo("mutants: killed 0 of " + report.mutants() + ", false alarms 0 of " + report.prose());
    }

    @Test
    void constantFindingIsAFalseAlarmOfTheUnchangedDocumentAndNamesNoMutant() {
        MutationReport report = run(changed ->
                List.of(new Finding(GeneratedArtifact.CLIENT, "the document", List.of("#"), "the digest differs")));

        assertThat(report.falseAlarms()).isEqualTo(SmallDocument.slices().size());
        assertThat(report.killed()).isZero();
    }

    @Test
    void changedProseWithAFindingIsAFalseAlarm() {
        MutationReport report = run(changed -> List.of(new Finding(
                GeneratedArtifact.CLIENT,
                "the title",
                List.of("#/info/title"),
                String.valueOf(changed.openApi().getInfo()))));

        assertThat(report.failures()).anySatisfy(outcome -> {
            assertThat(outcome.prose()).isTrue();
            assertThat(outcome.operator()).isNotEqualTo("change nothing");
        });
    }

    @Test
    void sliceThatCannotBeCheckedIsNamedAndOthersAreChecked() {
        MutationReport report = MutantCheck.run(SmallDocument.yaml(), unchanged -> {
            if (unchanged.operations().isEmpty()) {
                return changed -> List.of();
            }
            throw new IllegalStateException("crash");
        });

        assertThat(report.mutants()).isPositive();
        assertThat(report.failures()).anySatisfy(outcome -> {
            assertThat(outcome.operation()).isNotEmpty();
            assertThat(outcome.findings()).containsExactly("the check failed: java.lang.IllegalStateException: crash");
        });
    }

    /** Uses one operation of the document in use to limit the duration. */
    @Test
    void mutantsOfAMissingCheckSurvive() {
        DocumentSlice slice = DocumentSlices.of((ObjectNode) SwaggerSpec.tree(SwaggerSpec.yaml()))
                .get(0);
        MutationReport report = MutantCheck.run(slice.tree().toString(), unchanged -> {
            ExpectedCode expected = GeneratedCodeCheck.expectedCode(unchanged);
            return changed -> GeneratedCodeCheck.run(changed, expected).stream()
                    .filter(finding -> !finding.message().contains(" is required in the "))
                    .toList();
        });

        assertThat(report.failures())
                .isNotEmpty()
                .allSatisfy(
                        outcome -> assertThat(outcome.operator()).isEqualTo("make a property required or optional"));
    }

    @Test
    void exceptionDoesNotDetectAMutant() {
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
