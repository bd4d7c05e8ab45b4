package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a Java type, which is the same whatever the settings of the {@link Gson} that reads or writes it.
 *
 * <p>No type converts one kind of JSON value to another, such as a number to a string.
 *
 * @param <T> the Java type
 */
public interface JsonType<T> {

    /** A string. */
    JsonType<String> STRING = gson -> scalar(JsonToken.STRING, JsonReader::nextString, JsonWriter::value);

    /** A boolean. */
    JsonType<Boolean> BOOLEAN = gson -> scalar(JsonToken.BOOLEAN, JsonReader::nextBoolean, JsonWriter::value);

    /** A number without fraction. */
    JsonType<Long> INTEGER =
            gson -> scalar(JsonToken.NUMBER, in -> new BigDecimal(in.nextString()).longValueExact(), JsonWriter::value);

    /** A number. */
    JsonType<BigDecimal> NUMBER =
            gson -> scalar(JsonToken.NUMBER, in -> new BigDecimal(in.nextString()), JsonWriter::value);

    /** A string that is an RFC 3339 date and time. */
    JsonType<OffsetDateTime> DATE_TIME = gson -> scalar(
            JsonToken.STRING,
            in -> OffsetDateTime.parse(in.nextString()),
            (out, time) -> out.value(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)));

    /** Any value, which is read as a tree and may be written from any object. */
    JsonType<Object> ANY = gson -> new AnyAdapter<>(gson, JsonElement.class);

    /** Any object, which is read as a tree and may be written from any Java object. */
    JsonType<Object> ANY_OBJECT = gson -> new AnyAdapter<>(gson, JsonObject.class);

    /** Any value, as a tree. */
    JsonType<JsonElement> TREE = gson -> new AnyAdapter<>(gson, JsonElement.class);

    /** Any object, as a tree. */
    JsonType<JsonObject> OBJECT_TREE = gson -> new AnyAdapter<>(gson, JsonObject.class);

    /** Returns the adapter that reads and writes values with the given Gson. */
    TypeAdapter<T> adapter(Gson gson);

    /** Returns the form of a class that Gson has an adapter for. */
    static <T> JsonType<T> of(Class<T> type) {
        return gson -> gson.getAdapter(type);
    }

    /** Returns the form of an array. */
    static <T> JsonType<List<T>> list(JsonType<T> items) {
        return gson -> new ListAdapter<>(items.adapter(gson));
    }

    /** Returns the form of an object whose members all have one type. */
    static <T> JsonType<Map<String, T>> map(JsonType<T> values) {
        return gson -> new MapAdapter<>(values.adapter(gson));
    }

    /**
     * Checks the kind of the next value.
     *
     * @throws JsonSyntaxException if it is of another kind; unlike the reader's own exception it names the path
     */
    static void expect(JsonReader in, JsonToken token) throws IOException {
        JsonToken found = in.peek();
        if (found != token) {
            throw new JsonSyntaxException(in.getPath() + ": expected " + token + " but found " + found);
        }
    }

    /** Reads a value. */
    interface ValueReader<T> {

        /** Returns the next value. */
        T read(JsonReader in) throws IOException;
    }

    /** Writes a value. */
    interface ValueWriter<T> {

        /** Writes a value that is not null. */
        void write(JsonWriter out, T value) throws IOException;
    }

    private static <T> TypeAdapter<T> scalar(JsonToken token, ValueReader<T> reader, ValueWriter<T> writer) {
        return new TypeAdapter<>() {
            @Override
            public @Nullable T read(JsonReader in) throws IOException {
                if (in.peek() == JsonToken.NULL) {
                    in.nextNull();
                    return null;
                }
                expect(in, token);
                String path = in.getPath();
                try {
                    return reader.read(in);
                } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
                    throw new JsonSyntaxException(path + ": " + e.getMessage(), e);
                }
            }

            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                } else {
                    writer.write(out, value);
                }
            }
        };
    }
}
