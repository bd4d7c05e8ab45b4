package io.github.triggerapi.client.internal.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads and writes a class whose JSON form is a string.
 *
 * @param <T> the class
 */
public abstract class StringAdapter<T> extends TypeAdapter<T> {

    private final Function<String, T> fromString;
    private final Function<T, String> toString;

    /** Creates an adapter that converts values with the given functions. */
    protected StringAdapter(Function<String, T> fromString, Function<T, String> toString) {
        this.fromString = fromString;
        this.toString = toString;
    }

    @Override
    public final T read(JsonReader in) throws IOException {
        JsonType.expect(in, JsonToken.STRING);
        return fromString.apply(in.nextString());
    }

    @Override
    public final void write(JsonWriter out, T value) throws IOException {
        out.value(toString.apply(value));
    }
}
