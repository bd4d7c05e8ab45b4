package io.github.triggerapi.contract;

import com.networknt.schema.Error;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the examples of a document and validates each by its schema. */
final class ExampleCheck {

    /** Keywords whose value is a schema. */
    private static final Set<String> SCHEMA =
            Set.of("schema", "items", "additionalProperties", "not", "contains", "propertyNames");

    /** Keywords whose value is an object or array of schemas. */
    private static final Set<String> SCHEMAS =
            Set.of("properties", "patternProperties", "schemas", "$defs", "allOf", "anyOf", "oneOf", "prefixItems");

    /** Keywords whose value is data that is not searched for schemas. */
    private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "const");

    private final Judge judge;
    private final List<Example> found = new ArrayList<>();

    private ExampleCheck(Judge judge) {
        this.judge = judge;
    }

    /**
     * An example.
     *
     * @param pointer the JSON Pointer of the example
     * @param errors the schema errors; empty if the example is valid
     */
    record Example(String pointer, JsonNode value, List<Error> errors) {

        /** Returns the first schema error as a message. */
        String error() {
            Error error = errors.get(0);
            return "#" + pointer + ": the example is invalid at '" + error.getInstanceLocation() + "': "
                    + error.getKeyword() + ": " + error.getMessage() + ", found " + error.getInstanceNode();
        }
    }

    /** Returns the examples of a document, in document order. */
    static List<Example> of(Judge judge) {
        ExampleCheck examples = new ExampleCheck(judge);
        examples.walk("", judge.document().root(), false);
        return List.copyOf(examples.found);
    }

    private void walk(String pointer, JsonNode node, boolean schema) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(pointer + "/" + i, node.get(i), schema);
            }
        } else if (node.isObject()) {
            if (schema) {
                add(pointer + "/example", pointer);
                JsonNode examples = node.path("examples");
                for (int i = 0; examples.isArray() && i < examples.size(); i++) {
                    add(pointer + "/examples/" + i, pointer);
                }
            } else if (node.has("schema")) {
                add(pointer + "/example", pointer + "/schema");
                for (String name : node.path("examples").propertyNames()) {
                    String example = judge.document().target(OpenApiDocument.child(pointer + "/examples", name));
                    add(example + "/value", pointer + "/schema");
                }
            }
            members(pointer, node, schema);
        }
    }

    private void members(String pointer, JsonNode node, boolean schema) {
        for (String name : node.propertyNames()) {
            String child = OpenApiDocument.child(pointer, name);
            if (DATA.contains(name) || name.startsWith("x-")) {
                continue;
            }
            if (SCHEMA.contains(name)) {
                walk(child, node.get(name), true);
            } else if (schema && SCHEMAS.contains(name) || name.equals("schemas")) {
                each(child, node.get(name));
            } else if (!schema) {
                walk(child, node.get(name), false);
            }
        }
    }

    private void each(String pointer, JsonNode schemas) {
        if (schemas.isArray()) {
            walk(pointer, schemas, true);
        } else {
            for (String name : schemas.propertyNames()) {
                walk(OpenApiDocument.child(pointer, name), schemas.get(name), true);
            }
        }
    }

    private void add(String pointer, String schema) {
        JsonNode value = judge.document().at(pointer);
        if (!value.isMissingNode()) {
            found.add(new Example(pointer, value, judge.value(schema, value)));
        }
    }
}
