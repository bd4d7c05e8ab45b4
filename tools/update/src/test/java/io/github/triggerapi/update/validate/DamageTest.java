package io.github.triggerapi.update.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.source.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that any damage to a document is either accepted or rejected with a message. */
class DamageTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: a, version: '1'}
            servers: [{url: 'https://example.com'}]
            security: [{s: []}]
            tags: [{name: t}]
            paths:
              /a/{b}:
                parameters: [{$ref: '#/components/parameters/b'}]
                post:
                  operationId: a
                  tags: [t]
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/O'}, example: {c: d}}}}
                  responses: {'200': {description: b, content: {application/json: {schema: {type: [string, 'null']}}}}}
            components:
              parameters: {b: {in: path, name: b, required: true, schema: {type: string, enum: [c], default: c}}}
              schemas:
                O: {type: object, required: [c], properties: {c: {type: string, pattern: d, example: d}}, additionalProperties: false}
                U: {oneOf: [{$ref: '#/components/schemas/O'}], discriminator: {propertyName: c, mapping: {d: O}}}
              securitySchemes: {s: {type: http, scheme: bearer}}
            """;
    private static final List<String> VALUES =
            List.of("null", "1", "true", "\"\"", "\"{\"", "[]", "[1]", "{}", "{\"$ref\":1}");

    @Test
    void anyReplacedValueIsAcceptedOrRejectedWithMessage() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode document = new Revision("a", DOCUMENT).tree();
        List<String> pointers = new ArrayList<>();
        collect(document, "", pointers);

        for (String pointer : pointers) {
            for (String value : VALUES) {
                JsonNode damaged = document.deepCopy();
                replace(damaged, JsonPointer.compile(pointer), mapper.readTree(value));

                Throwable thrown = catchThrowable(() -> ValidatedRevision.of(new Revision("a", damaged.toString())));

                if (thrown != null) {
                    assertThat(thrown).as(pointer + " = " + value).isInstanceOf(RejectedRevisionException.class);
                    assertThat(thrown.getMessage())
                            .startsWith("a: ")
                            .contains("; expected ")
                            .doesNotContain("\n");
                }
            }
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> pointers) {
        node.properties().forEach(member -> {
            String child = JsonPointers.child(pointer, member.getKey());
            pointers.add(child);
            collect(member.getValue(), child, pointers);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(pointer + "/" + i);
            collect(node.get(i), pointer + "/" + i, pointers);
        }
    }

    private static void replace(JsonNode root, JsonPointer pointer, JsonNode value) {
        JsonNode parent = root.at(pointer.head());
        JsonPointer last = pointer.last();
        if (parent instanceof ObjectNode object) {
            object.set(last.getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), value);
        }
    }
}
