package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Verdict;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {

    private static final String FULL = "target/update/report.html";

    @Test
    void listsBreakingChangesFirstAndNextStepsLast() {
        assertThat(TerminalReport.of(SampleReport.large(6), FULL, false))
                .startsWith("Before   An API 1.0, 1 operation, SHA-256 0f0f0f0f0f0f…\n")
                .containsSubsequence(
                        "Changes  12 breaking changes, 12 compatible changes and 6 changes of descriptions\n",
                        "Breaking changes: 12, of which the first 3\n",
                        "  #/components/schemas/QueueOptions1/properties/name\n",
                        "    removed: optional property name\n",
                        "    breaks callers and implementers: the accessor and the method of the builder are gone, so that\n",
                        "    code which uses either of them does not compile\n",
                        "Manual edits: 6, of which the first 3\n",
                        "  samples/src/main/java/Sample1.java:1 cannot find symbol\n",
                        "Compatible changes: 12\n",
                        "  6 operations, including GET /api/v1/runs/1, GET /api/v1/runs/2 and GET /api/v1/runs/3\n",
                        "Problems in the OpenAPI document: 6",
                        "\n\nRejected: breaking. ",
                        "\nVersion  major: 12 changes break users\n",
                        "Report   " + FULL + "\n",
                        "Next     To update anyway, after which 6 places have to be edited:\n")
                .endsWith("\n         java spec/Update.java --accept-breaking\n");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void fitsOnScreen(Outcome outcome) {
        for (int size : new int[] {0, 1, 3, 300}) {
            UpdateReport large = SampleReport.large(size);
            bounded(TerminalReport.of(
                    SampleReport.of(
                            outcome,
                            large.build(),
                            large.warnings(),
                            large.comparison().changes()),
                    FULL,
                    false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleReport.HOSTILE, "\n\n\n", "\u001B[2J\u001B]0;x\u0007\u009B31m", "😀"})
    void controlCharactersAreEscaped(String text) {
        String report = TerminalReport.of(SampleReport.hostile(text.repeat(1000)), FULL, false);

        bounded(report);
        assertThat(report.chars().filter(Character::isISOControl)).allMatch(character -> character == '\n');
    }

    private static void bounded(String report) {
        assertThat(report.lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(100));
    }

    @Test
    void condensesAdditionsByKind() {
        List<Change> changes = IntStream.range(0, 4)
                .boxed()
                .flatMap(i -> List.of(SampleReport.added(i), SampleReport.raised(i)).stream())
                .toList();

        assertThat(TerminalReport.of(
                        SampleReport.of(Outcome.UPDATED, BuildResult.SKIPPED, List.of(), changes), FULL, false))
                .contains("  4 operations, including ", "  4 changes of properties, including ");
    }

    @Test
    void namesAffectedSides() {
        Change change = new Change(
                Change.Kind.REMOVED, "#/a", "b", "1", "", Verdict.breaking("of this"), Verdict.breaking("of that"));

        assertThat(TerminalReport.of(SampleReport.of(change), FULL, false))
                .contains("\n    breaks callers and implementers: of this\n");
        assertThat(TerminalReport.of(SampleReport.of(SampleReport.required(1)), FULL, false))
                .contains("\n    breaks implementers: a response");
    }

    @Test
    void coloursChangeNoText() {
        String plain = TerminalReport.of(SampleReport.large(3), FULL, false);
        String coloured = TerminalReport.of(SampleReport.large(3), FULL, true);

        assertThat(plain).doesNotContain("\u001B");
        assertThat(coloured).contains("\u001B[31m", "\u001B[33m");
        assertThat(coloured.replaceAll("\u001B\\[[\\d;]*m", "")).isEqualTo(plain);
    }
}
