package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Change.Kind;
import io.github.triggerapi.update.compare.change.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangelogEntryTest {

    @Test
    void condensesManyChanges() {
        assertThat(entry(SampleReport.large(22)))
                .contains(
                        "### Added\n\n- **Breaking**: 22 properties, including `Result1.id`,",
                        "- 22 operations, including `GET /api/v1/runs/1`, `GET /api/v1/runs/2` and `GET /api/v1/runs/3`.\n",
                        "### Changed\n\n- 22 changes of properties, including `Options1.tags`,",
                        "- Descriptions in the OpenAPI document, in 22 places.\n",
                        "### Removed\n\n- **Breaking**: optional property name at")
                .endsWith("- **Breaking**: 17 properties, including `QueueOptions6.name`, `QueueOptions7.name` and"
                        + " `QueueOptions8.name`.\n");
        assertThat(entry(SampleReport.large(300)).lines()).hasSizeLessThan(30);
    }

    @Test
    void namesSideAndReasonOfBreakingChange() {
        assertThat(entry(SampleReport.of(SampleReport.required(1))))
                .isEqualTo(
                        "### Added\n\n- **Breaking** for implementers: required property id at"
                                + " `#/components/schemas/Result1/properties/id`: a response\n  without it is no longer allowed.\n");
    }

    @Test
    void descriptionsAreOneLine() {
        assertThat(entry(SampleReport.of(SampleReport.PROSE, SampleReport.PROSE)))
                .isEqualTo("### Changed\n\n- Descriptions in the OpenAPI document, in 2 places.\n");
        assertThat(entry(SampleReport.of())).isEmpty();
        assertThat(ChangelogEntry.of(SampleReport.of()).insertedInto("## [Unreleased]"))
                .isEqualTo("## [Unreleased]");
    }

    @Test
    void markdownInDescriptionIsEscaped() {
        String entry =
                entry(SampleReport.hostile(SampleReport.HOSTILE + " # - 1. + ``` a ~~~ === | > " + "b ".repeat(50)));

        RenderedReport.assertPlain(entry);
        assertThat(entry.lines().filter(line -> line.matches("\\s*(#|-|\\d+\\.|\\+|```|~~~|=|>).*")))
                .hasSize(3)
                .allMatch(line -> line.matches("### Changed|- .*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#/paths/~1runs/get                                     | 1 operation: GET /runs",
                "#/paths/~1runs                                         | 1 path: /runs",
                "#/paths/~1runs/get/parameters/0                        | 1 parameter of GET /runs",
                "#/paths/~1runs/get/responses/404                       | 1 response: GET /runs 404",
                "#/paths/~1runs/get/responses/200/headers/ETag          | 1 header: GET /runs 200 ETag",
                "#/paths/~1runs/get/requestBody/content/a~1b/schema     | 1 change of an operation: GET /runs",
                "#/components/schemas/Run                               | 1 schema: Run",
                "#/components/schemas/Run/properties/a~0b               | 1 property: Run.a~b",
                "#/components/schemas/Run/properties/properties         | 1 property: Run.properties",
                "#/components/schemas/Run/properties/enum/enum/1        | 1 enum value of Run.enum",
                "#/components/schemas/Run/properties/a/enum             | 1 change of a property: Run.a",
                "#/components/schemas/Run/properties/a/items/properties/b | 1 property: Run.a.b",
                "#/components/securitySchemes/key                       | 1 change of the document",
                "#                                                      | 1 change of the document",
                "''                                                     | 1 change of the document",
            })
    void describesPointers(String pointer, String expected) {
        Change change =
                new Change(Kind.ADDED, pointer, "what", "", "1", Verdict.compatible("why"), Verdict.compatible("why"));

        assertThat(PointerDescription.condensed(List.of(change), name -> name)).containsExactly(expected);
    }

    @Test
    void additionToExistingSchemaIsListedAsChange() {
        Change keyword = new Change(
                Kind.ADDED,
                "#/components/schemas/Run/properties/a/maxLength",
                "greatest length",
                "",
                "5",
                Verdict.compatible("it is narrower"),
                Verdict.NONE);

        assertThat(entry(SampleReport.of(keyword))).isEqualTo("### Changed\n\n- 1 change of a property: `Run.a`.\n");
    }

    private static String entry(UpdateReport report) {
        return ChangelogEntry.of(report).toString();
    }
}
