package io.github.triggerapi.contract;

import io.github.triggerapi.contract.ExampleCheck.Example;
import io.github.triggerapi.contract.code.GeneratedCodeCheck;
import io.github.triggerapi.contract.code.NotExpressed;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.mutation.MutantCheck;
import io.github.triggerapi.contract.mutation.MutationOutcome;
import io.github.triggerapi.contract.mutation.MutationReport;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.GateReport;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.MessageGenerators;
import io.github.triggerapi.contract.traffic.MockCheck;
import io.github.triggerapi.contract.traffic.RoundTripCheck;
import io.github.triggerapi.contract.traffic.RoundTripRunner;
import io.github.triggerapi.contract.traffic.StubCheck;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.request.RequestRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Runs all checks on the spec, client, stubs and mock server on the class path. */
public final class Gate {

    private final String document;
    private final Judge judge;
    private final int cases;
    private final long seed;
    private final List<CheckResult> results = new ArrayList<>();

    /**
     * Creates a gate.
     *
     * @param document the spec in use, in YAML or JSON
     * @param cases the number of cases of traffic for each operation, at least 1
     * @param seed the seed of the random cases
     */
    public Gate(String document, int cases, long seed) {
        if (cases < 1) {
            throw new IllegalArgumentException("gate.cases: expected 1 or more, found " + cases);
        }
        this.document = document;
        this.judge = new Judge(document);
        this.cases = cases;
        this.seed = seed;
    }

    /** Runs all checks. */
    public GateReport run() {
        Instant started = Instant.now();
        addForDocument(
                "artifacts",
                ArtifactCheck.count(),
                () -> problems(ArtifactCheck.check(document, Gate.class.getClassLoader())));
        List<Example> examples = ExampleCheck.of(judge);
        List<Example> invalidExamples =
                examples.stream().filter(example -> !example.errors().isEmpty()).toList();
        addForDocument(
                "examples",
                examples.size(),
                () -> invalidExamples.stream()
                        .map(example -> Problem.inDocument(example.error()))
                        .toList());
        addForDocument(
                "generated code",
                operations().size(),
                () -> generatedCode(SwaggerSpec.parse(SwaggerSpec.tree(document))));
        MutationReport mutants = mutants();
        try {
            traffic(invalidExamples.stream().map(Example::value).collect(Collectors.toSet()));
        } catch (RuntimeException e) {
            addForDocument("servers", 0, () -> List.of(failed(e)));
        }
        return new GateReport(
                judge.document().at("/info/title").asString(""),
                judge.document().at("/info/version").asString(""),
                ArtifactCheck.digest(document),
                operations().stream().map(Operation::label).toList(),
                results,
                mutants.summary(),
                seed,
                started,
                Duration.between(started, Instant.now()));
    }

    /** Returns the operations that code has methods for: neither Retrofit nor JAX-RS has TRACE. */
    private List<Operation> operations() {
        return judge.document().operations().stream()
                .filter(operation -> !operation.method().equals("TRACE"))
                .toList();
    }

    private void addForDocument(String check, int cases, Supplier<List<Problem>> problems) {
        long start = System.nanoTime();
        List<Problem> found;
        try {
            found = problems.get();
        } catch (RuntimeException e) {
            found = List.of(failed(e));
        }
        results.add(new CheckResult("", check, cases, Duration.ofNanos(System.nanoTime() - start), found, List.of()));
    }

    private static List<Problem> generatedCode(SwaggerSpec spec) {
        List<Problem> problems = new ArrayList<>(problems(GeneratedCodeCheck.run(spec)));
        Stream.concat(spec.errors().stream(), spec.unknown().stream())
                .forEach(error -> problems.add(Problem.inDocument("Swagger Parser: " + error)));
        return problems;
    }

    private MutationReport mutants() {
        long start = System.nanoTime();
        MutationReport report;
        try {
            report = MutantCheck.run(document);
        } catch (RuntimeException e) {
            addForDocument("mutants", 0, () -> List.of(failed(e)));
            return new MutationReport(List.of());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Map<String, List<MutationOutcome>> byOperation = new LinkedHashMap<>();
        report.outcomes()
                .forEach(outcome -> byOperation
                        .computeIfAbsent(outcome.operation(), operation -> new ArrayList<>())
                        .add(outcome));
        byOperation.forEach((operation, outcomes) -> results.add(new CheckResult(
                operation,
                "mutants",
                outcomes.size(),
                took.multipliedBy(outcomes.size()).dividedBy(report.outcomes().size()),
                outcomes.stream()
                        .filter(outcome -> !outcome.asExpected())
                        .map(Gate::problem)
                        .toList(),
                List.of())));
        return report;
    }

    private static Problem problem(MutationOutcome outcome) {
        String change = outcome.operator() + " at " + outcome.pointer() + " (" + outcome.change() + ")";
        return Problem.of(
                outcome.prose()
                        ? "false alarm: " + change + " changes only prose, but was reported: " + outcome.findings()
                        : "survived: " + change + " was not detected at its location: " + outcome.findings());
    }

    private NotExpressed notExpressed() {
        try {
            return GeneratedCodeCheck.notExpressed(SwaggerSpec.parse(SwaggerSpec.tree(document)));
        } catch (RuntimeException e) {
            // The check of the generated code reports it.
            return new NotExpressed();
        }
    }

    private static List<Problem> problems(List<String> lines) {
        return lines.stream().map(Problem::of).toList();
    }

    private void traffic(Set<JsonNode> invalidExamples) {
        try (RoundTripRunner trips = new RoundTripRunner(judge);
                MockServer mock =
                        MockServer.builder().port(0).rules(RequestRules.SCHEMAS).start()) {
            MessageGenerators generators = new MessageGenerators(judge, invalidExamples);
            RoundTripCheck roundTrips = new RoundTripCheck(generators, trips);
            StubCheck stubs = new StubCheck(generators, trips, notExpressed());
            MockCheck mockServer = new MockCheck(generators, mock.url());
            for (Operation operation : operations()) {
                add(operation, RoundTripCheck.NAME, () -> roundTrips.run(operation, cases, seed));
                add(operation, StubCheck.NAME, () -> stubs.run(operation));
                add(operation, MockCheck.NAME, () -> mockServer.run(operation, cases, seed));
            }
        }
    }

    /** Runs a check. An exception is reported as a problem, so that the other checks run. */
    private void add(Operation operation, String check, Supplier<CheckResult> run) {
        long start = System.nanoTime();
        try {
            results.add(run.get());
        } catch (RuntimeException | StackOverflowError e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            results.add(new CheckResult(operation.label(), check, 1, took, List.of(failed(e)), List.of()));
        }
    }

    private static Problem failed(Throwable e) {
        return Problem.of("the check failed: " + e);
    }
}
