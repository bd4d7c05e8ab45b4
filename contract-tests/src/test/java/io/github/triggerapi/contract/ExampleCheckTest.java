package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.judge.Judge;
import org.junit.jupiter.api.Test;

class ExampleCheckTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
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

    @Test
    void findsAndValidatesEveryExample() {
        assertThat(ExampleCheck.of(new Judge(DOCUMENT)))
                .hasSize(5)
                .allSatisfy(example -> assertThat(example.errors()).isEmpty());
    }

    @Test
    void reportsTheLocationOfInvalidExamples() {
        String wrong = DOCUMENT.replace("example: 5", "example: '5'").replace("example: fast", "example: lame");

        assertThat(ExampleCheck.of(new Judge(wrong)))
                .filteredOn(example -> !example.errors().isEmpty())
                .extracting(ExampleCheck.Example::error)
                .satisfiesExactly(
                        error -> assertThat(error)
                                .startsWith("#/paths/~1jobs/post/parameters/0/example: ")
                                .contains("enum"),
                        error -> assertThat(error)
                                .startsWith("#/components/schemas/Job/properties/options/properties/ttl/example: ")
                                .contains("type: string found, integer expected"));
    }
}
