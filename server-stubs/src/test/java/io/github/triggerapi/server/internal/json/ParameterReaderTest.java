package io.github.triggerapi.server.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterReaderTest {

    private static final TypeReference<List<Long>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<JsonNode> ANY = new TypeReference<>() {};

    @Test
    void readsArraysInOneString() {
        assertThat(ParameterReader.readList("a", "1|2", "|", NUMBERS)).containsExactly(1L, 2L);
        assertThat(ParameterReader.readList("a", "1", ",", NUMBERS)).containsExactly(1L);
        assertThat(ParameterReader.readList("a", null, ",", NUMBERS)).isNull();
        assertThatThrownBy(() -> ParameterReader.readList("a", "1,b", ",", NUMBERS))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("parameter a: ");
    }

    @Test
    void encodedCommasAreInItems() {
        TypeReference<List<String>> strings = new TypeReference<>() {};
        assertThat(ParameterReader.readEncodedList("a", "b%2Cc,d+e,", strings)).containsExactly("b,c", "d e", "");
        assertThat(ParameterReader.readPathList("a", "b%2Cc,d+e", strings)).containsExactly("b,c", "d+e");
        assertThat(ParameterReader.readEncodedList("a", null, strings)).isNull();
        assertThatThrownBy(() -> ParameterReader.readEncodedList("a", "b%2", strings))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("parameter a: ");
    }

    @Test
    void keepsThePrecisionOfNumbersAndReadsDatesAndTimes() {
        assertThat(ParameterReader.readJson("a", "12345678901234567890.01234567890123456789", ANY))
                .hasToString("12345678901234567890.01234567890123456789");
        assertThat(ParameterReader.readList(
                        "a", "2025-01-31T12:00:00Z", ",", new TypeReference<List<OffsetDateTime>>() {}))
                .containsExactly(OffsetDateTime.parse("2025-01-31T12:00:00Z"));
    }

    @Test
    void readsJson() {
        assertThat(ParameterReader.readJson("a", "[1,2]", NUMBERS)).containsExactly(1L, 2L);
        assertThat(ParameterReader.readJson("a", null, NUMBERS)).isNull();
        assertThatThrownBy(() -> ParameterReader.readJson("a", "[1", NUMBERS)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> ParameterReader.readJson("a", "[1] 2", NUMBERS))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void tellsNumbersAndBooleansFromStrings() {
        assertThat(ParameterReader.readScalar("a", List.of("1"), ANY).isNumber())
                .isTrue();
        assertThat(ParameterReader.readScalar("a", List.of("true"), ANY).isBoolean())
                .isTrue();
        assertThat(ParameterReader.readScalar("a", List.of("null"), ANY).isTextual())
                .isTrue();
        assertThat(ParameterReader.readScalar("a", List.of("{}"), ANY).isTextual())
                .isTrue();
        assertThat(ParameterReader.readScalar("a", List.of("1", "b"), ANY)).hasSize(2);
        assertThat(ParameterReader.readScalar("a", List.of(), ANY)).isNull();
        assertThat(ParameterReader.readScalar("a", null, ANY)).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void readsAnObjectFromItsMembers() {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.addAll("sort", "a", "b");
        parameters.add("other", "c");
        parameters.add("range[from]", "1");

        assertThat(ParameterReader.readMembers(parameters, "page", Map.class, "size", "sort"))
                .isEqualTo(Map.of("sort", List.of("a", "b")));
        assertThat(ParameterReader.readMembers(parameters, "page", Map.class, "size"))
                .isNull();
        assertThat(ParameterReader.readMembers(parameters, "page", Map.class, "range"))
                .isEqualTo(Map.of("range", Map.of("from", "1")));
    }

    @Test
    void rejectsContradictionsAndDeepObjects() {
        for (List<String> names :
                List.of(List.of("a[b]", "a[b][c]"), List.of("a[b][c]", "a[b]"), List.of("a" + "[b]".repeat(2700)))) {
            MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
            names.forEach(name -> parameters.add(name, "1"));

            assertThatThrownBy(() -> DeepObjectReader.read(parameters, "a", Map.class))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageStartingWith("query parameter a: ");
        }
    }
}
