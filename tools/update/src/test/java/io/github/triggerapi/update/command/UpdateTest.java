package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.build.BuildResult.Incompatibility;
import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import io.github.triggerapi.update.compare.VersionIncrement;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.report.UpdateReport;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the outcome of updates, with given results of builds. */
class UpdateTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Things, version: '1'}
            servers: [{url: https://api.example.com}]
            paths:
              /things:
                get:
                  operationId: get_thing
                  tags: [things]
                  responses:
                    '200':
                      description: A thing
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
            components:
              schemas:
                Thing:
                  type: object
                  properties:
                    name: {type: string}
            """;
    private static final String MORE = DOCUMENT + "        colour: {type: string}\n";
    private static final String OTHER = DOCUMENT.replace("name:", "label:");
    private static final String PROSE = DOCUMENT.replace("A thing", "The thing");
    private static final BuildResult PASSED = new BuildResult("gate: 1 operation", List.of(), List.of(), List.of());

    @TempDir
    private Path directory;

    private Path repository;
    private Map<Path, String> before;
    private int builds;

    private boolean builtAsCompatible;

    @BeforeEach
    void vendor() throws IOException {
        repository = directory.resolve("repository");
        Path origin = Files.writeString(directory.resolve("origin.yaml"), DOCUMENT);
        TestRepository.create(repository, DOCUMENT, origin.toString().replace('\\', '/'));
        before = files();
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new HashMap<>();
        try (Stream<Path> found = Files.walk(repository)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Path place = repository.relativize(file);
                if (!place.startsWith("target")) {
                    files.put(place, Files.readString(file));
                }
            }
        }
        return files;
    }

    private Optional<UpdateReport> run(String document, Update.Build build, boolean accept) throws IOException {
        Path file = Files.writeString(directory.resolve("revision.yaml"), document);
        return run(List.of(file.toString()), build, accept);
    }

    private Optional<UpdateReport> run(List<String> from, Update.Build build, boolean accept) throws IOException {
        try (ReportDirectory work = ReportDirectory.take(repository)) {
            Update.Build counted = (vendored, compatible) -> {
                builds++;
                builtAsCompatible = compatible;
                return build.run(vendored, compatible);
            };
            return new Update(repository, work, counted, step -> {}, LocalDate.of(2026, 2, 3)).run(from, accept);
        }
    }

    private void assertTakenIn(String document) throws IOException {
        VendoredSpec vendored = VendoredSpec.read(repository);
        assertThat(vendored.document()).isEqualTo(document);
        assertThat(vendored.lock().taken()).isEqualTo("2026-02-03");
        assertThat(vendored.lock().source()).contains("revision.yaml");
        assertThat(vendored.changelog()).isNotEqualTo(TestRepository.CHANGELOG).endsWith("## [1.0.0]\n");
        assertThat(files()).hasSameSizeAs(before);
    }

    @Test
    void unchangedDocumentNeedsNoBuild() throws IOException {
        assertThat(run(List.of(), (vendored, compatible) -> PASSED, false)).isEmpty();
        assertThat(builds).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void additionUpdatesRepository() throws IOException {
        UpdateReport report = run(MORE, (vendored, compatible) -> PASSED, false).orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(report.comparison().increment()).isEqualTo(VersionIncrement.MINOR);
        assertThat(builtAsCompatible).isTrue();
        assertTakenIn(MORE);
    }

    @Test
    void descriptionsUpdateRepository() throws IOException {
        UpdateReport report =
                run(PROSE, (vendored, compatible) -> PASSED, false).orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(report.comparison().increment()).isEqualTo(VersionIncrement.PATCH);
        assertTakenIn(PROSE);
    }

    @Test
    void builtContentsAreWritten() throws IOException {
        Map<Path, String> built = new HashMap<>();

        run(
                MORE,
                (vendored, compatible) -> {
                    built.putAll(vendored);
                    return PASSED;
                },
                false);

        built.forEach(
                (file, text) -> assertThat(repository.resolve(file)).content().isEqualTo(text));
        assertThat(built).containsKeys(VendoredSpec.DOCUMENT, VendoredSpec.LOCK);
    }

    @Test
    void buildCannotChangeNewContents() throws IOException {
        run(
                MORE,
                (vendored, compatible) -> {
                    assertThatThrownBy(() -> vendored.put(VendoredSpec.DOCUMENT, OTHER))
                            .isInstanceOf(UnsupportedOperationException.class);
                    return PASSED;
                },
                false);

        assertTakenIn(MORE);
    }

    @Test
    void skippedBuildStillValidatesAndCompares() throws IOException {
        assertThat(run(OTHER, (vendored, compatible) -> BuildResult.SKIPPED, false)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.REJECTED_BREAKING);
        assertThatThrownBy(() -> run("openapi: 2", (vendored, compatible) -> BuildResult.SKIPPED, true))
                .isInstanceOf(RejectedRevisionException.class);
        assertThat(files()).isEqualTo(before);

        assertThat(run(MORE, (vendored, compatible) -> BuildResult.SKIPPED, false)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
        assertTakenIn(MORE);
    }

    @Test
    void breakingRevisionIsRejectedUnlessAccepted() throws IOException {
        UpdateReport rejected =
                run(OTHER, (vendored, compatible) -> PASSED, false).orElseThrow();

        assertThat(rejected.outcome()).isEqualTo(Outcome.REJECTED_BREAKING);
        assertThat(rejected.comparison().increment()).isEqualTo(VersionIncrement.MAJOR);
        assertThat(builtAsCompatible).isFalse();
        assertThat(files()).isEqualTo(before);

        UpdateReport accepted =
                run(OTHER, (vendored, compatible) -> PASSED, true).orElseThrow();

        assertThat(accepted.outcome()).isEqualTo(Outcome.UPDATED_BREAKING);
        assertTakenIn(OTHER);
    }

    @Test
    void manualEditsAreRejectedUnlessAccepted() throws IOException {
        ManualEdit edit = new ManualEdit("client/src/test/java/A.java", 3, "cannot find symbol");
        BuildResult owing = new BuildResult("gate: ", List.of(), List.of(), List.of(edit));
        assertThat(run(MORE, (vendored, compatible) -> owing, false)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.REJECTED_MANUAL_EDITS);
        assertThat(files()).isEqualTo(before);
        assertThat(run(MORE, (vendored, compatible) -> owing, true)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
        assertTakenIn(MORE);
    }

    @Test
    void incompatibleGeneratedCodeForAdditionIsDefect() throws IOException {
        Incompatibility lost = new Incompatibility("client", "a.B#c()", "method removed", true);
        BuildResult losing = new BuildResult("gate: ", List.of(), List.of(lost), List.of());

        assertThat(run(MORE, (vendored, compatible) -> losing, true)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.REJECTED_DEFECT);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void editsDuringUpdateAreKept() {
        assertThatThrownBy(() -> run(
                        MORE,
                        (vendored, compatible) -> {
                            Files.writeString(repository.resolve(VendoredSpec.CHANGELOG), "by hand");
                            return PASSED;
                        },
                        false))
                .isInstanceOf(RejectedRevisionException.class)
                .hasMessageContaining("was edited during the update");
        assertThat(repository.resolve(VendoredSpec.CHANGELOG)).hasContent("by hand");
        assertThat(repository.resolve(VendoredSpec.DOCUMENT)).hasContent(DOCUMENT);
    }

    @Test
    void changelogWithoutUnreleasedSectionIsRejectedBeforeBuild() throws IOException {
        Files.writeString(repository.resolve(VendoredSpec.CHANGELOG), "# Changelog\n");

        assertThatThrownBy(() -> run(MORE, (vendored, compatible) -> PASSED, false))
                .hasMessageContaining("no line ## [Unreleased]");
        assertThat(builds).isZero();
    }

    @Test
    void fileNameWithSpacesIsReadFromLockFile() throws IOException {
        Path file = Files.writeString(directory.resolve("a 100% new revision.yaml"), MORE);

        run(List.of(file.toString()), (vendored, compatible) -> PASSED, false);

        assertThat(run(List.of(), (vendored, compatible) -> PASSED, false)).isEmpty();
    }

    @Test
    void defectIsNeverAccepted() throws IOException {
        BuildResult faulty = new BuildResult("gate: ", List.of("the contract gate failed"), List.of(), List.of());

        assertThat(run(MORE, (vendored, compatible) -> faulty, true)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.REJECTED_DEFECT);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void failedBuildStartChangesNothing() throws IOException {
        assertThatThrownBy(() -> run(
                        MORE,
                        (vendored, compatible) -> {
                            throw new IOException("No space left on device");
                        },
                        true))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void invalidDocumentIsRejectedWithoutBuild() throws IOException {
        assertThatThrownBy(() -> run("openapi: 2", (vendored, compatible) -> PASSED, true))
                .isInstanceOf(RejectedRevisionException.class);
        assertThat(builds).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void rulesThatDoNotApplyToRevisionAreRejectedWithoutBuild() throws IOException {
        Files.writeString(
                repository.resolve("spec/trigger-api.value-types.yaml"),
                "# Names\n'#/components/schemas/Thing/properties/name': duration\n");

        assertThat(run(MORE, (vendored, compatible) -> PASSED, false)).isPresent();
        Files.writeString(
                repository.resolve("spec/trigger-api.client-methods.yaml"),
                "'#/paths/~1gone/get': {all: {items: /a, parameter: b, next: /c}}\n");
        assertThatThrownBy(() -> run(OTHER, (vendored, compatible) -> PASSED, true))
                .isInstanceOfSatisfying(
                        RejectedRevisionException.class,
                        rejected -> assertThat(rejected.details())
                                .satisfiesExactly(
                                        values -> assertThat(values)
                                                .startsWith("trigger-api.value-types.yaml: line 2:"
                                                        + " #/components/schemas/Thing/properties/name "),
                                        methods -> assertThat(methods)
                                                .startsWith(
                                                        "trigger-api.client-methods.yaml: line 1: #/paths/~1gone/get ")));
        assertThat(builds).isEqualTo(1);
    }

    private void supplement(String paths) throws IOException {
        Files.writeString(
                repository.resolve(VendoredSpec.SUPPLEMENT),
                "openapi: 3.1.0\ninfo: {title: More, version: '1'}\npaths:\n" + paths);
        before = files();
    }

    private static String operation(String path, String id, String parameter) {
        return "  %s:\n    delete:\n      operationId: %s\n      parameters: [{in: path, name: %s, required: true, schema: {type: string}}]\n      responses: {'200': {description: Gone}}\n"
                .formatted(path, id, parameter);
    }

    private static String withOperation(String operation) {
        return DOCUMENT.replace("components:\n", operation + "components:\n");
    }

    @Test
    void operationOfTheSupplementThatComesInIsReported() throws IOException {
        supplement(operation("/things/{id}", "delete_thing", "id") + operation("/boxes/{id}", "delete_box", "id"));
        String revision = withOperation(operation("/things/{thing}", "delete_thing", "thing"));

        UpdateReport report =
                run(revision, (vendored, compatible) -> PASSED, false).orElseThrow();

        assertThat(report.described()).containsExactly("DELETE /things/{id}");
        assertThat(report.comparison().changes(Severity.BREAKING)).isEmpty();
        assertThat(report.before().operations()).isEqualTo(1);
        assertThat(report.after().operations()).isEqualTo(2);
        assertTakenIn(revision);
        // The next revision has nothing new.
        UpdateReport next = run(revision.replace("A thing", "The thing"), (vendored, compatible) -> PASSED, false)
                .orElseThrow();
        assertThat(next.described()).isEmpty();
    }

    @Test
    void otherDescriptionOfAnOperationOfTheSupplementBreaksCallers() throws IOException {
        supplement(operation("/things/{id}", "delete_thing", "id"));
        String revision = withOperation(operation("/things/{id}", "remove_thing", "id"));

        assertThat(run(revision, (vendored, compatible) -> PASSED, false)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.REJECTED_BREAKING);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void faultsAreReportedForTheFileThatHasThem() throws IOException {
        supplement(operation("/things/{id}", "delete_thing", "id")
                .replace("{description: Gone}", "{$ref: '#/components/responses/Gone'}"));

        assertThatThrownBy(() -> run(MORE, (vendored, compatible) -> PASSED, true))
                .isInstanceOfSatisfying(
                        RejectedRevisionException.class,
                        rejected -> assertThat(rejected.details())
                                .singleElement()
                                .asString()
                                .startsWith("supplement.yaml: #/paths/~1things~1{id}/delete/responses/200/$ref: "));
        assertThatThrownBy(() -> run("openapi: 2", (vendored, compatible) -> PASSED, true))
                .hasMessageContaining("revision.yaml: ");
        assertThat(builds).isZero();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void editedVendoredDocumentIsNotOverwritten() throws IOException {
        Files.writeString(repository.resolve(VendoredSpec.DOCUMENT), MORE);

        assertThatThrownBy(() -> run(MORE, (vendored, compatible) -> PASSED, true))
                .isInstanceOf(RejectedRevisionException.class)
                .hasMessageContaining("expected that of the lock file");
    }

    @Test
    void onlyOneUpdateRunsAtATime() throws IOException {
        try (ReportDirectory taken = ReportDirectory.take(repository)) {
            assertThat(taken.path()).exists();
            assertThatThrownBy(() -> ReportDirectory.take(repository))
                    .hasMessageContaining("another update is running");
        }
    }
}
