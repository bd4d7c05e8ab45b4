package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a class with members. Subclasses declare the members in their constructors.
 *
 * @param <T> the class
 * @param <B> its builder
 */
public abstract class ObjectAdapter<T, B> implements TypeAdapterFactory {

    private final Class<T> type;
    private final Supplier<B> newBuilder;
    private final Function<B, T> build;
    private final Map<String, Member<T, B, ?>> members = new LinkedHashMap<>();
    private @Nullable AdditionalMembers<T, B, ?> additional;

    /** Creates an adapter without members. */
    protected ObjectAdapter(Class<T> type, Supplier<B> newBuilder, Function<B, T> build) {
        this.type = type;
        this.newBuilder = newBuilder;
        this.build = build;
    }

    private record Member<T, B, V>(
            JsonType<V> type, Predicate<T> present, Function<T, @Nullable V> get, BiConsumer<B, @Nullable V> set) {}

    private record AdditionalMembers<T, B, V>(
            JsonType<V> type, Function<T, Map<String, V>> get, Function<B, Map<String, V>> target) {}

    /** Declares a member that is absent where its value is null. */
    protected final <V> void member(
            String name, JsonType<V> type, Function<T, @Nullable V> get, BiConsumer<B, @Nullable V> set) {
        member(name, type, object -> get.apply(object) != null, get, set);
    }

    /** Declares a member that may be present with the value null. */
    protected final <V> void member(
            String name,
            JsonType<V> type,
            Predicate<T> present,
            Function<T, @Nullable V> get,
            BiConsumer<B, @Nullable V> set) {
        members.put(name, new Member<>(type, present, get, set));
    }

    /** Declares the type of all other members. */
    protected final <V> void additionalMembers(
            JsonType<V> type, Function<T, Map<String, V>> get, Function<B, Map<String, V>> target) {
        this.additional = new AdditionalMembers<>(type, get, target);
    }

    @Override
    @SuppressWarnings("unchecked")
    public final <R> @Nullable TypeAdapter<R> create(Gson gson, TypeToken<R> token) {
        return token.getRawType() == type ? (TypeAdapter<R>) new Adapter(gson) : null;
    }

    private final class Adapter extends TypeAdapter<T> {

        private final Map<String, TypeAdapter<Object>> memberAdapters = new LinkedHashMap<>();
        private final AdditionalMembers<T, B, Object> additional;
        private final TypeAdapter<Object> additionalAdapter;

        Adapter(Gson gson) {
            members.forEach((name, member) ->
                    memberAdapters.put(name, unchecked(member.type().adapter(gson))));
            this.additional = unchecked(Objects.requireNonNull(ObjectAdapter.this.additional));
            this.additionalAdapter = additional.type().adapter(gson);
        }

        @Override
        public T read(JsonReader in) throws IOException {
            B builder = newBuilder.get();
            Map<String, Object> others = additional.target().apply(builder);
            JsonType.expect(in, JsonToken.BEGIN_OBJECT);
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                Member<T, B, Object> member = unchecked(members.get(name));
                if (member == null) {
                    others.put(name, additionalAdapter.read(in));
                } else {
                    member.set().accept(builder, memberAdapters.get(name).read(in));
                }
            }
            in.endObject();
            return build.apply(builder);
        }

        @Override
        public void write(JsonWriter out, T object) throws IOException {
            Set<String> written = new HashSet<>();
            out.beginObject();
            for (Map.Entry<String, TypeAdapter<Object>> entry : memberAdapters.entrySet()) {
                Member<T, B, Object> member = unchecked(members.get(entry.getKey()));
                if (member.present().test(object)) {
                    JsonWriters.member(out, entry.getKey(), member.get().apply(object), entry.getValue());
                    written.add(entry.getKey());
                }
            }
            for (Map.Entry<String, Object> entry :
                    additional.get().apply(object).entrySet()) {
                if (!written.contains(entry.getKey())) {
                    JsonWriters.member(out, entry.getKey(), entry.getValue(), additionalAdapter);
                }
            }
            out.endObject();
        }
    }

    @SuppressWarnings("unchecked")
    private static <R> R unchecked(@Nullable Object object) {
        return (R) object;
    }
}
