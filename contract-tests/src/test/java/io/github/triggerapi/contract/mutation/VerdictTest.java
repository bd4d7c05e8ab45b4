package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts of the update command on revisions that differ in one element. */
@Tag("independent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTest {

    private VerdictReport small = new VerdictReport(List.of());

    @BeforeAll
    void compareSmallDocument() {
        small = VerdictCheck.run(SmallDocument.yaml());
    }

    private static VerdictReport report(String document, String name) throws IOException {
        VerdictReport report = VerdictCheck.run(document);
        Files.write(
                Files.createDirectories(Path.of("target")).resolve(name),
                report.lines().stream().map(VerdictLine::toString).toList());
        System.out.println(report.summary());
        return report;
    }

    @Test
    void verdictsOnTheDocumentInUseAreCorrect() throws IOException {
        VerdictReport report = report(SwaggerSpec.yaml(), "verdicts.txt");

        assertThat(report.lines()).hasSizeGreaterThan(80).anyMatch(VerdictLine::isProse);
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void verdictsOnASmallDocumentAreCorrect() {
        assertThat(small.lines()).hasSizeGreaterThan(80);
        assertThat(small.wrong()).isEmpty();
    }

    @Test
    void verdictsOnChoicesOfMembersAreCorrect() {
        VerdictReport report = VerdictCheck.run(SmallDocument.yaml("choices"));

        assertThat(report.lines()).anyMatch(line -> line.operator().equals("change a choice of members"));
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void messagesShowBreakingChangesOfBothSides() {
        assertThat(small.lines())
                .anyMatch(line -> !line.brokenMessages().callers().isEmpty())
                .anyMatch(line -> !line.brokenMessages().implementers().isEmpty());
    }

    /** For other documents: {@code -Dverdicts.documents=/path/to/one.yaml,/path/to/another.yaml}. */
    @ParameterizedTest
    @MethodSource("others")
    @EnabledIfSystemProperty(named = "verdicts.documents", matches = ".+")
    void verdictsOnOtherDocumentsAreCorrect(Path document) throws IOException {
        VerdictReport report = report(Files.readString(document), "verdicts-" + document.getFileName() + ".txt");

        assertThat(report.wrong()).isEmpty();
    }

    static Stream<Path> others() {
        return Stream.of(System.getProperty("verdicts.documents", "").split(","))
                .map(Path::of);
    }

    // -- comparisons that do not work --------------------------------------------------------------------------------

    private VerdictReport always(Verdict... verdicts) {
        return small.with(new Comparison(Stream.of(verdicts)
                .map(verdict -> new Change(Change.Kind.CHANGED, "#", "something", "", "", verdict, verdict))
                .toList()));
    }

    @Test
    void detectsComparisonWithoutBreakingChanges() {
        VerdictReport report = always(Verdict.compatible("any reason"));

        assertThat(report.wrong())
                .anyMatch(line -> line.operator().equals("remove a property"))
                .anyMatch(line -> line.operator().equals("add a bound"))
                .anyMatch(VerdictLine::isProse)
                .noneMatch(line -> line.operator().equals("add a parameter"));
        assertThat(report.lines().stream().filter(VerdictLine::hasBrokenMessage))
                .isNotEmpty()
                .noneMatch(VerdictLine::isRight);
    }

    @Test
    void detectsComparisonWithOnlyBreakingChanges() {
        VerdictReport report = always(Verdict.breaking("any reason"));

        assertThat(report.wrong())
                .anyMatch(line -> line.operator().equals("add a parameter"))
                .anyMatch(line -> line.operator().equals("add a property"))
                .anyMatch(line -> line.operator().equals("add a bound"))
                .noneMatch(line -> line.operator().equals("remove a property"));
        assertThat(report.lines().stream().filter(VerdictLine::isProse).filter(line -> !line.isRejected()))
                .isNotEmpty()
                .noneMatch(VerdictLine::isRight);
    }

    @Test
    void detectsComparisonWithoutFindings() {
        VerdictReport report = always();

        assertThat(report.wrong())
                .anyMatch(line -> line.operator().equals("remove a property"))
                .anyMatch(line -> line.operator().equals("add a parameter"))
                .noneMatch(VerdictLine::isProse);
    }
}
