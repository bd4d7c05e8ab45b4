package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Changes nullability in all ways that a document can express it. */
final class NullOperators {

    private NullOperators() {}

    static List<Change> allow(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        changes.add(schema.set("nullable", true));
        if (!schema.semantics().isOpenApi30()) {
            JsonNode type = schema.get("type");
            if (type.isTextual()) {
                changes.add(schema.set("type", JsonNodes.strings(List.of(type.asText(), "null"))));
            } else if (type.isArray()) {
                changes.add(schema.append("type", JsonNodes.string("null")));
            }
            for (String keyword : List.of("oneOf", "anyOf")) {
                // A choice of members applies to an object, which is not null.
                if (schema.has(keyword) && !WireSemantics.isChoice(schema.node(), keyword)) {
                    changes.add(schema.append(keyword, JsonNodes.type("null")));
                }
            }
        }
        return visible(schema, changes);
    }

    static List<Change> refuse(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        if (schema.has("nullable")) {
            changes.add(schema.remove("nullable"));
            changes.add(schema.set("nullable", false));
        }
        for (String keyword : List.of("type", "oneOf", "anyOf", "enum")) {
            JsonNode list = schema.get(keyword);
            for (int i = 0; i < (list.isArray() ? list.size() : 0); i++) {
                JsonNode element = list.get(i);
                if (WireSemantics.isNull(keyword, element)) {
                    changes.add(schema.removeAt(keyword, i));
                }
            }
        }
        return visible(schema, changes);
    }

    private static List<Change> visible(MutationPoint schema, List<Change> changes) {
        return changes.stream()
                .filter(change -> SchemaVisibility.changesNullability(schema, change))
                .toList();
    }
}
