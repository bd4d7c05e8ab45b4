package io.github.triggerapi.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** Settings of a mapper on which the JSON form of models must not depend. */
enum MapperSettings {
    PLAIN(new ObjectMapper()),
    WITH_DECIMALS(new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)),
    WITH_NULLS(new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)),
    WITHOUT_NULLS(new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)),
    SNAKE_CASE(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)),
    LENIENT(new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

    private final ObjectMapper mapper;

    MapperSettings(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return mapper.readValue(json, type);
    }

    String write(Object object) throws JsonProcessingException {
        return mapper.writeValueAsString(object);
    }

    /** Returns a value after reading and writing it. */
    String roundTrip(String json, Class<?> type) throws JsonProcessingException {
        return write(read(json, type));
    }
}
