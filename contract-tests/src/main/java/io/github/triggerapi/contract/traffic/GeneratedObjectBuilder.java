package io.github.triggerapi.contract.traffic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.code.JavaMember;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Creates objects of generated classes with their builders. */
final class GeneratedObjectBuilder {

    private static final com.fasterxml.jackson.databind.json.JsonMapper STUB_TREES =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    /** Sorts the setter with the type of the member last, as the order of reflection is not defined. */
    private static final Comparator<Method> IN_ORDER = Comparator.comparing(
                    (Method setter) -> setter.getParameterTypes()[0].isSealed())
            .thenComparing(setter -> setter.getParameterTypes()[0].getName());

    /** The types that builders accept in place of a string, which cannot hold all strings. */
    private static final Set<Class<?>> FORMATTED = Set.of(Duration.class, Instant.class);

    private final GeneratedArtifact artifact;

    GeneratedObjectBuilder(GeneratedArtifact artifact) {
        this.artifact = artifact;
    }

    /** Thrown if a type cannot represent a value. */
    static final class MisfitException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        MisfitException(JsonNode value, Type type) {
            super("cannot be expressed as " + type.getTypeName() + ": " + value);
        }
    }

    /** Returns the object of a type that represents a value. */
    @Nullable
    Object toJava(JsonNode value, Type type) {
        if (type instanceof WildcardType any) {
            return toJava(value, any.getUpperBounds()[0]);
        }
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Object.class || raw == JsonElement.class) {
            return JsonParser.parseString(value.toString());
        } else if (raw == com.fasterxml.jackson.databind.JsonNode.class) {
            return stubTree(value);
        } else if (value.isNull()) {
            return null;
        } else if (raw == JsonObject.class && value.isObject()) {
            return JsonParser.parseString(value.toString());
        } else if (raw == com.fasterxml.jackson.databind.node.ObjectNode.class && value.isObject()) {
            return stubTree(value);
        } else if (raw == String.class && value.isString()) {
            return value.asString();
        } else if (raw == Boolean.class && value.isBoolean()) {
            return value.asBoolean();
        } else if (raw == BigDecimal.class && value.isNumber()) {
            return value.decimalValue();
        } else if (raw == Long.class
                && value.isNumber()
                && value.decimalValue().stripTrailingZeros().scale() <= 0) {
            return value.decimalValue().longValueExact();
        } else if (raw == OffsetDateTime.class && value.isString()) {
            return dateTime(value);
        } else if (raw == List.class && value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(item -> list.add(toJava(item, Reflection.argument(type, 0))));
            return list;
        } else if (raw == Map.class && value.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            value.propertyStream()
                    .forEach(member ->
                            map.put(member.getKey(), toJava(member.getValue(), Reflection.argument(type, 1))));
            return map;
        } else if (raw.isSealed()) {
            return union(value, raw);
        } else if (Reflection.isEnum(raw) && value.isString()) {
            return Reflection.call(Reflection.find(raw, "of", String.class), null, value.asString());
        } else if (value.isObject() && Reflection.has(raw, "builder")) {
            return object(value, raw);
        }
        throw new MisfitException(value, type);
    }

    private static com.fasterxml.jackson.databind.JsonNode stubTree(JsonNode value) {
        try {
            return STUB_TREES.readTree(value.toString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime dateTime(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asString());
        } catch (DateTimeException e) {
            throw new MisfitException(value, OffsetDateTime.class);
        }
    }

    private Object union(JsonNode value, Class<?> type) {
        for (Class<?> variant : type.getPermittedSubclasses()) {
            RecordComponent component = variant.getRecordComponents()[0];
            if (variant.getSimpleName().equals("UnknownValue")) {
                continue;
            }
            try {
                Object inner = toJava(value, component.getGenericType());
                if (inner != null) {
                    return Reflection.call(Reflection.find(type, "of", component.getType()), null, inner);
                }
            } catch (MisfitException | IllegalStateException misfit) {
                // Another variant may represent the value.
            }
        }
        throw new MisfitException(value, type);
    }

    private Object object(JsonNode value, Class<?> type) {
        Object builder = Reflection.call(Reflection.find(type, "builder"), null);
        Map<String, JavaMember> known = artifact.members(type);
        value.propertyStream().forEach(entry -> {
            JavaMember member = known.get(entry.getKey());
            if (member == null) {
                Method put = Reflection.method(builder.getClass(), "putAdditionalProperty", 2);
                if (put == null) {
                    throw new MisfitException(value, type);
                }
                Object more = toJava(entry.getValue(), put.getGenericParameterTypes()[1]);
                Reflection.call(put, builder, entry.getKey(), more);
            } else {
                set(builder, member, entry.getValue());
            }
        });
        Object built = Reflection.call(Reflection.find(builder.getClass(), "build"), builder);
        return Reflection.has(type, "toBuilder") ? rebuilt(built) : built;
    }

    /** Returns a copy of an object made by {@code toBuilder()}, which must be equal. */
    private static Object rebuilt(Object built) {
        Object builder = Reflection.call(Reflection.find(built.getClass(), "toBuilder"), built);
        Object rebuilt = Reflection.call(Reflection.find(builder.getClass(), "build"), builder);
        if (!built.equals(rebuilt)) {
            throw new UnsupportedOperationException("toBuilder().build() gives " + rebuilt + ", not " + built);
        }
        return rebuilt;
    }

    /** Calls the setter that represents the value best: an overload for a variant of a union, if there is one. */
    private void set(Object builder, JavaMember member, JsonNode value) {
        // The last setter has the type of the member, which includes null.
        Type type = member.type().getType();
        Comparator<Method> order =
                Comparator.comparing((Method setter) -> setter.getGenericParameterTypes()[0].equals(type));
        List<Method> setters = Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(Reflection.name(member)) && method.getParameterCount() == 1)
                .filter(method -> !method.getParameterTypes()[0].isPrimitive())
                .filter(method -> method.getParameterTypes()[0] != Consumer.class)
                .filter(method -> !FORMATTED.contains(method.getParameterTypes()[0]))
                // Gson leaves out the members of a map that are null.
                .filter(method -> method.getParameterTypes()[0] != Map.class || !JsonObject.class.equals(type))
                .sorted(order.thenComparing(IN_ORDER))
                .toList();
        MisfitException misfit = new MisfitException(value, builder.getClass());
        for (Method setter : value.isNull() ? setters.subList(setters.size() - 1, setters.size()) : setters) {
            try {
                // Null in Java represents null in JSON, also for members that allow any JSON.
                Object argument = value.isNull() ? null : toJava(value, setter.getGenericParameterTypes()[0]);
                Reflection.call(setter, builder, argument);
                return;
            } catch (MisfitException e) {
                misfit = e;
            } catch (IllegalStateException e) {
                misfit = new MisfitException(value, setter.getGenericParameterTypes()[0]);
            }
        }
        throw misfit;
    }
}
