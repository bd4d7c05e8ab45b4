package io.github.triggerapi.contract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Models of the client that an application reads and writes with Jackson, such as a controller of Spring. */
class JacksonModelsTest {

    private static final String BODY = "{\"payload\":{\"a\":[null,1]},\"options\":{\"queue\":{\"concurrencyLimit\":5},"
            + "\"ttl\":\"1h\",\"tags\":[\"a\"]},\"other\":null}";

    @Test
    void jackson2WritesWhatItReads() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();

        assertThat(mapper.writeValueAsString(mapper.readValue(BODY, TriggerTaskRequestBody.class)))
                .isEqualTo(BODY);
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> mapper.readValue("{\"id\":5}", TriggerTaskResponse.class))
                .withMessageContaining("$.id");
    }

    @Test
    void jackson3WritesWhatItReads() {
        JsonMapper mapper = new JsonMapper();

        assertThat(mapper.writeValueAsString(mapper.readValue(BODY, TriggerTaskRequestBody.class)))
                .isEqualTo(BODY);
    }
}
