package io.github.triggerapi.client;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.triggerapi.client.value.Json;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has the objects of an application written as it wants them, inside of bodies that are written as the document wants
 * them.
 */
final class Payloads implements TypeAdapterFactory {

    private static final Set<Class<?>> SCALARS = Set.of(Object.class, String.class, Boolean.class, Character.class);

    /** Writes an object. */
    private interface Writing {
        void write(JsonWriter out, Object object) throws IOException;
    }

    private final Writing writing;

    private Payloads(Writing writing) {
        this.writing = writing;
    }

    /** What bodies are written and read with; a body that is any JSON keeps its nulls. */
    Gson bodies() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .serializeNulls()
                .registerTypeAdapterFactory(this)
                .create();
    }

    static Payloads by(Gson gson) {
        return new Payloads((out, object) -> gson.toJson(object, object.getClass(), out));
    }

    static Payloads by(PayloadSerializer serializer) {
        return new Payloads((out, object) -> {
            try {
                String json = serializer.toJson(object);
                if (json == null) {
                    throw new JsonIOException("The payload serializer gave null for a " + object.getClass());
                }
                TREES.toJson(Json.parse(json), out);
            } catch (IOException e) {
                // As Gson does with what it cannot write itself.
                throw new JsonIOException(e);
            }
        });
    }

    private static final Gson TREES =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (!isOfTheApplication(type)) {
            return null;
        }
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                } else {
                    writing.write(out, value);
                }
            }

            @Override
            public T read(JsonReader in) throws IOException {
                // Looked for here, as Gson refuses to have one for classes that another serializer can write.
                return gson.getDelegateAdapter(Payloads.this, type).read(in);
            }
        };
    }

    /** Not so for what has its own adapter, for what is plain JSON, and for bodies that the document gives a type. */
    private static boolean isOfTheApplication(TypeToken<?> type) {
        Class<?> raw = type.getRawType();
        return type.getType() instanceof Class<?>
                && !raw.isPrimitive()
                && !raw.isAnnotationPresent(JsonAdapter.class)
                && !JsonElement.class.isAssignableFrom(raw)
                && !isScalar(raw);
    }

    /** Also {@code Object}, which stands for the class that a value turns out to have. */
    private static boolean isScalar(Class<?> raw) {
        return SCALARS.contains(raw)
                || Number.class.isAssignableFrom(raw) && raw.getPackageName().equals("java.lang");
    }
}
