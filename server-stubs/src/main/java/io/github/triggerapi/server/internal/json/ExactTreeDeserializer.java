package io.github.triggerapi.server.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads any JSON value as a tree in which numbers keep every digit, whatever the settings of the mapper. */
public final class ExactTreeDeserializer extends StdDeserializer<JsonNode> {

    private static final long serialVersionUID = 1L;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Called by Jackson. */
    public ExactTreeDeserializer() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return read(parser, context);
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return NODES.nullNode();
    }

    /** Reads any JSON object as such a tree, and rejects other values. */
    public static final class ForObject extends StdDeserializer<ObjectNode> {

        private static final long serialVersionUID = 1L;

        /** Called by Jackson. */
        public ForObject() {
            super(ObjectNode.class);
        }

        @Override
        public ObjectNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.START_OBJECT)
                    ? (ObjectNode) read(parser, context)
                    : (ObjectNode) context.handleUnexpectedToken(ObjectNode.class, parser);
        }
    }

    static JsonNode read(JsonParser parser, DeserializationContext context) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, read(parser, context));
                }
                return object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(read(parser, context));
                }
                return array;
            }
            case VALUE_NUMBER_FLOAT -> {
                return DecimalNode.valueOf(parser.getDecimalValue());
            }
            default -> {
                return context.readTree(parser);
            }
        }
    }
}
