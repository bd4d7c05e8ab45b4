package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.GateReport;
import io.github.triggerapi.contract.report.HtmlReport;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.openapi.WorkflowSafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the gate on the document in use, with a test for each check of each operation.
 *
 * <p>{@code -Dgate.cases} sets the number of cases of traffic for each operation, and {@code -Dgate.seed} the seed of the
 * random ones. Errors of the document itself are printed and fail no test, as no code here can correct them.
 */
class GateTest {

    @TestFactory
    Stream<DynamicContainer> gate() throws IOException {
        int cases = Integer.getInteger("gate.cases", 200);
        Path directory = Path.of(System.getProperty("gate.report", "target/gate"));
        Path page = directory.resolve("report.html");
        // A page of an earlier run must not be mistaken for the result of this one.
        Files.deleteIfExists(page);
        GateReport report = new Gate(SwaggerSpec.yaml(), cases, Long.getLong("gate.seed", 1)).run();
        HtmlReport.write(report, page);
        report.problems().stream()
                .filter(Problem::inDocument)
                .forEach(
                        violation -> System.out.println("document error: " + WorkflowSafeText.of(violation.message())));
        System.out.println(WorkflowSafeText.of(report.mutants()));
        System.out.println(report.summary());
        System.out.println("report: " + page);
        List<String> places = new ArrayList<>(report.operations());
        places.add(0, "");
        return places.stream()
                .map(place -> dynamicContainer(
                        place.isEmpty() ? "the document" : WorkflowSafeText.of(place),
                        report.results().stream()
                                .filter(result -> result.operation().equals(place))
                                .flatMap(GateTest::tests)));
    }

    private static Stream<DynamicNode> tests(CheckResult result) {
        Stream<DynamicNode> check = Stream.of(dynamicTest(
                result.check() + ", " + result.cases() + " cases",
                () -> assertThat(result.problems())
                        .filteredOn(problem -> !problem.inDocument())
                        .extracting(problem -> WorkflowSafeText.of(problem.message()))
                        .isEmpty()));
        Stream<DynamicNode> notes = result.notes().stream()
                .map(WorkflowSafeText::of)
                .map(note -> dynamicTest(result.check() + ": " + note, () -> Assumptions.abort(note)));
        return Stream.concat(check, notes);
    }
}
