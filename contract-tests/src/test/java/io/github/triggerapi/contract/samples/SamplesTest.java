package io.github.triggerapi.contract.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.HttpMessage.Response;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            servers: [{url: https://jobs.example}]
            paths:
              /jobs:
                post:
                  operationId: start
                  parameters:
                    - {in: query, name: mode, example: fast, schema: {enum: [fast, slow]}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Job'}
                        examples: {one: {value: {options: {ttl: 1}}}}
                  responses: {'200': {description: Started}}
                  x-codeSamples:
                    - lang: curl
                      source: |-
                        curl -s -X POST "https://jobs.example/jobs" -H "Content-Type: application/json" -d '{"options":{"ttl":1}}'
                    - lang: typescript
                      source: |-
                        await job.trigger({ a: "b" }, {
                          ttl: 1,
                        });
            components:
              schemas:
                Job:
                  type: object
                  examples: [{options: {}}]
                  properties:
                    payload: {}
                    example: {type: string, example: a member of that name}
                    options: {type: object, properties: {ttl: {type: integer, example: 5}}}
            """;

    private static CheckResult run(String document) {
        return run(document, true, request -> new Response(200, Map.of(), ""));
    }

    private static CheckResult run(String document, boolean programs, Function<Request, Response> server) {
        Judge judge = new Judge(document);
        try (SampleCheck check = new SampleCheck(
                judge,
                server,
                (operation, body) -> new Request(
                        "POST", "/jobs", "", Map.of("Content-Type", List.of("application/json")), body.toString()),
                "tr_dev_1234",
                programs)) {
            return check.run(judge.document().operations().get(0));
        }
    }

    @Test
    void goodSamplesAreInOrder() {
        assertThat(run(DOCUMENT).problems()).isEmpty();
        assertThat(run(DOCUMENT).cases()).isPositive();
    }

    @Test
    void aCurlSampleThatSendsWhatIsNotAllowedIsTheDocumentsFault() {
        assumeTrue(Interpreters.of("curl").isPresent(), "there is no curl on this computer");

        List<Problem> problems =
                run(DOCUMENT.replace("{\"ttl\":1}", "{\"ttl\":true}")).problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.inDocument()).isTrue();
            assertThat(problem.message()).contains("#/paths/~1jobs/post/x-codeSamples/0/source", "'/options/ttl'");
        });
    }

    @Test
    void aCurlSampleThatSendsNothingIsTheDocumentsFault() {
        assumeTrue(Interpreters.of("curl").isPresent(), "there is no curl on this computer");

        assertThat(run(DOCUMENT.replace("curl -s", "curly -s")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("exit code 127", "curly"));
    }

    @Test
    void aServerThatFailsIsNotTheFaultOfTheSample() {
        assumeTrue(Interpreters.of("curl").isPresent(), "there is no curl on this computer");

        CheckResult result = run(DOCUMENT.replace(".trigger(", ".other("), true, request -> {
            throw new IllegalStateException("out of order");
        });

        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.inDocument()).isFalse();
            assertThat(problem.message()).contains("out of order");
        });
    }

    @Test
    void programsAreNotRunUnlessTheyMayBe() {
        CheckResult result =
                run(DOCUMENT.replace("curl -s", "exit 1; curl"), false, request -> new Response(200, Map.of(), ""));

        assertThat(result.problems()).isEmpty();
        assertThat(result.notes()).contains("not run: curl, as programs of this document are not to be");
    }

    @Test
    void theArgumentsOfTriggerAreTheBodyOfTheRequest() {
        assertThat(run(DOCUMENT.replace("ttl: 1,", "ttl: 'x',")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("x-codeSamples/1", "'/options/ttl'"));
    }

    @Test
    void everyExampleIsFoundAndJudged() {
        assertThat(Examples.of(new Judge(DOCUMENT)))
                .hasSize(5)
                .allSatisfy(example -> assertThat(example.errors()).isEmpty());
    }

    @Test
    void anExampleThatIsNotValidIsNamed() {
        String wrong = DOCUMENT.replace("example: 5", "example: '5'").replace("example: fast", "example: lame");

        assertThat(Examples.of(new Judge(wrong)))
                .filteredOn(example -> !example.errors().isEmpty())
                .extracting(Examples.Example::fault)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("#/paths/~1jobs/post/parameters/0/example: ")
                                .contains("enum"),
                        fault -> assertThat(fault)
                                .startsWith("#/components/schemas/Job/properties/options/properties/ttl/example: ")
                                .contains("type: string found, integer expected"));
    }
}
