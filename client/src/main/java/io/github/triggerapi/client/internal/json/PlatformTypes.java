package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.ReflectionAccessFilter;
import com.google.gson.ReflectionAccessFilter.FilterResult;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values of the Java platform and of Kotlin's library whose private fields Gson would write, such as those of
 * {@code java.time} and {@code java.util.Optional}.
 */
public final class PlatformTypes implements TypeAdapterFactory {

    /** Throws an exception for a class that it could only write field by field. */
    private static final Gson WITHOUT_REFLECTION = new GsonBuilder()
            .addReflectionAccessFilter(type -> FilterResult.BLOCK_ALL)
            .create();

    private static final Gson GSON = new GsonBuilder()
            .addReflectionAccessFilter(ReflectionAccessFilter.BLOCK_INACCESSIBLE_JAVA)
            .registerTypeAdapterFactory(new PlatformTypes())
            .create();

    private PlatformTypes() {}

    /**
     * Returns the Gson that reads objects of the application, and writes them unless it has a Gson or serializer of its own.
     */
    public static Gson gson() {
        return GSON;
    }

    @Override
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        Class<?> raw = type.getRawType();
        return isOfPlatform(raw) && !isDecidedByValue(type) && writesFields(raw) ? refusing(raw) : null;
    }

    /** Gson looks at the class of a value if the declared type has no type arguments. */
    private static boolean isDecidedByValue(TypeToken<?> type) {
        return type.getType() instanceof Class<?> declared && Modifier.isAbstract(declared.getModifiers());
    }

    private static boolean isOfPlatform(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || type.getName().startsWith("kotlin.");
    }

    private static boolean writesFields(Class<?> type) {
        // Gson's adapters for java.time write fields, and its adapter for classes throws an exception that is unlike
        // others.
        if (type == Class.class || type.getName().startsWith("java.time.") && !type.isEnum()) {
            return true;
        }
        try {
            WITHOUT_REFLECTION.getAdapter(type);
            return false;
        } catch (JsonIOException e) {
            return true;
        }
    }

    private static <T> TypeAdapter<T> refusing(Class<?> type) {
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value != null) {
                    throw refusal("; set a string or a JsonElement in its place, or give TriggerClient.builder() a"
                            + " payloadSerializer, or a gson with an adapter for it");
                }
                out.nullValue();
            }

            @Override
            public T read(JsonReader in) {
                throw refusal("; read a string or a JsonElement in its place");
            }

            private JsonIOException refusal(String advice) {
                return new JsonIOException("There is no JSON form of " + type.getName() + advice);
            }
        };
    }
}
