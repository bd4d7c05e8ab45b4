package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Creates JSON nodes for changes. */
final class JsonNodes {

    private JsonNodes() {}

    static JsonNode string(String text) {
        return TextNode.valueOf(text);
    }

    static JsonNode number(long number) {
        // As a parser creates it: Swagger Parser ignores a length that is not an int.
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    static JsonNode plus(JsonNode number, int more) {
        return number.isIntegralNumber()
                ? number(number.longValue() + more)
                : DecimalNode.valueOf(number.decimalValue().add(BigDecimal.valueOf(more)));
    }

    static JsonNode bool(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode type(String type) {
        ObjectNode schema = object().put("type", type);
        if (type.equals("array")) {
            schema.set("items", object());
        }
        return schema;
    }

    static ArrayNode array(List<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    static ArrayNode strings(List<String> strings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        strings.forEach(array::add);
        return array;
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** Returns an array without the element at an index. */
    static ArrayNode without(JsonNode array, int index) {
        List<JsonNode> rest = elements(array);
        rest.remove(index);
        return array(rest);
    }

    /** Returns an array with a further element; a missing node is like an empty array. */
    static ArrayNode with(JsonNode array, JsonNode more) {
        List<JsonNode> all = elements(array);
        all.add(more);
        return array(all);
    }

    static ArrayNode replaced(JsonNode array, int index, JsonNode other) {
        List<JsonNode> all = elements(array);
        all.set(index, other);
        return array(all);
    }
}
