package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.judge.Judge;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RoundTripRunnerTest {

    private static final ObjectNode ARRIVED = json("{\"header User-Agent\":\"a\",\"header X-A\":\"b\"}");

    @Test
    void ignoresHeadersAddedByTheHttpClient() {
        assertThat(RoundTripRunner.withoutAddedHeaders(json("{}"), ARRIVED)).isEqualTo(json("{\"header X-A\":\"b\"}"));
    }

    @Test
    void keepsHeadersOfTheRequest() {
        assertThat(RoundTripRunner.withoutAddedHeaders(json("{\"header User-Agent\":\"c\"}"), ARRIVED))
                .isEqualTo(ARRIVED);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Judge.JSON.readTree(text);
    }
}
