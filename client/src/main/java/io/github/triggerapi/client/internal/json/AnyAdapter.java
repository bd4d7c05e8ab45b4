package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads any JSON value as a tree. Writes trees with all their nulls, and other objects as the given {@link Gson} does.
 *
 * @param <T> the type of the values
 */
final class AnyAdapter<T> extends TypeAdapter<T> {

    private final Gson gson;
    private final TypeAdapter<? extends JsonElement> trees;
    private final boolean objectsOnly;

    AnyAdapter(Gson gson, Class<? extends JsonElement> type) {
        this.gson = gson;
        this.trees = gson.getAdapter(type);
        this.objectsOnly = type == JsonObject.class;
    }

    /** Reads JSON null as a tree, or as null where only objects are allowed. */
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T read(JsonReader in) throws IOException {
        if (objectsOnly && in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        return (T) trees.read(in);
    }

    @Override
    public void write(JsonWriter out, @Nullable T value) throws IOException {
        if (value == null || value instanceof JsonElement) {
            JsonWriters.withNulls(out, () -> gson.getAdapter(JsonElement.class).write(out, (JsonElement) value));
        } else {
            gson.toJson(value, value.getClass(), out);
        }
    }
}
