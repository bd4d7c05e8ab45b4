package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters that JAX-RS does not convert. An absent parameter is null. */
public final class ParameterReader {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new SimpleModule().addDeserializer(OffsetDateTime.class, new DateTimeDeserializer()))
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ParameterReader() {}

    /**
     * Returns an array whose items are separated in one string.
     *
     * @throws BadRequestException if it cannot be read as the given type
     */
    public static <T> @Nullable T readList(
            String name, @Nullable String value, String delimiter, TypeReference<T> type) {
        return value == null ? null : items(name, List.of(value.split(Pattern.quote(delimiter), -1)), type);
    }

    /** Returns an array in a path, as {@link #readEncodedList} does; a plus sign is no space there. */
    public static <T> @Nullable T readPathList(String name, @Nullable String value, TypeReference<T> type) {
        return readEncodedList(name, value == null ? null : value.replace("+", "%2B"), type);
    }

    /**
     * Returns an array whose items are separated by commas in one string of a query. Commas in the items are percent-encoded.
     *
     * @param value the string as it is in the URL
     * @throws BadRequestException if it cannot be read as the given type
     */
    public static <T> @Nullable T readEncodedList(String name, @Nullable String value, TypeReference<T> type) {
        if (value == null) {
            return null;
        }
        List<String> items = new ArrayList<>();
        for (String item : value.split(",", -1)) {
            try {
                items.add(URLDecoder.decode(item, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new BadRequestException("parameter " + name + ": " + e.getMessage(), e);
            }
        }
        return items(name, items, type);
    }

    private static <T> T items(String name, List<String> items, TypeReference<T> type) {
        return convert(name, MAPPER.valueToTree(items), type);
    }

    /**
     * Returns a value in JSON.
     *
     * @throws BadRequestException if it cannot be read as the given type
     */
    public static <T> @Nullable T readJson(String name, @Nullable String value, TypeReference<T> type) {
        if (value == null) {
            return null;
        }
        try {
            return convert(name, MAPPER.readTree(value), type);
        } catch (JsonProcessingException e) {
            throw invalid(name, e);
        }
    }

    /**
     * Returns the value of a union: a string, a number, a boolean, or an array of them if there are several values.
     *
     * @throws BadRequestException if it cannot be read as the given type
     */
    public static <T> @Nullable T readScalar(String name, @Nullable List<String> values, TypeReference<T> type) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        try {
            JsonNode parsed = ofItems(
                    values.stream().map(ParameterReader::numberOrBoolean).toList());
            return MAPPER.readValue(MAPPER.treeAsTokens(parsed), type);
        } catch (IOException e) {
            // The union may have strings only, which look like numbers.
            return convert(name, ofItems(values.stream().map(TextNode::valueOf).toList()), type);
        }
    }

    private static JsonNode ofItems(List<? extends JsonNode> items) {
        return items.size() == 1 ? items.get(0) : MAPPER.createArrayNode().addAll(items);
    }

    private static JsonNode numberOrBoolean(String value) {
        try {
            JsonNode json = MAPPER.readTree(value);
            return json.isNumber() || json.isBoolean() ? json : TextNode.valueOf(value);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value);
        }
    }

    /**
     * Returns the object whose members are parameters, and those of its members {@code member[member]}.
     *
     * @param members the names of the members
     * @throws BadRequestException if it cannot be read as the given type
     */
    public static <T> @Nullable T readMembers(
            MultivaluedMap<String, String> parameters, String name, Class<T> type, String... members) {
        ObjectNode object = MAPPER.createObjectNode();
        for (String member : members) {
            List<String> values = parameters.get(member);
            ObjectNode nested = DeepObjectReader.tree(parameters, member);
            if (values != null) {
                object.set(member, MAPPER.valueToTree(values.size() == 1 ? values.get(0) : values));
            } else if (!nested.isEmpty()) {
                object.set(member, nested);
            }
        }
        try {
            return object.isEmpty() ? null : MAPPER.treeToValue(object, type);
        } catch (JsonProcessingException e) {
            throw invalid(name, e);
        }
    }

    private static <T> T convert(String name, JsonNode json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(MAPPER.treeAsTokens(json), type);
        } catch (IOException e) {
            throw invalid(name, e);
        }
    }

    private static BadRequestException invalid(String name, IOException e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new BadRequestException("parameter " + name + ": " + message, e);
    }
}
