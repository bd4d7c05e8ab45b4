package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import io.github.triggerapi.client.model.QueueOptions;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdditionalPropertiesTest {

    @ParameterizedTest
    @EnumSource
    void keepsMembersThatTheSpecDoesNotDescribe(GsonSettings gson) {
        String json = "{\"id\":\"run_1\",\"x\":0.1234567890123456789,\"y\":null,\"z\":{\"a\":[null]}}";

        TriggerTaskResponse response = gson.read(json, TriggerTaskResponse.class);

        assertThat(response.additionalProperties())
                .containsOnlyKeys("x", "y", "z")
                .containsEntry("y", JsonNull.INSTANCE);
        assertThat(response.additionalProperties().get("x").getAsBigDecimal()).isEqualTo("0.1234567890123456789");
        assertThat(gson.write(response)).isEqualTo(json);
        assertThat(gson.write(response.toBuilder().id("run_2").build())).isEqualTo(json.replace("run_1", "run_2"));
    }

    @ParameterizedTest
    @EnumSource
    void canBeSet(GsonSettings gson) {
        QueueOptions queue = QueueOptions.builder()
                .name("a")
                .putAdditionalProperty("paused", true)
                .putAdditionalProperty("labels", Map.of("b", 1))
                .putAdditionalProperty("none", null)
                .build();

        assertThat(gson.write(queue)).isEqualTo("{\"name\":\"a\",\"paused\":true,\"labels\":{\"b\":1},\"none\":null}");
        assertThat(queue.additionalProperties()).containsEntry("paused", new JsonPrimitive(true));
    }

    @ParameterizedTest
    @EnumSource
    void writesMembersOnce(GsonSettings gson) {
        QueueOptions.Builder queue = QueueOptions.builder().putAdditionalProperty("name", "other");

        assertThat(gson.write(queue.build())).isEqualTo("{\"name\":\"other\"}");
        assertThat(gson.write(queue.name("a").build())).isEqualTo("{\"name\":\"a\"}");
    }

    @Test
    void areUnmodifiable() {
        QueueOptions.Builder builder = QueueOptions.builder().putAdditionalProperty("a", 1);
        QueueOptions queue = builder.build();

        builder.putAdditionalProperty("b", 2);

        assertThat(queue.additionalProperties()).containsOnlyKeys("a");
        assertThatThrownBy(() -> queue.additionalProperties().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
