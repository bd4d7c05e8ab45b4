package io.github.triggerapi.spring;

import com.google.gson.Gson;
import io.github.triggerapi.client.PayloadSerializer;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Payloads are written as the application writes its other JSON: by its Jackson, or else by its Gson. */
final class PayloadConfigurations {

    private PayloadConfigurations() {}

    /** Jackson 3, as in Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(tools.jackson.databind.json.JsonMapper.class)
    @ConditionalOnSingleCandidate(tools.jackson.databind.json.JsonMapper.class)
    @ConditionalOnMissingBean(PayloadSerializer.class)
    static class Jackson3 {

        @Bean
        PayloadSerializer triggerPayloadSerializer(tools.jackson.databind.json.JsonMapper mapper) {
            return payload -> {
                try {
                    return mapper.writeValueAsString(payload);
                } catch (tools.jackson.core.JacksonException e) {
                    throw new IOException(e.getMessage(), e);
                }
            };
        }
    }

    /** Jackson 2, as in Spring Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(com.fasterxml.jackson.databind.ObjectMapper.class)
    @ConditionalOnSingleCandidate(com.fasterxml.jackson.databind.ObjectMapper.class)
    @ConditionalOnMissingBean(PayloadSerializer.class)
    static class Jackson2 {

        @Bean
        PayloadSerializer triggerPayloadSerializer(com.fasterxml.jackson.databind.ObjectMapper mapper) {
            return mapper::writeValueAsString;
        }
    }

    /** Gson, of which the client itself needs the classes. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(Gson.class)
    @ConditionalOnMissingBean(PayloadSerializer.class)
    static class OfGson {

        @Bean
        PayloadSerializer triggerPayloadSerializer(Gson gson) {
            return gson::toJson;
        }
    }
}
