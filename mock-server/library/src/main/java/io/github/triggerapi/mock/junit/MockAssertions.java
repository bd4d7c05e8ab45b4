package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;

/**
 * Assertions on what arrived at a mock server. They throw an {@link AssertionError} that says what was expected and lists
 * what arrived, also what was refused; so they work with any framework. {@code assertThat} may be imported beside the one of AssertJ.
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
