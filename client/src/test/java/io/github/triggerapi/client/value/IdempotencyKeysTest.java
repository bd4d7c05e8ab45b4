package io.github.triggerapi.client.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyKeysTest {

    /** The result of {@code printf a-b | sha256sum} and of {@code idempotencyKeys.create} of {@code @trigger.dev/sdk} 4.8.3. */
    @ParameterizedTest
    @CsvSource({
        "a b, d44362d67d921091c7b9674d752e9e23c1f9ec8a4f0b82741bf01364eb97c830",
        "a-b, d44362d67d921091c7b9674d752e9e23c1f9ec8a4f0b82741bf01364eb97c830",
        "order 4711, 173d0ddbff034193face7ce60d3f58b416940a4c29306f9af512e4e8f2bf61e3",
        "x, 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "' ', 3973e022e93220f9212c18d0d0c543ae7c309e46640da93a4a0314de999f5112"
    })
    void matchesTypeScript(String parts, String key) {
        String[] all = parts.split(" ", -1);

        assertThat(IdempotencyKeys.of(all)).isEqualTo(key);
        assertThat(IdempotencyKeys.of(List.of(all))).isEqualTo(key);
    }

    @Test
    void nonAsciiPartsMatchTypeScript() {
        assertThat(IdempotencyKeys.of("grün 😀"))
                .isEqualTo("f36348398d4e8dc2b837a72d40c93fedab1f14c66a8b97ea5e804e3e732fd0d0");
        assertThat(IdempotencyKeys.of("\ud800"))
                .isEqualTo("83d544ccc223c057d2bf80d3f2a32982c32c3c0db8e2674820da5064783fb097");
    }

    @Test
    void rejectsNoParts() {
        assertThatThrownBy(IdempotencyKeys::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An idempotency key requires at least one part");
        assertThatThrownBy(() -> IdempotencyKeys.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsNullPart() {
        assertThatThrownBy(() -> IdempotencyKeys.of("a", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> IdempotencyKeys.of(Arrays.asList("a", null))).isInstanceOf(NullPointerException.class);
    }
}
