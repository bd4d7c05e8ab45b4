package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests overlapping branches of unions, and discriminators. */
class UnionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{type: integer}, {type: number}]
            [{type: object, title: A, properties: {a: {type: string}}}, {type: object, title: B, properties: {b: {type: string}}}]
            [{type: object, title: A, properties: {a: {const: a}}}, {type: object, title: B, properties: {a: {const: b}}}]
            [{type: string, format: uuid}, {type: string, maxLength: 3}]
            """)
    void oneOfRejectsValuesThatMatchSeveral(String branches) {
        assertEffects("anyOf", "oneOf", branches, "B C", "C B");
        assertEffects("oneOf", "anyOf", branches, "C C", "B C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{type: string}, {type: number}, {type: 'null'}]
            [{type: integer, enum: [1, 2]}, {type: integer, enum: [3]}]
            [{type: object, title: A, required: [a], properties: {a: {const: a}}}, {type: object, title: B, required: [a], properties: {a: {const: b}}}]
            [{type: object, title: A, required: [a], properties: {a: {type: string}}}, {type: object, title: B, required: [a], properties: {a: {type: number}}}]
            [{type: object, title: A, additionalProperties: false, properties: {a: {}}}, {type: object, title: B, required: [b], properties: {b: {}}}]
            """)
    void anyOfEqualsOneOfForDisjointBranches(String branches) {
        assertEffects("anyOf", "oneOf", branches, "N N", "N N");
        assertEffects("oneOf", "anyOf", branches, "N N", "N N");
    }

    private static void assertEffects(String from, String to, String branches, String sent, String received) {
        String object = "{type: object, properties: {x: {%s: %s}}}";
        for (String schema : new String[] {"Sent", "Got"}) {
            ObjectNode old = Documents.withSchema(schema, object.formatted(from, branches));
            ObjectNode now = Documents.withSchema(schema, object.formatted(to, branches));
            Documents.assertEffects(Documents.compare(old, now), schema.equals("Sent") ? sent : received);
        }
    }

    private static ObjectNode pets(String mapping) {
        ObjectNode document = Documents.document();
        for (String pet : new String[] {"Cat", "Dog"}) {
            Documents.put(
                    document,
                    "/components/schemas/" + pet,
                    "{type: object, required: [kind], properties: {kind: {type: string}, is%s: {type: boolean}}}"
                            .formatted(pet));
        }
        Documents.put(document, "/components/schemas/Sent/properties/pet", """
                {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],
                 discriminator: {propertyName: kind%s}}""".formatted(mapping));
        return document;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | {Cat: '#/components/schemas/Cat', Dog: '#/components/schemas/Dog'}
            ''                  | {Cat: '#/components/schemas/Cat'}
            ''                  | {Dog: Dog}
            {cat: '#/components/schemas/Cat'} | {cat: Cat, Dog: Dog}
            """)
    void mappingOfDefaultNamesIsNoChange(String before, String after) {
        ObjectNode old = pets(before.isEmpty() ? "" : ", mapping: " + before);
        ObjectNode now = pets(", mapping: " + after);

        Documents.assertEffects(Documents.compare(old, now), "N N");
        Documents.assertEffects(Documents.compare(now, old), "N N");
        assertThat(Documents.compare(old, now).increment()).isEqualTo(VersionIncrement.PATCH);
    }

    @Test
    void reportsOtherDiscriminatorValue() {
        Comparison comparison = Documents.compare(pets(""), pets(", mapping: {cat: Cat}"));

        assertThat(comparison.changes())
                .extracting(change -> change.callers().reason())
                .contains("requests with kind Cat are no longer valid", "requests with kind cat are valid now");
    }

    @Test
    void branchNameIsDefaultDiscriminatorValue() {
        ObjectNode now = pets("");
        ObjectNode schemas = (ObjectNode) now.at("/components/schemas");
        schemas.set("Kitten", schemas.remove("Cat"));
        Documents.put(now, "/components/schemas/Sent/properties/pet/oneOf/0", "{$ref: '#/components/schemas/Kitten'}");

        assertThat(Documents.compare(pets(""), now).changes())
                .extracting(change -> change.callers().reason())
                .contains("requests with kind Cat are no longer valid");
    }
}
