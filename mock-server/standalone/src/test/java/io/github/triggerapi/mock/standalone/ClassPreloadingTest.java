package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.message.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class ClassPreloadingTest {
    @Test
    void requestsAreAccepted() {
        assertThat(ClassPreloading.responses()).extracting(MockResponse::status).containsExactly(200, 200);
    }
}
