package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;

/**
 * Assertions on what a mock server received. They throw an {@link AssertionError} that says what was expected and lists
 * the runs and the rejected requests, so they work with any test framework. {@code assertThat} can be imported beside
 * that of AssertJ.
 *
 * <pre>{@code
 * Run run = assertThat(mock).triggered("ship-order").withTag("vip").withPayload(Map.of("id", 1)).once();
 * }</pre>
 */
public final class MockAssertions {
    private MockAssertions() {}

    /** Begins an assertion on a server, which may be closed. */
    @CheckReturnValue
    public static MockServerAssert assertThat(MockServer server) {
        return new MockServerAssert(server, MockServerAssert.DEFAULT_IDLE_TIMEOUT);
    }
}
