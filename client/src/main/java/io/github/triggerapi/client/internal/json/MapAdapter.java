package io.github.triggerapi.client.internal.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes objects whose members all have one type. Members that are null are written.
 *
 * @param <T> the type of the members
 */
final class MapAdapter<T> extends TypeAdapter<Map<String, T>> {

    private final TypeAdapter<T> values;

    MapAdapter(TypeAdapter<T> values) {
        this.values = values;
    }

    @Override
    public @Nullable Map<String, T> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
            in.nextNull();
            return null;
        }
        Map<String, T> map = new LinkedHashMap<>();
        JsonType.expect(in, JsonToken.BEGIN_OBJECT);
        in.beginObject();
        while (in.hasNext()) {
            map.put(in.nextName(), values.read(in));
        }
        in.endObject();
        return ModelSupport.copy(map);
    }

    @Override
    public void write(JsonWriter out, @Nullable Map<String, T> map) throws IOException {
        if (map == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        for (Map.Entry<String, T> entry : map.entrySet()) {
            JsonWriters.member(out, entry.getKey(), entry.getValue(), values);
        }
        out.endObject();
    }
}
