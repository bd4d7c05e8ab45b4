package io.github.triggerapi.mock.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts runs to JSON and back. No nanosecond and no digit is lost. */
final class RunJson {
    private static final JsonMapper MAPPER = JsonValue.lossless()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Duration.class, ToStringSerializer.instance)
                    .addSerializer(JsonValue.class, new ValueWriter())
                    .addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse))
                    .addDeserializer(Duration.class, new Text<>(Duration.class, Duration::parse))
                    .addDeserializer(JsonValue.class, new ValueReader()))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.NON_PRIVATE)
            .visibility(PropertyAccessor.CREATOR, Visibility.NON_PRIVATE)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .build();

    private RunJson() {}

    static String write(RunData run) {
        try {
            return MAPPER.writeValueAsString(run);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if the string is not the JSON of a run */
    static RunData read(String json) {
        try {
            @Nullable RunData run = MAPPER.readerForUpdating(RunData.unset()).readValue(json);
            if (run == null || !run.isComplete()) {
                throw new IllegalArgumentException("Not a run: a member is missing");
            }
            return run;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a run: " + e.getOriginalMessage(), e);
        }
    }

    private static final class Text<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }

    private static final class ValueWriter extends StdSerializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        ValueWriter() {
            super(JsonValue.class);
        }

        @Override
        public void serialize(JsonValue value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeRawValue(value.raw());
        }
    }

    private static final class ValueReader extends StdDeserializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        ValueReader() {
            super(JsonValue.class);
        }

        @Override
        public JsonValue deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return JsonValue.written(context.readValue(json, JsonNode.class));
        }

        /** Returns the value of a payload that is null, which differs from an absent one. */
        @Override
        public JsonValue getNullValue(DeserializationContext context) {
            return JsonValue.written(context.getNodeFactory().nullNode());
        }
    }
}
