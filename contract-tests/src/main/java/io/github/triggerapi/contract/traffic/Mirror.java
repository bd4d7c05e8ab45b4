package io.github.triggerapi.contract.traffic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.triggerapi.contract.code.JavaMember;
import io.github.triggerapi.contract.code.Side;
import io.github.triggerapi.contract.judge.Judge;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Puts objects of generated classes together as their users do, with builders, and reads them with accessors.
 *
 * <p>What is read is compared with what was put in, so a class that loses a member on the way is found out.
 */
final class Mirror {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final com.fasterxml.jackson.databind.json.JsonMapper STUB_TREES =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final Side side;
    private final Map<Class<?>, Map<String, JavaMember>> members = new ConcurrentHashMap<>();

    Mirror(Side side) {
        this.side = side;
    }

    /** That a value cannot be put in a type. */
    static final class MisfitException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        MisfitException(JsonNode value, Type type) {
            super("cannot be expressed as " + type.getTypeName() + ": " + value);
        }
    }

    // -- putting together --------------------------------------------------------------------------------------------

    /** The object of a type that stands for a value. */
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
            return OffsetDateTime.parse(value.asString());
        } else if (raw == List.class && value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(item -> list.add(toJava(item, argument(type, 0))));
            return list;
        } else if (raw == Map.class && value.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            value.propertyStream()
                    .forEach(member -> map.put(member.getKey(), toJava(member.getValue(), argument(type, 1))));
            return map;
        } else if (raw.isSealed()) {
            return union(value, raw);
        } else if (isEnum(raw) && value.isString()) {
            return call(find(raw, "of", String.class), null, value.asString());
        } else if (value.isObject() && has(raw, "builder")) {
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

    private Object union(JsonNode value, Class<?> type) {
        for (Class<?> variant : type.getPermittedSubclasses()) {
            RecordComponent component = variant.getRecordComponents()[0];
            if (variant.getSimpleName().equals("UnknownValue")) {
                continue;
            }
            try {
                Object inner = toJava(value, component.getGenericType());
                if (inner != null) {
                    return call(find(type, "of", component.getType()), null, inner);
                }
            } catch (MisfitException | IllegalStateException misfit) {
                // Another variant may fit; where none does, that is said below.
            }
        }
        throw new MisfitException(value, type);
    }

    private Object object(JsonNode value, Class<?> type) {
        Object builder = call(find(type, "builder"), null);
        Map<String, JavaMember> known = members(type);
        value.propertyStream().forEach(entry -> {
            JavaMember member = known.get(entry.getKey());
            if (member == null) {
                Method put = method(builder.getClass(), "putAdditionalProperty", 2);
                if (put == null) {
                    throw new MisfitException(value, type);
                }
                Object more = toJava(entry.getValue(), put.getGenericParameterTypes()[1]);
                call(put, builder, entry.getKey(), more);
            } else {
                set(builder, name(member), entry.getValue());
            }
        });
        return call(find(builder.getClass(), "build"), builder);
    }

    /** Calls the setter that takes the value as it is, if there is one: an overload for a variant of a union. */
    private void set(Object builder, String name, JsonNode value) {
        List<Method> setters = Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .filter(method -> !method.getParameterTypes()[0].isPrimitive())
                .sorted((one, other) ->
                        Boolean.compare(one.getParameterTypes()[0].isSealed(), other.getParameterTypes()[0].isSealed()))
                .toList();
        MisfitException misfit = new MisfitException(value, builder.getClass());
        // The last one takes the type of the member itself, which null is of.
        for (Method setter : value.isNull() ? setters.subList(setters.size() - 1, setters.size()) : setters) {
            try {
                call(setter, builder, toJava(value, setter.getGenericParameterTypes()[0]));
                return;
            } catch (MisfitException e) {
                misfit = e;
            }
        }
        throw misfit;
    }

    // -- reading -----------------------------------------------------------------------------------------------------

    /** The value that an object stands for, as its accessors give it. */
    JsonNode toJson(@Nullable Object value) {
        if (value == null) {
            return NullNode.getInstance();
        } else if (value instanceof JsonElement || value instanceof com.fasterxml.jackson.databind.JsonNode) {
            return Judge.JSON.readTree(value.toString());
        } else if (value instanceof String text) {
            return StringNode.valueOf(text);
        } else if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        } else if (value instanceof BigDecimal number) {
            return DecimalNode.valueOf(number);
        } else if (value instanceof Long number) {
            return DecimalNode.valueOf(BigDecimal.valueOf(number));
        } else if (value instanceof OffsetDateTime time) {
            return StringNode.valueOf(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        } else if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(toJson(item)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((name, member) -> object.set((String) name, toJson(member)));
            return object;
        } else if (value instanceof Record) {
            if (value.getClass().getSimpleName().equals("UnknownValue")) {
                throw new IllegalStateException("a documented value was taken for none of the variants of "
                        + value.getClass().getInterfaces()[0].getSimpleName() + ": " + value);
            }
            return toJson(call(find(value.getClass(), "value"), value));
        } else if (isEnum(value.getClass())) {
            return toJson(call(find(value.getClass(), "value"), value));
        }
        return members(value);
    }

    private ObjectNode members(Object value) {
        ObjectNode object = NODES.objectNode();
        members(value.getClass()).forEach((json, member) -> {
            Object inner = call(find(value.getClass(), name(member)), value);
            String has = "has" + name(member).substring(0, 1).toUpperCase()
                    + name(member).substring(1);
            if (inner != null
                    || has(value.getClass(), has) && Boolean.TRUE.equals(call(find(value.getClass(), has), value))) {
                object.set(json, toJson(inner));
            }
        });
        if (has(value.getClass(), "additionalProperties")) {
            object.setAll((ObjectNode) toJson(call(find(value.getClass(), "additionalProperties"), value)));
        }
        return object;
    }

    // -- reflection --------------------------------------------------------------------------------------------------

    private Map<String, JavaMember> members(Class<?> type) {
        return members.computeIfAbsent(type, side::members);
    }

    private static String name(JavaMember member) {
        return ((Field) member.annotated()).getName();
    }

    private static boolean isEnum(Class<?> type) {
        return has(type, "known") && has(type, "value");
    }

    private static boolean has(Class<?> type, String method) {
        return method(type, method, 0) != null;
    }

    private static @Nullable Method method(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElse(null);
    }

    static Method find(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the generated code lacks a method: " + e.getMessage(), e);
        }
    }

    static @Nullable Object call(Method method, @Nullable Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
