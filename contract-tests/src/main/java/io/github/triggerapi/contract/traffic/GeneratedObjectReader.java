package io.github.triggerapi.contract.traffic;

import com.google.gson.JsonElement;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.judge.Judge;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Converts objects of generated classes to JSON with their accessors. */
final class GeneratedObjectReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final GeneratedArtifact artifact;

    GeneratedObjectReader(GeneratedArtifact artifact) {
        this.artifact = artifact;
    }

    /** Returns the JSON value of an object, as given by its accessors. */
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
                throw new IllegalStateException("a documented value was not recognized as a variant of "
                        + value.getClass().getInterfaces()[0].getSimpleName() + ": " + value);
            }
            return toJson(Reflection.call(Reflection.find(value.getClass(), "value"), value));
        } else if (Reflection.isEnum(value.getClass())) {
            return toJson(Reflection.call(Reflection.find(value.getClass(), "value"), value));
        }
        return members(value);
    }

    private ObjectNode members(Object value) {
        ObjectNode object = NODES.objectNode();
        artifact.members(value.getClass()).forEach((json, member) -> {
            Object inner = member(value, Reflection.name(member));
            if (inner != null || isPresent(value, Reflection.name(member))) {
                object.set(json, toJson(inner));
            }
        });
        if (Reflection.has(value.getClass(), "additionalProperties")) {
            object.setAll((ObjectNode)
                    toJson(Reflection.call(Reflection.find(value.getClass(), "additionalProperties"), value)));
        }
        return object;
    }

    /** Returns the value of a member; null if a message of this direction lacks it although it is required. */
    private static @Nullable Object member(Object value, String name) {
        Method accessor = Reflection.find(value.getClass(), name);
        try {
            return Reflection.call(accessor, value);
        } catch (IllegalStateException absent) {
            return null;
        }
    }

    /** Returns whether a member is present, even if null. The method has an underscore if a member has its name. */
    private boolean isPresent(Object value, String name) {
        Class<?> type = value.getClass();
        Set<String> names =
                artifact.members(type).values().stream().map(Reflection::name).collect(Collectors.toSet());
        String has = "has" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        while (names.contains(has)) {
            has += "_";
        }
        return Reflection.has(type, has) && Boolean.TRUE.equals(Reflection.call(Reflection.find(type, has), value));
    }
}
