package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.message.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** Merges schemas that must all be satisfied into one and resolves references, to generate values. */
final class SchemaMerger {
    private static final Set<String> LOWER =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final Set<String> BOTH_HOLD = Set.of("items", "oneOf", "anyOf", "not", "pattern");

    private SchemaMerger() {}

    /**
     * Returns a schema without references and {@code allOf} at its top level.
     *
     * @param references receives the references that were resolved
     */
    static ObjectNode flat(Document document, JsonNode schema, Set<String> references) {
        ObjectNode flat = Json.MAPPER.createObjectNode();
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty() && references.add(reference)) {
            merge(flat, flat(document, document.target(reference).json(), references));
        }
        for (JsonNode part : schema.path("allOf")) {
            merge(flat, flat(document, part, references));
        }
        if (schema instanceof ObjectNode own) {
            merge(flat, own.deepCopy().without(Set.of("$ref", "allOf")));
        }
        return flat;
    }

    /** Adds the keywords of one schema to another. */
    static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(keyword -> {
            JsonNode before = into.get(keyword.getKey());
            if (before == null) {
                into.set(keyword.getKey(), keyword.getValue().deepCopy());
            } else {
                merge(into, keyword.getKey(), before, keyword.getValue());
            }
        });
    }

    private static void merge(ObjectNode into, String keyword, JsonNode before, JsonNode more) {
        if (keyword.equals("properties")) {
            more.properties().forEach(member -> {
                JsonNode one = before.get(member.getKey());
                ((ObjectNode) before)
                        .set(member.getKey(), one == null ? member.getValue() : both(one, member.getValue()));
            });
        } else if (keyword.equals("required")) {
            Set<JsonNode> names = new LinkedHashSet<>();
            before.forEach(names::add);
            more.forEach(names::add);
            into.set(keyword, array(names));
        } else if (keyword.equals("enum") || keyword.equals("type")) {
            into.set(keyword, common(list(before), list(more)));
        } else if (LOWER.contains(keyword)) {
            into.set(keyword, before.decimalValue().compareTo(more.decimalValue()) > 0 ? before : more);
        } else if (UPPER.contains(keyword)) {
            into.set(keyword, before.decimalValue().compareTo(more.decimalValue()) < 0 ? before : more);
        } else if (keyword.equals("items") && before.isObject() && more.isObject()) {
            into.set(keyword, both(before, more));
        } else if (BOTH_HOLD.contains(keyword) && !before.equals(more)) {
            into.withArray("/allOf").addObject().set(keyword, more);
        } else if (!keyword.equals("additionalProperties")
                || !before.equals(Json.MAPPER.getNodeFactory().booleanNode(false))) {
            into.set(keyword, more);
        }
    }

    private static ObjectNode both(JsonNode one, JsonNode other) {
        ObjectNode both = Json.MAPPER.createObjectNode();
        both.putArray("allOf").add(one).add(other);
        return both;
    }

    private static ArrayNode common(JsonNode one, JsonNode other) {
        Set<JsonNode> common = new LinkedHashSet<>();
        one.forEach(value -> other.forEach(wanted -> {
            if (value.equals(wanted)
                    || value.asText().equals("integer") && wanted.asText().equals("number")) {
                common.add(value);
            } else if (value.asText().equals("number") && wanted.asText().equals("integer")) {
                common.add(wanted);
            }
        }));
        return array(common);
    }

    private static JsonNode list(JsonNode value) {
        return value.isArray() ? value : array(Set.of(value));
    }

    private static ArrayNode array(Set<JsonNode> values) {
        return Json.MAPPER.createArrayNode().addAll(values);
    }
}
