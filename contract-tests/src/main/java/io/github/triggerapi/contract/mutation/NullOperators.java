package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Changes of whether null fits, in each way in which a document can say so. */
final class NullOperators {

    private NullOperators() {}

    static List<Change> allow(Site schema) {
        List<Change> changes = new ArrayList<>();
        changes.add(schema.set("nullable", Json.bool(true)));
        if (!schema.wire().isOpenApi30()) {
            JsonNode type = schema.get("type");
            if (type.isTextual()) {
                changes.add(schema.set("type", Json.texts(List.of(type.asText(), "null"))));
            } else if (type.isArray()) {
                changes.add(schema.set("type", Json.with(type, Json.text("null"))));
            }
            for (String keyword : List.of("oneOf", "anyOf")) {
                if (schema.has(keyword)) {
                    changes.add(schema.set(keyword, Json.with(schema.get(keyword), Json.type("null"))));
                }
            }
        }
        return seen(schema, changes);
    }

    static List<Change> refuse(Site schema) {
        List<Change> changes = new ArrayList<>();
        if (schema.has("nullable")) {
            changes.add(schema.remove("nullable"));
            changes.add(schema.set("nullable", Json.bool(false)));
        }
        for (String keyword : List.of("type", "oneOf", "anyOf", "enum")) {
            JsonNode list = schema.get(keyword);
            for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
                JsonNode element = list.get(i);
                if (Wire.isNull(keyword, element)) {
                    changes.add(schema.set(keyword, Json.without(list, i)));
                }
            }
        }
        return seen(schema, changes);
    }

    private static List<Change> seen(Site schema, List<Change> changes) {
        return changes.stream()
                .filter(change -> Visibility.changesNull(schema, change))
                .toList();
    }
}
