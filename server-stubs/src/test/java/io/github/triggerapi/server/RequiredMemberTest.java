package io.github.triggerapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.model.ErrorResponse;
import io.github.triggerapi.server.model.QueueOptions;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredMemberTest {

    @Test
    void builderThrowsIfItIsMissing() {
        assertThatThrownBy(ErrorResponse.builder()::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ErrorResponse.error");
    }

    @Test
    void readingSucceedsIfItIsMissing() throws JsonProcessingException {
        ErrorResponse response = new ObjectMapper().readValue("{\"code\":7}", ErrorResponse.class);

        assertThat(response.additionalProperties()).containsKey("code");
        assertThatThrownBy(response::error)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "options          | {'options':null}",
                "queue            | {'options':{'queue':null}}",
                "name             | {'options':{'queue':{'name':null}}}",
                "concurrencyLimit | {'options':{'queue':{'concurrencyLimit':null}}}",
                "delay            | {'options':{'delay':null}}"
            })
    void rejectsNullOfMembersThatAreNotNullable(String member, String json) {
        assertThatThrownBy(() -> new ObjectMapper().readValue(json.replace('\'', '"'), TriggerTaskRequestBody.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("\"" + member + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "concurrencyLimit | {'concurrencyLimit':true}",
                "concurrencyLimit | {'concurrencyLimit':9223372036854775808}",
                "concurrencyLimit | {'concurrencyLimit':{}}",
                "name | {'name':[]}"
            })
    void rejectsOtherTypesWithTheNameOfTheMember(String member, String json) {
        assertThatThrownBy(() -> new ObjectMapper().readValue(json.replace('\'', '"'), QueueOptions.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("[\"" + member + "\"]");
    }
}
