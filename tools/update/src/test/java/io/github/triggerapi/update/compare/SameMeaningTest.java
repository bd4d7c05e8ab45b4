package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests other notations of the same meaning, and descriptions. */
class SameMeaningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: string, nullable: true}                | {type: [string, 'null']}
            {type: [string, 'null']}                      | {oneOf: [{type: string}, {type: 'null'}]}
            {type: string}                                | {type: [string]}
            {type: string}                                | {allOf: [{type: string}]}
            {type: number, minimum: 1, exclusiveMinimum: true} | {type: number, exclusiveMinimum: 1}
            {type: number, maximum: 1}                    | {type: number, maximum: 1.0}
            {type: string, minLength: 0}                  | {type: string}
            {type: array, items: {}}                      | {type: array, items: true}
            {type: object, additionalProperties: true}    | {type: object}
            {type: [string, number]}                      | {type: [number, string]}
            {type: string, enum: [a, b]}                  | {type: string, enum: [b, a]}
            {oneOf: [{type: string}, {type: boolean}]}    | {oneOf: [{type: boolean}, {type: string}]}
            {properties: {a: {type: string}}}             | {type: object, properties: {a: {type: string}}}
            {type: object, required: [a, b], properties: {a: {}, b: {}}} | {type: object, required: [b, a], properties: {b: {}, a: {}}}
            {type: string}                                | {type: string, maximum: 5}
            {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [a]}, {required: [b, c]}]} | {type: object, properties: {a: {}, b: {}, c: {}}, anyOf: [{required: [c, b]}, {required: [a]}]}
            {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}]} | {type: object, properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [a, b]}]}
            {}                                            | {nullable: true}
            """)
    void equivalentNotationsAreNoChange(String before, String after) {
        for (String schema : List.of("Sent", "Got")) {
            String object = "{type: object, properties: {x: %s}}";
            ObjectNode old = Documents.withSchema(schema, object.formatted(before));
            ObjectNode now = Documents.withSchema(schema, object.formatted(after));

            Documents.assertEffects(Documents.compare(old, now), "N N");
            Documents.assertEffects(Documents.compare(now, old), "N N");
        }
    }

    @Test
    void ignoresOrderOfKeys() {
        ObjectNode document = Documents.document();

        assertThat(Documents.compare(document, reversed(document)).changes()).isEmpty();
        assertThat(Documents.compare(document, reversed(document)).increment()).isEqualTo(VersionIncrement.NONE);
    }

    /** Reverses the order of keys in objects. */
    private static ObjectNode reversed(ObjectNode object) {
        ObjectNode reversed = object.objectNode();
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        for (String name : names) {
            JsonNode value = object.get(name);
            reversed.set(name, value instanceof ObjectNode inner ? reversed(inner) : value);
        }
        return reversed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /info/description                                               | All about things
            /info/x-logo                                                    | {url: logo.png}
            /tags                                                           | [{name: things, description: All}]
            /externalDocs                                                   | {url: https://example.com/docs}
            /paths/~1things~1{id}/summary                                   | A thing
            /paths/~1things~1{id}/post/description                          | Makes it
            /paths/~1things~1{id}/post/x-codeSamples                        | [{lang: java}]
            /paths/~1things~1{id}/post/parameters/0/description             | Which
            /paths/~1things~1{id}/post/parameters/0/example                 | a1
            /paths/~1things~1{id}/post/requestBody/description              | What
            /paths/~1things~1{id}/post/requestBody/content/application~1json/example | {x: a}
            /paths/~1things~1{id}/post/responses/200/description            | Well made
            /paths/~1things~1{id}/post/responses/200/headers/X-Left/description | How many
            /components/schemas/Sent/title                                  | What is sent
            /components/schemas/Sent/properties/x/description               | X
            /components/schemas/Sent/properties/x/examples                  | [a, b]
            /components/securitySchemes/key/bearerFormat                    | JWT
            """)
    void descriptionHasNoEffect(String place, String value) {
        Comparison comparison = Documents.put(place, value);

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).startsWith("#" + place);
            assertThat(change.severity()).isEqualTo(Severity.NONE);
            assertThat(change.after()).isNotEmpty();
        });
        assertThat(comparison.increment()).isEqualTo(VersionIncrement.PATCH);
    }

    @Test
    void propertyNamedDescriptionIsProperty() {
        Comparison comparison = Documents.put("/components/schemas/Sent/properties/description", "{type: string}");

        assertThat(comparison.changes())
                .singleElement()
                .extracting(Change::what)
                .isEqualTo("optional property description");
    }
}
