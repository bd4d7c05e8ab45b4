package io.github.triggerapi.client.internal.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes arrays, whose items may be null.
 *
 * @param <T> the type of the items
 */
final class ListAdapter<T> extends TypeAdapter<List<T>> {

    private final TypeAdapter<T> items;

    ListAdapter(TypeAdapter<T> items) {
        this.items = items;
    }

    @Override
    public @Nullable List<T> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        List<T> list = new ArrayList<>();
        JsonType.expect(in, JsonToken.BEGIN_ARRAY);
        in.beginArray();
        while (in.hasNext()) {
            list.add(items.read(in));
        }
        in.endArray();
        return ModelSupport.copy(list);
    }

    @Override
    public void write(JsonWriter out, @Nullable List<T> list) throws IOException {
        if (list == null) {
            out.nullValue();
            return;
        }
        out.beginArray();
        for (T item : list) {
            items.write(out, item);
        }
        out.endArray();
    }
}
