package io.github.triggerapi.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterEntriesTest {

    private final ParameterEntries entries = new ParameterEntries();

    @Test
    void writesScalarsAsTheyAreInUrls() {
        entries.add("string", "a b");
        entries.add("number", new BigDecimal("1E+3"));
        entries.add("time", OffsetDateTime.parse("2025-01-31T12:00+01:00"));
        entries.add("absent", null);

        assertThat(List.copyOf(entries))
                .containsExactly(
                        entry("string", "a b"), entry("number", "1000"), entry("time", "2025-01-31T12:00:00+01:00"));
    }

    @Test
    void writesAnArrayAsSeveralEntriesOfOneName() {
        entries.add("id", List.of("a", "b"));

        assertThat(entries).hasSize(2);
        assertThat(List.copyOf(entries)).containsExactly(entry("id", "a"), entry("id", "b"));
    }

    @Test
    void writesAnObjectMemberByMember() {
        entries.addObject("filter", JsonParser.parseString("{\"a\":[1,2],\"b\":{\"c\":true},\"d\":null}"));
        entries.addObject("absent", null);

        assertThat(List.copyOf(entries))
                .containsExactly(entry("filter[a]", "1"), entry("filter[a]", "2"), entry("filter[b][c]", "true"));
    }

    @Test
    void writesAnArrayAsOneEntry() {
        ParameterEntries encoded = ParameterEntries.percentEncoded();
        encoded.addJoined("a b", List.of("c,d", "e f"), ",");
        entries.addJoined("a b", List.of("c,d", "e f"), "|");
        entries.addJoined("absent", null, ",");

        assertThat(List.copyOf(encoded)).containsExactly(entry("a%20b", "c%2Cd,e%20f"));
        assertThat(List.copyOf(entries)).containsExactly(entry("a b", "c,d|e f"));
    }

    @Test
    void writesMembersAndJson() {
        entries.addMembers(JsonParser.parseString("{\"a\":[1,2],\"b\":true}"));
        entries.addJson("c", JsonParser.parseString("{\"d\":1}"));
        entries.addScalar("e", JsonParser.parseString("\"f\""));
        entries.addMembers(null);
        entries.addJson("absent", null);

        assertThat(List.copyOf(entries))
                .containsExactly(
                        entry("a", "1"), entry("a", "2"), entry("b", "true"), entry("c", "{\"d\":1}"), entry("e", "f"));
    }

    @Test
    void writesJsonInAscii() {
        entries.addJson("a", JsonParser.parseString("\"é\u2028~\u007F\""));

        assertThat(List.copyOf(entries)).containsExactly(entry("a", "\"\\u00e9\\u2028~\\u007f\""));
    }

    @Test
    void writesAnArrayInAPath() {
        assertThat(ParameterEntries.joinedByCommas(List.of("a,b", "c/d e", 1L))).isEqualTo("a%2Cb,c%2Fd%20e,1");
    }

    @Test
    void writesAllCookiesInOneHeader() {
        entries.addCookie("a", "b");
        entries.add("X-Other", "c");
        entries.addCookie("d", 1);
        entries.addCookie("absent", null);

        assertThat(List.copyOf(entries)).containsExactly(entry("X-Other", "c"), entry("Cookie", "a=b; d=1"));
    }

    @Test
    void rejectsCookiesThatServersSplit() {
        for (String value : List.of("secret; b=c", "a,b", "a b", "\"a\"")) {
            assertThatThrownBy(() -> entries.addCookie("a", value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The cookie a has characters")
                    .hasMessageNotContaining("secret");
        }
        assertThat(entries).isEmpty();
    }

    @Test
    void cannotBeChangedByReaders() {
        entries.add("a", "b");

        assertThatThrownBy(() -> entries.add(Map.entry("c", "d"))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(entries::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
