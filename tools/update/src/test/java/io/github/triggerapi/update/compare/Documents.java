package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.yaml.snakeyaml.Yaml;

/** Creates and changes small documents. */
final class Documents {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Things, version: "1"}
            servers: [{url: https://example.com}]
            paths:
              /things/{id}:
                post:
                  operationId: make_thing
                  tags: [things]
                  parameters:
                    - {in: path, name: id, required: true, schema: {type: string}}
                    - {in: query, name: page, schema: {type: integer, maximum: 10}}
                    - {in: header, name: X-Trace, schema: {type: string}}
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}
                  responses:
                    "200":
                      description: Made
                      headers: {X-Left: {required: true, schema: {type: integer}}}
                      content: {application/json: {schema: {$ref: '#/components/schemas/Got'}}}
                    "404":
                      description: Not found
                      content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}}}
            components:
              schemas:
                Sent: {type: object, required: [x], properties: {x: {type: string}}}
                Got: {type: object, required: [x], properties: {x: {type: string}}}
                Failure: {type: object, properties: {error: {type: string}}}
                Idle: {type: object, properties: {x: {type: string}}}
              securitySchemes:
                key: {type: http, scheme: bearer}
                other: {type: http, scheme: bearer}
            security: [{key: []}]
            """;

    private static final ObjectNode TREE = yaml(DOCUMENT);

    /** The documents that were compared with others, as most tests change the same ones. */
    private static final Map<JsonNode, PreviousRevision> PREVIOUS = new ConcurrentHashMap<>();

    private Documents() {}

    static ObjectNode yaml(String text) {
        return new ObjectMapper().valueToTree(new Yaml().load(text));
    }

    static JsonNode value(String text) {
        return new ObjectMapper().valueToTree(new Yaml().load(text));
    }

    static ObjectNode document() {
        return TREE.deepCopy();
    }

    /** Returns the document with another schema. */
    static ObjectNode withSchema(String name, String schema) {
        ObjectNode document = document();
        ((ObjectNode) document.at("/components/schemas")).set(name, value(schema));
        return document;
    }

    static Comparison changed(Consumer<ObjectNode> edit) {
        return changed(document(), edit);
    }

    static Comparison changed(ObjectNode before, Consumer<ObjectNode> edit) {
        ObjectNode after = before.deepCopy();
        edit.accept(after);
        return compare(before, after);
    }

    static Comparison compare(JsonNode before, JsonNode after) {
        return PREVIOUS.computeIfAbsent(before.deepCopy(), PreviousRevision::of).compareTo(after);
    }

    /** Returns the comparison after a value was set at a pointer, or removed if it is empty. */
    static Comparison put(String pointer, String value) {
        return changed(document -> put(document, pointer, value));
    }

    static void put(ObjectNode document, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        JsonNode holder = document.at(pointer.substring(0, last));
        String name = JsonPointers.lastName(pointer);
        if (holder instanceof ArrayNode list) {
            if (value.isEmpty()) {
                list.remove(Integer.parseInt(name));
            } else if (name.equals("-")) {
                list.add(value(value));
            } else {
                list.set(Integer.parseInt(name), value(value));
            }
        } else if (value.isEmpty()) {
            ((ObjectNode) holder).remove(name);
        } else {
            ((ObjectNode) holder).set(name, value(value));
        }
    }

    /** Returns the greatest effects on callers and on implementers, as in {@code BREAKING COMPATIBLE}. */
    static String effects(Comparison comparison) {
        List<Change> changes = comparison.changes();
        return changes.stream()
                        .map(change -> change.callers().severity())
                        .max(Severity::compareTo)
                        .orElse(Severity.NONE)
                + " "
                + changes.stream()
                        .map(change -> change.implementers().severity())
                        .max(Severity::compareTo)
                        .orElse(Severity.NONE);
    }

    /** Checks effects, given by initials: {@code B C} is breaking for callers and compatible for implementers. */
    static void assertEffects(Comparison comparison, String initials) {
        String expected =
                initials.replace("B", "BREAKING").replace("C", "COMPATIBLE").replaceAll("N\\b", "NONE");
        assertThat(effects(comparison)).as("%s", comparison.changes()).isEqualTo(expected);
    }
}
