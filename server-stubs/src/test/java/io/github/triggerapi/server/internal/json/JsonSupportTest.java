package io.github.triggerapi.server.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapper without modules reads and writes what the annotations of generated code name. */
class JsonSupportTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Values(
            @JsonDeserialize(using = ExactTreeDeserializer.class)
            JsonNode any,

            @JsonDeserialize(using = ExactTreeDeserializer.ForObject.class)
            ObjectNode object,

            @JsonDeserialize(using = DateTimeDeserializer.class) @JsonSerialize(using = DateTimeSerializer.class)
            OffsetDateTime time) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"any\":[0.1234567890123456789,1.50,null],\"object\":{\"a\":{}},\"time\":\"2025-01-31T12:00:00Z\"}",
                "{\"any\":null,\"object\":null,\"time\":null}"
            })
    void writesWhatItRead(String json) throws JsonProcessingException {
        assertThat(MAPPER.writeValueAsString(MAPPER.readValue(json, Values.class)))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"object\":[]}", "{\"time\":5}", "{\"time\":\"soon\"}"})
    void rejectsOtherKindsOfValues(String json) {
        assertThatThrownBy(() -> MAPPER.readValue(json, Values.class)).isInstanceOf(JsonMappingException.class);
    }

    @JsonDeserialize(using = MixedDeserializer.class)
    private sealed interface Mixed {

        record Text(String value) implements Mixed {}

        record Numbers(List<Long> value) implements Mixed {}
    }

    private static final class MixedDeserializer extends UnionDeserializer<Mixed> {

        private static final long serialVersionUID = 1L;

        MixedDeserializer() {
            super(Mixed.class);
            variant(VariantCondition.STRING, JsonNode::textValue, Mixed.Text::new);
            variant(
                    VariantCondition.array(VariantCondition.INTEGER),
                    new TypeReference<List<Long>>() {},
                    Mixed.Numbers::new);
        }
    }

    @Test
    void readsAVariantByItsCondition() throws JsonProcessingException {
        assertThat(MAPPER.readValue("\"a\"", Mixed.class)).isEqualTo(new Mixed.Text("a"));
        assertThat(MAPPER.readValue("[1,2]", Mixed.class)).isEqualTo(new Mixed.Numbers(List.of(1L, 2L)));
        assertThatThrownBy(() -> MAPPER.readValue("[1.5]", Mixed.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("no variant of Mixed fits ARRAY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"x\"}               | true",
                "{\"a\":\"x\",\"b\":true}    | true",
                "{\"a\":\"y\"}               | false",
                "{\"b\":true}                | false",
                "{\"a\":\"x\",\"b\":1}       | false",
                "[]                          | false"
            })
    void matchesObjectsByTheirMembers(String json, boolean matches) throws JsonProcessingException {
        VariantCondition condition = VariantCondition.OBJECT
                .require("a", VariantCondition.string("x"))
                .allow("b", VariantCondition.BOOLEAN);

        assertThat(condition.matches(MAPPER.readTree(json))).isEqualTo(matches);
    }

    @Test
    void readsDeepObjects() {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.add("filter[tags]", "a");
        query.add("filter[range][from]", "1");
        query.add("other[tags]", "b");

        assertThat(DeepObjectReader.read(query, "filter", JsonNode.class))
                .hasToString("{\"tags\":\"a\",\"range\":{\"from\":\"1\"}}");
        assertThat(DeepObjectReader.read(query, "absent", JsonNode.class)).isNull();
        assertThatThrownBy(() -> DeepObjectReader.read(query, "filter", Values.class))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("query parameter filter");
    }

    @Test
    void parsesDateTimeParameters() {
        assertThat(DateTimes.parseParameter("at", "2025-01-31T12:00:00Z"))
                .isEqualTo(OffsetDateTime.parse("2025-01-31T12:00:00Z"));
        assertThat(DateTimes.parseParameter("at", null)).isNull();
        assertThatThrownBy(() -> DateTimes.parseParameter("at", "soon"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("parameter at");
    }
}
