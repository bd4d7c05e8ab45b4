package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.message.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class WarmUpTest {
    @Test
    void runsAreMadeAndBodiesRefused() {
        assertThat(WarmUp.answers()).extracting(Answer::status).containsExactly(200, 200, 400);
    }
}
