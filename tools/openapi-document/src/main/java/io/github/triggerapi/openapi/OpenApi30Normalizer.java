package io.github.triggerapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Replaces keywords of OpenAPI 3.0 in schemas, such as {@code nullable}, with those of JSON Schema 2020-12 that mean the
 * same. Documents of later versions use them too.
 */
public final class OpenApi30Normalizer {

    /** Keywords whose schemas refuse null on their own; null is allowed beside all of them together. */
    private static final List<String> APPLICATORS =
            List.of("$ref", "allOf", "anyOf", "else", "if", "not", "oneOf", "then");

    private final JsonNode document;

    /** What was moved into another schema, the innermost first. */
    private final Deque<Move> moves = new ArrayDeque<>();

    private record Move(String from, String to) {}

    private OpenApi30Normalizer(JsonNode document) {
        this.document = document;
        SchemaLocations.of(new Node("#", document)).schemas().forEach(this::normalize);
        // Searched again, as references have been moved as well.
        for (Node reference : SchemaLocations.of(new Node("#", document)).references()) {
            ((ObjectNode) reference.json()).put("$ref", pointer(reference.text("$ref")));
        }
    }

    /** Normalizes a copy of a document. */
    public static OpenApi30Normalizer of(JsonNode document) {
        return new OpenApi30Normalizer(document.deepCopy());
    }

    /** Returns the normalized copy. */
    public JsonNode document() {
        return document;
    }

    /** Returns the pointer in the copy of what is at a pointer, such as {@code #/paths}, in the document. */
    public String pointer(String original) {
        String pointer = original;
        for (Move move : moves) {
            if (JsonPointers.isWithin(pointer, move.from())) {
                pointer = move.to() + pointer.substring(move.from().length());
            }
        }
        return pointer;
    }

    private void normalize(Node node) {
        ObjectNode schema = (ObjectNode) node.json();
        exclude(schema, "exclusiveMinimum", "minimum");
        exclude(schema, "exclusiveMaximum", "maximum");
        if (schema.path("nullable").isBoolean() && schema.remove("nullable").asBoolean()) {
            allowNull(node.pointer(), schema);
        }
    }

    private static void exclude(ObjectNode schema, String exclusive, String inclusive) {
        if (schema.path(exclusive).isBoolean() && schema.remove(exclusive).asBoolean() && schema.has(inclusive)) {
            schema.set(exclusive, schema.remove(inclusive));
        }
    }

    private void allowNull(String pointer, ObjectNode schema) {
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const"));
        }
        if (schema.path("enum") instanceof ArrayNode values && elements(values).noneMatch(JsonNode::isNull)) {
            values.addNull();
        }
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            schema.putArray("type").add(type).add("null");
        } else if (type instanceof ArrayNode types
                && elements(types).noneMatch(one -> one.asText().equals("null"))) {
            types.add("null");
        }
        ObjectNode inner = schema.objectNode();
        for (String keyword : APPLICATORS) {
            if (schema.has(keyword)) {
                inner.set(keyword, schema.remove(keyword));
                moves.addFirst(new Move(pointer + "/" + keyword, pointer + "/anyOf/0/" + keyword));
            }
        }
        if (!inner.isEmpty()) {
            schema.putArray("anyOf").add(inner).addObject().put("type", "null");
        }
    }

    /** Returns the elements of an array. {@code JsonNode.valueStream} is newer than the oldest supported Jackson. */
    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
