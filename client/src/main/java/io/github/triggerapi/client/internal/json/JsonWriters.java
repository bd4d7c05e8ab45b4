package io.github.triggerapi.client.internal.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes nulls, whatever the settings of a writer. */
final class JsonWriters {

    private JsonWriters() {}

    /** Writes a part of a document. */
    interface Action {
        void run() throws IOException;
    }

    /** Runs an action with a writer that does not skip nulls. */
    static void withNulls(JsonWriter out, Action action) throws IOException {
        boolean nulls = out.getSerializeNulls();
        out.setSerializeNulls(true);
        try {
            action.run();
        } finally {
            out.setSerializeNulls(nulls);
        }
    }

    /** Writes a member of an object, with its name even where the value is null. */
    static <T> void member(JsonWriter out, String name, @Nullable T value, TypeAdapter<T> adapter) throws IOException {
        out.name(name);
        if (value == null) {
            withNulls(out, out::nullValue);
        } else {
            adapter.write(out, value);
        }
    }
}
