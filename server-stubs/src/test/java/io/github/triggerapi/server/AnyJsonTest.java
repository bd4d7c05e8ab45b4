package io.github.triggerapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import io.github.triggerapi.server.model.TriggerTaskResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'payload':null}",
                "{'payload':{'a':null,'b':[null,{}]},'context':[]}",
                "{'payload':'','context':false}",
                "{'payload':9007199254740993,'context':0.1234567890123456789}",
                "{'payload':{'a':[1.0,0.1234567890123456789,123456789012345678901234567890]}}",
                "{'payload':1,'unknown':0.1234567890123456789,'other':{'a':[1.50,null]},'none':null}"
            })
    void writesAnyValueAsItWasRead(String quoted) throws JsonProcessingException {
        String json = quoted.replace('\'', '"');
        for (MapperSettings mapper : MapperSettings.values()) {
            if (mapper != MapperSettings.WITHOUT_NULLS) {
                assertThat(mapper.roundTrip(json, TriggerTaskRequestBody.class))
                        .as(mapper.name())
                        .isEqualTo(json);
            }
        }
    }

    @Test
    void distinguishesAbsentAndNull() throws JsonProcessingException {
        TriggerTaskRequestBody absent = MapperSettings.PLAIN.read("{}", TriggerTaskRequestBody.class);
        TriggerTaskRequestBody isNull = MapperSettings.PLAIN.read("{\"payload\":null}", TriggerTaskRequestBody.class);

        assertThat(absent.payload()).isNull();
        assertThat(isNull.payload()).isEqualTo(NullNode.getInstance());
        assertThat(absent).isNotEqualTo(isNull);
        assertThat(isNull)
                .isEqualTo(TriggerTaskRequestBody.builder().payload(null).build());
    }

    @ParameterizedTest
    @EnumSource
    void keepsUnlistedMembers(MapperSettings mapper) throws JsonProcessingException {
        String json = "{\"id\":\"run_1\",\"x\":0.1234567890123456789,\"y\":{\"a\":[1.50]}}";

        TriggerTaskResponse response = mapper.read(json, TriggerTaskResponse.class);

        assertThat(response.additionalProperties()).containsOnlyKeys("x", "y").isUnmodifiable();
        assertThat(response.additionalProperties().get("x").decimalValue()).isEqualTo("0.1234567890123456789");
        assertThat(mapper.write(response)).isEqualTo(json);
        assertThat(mapper.write(response.toBuilder().id("run_2").build())).isEqualTo(json.replace("run_1", "run_2"));
    }
}
