package io.github.triggerapi.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.ErrorResponse;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document says of values, as Bean Validation finds it. */
class ValidationTest {

    private static ValidatorFactory factory;

    @BeforeAll
    static void start() {
        factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1001, Long.MAX_VALUE})
    void aLimitOutOfBoundsIsAViolation(long limit) throws JsonProcessingException {
        assertThat(violations("{'options':{'queue':{'concurrencyLimit':" + limit + "}}}", TriggerTaskRequestBody.class))
                .containsExactly("options.queue.concurrencyLimit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'payload':null}",
                "{'options':{'queue':{'concurrencyLimit':0}}}",
                "{'options':{'queue':{'concurrencyLimit':1000}}}",
                "{'payload':{},'context':1,'options':{'ttl':'1h','delay':'1h','tags':['a'],'queue':{'name':'a'}},'x':1}"
            })
    void everythingElsePasses(String json) throws JsonProcessingException {
        assertThat(violations(json, TriggerTaskRequestBody.class)).isEmpty();
    }

    @Test
    void aMissingRequiredMemberIsAViolation() throws JsonProcessingException {
        assertThat(violations("{'code':7}", ErrorResponse.class)).containsExactly("error");
        assertThat(violations("{'error':'a'}", ErrorResponse.class)).isEmpty();
    }

    @Test
    void anOperationChecksItsArguments() throws NoSuchMethodException {
        TasksApi api = new TasksApi() {};
        var method = TasksApi.class.getMethod("triggerTaskV1", String.class, TriggerTaskRequestBody.class);

        assertThat(factory.getValidator().forExecutables().validateParameters(api, method, new Object[] {null, null}))
                .hasSize(2);
    }

    private static List<String> violations(String json, Class<?> type) throws JsonProcessingException {
        Object object = new ObjectMapper().readValue(json.replace('\'', '"'), type);
        return factory.getValidator().validate(object).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }
}
