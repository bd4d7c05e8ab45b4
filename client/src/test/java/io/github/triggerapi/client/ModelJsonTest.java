package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.stream.JsonReader;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.QueueOptions;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelJsonTest {

    @Test
    void readsModelWithoutRequiredMember() {
        ErrorResponse response = new Gson().fromJson("{\"code\":7}", ErrorResponse.class);

        assertThat(response.additionalProperties().get("code").getAsInt()).isEqualTo(7);
        assertThat(response).hasToString("ErrorResponse(additionalProperties={code=<not shown>})");
        assertThatThrownBy(response::error)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("error");
    }

    @Test
    void readsNullOfOptionalMemberAsAbsent() {
        QueueOptions queue = new Gson().fromJson("{\"name\":null,\"concurrencyLimit\":null}", QueueOptions.class);

        assertThat(queue).isEqualTo(QueueOptions.builder().build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.options.queue.concurrencyLimit | {'options':{'queue':{'concurrencyLimit':'5'}}}",
                "$.options.queue.concurrencyLimit | {'options':{'queue':{'concurrencyLimit':1.5}}}",
                "$.options.queue.concurrencyLimit | {'options':{'queue':{'concurrencyLimit':9223372036854775808}}}",
                "$.options.queue.concurrencyLimit | {'options':{'queue':{'concurrencyLimit':1e99999}}}",
                "$.options.queue.concurrencyLimit | {'options':{'queue':{'concurrencyLimit':1e-99999}}}",
                "$.options.queue.concurrencyLimit | {'options':{'queue':{'concurrencyLimit':{}}}}",
                "$.options.queue.name | {'options':{'queue':{'name':5}}}",
                "$.options.queue.name | {'options':{'queue':{'name':[]}}}",
                "$.options.queue | {'options':{'queue':'a'}}",
                "$.options | {'options':[]}",
                "$.options.delay | {'options':{'delay':true}}",
                "$ | []",
                "$ | 'text'"
            },
            quoteCharacter = '`')
    void rejectsWrongTypeWithItsPath(String path, String quoted) {
        String json = quoted.replace('\'', '"');

        assertThatThrownBy(() -> new Gson().fromJson(json, TriggerTaskRequestBody.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining(path);
        // Retrofit uses the adapter directly, without the checks of Gson.
        assertThatThrownBy(() -> new Gson()
                        .getAdapter(TriggerTaskRequestBody.class)
                        .read(new JsonReader(new StringReader(json))))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining(path);
    }
}
