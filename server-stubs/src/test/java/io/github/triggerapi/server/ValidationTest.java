package io.github.triggerapi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.api.TasksApi;
import io.github.triggerapi.server.model.ErrorResponse;
import io.github.triggerapi.server.model.QueueOptions;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bean Validation checks the constraints of the spec. */
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

    @Test
    void reportsValuesThatViolateConstraints() throws JsonProcessingException, NoSuchFieldException {
        AnnotatedElement limit = QueueOptions.class.getDeclaredField("concurrencyLimit");
        assumeTrue(
                limit.isAnnotationPresent(Min.class) && limit.isAnnotationPresent(Max.class),
                "the spec has no bounds of concurrencyLimit");
        long minimum = limit.getAnnotation(Min.class).value();
        long maximum = limit.getAnnotation(Max.class).value();

        for (long within : new long[] {minimum, maximum}) {
            assertThat(limited(within)).isEmpty();
        }
        for (long outside : new long[] {minimum - 1, maximum + 1, Long.MAX_VALUE}) {
            assertThat(limited(outside)).containsExactly("options.queue.concurrencyLimit");
        }
    }

    private static List<String> limited(long limit) throws JsonProcessingException {
        return violations("{'options':{'queue':{'concurrencyLimit':" + limit + "}}}", TriggerTaskRequestBody.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'payload':null}",
                "{'payload':{},'context':1,'options':{'ttl':'1h','delay':'1h','tags':['a'],'queue':{'name':'a'}},'x':1}"
            })
    void acceptsValidValues(String json) throws JsonProcessingException {
        assertThat(violations(json, TriggerTaskRequestBody.class)).isEmpty();
    }

    @Test
    void reportsMissingRequiredMembers() throws JsonProcessingException {
        assertThat(violations("{'code':7}", ErrorResponse.class)).containsExactly("error");
        assertThat(violations("{'error':'a'}", ErrorResponse.class)).isEmpty();
    }

    @Test
    void validatesTheArgumentsOfOperations() throws NoSuchMethodException {
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
