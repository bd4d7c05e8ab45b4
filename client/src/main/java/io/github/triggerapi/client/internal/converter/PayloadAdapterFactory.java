package io.github.triggerapi.client.internal.converter;

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
import io.github.triggerapi.client.internal.json.PlatformTypes;
import io.github.triggerapi.client.value.Json;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects of the application, such as payloads, with a Gson or another serializer of the application. The bodies
 * that contain them are written as the spec requires.
 */
public final class PayloadAdapterFactory implements TypeAdapterFactory {

    /** Converts an object to JSON. */
    @FunctionalInterface
    public interface Serializer {

        /** Returns the JSON of an object. */
        String toJson(Object object) throws IOException;
    }

    private interface ObjectWriter {
        void write(JsonWriter out, Object object) throws IOException;
    }

    private static final Set<Class<?>> SCALARS = Set.of(Object.class, String.class, Boolean.class, Character.class);

    /** Writes JSON as it was parsed. */
    private static final Gson TREES =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final ObjectWriter writer;
    private final Gson reader;

    private PayloadAdapterFactory(ObjectWriter writer, Gson reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Returns a factory that writes objects as Gson does, except for those that have no JSON form. */
    public static PayloadAdapterFactory standard() {
        return with(PlatformTypes.gson());
    }

    /** Returns a factory that writes objects with a Gson of the application. */
    public static PayloadAdapterFactory with(Gson gson) {
        return new PayloadAdapterFactory((out, object) -> gson.toJson(object, object.getClass(), out), gson);
    }

    /** Returns a factory that writes objects with a serializer of the application. */
    public static PayloadAdapterFactory with(Serializer serializer) {
        ObjectWriter writer = (out, object) -> {
            try {
                String json = serializer.toJson(object);
                if (json == null) {
                    throw new JsonIOException("The payload serializer returned null for a " + object.getClass());
                }
                TREES.toJson(Json.parse(json), out);
            } catch (IOException e) {
                // Gson's exception for an object that it cannot write.
                throw new JsonIOException(e);
            }
        };
        return new PayloadAdapterFactory(writer, PlatformTypes.gson());
    }

    /** Returns the Gson that reads objects of the application: its own, or the default also beside another serializer. */
    public Gson reader() {
        return reader;
    }

    /** Returns a Gson for bodies. A body that may be any JSON keeps its nulls. */
    public Gson gson() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .serializeNulls()
                .registerTypeAdapterFactory(this)
                .create();
    }

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (!isOfApplication(type)) {
            return null;
        }
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                } else {
                    writer.write(out, value);
                }
            }

            @Override
            public T read(JsonReader in) throws IOException {
                // Not looked up earlier, as Gson may have none for a class that another serializer can write.
                return gson.getDelegateAdapter(PayloadAdapterFactory.this, type).read(in);
            }
        };
    }

    /** Returns false for types that have an adapter, for plain JSON, and for bodies whose type the spec gives. */
    private static boolean isOfApplication(TypeToken<?> type) {
        Class<?> raw = type.getRawType();
        return type.getType() instanceof Class<?>
                && !raw.isPrimitive()
                && !raw.isAnnotationPresent(JsonAdapter.class)
                && !JsonElement.class.isAssignableFrom(raw)
                && !isScalar(raw);
    }

    /** Returns true for {@code Object} too: Gson then looks up the adapter of the value's own class. */
    private static boolean isScalar(Class<?> raw) {
        return SCALARS.contains(raw)
                || Number.class.isAssignableFrom(raw) && raw.getPackageName().equals("java.lang");
    }
}
