package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a union. Subclasses declare the variants in their constructors.
 *
 * @param <T> the union
 */
public abstract class UnionAdapter<T> implements TypeAdapterFactory {

    private final Class<T> type;
    private final List<Variant<T, ?, ?>> variants = new ArrayList<>();
    private final Variant<T, ?, ?> unknown;

    /** Creates an adapter with the variant for values that match no other. */
    protected <U extends T> UnionAdapter(
            Class<T> type, Class<U> unknown, Function<U, JsonElement> get, Function<JsonElement, U> create) {
        this.type = type;
        this.unknown = new Variant<>(unknown, VariantCondition.ANY, JsonType.TREE, get, create);
    }

    private record Variant<T, U extends T, V>(
            Class<U> type, VariantCondition condition, JsonType<V> json, Function<U, V> get, Function<V, U> create) {}

    /** Declares a variant. A value is read as the first one whose condition it meets. */
    protected final <U extends T, V> void variant(
            Class<U> variant, VariantCondition condition, JsonType<V> json, Function<U, V> get, Function<V, U> create) {
        variants.add(new Variant<>(variant, condition, json, get, create));
    }

    @Override
    @SuppressWarnings("unchecked")
    public final <R> @Nullable TypeAdapter<R> create(Gson gson, TypeToken<R> token) {
        return type.isAssignableFrom(token.getRawType()) ? (TypeAdapter<R>) new Adapter(gson) : null;
    }

    private final class Adapter extends TypeAdapter<T> {

        private final Gson gson;

        Adapter(Gson gson) {
            this.gson = gson;
        }

        @Override
        public T read(JsonReader in) throws IOException {
            String path = in.getPath();
            JsonElement json = gson.getAdapter(JsonElement.class).read(in);
            for (Variant<T, ?, ?> variant : variants) {
                if (variant.condition().matches(json)) {
                    return read(variant, json, path);
                }
            }
            return read(unknown, json, path);
        }

        private <U extends T, V> T read(Variant<T, U, V> variant, JsonElement json, String path) {
            V value;
            try {
                value = variant.json().adapter(gson).fromJsonTree(json);
            } catch (JsonSyntaxException e) {
                // Its path starts at the union.
                throw new JsonSyntaxException("At " + path + ": " + e.getMessage(), e);
            }
            return variant.create().apply(value);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            for (Variant<T, ?, ?> variant : variants) {
                if (variant.type().isInstance(value)) {
                    write(variant, out, value);
                    return;
                }
            }
            write(unknown, out, value);
        }

        private <U extends T, V> void write(Variant<T, U, V> variant, JsonWriter out, T value) throws IOException {
            variant.json()
                    .adapter(gson)
                    .write(out, variant.get().apply(variant.type().cast(value)));
        }
    }
}
