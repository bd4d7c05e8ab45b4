package io.github.triggerapi.mock.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMemoryEstimateTest {
    private static final int COUNT = 10_000;
    private static final Predicate<String> NOTHING = member -> false;

    /** The bounds are the memory of the nodes in a JVM with compressed references, and two to three times as much. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | 84  | 200",
                "[]                              | 52  | 150",
                "[1]                             | 108 | 260",
                "1                               | 8   | 60",
                "1.5                             | 60  | 150",
                "12345678901234567890            | 92  | 330",
                "\"\"                            | 60  | 150",
                "\"ab\"                          | 68  | 160",
                "{\"a\":1}                       | 195 | 400",
                "{\"id\":1,\"n\":\"N\",\"x\":[]} | 350 | 700"
            })
    void isCloseToTheMemoryOfTheNodes(String value, long least, long most) {
        String body = "{\"payload\":[" + (value + ",").repeat(COUNT) + value + "]}";
        assertThat(weight(body, NOTHING) / COUNT).isBetween(least, most);
    }

    @Test
    void ofAStringIsAFewTimesItsLength() {
        int length = 1_000_000;
        assertThat(weight("{\"payload\":\"" + "x".repeat(length) + "\"}", NOTHING))
                .isBetween(2L * length, 5L * length);
    }

    @Test
    void isGreaterForValidatedMembers() {
        String body =
                "{\"payload\":[" + "1,".repeat(COUNT) + "1],\"options\":{\"tags\":[" + "1,".repeat(COUNT) + "1]}}";
        long unchecked = weight(body, NOTHING);
        assertThat(weight(body, "options"::equals) - unchecked).isBetween(1000L * COUNT, 2000L * COUNT);
        assertThat(weight(body, member -> true) - unchecked).isBetween(2000L * COUNT, 4000L * COUNT);
    }

    @Test
    void stopsAtTheLimit() {
        byte[] body = ("{\"payload\":[" + "{},".repeat(COUNT) + "{}]}").getBytes(StandardCharsets.UTF_8);
        assertThat(JsonMemoryEstimate.of(body, NOTHING, 100_000)).isBetween(100_000L, 101_000L);
    }

    @Test
    void ofInvalidJsonIsThatOfItsBeginning() {
        assertThat(weight("{\"payload\":[" + "{},".repeat(COUNT) + "?", NOTHING) / COUNT)
                .isBetween(84L, 200L);
    }

    private static long weight(String body, Predicate<String> checked) {
        return JsonMemoryEstimate.of(body.getBytes(StandardCharsets.UTF_8), checked, Long.MAX_VALUE);
    }
}
