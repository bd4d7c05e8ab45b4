package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.report.UpdateReport.Document;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

    private static final String SHORTENED = "This report is shortened";

    @Test
    void listsSectionsByImportance() {
        String report = MarkdownReport.of(SampleReport.large(1));

        assertThat(report)
                .containsSubsequence(
                        "# New revision of An API 1.1\n",
                        "**Rejected: breaking.**",
                        "**Version increment: major**, by Semantic Versioning: 2 changes break users.",
                        "after which 1 place has to be edited: `java spec/Update.java --accept-breaking`",
                        "- Before: An API 1.0, 1 operation, from `https://docs.example/openapi.md`, SHA-256 `0f0f0f0f0f0f…`",
                        "- After: An API 1.1, 57 operations",
                        "- Callers, the users of the client: 1 breaking change and 3 compatible changes.",
                        "- Contract gate: 57 operations, 12,345 cases: passed",
                        "1 incompatible change of the public API of client and server stubs.",
                        "## Defects of this project (1)",
                        "## Breaking changes (2)",
                        "### For callers and implementers\n\n- `#/components/schemas/QueueOptions1/properties/name`: *removed*",
                        "  - Callers and implementers, breaking: the accessor",
                        "### For implementers, the users of the server stubs\n\n- `#/components/schemas/Result1/properties/id`",
                        "  - Callers, compatible: there is more to read\n  - Implementers, breaking: a response",
                        "## Manual edits (1)",
                        "- `samples/src/main/java/Sample1.java:1`: cannot find symbol",
                        "## Incompatible changes of the generated code (1)",
                        "- `model.Run1#name()`: method removed (client, source only)",
                        "## Compatible changes (2)",
                        "  - from `5` to `10`\n",
                        "## Problems in the OpenAPI document (1)",
                        "- `#/components/schemas/Run1/example`: is no 1",
                        "## Changes of descriptions (1)",
                        "<details>",
                        "</details>",
                        "## Changelog entry",
                        "```markdown\n### Added\n")
                .doesNotContain(SHORTENED, "\n\n\n");
    }

    @Test
    void listsOperationsThatTheSupplementDescribed() {
        assertThat(MarkdownReport.of(SampleReport.describing("GET /runs/{id}")))
                .contains("## Operations now described upstream (1)", "- `GET /runs/{id}`");
        assertThat(MarkdownReport.of(SampleReport.of(SampleReport.PROSE))).doesNotContain("described upstream");
    }

    @Test
    void omitsEmptySections() {
        assertThat(MarkdownReport.of(SampleReport.of()))
                .contains("**Version increment: none**", "- Callers, the users of the client: no change.")
                .doesNotContain("(0)", "<details>", "changelog", SHORTENED);
        assertThat(MarkdownReport.of(
                        SampleReport.of(Outcome.UPDATED, BuildResult.SKIPPED, List.of(), List.of(SampleReport.PROSE))))
                .contains(
                        "**Version increment: patch**",
                        "only descriptions changed, in 1 place",
                        "## Changes of descriptions (1)")
                .doesNotContain("public API");
    }

    @Test
    void reportsSkippedBuild() {
        assertThat(MarkdownReport.of(SampleReport.of(
                        Outcome.UPDATED_BREAKING, BuildResult.SKIPPED, List.of(), List.of(SampleReport.ADDED))))
                .contains(
                        "- Build and test all modules, as nothing was built yet: `./mvnw verify`\n",
                        "- Contract gate: not run, because nothing was built\n");
        assertThat(MarkdownReport.of(SampleReport.of(SampleReport.ADDED))).doesNotContain("nothing was built");
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATED, Updated., Review and commit the changes",
        "UPDATED_BREAKING, 'Updated, breaking.', next release must be a major version",
        "REJECTED_BREAKING, Rejected: breaking., --accept-breaking",
        "REJECTED_MANUAL_EDITS, Rejected: manual edits required., --accept-breaking",
        "REJECTED_DEFECT, Rejected: defect., Fix the defect",
    })
    void containsOutcomeAndNextStep(Outcome outcome, String headline, String next) {
        BuildResult build = SampleReport.build(0);

        assertThat(MarkdownReport.of(SampleReport.of(outcome, build, List.of(), List.of(SampleReport.ADDED))))
                .contains("**" + headline + "**", next);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "https://a.example/b c/d.yaml, https://a.example/b c/d.yaml",
                "https://a.example/?b&c, 'https://a.example/?b&c'",
                "it's, 'it'\\''s'",
            })
    void commandNamesOtherSource(String source, String argument) {
        UpdateReport report = SampleReport.of(SampleReport.required(1));
        Document before = report.before();
        Document after = new Document(source, before.title(), before.version(), before.sha256(), 1);

        assertThat(MarkdownReport.of(new UpdateReport(
                        before,
                        after,
                        report.date(),
                        List.of(),
                        List.of(),
                        report.comparison(),
                        BuildResult.SKIPPED,
                        Outcome.REJECTED_BREAKING)))
                .contains("`java spec/Update.java --accept-breaking " + argument + "`\n");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void hostileTextIsEscapedForEachOutcome(Outcome outcome) {
        RenderedReport.assertPlain(MarkdownReport.of(
                SampleReport.of(outcome, SampleReport.build(2), List.of(), List.of(SampleReport.ADDED))));
    }

    @Test
    void incompatibleGeneratedCodeForAdditionIsDefect() {
        String defect = "these are defects of this project";
        BuildResult build = SampleReport.build(1);

        assertThat(MarkdownReport.of(
                        SampleReport.of(Outcome.REJECTED_DEFECT, build, List.of(), List.of(SampleReport.ADDED))))
                .contains(defect);
        assertThat(MarkdownReport.of(SampleReport.large(1))).doesNotContain(defect);
        assertThat(MarkdownReport.of(SampleReport.of(SampleReport.ADDED))).doesNotContain(defect);
    }

    @Test
    void uncompiledCodeIsNotReportedAsCompatible() {
        BuildResult build = new BuildResult("", List.of("it does not compile"), List.of(), List.of());

        assertThat(MarkdownReport.of(
                        SampleReport.of(Outcome.REJECTED_DEFECT, build, List.of(), List.of(SampleReport.ADDED))))
                .contains("Contract gate: not reached")
                .doesNotContain("lost");
    }

    @Test
    void hostileTextIsShownLiterally() {
        String report = MarkdownReport.of(SampleReport.hostile(SampleReport.HOSTILE));

        RenderedReport.assertPlain(report);
        assertThat(RenderedReport.markdown(report)).contains(SampleReport.HOSTILE);
        assertThat(report).doesNotContain(SHORTENED);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1000})
    void longReportIsShortenedForPullRequest(int size) {
        String report = MarkdownReport.of(SampleReport.large(size));

        assertThat(report.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64_000);
        assertThat(report)
                .contains(SHORTENED, "`target/update/report.html`", "\n… and ", " more.\n", "## Breaking changes (")
                .endsWith("`QueueOptions6.name`, `QueueOptions7.name` and `QueueOptions8.name`.\n```\n\n");
        assertThat(report.split("<details>")).hasSameSizeAs(report.split("</details>"));
        RenderedReport.assertPlain(report);
        assertThat(report.lines().filter(line -> line.startsWith("- `#/components/schemas/QueueOptions")))
                .as("what breaks is left out last")
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "<", "\n", "`", "😀", "\u0000", "@<`|&$#1 "})
    void longStringsAreShortened(String part) {
        String report = MarkdownReport.of(SampleReport.hostile(part.repeat(50_000)));

        assertThat(report.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64_000);
        RenderedReport.assertPlain(report);
    }

    @Test
    void manyLongStringsAreShortened() {
        Change change =
                SampleReport.hostile("<".repeat(3_000)).comparison().changes().get(0);
        List<Change> changes = Collections.nCopies(300, change);

        assertThat(MarkdownReport.of(
                        SampleReport.of(Outcome.REJECTED_BREAKING, BuildResult.SKIPPED, List.of(), changes)))
                .contains(SHORTENED)
                .hasSizeLessThanOrEqualTo(64_000);
    }
}
