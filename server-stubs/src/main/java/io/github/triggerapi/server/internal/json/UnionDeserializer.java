package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a union. Subclasses declare the variants in their constructors.
 *
 * @param <T> the union
 */
public abstract class UnionDeserializer<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient List<Variant<T>> variants = new ArrayList<>();

    /** Creates a deserializer without variants. */
    protected UnionDeserializer(Class<T> type) {
        super(type);
    }

    private interface Factory<T> {
        T create(JsonNode json, DeserializationContext context) throws IOException;
    }

    private record Variant<T>(VariantCondition condition, Factory<T> factory) {}

    /** Declares a variant. A value is read as the first one whose condition it meets. */
    protected final <V> void variant(
            VariantCondition condition, Function<JsonNode, V> read, Function<V, ? extends T> create) {
        variants.add(new Variant<>(condition, (json, context) -> create.apply(read.apply(json))));
    }

    /** Declares a variant that Jackson reads itself. */
    protected final <V> void variant(
            VariantCondition condition, TypeReference<V> type, Function<V, ? extends T> create) {
        variants.add(new Variant<>(condition, (json, context) -> {
            JavaType javaType = context.getTypeFactory().constructType(type);
            return create.apply(context.<V>readTreeAsValue(json, javaType));
        }));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode json = ExactTreeDeserializer.read(parser, context);
        for (Variant<T> variant : variants) {
            if (variant.condition().matches(json)) {
                return variant.factory().create(json, context);
            }
        }
        throw MismatchedInputException.from(
                parser,
                handledType(),
                "no variant of " + handledType().getSimpleName() + " fits " + json.getNodeType());
    }
}
