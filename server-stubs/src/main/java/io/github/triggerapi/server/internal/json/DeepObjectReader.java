package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/** Reads query parameters of style {@code deepObject}, which JAX-RS does not support. */
public final class DeepObjectReader {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    private static final int MAX_DEPTH = 32;

    private DeepObjectReader() {}

    /**
     * Returns the object in the parameters {@code name[member]}, nested to 32 levels, or null if there are none.
     *
     * @throws BadRequestException if it cannot be read as the given type
     */
    public static <T> @Nullable T read(MultivaluedMap<String, String> parameters, String name, Class<T> type) {
        ObjectNode root = tree(parameters, name);
        if (root.isEmpty()) {
            return null;
        }
        try {
            return MAPPER.treeToValue(root, type);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("query parameter " + name + ": " + e.getOriginalMessage(), e);
        }
    }

    static ObjectNode tree(MultivaluedMap<String, String> parameters, String name) {
        ObjectNode root = MAPPER.createObjectNode();
        parameters.forEach((key, values) -> {
            if (key.startsWith(name + "[") && key.endsWith("]")) {
                String[] path =
                        key.substring(name.length() + 1, key.length() - 1).split("]\\[", -1);
                if (path.length > MAX_DEPTH) {
                    throw new BadRequestException("query parameter " + name + ": more than " + MAX_DEPTH + " levels");
                }
                ObjectNode object = root;
                for (int i = 0; i < path.length - 1; i++) {
                    object = member(object, path[i], name);
                }
                JsonNode value = MAPPER.valueToTree(values.size() == 1 ? values.get(0) : values);
                if (object.replace(path[path.length - 1], value) != null) {
                    throw twice(name);
                }
            }
        });
        return root;
    }

    /** Returns the object that is a member of another one, and adds it if it is missing. */
    private static ObjectNode member(ObjectNode object, String member, String name) {
        JsonNode present = object.get(member);
        if (present == null) {
            return object.putObject(member);
        }
        if (present instanceof ObjectNode next) {
            return next;
        }
        throw twice(name);
    }

    private static BadRequestException twice(String name) {
        return new BadRequestException("query parameter " + name + ": a member is both a value and an object");
    }
}
