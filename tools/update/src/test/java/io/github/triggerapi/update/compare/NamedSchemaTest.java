package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Severity;
import io.github.triggerapi.update.compare.change.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests changes of named schemas and of references. */
class NamedSchemaTest {

    /** Returns a document with a schema {@code Share} in requests and responses. */
    private static ObjectNode shared() {
        ObjectNode document = Documents.document();
        for (String owner : new String[] {"Sent", "Got", "Idle"}) {
            Documents.put(document, "/components/schemas/" + owner + "/properties/part", ref("Share"));
        }
        Documents.put(document, "/components/schemas/Share", "{type: object, properties: {a: {type: string}}}");
        return document;
    }

    private static String ref(String name) {
        return "{$ref: '#/components/schemas/" + name + "'}";
    }

    @Test
    void considersAllDirections() {
        Comparison comparison = Documents.changed(
                shared(), document -> Documents.put(document, "/components/schemas/Share/required", "[a]"));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/components/schemas/Share/properties/a");
            assertThat(change.callers()).isEqualTo(Verdict.breaking("requests with no a are no longer valid"));
            assertThat(change.implementers()).isEqualTo(Verdict.breaking("responses with no a are no longer valid"));
        });
    }

    @Test
    void considersFormerDirections() {
        Comparison comparison = Documents.changed(shared(), document -> {
            Documents.put(document, "/components/schemas/Share/required", "[a]");
            Documents.put(document, "/components/schemas/Sent/properties/part", "");
        });

        assertThat(comparison.changes())
                .filteredOn(change -> change.pointer().endsWith("/a"))
                .singleElement()
                .extracting(change -> change.callers().severity())
                .isEqualTo(Severity.BREAKING);
    }

    /** Values in a new direction have not been sent or received before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Got  | Sent | /required            | [a] | COMPATIBLE | BREAKING
            Got  | Sent | /properties/a/maxLength | 10 | BREAKING | COMPATIBLE
            Sent | Got  | /required            | [a] | BREAKING   | COMPATIBLE
            Sent | Got  | /properties/a/nullable | true | COMPATIBLE | COMPATIBLE
            Sent | Got  | /properties/a/maxLength | 3 | BREAKING   | COMPATIBLE
            """)
    void ignoresNewDirections(
            String owner, String fresh, String place, String value, Severity callers, Severity implementers) {
        ObjectNode before = Documents.document();
        Documents.put(before, "/components/schemas/" + owner + "/properties/part", ref("Share"));
        Documents.put(
                before, "/components/schemas/Share", "{type: object, properties: {a: {type: string, maxLength: 9}}}");
        Comparison comparison = Documents.changed(before, document -> {
            Documents.put(document, "/components/schemas/Share" + place, value);
            Documents.put(document, "/components/schemas/" + fresh + "/properties/part", ref("Share"));
        });

        assertThat(comparison.changes())
                .filteredOn(change -> change.pointer().startsWith("#/components/schemas/Share/"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.callers().severity()).isEqualTo(callers);
                    assertThat(change.implementers().severity()).isEqualTo(implementers);
                });
    }

    @Test
    void nullBesideReferenceStaysAccepted() {
        ObjectNode document = shared();
        for (String union : new String[] {"oneOf", "anyOf"}) {
            Documents.put(
                    document,
                    "/components/schemas/Sent/properties/" + union,
                    "{" + union + ": [" + ref("Share") + ", {type: 'null'}]}");
        }
        Comparison comparison = Documents.changed(
                document, changed -> Documents.put(changed, "/components/schemas/Share/nullable", "true"));

        assertThat(comparison.changes())
                .singleElement()
                .extracting(Change::pointer)
                .isEqualTo("#/components/schemas/Share/nullable");
    }

    @Test
    void reportsRenamedSchemaOnce() {
        Comparison comparison = Documents.changed(shared(), document -> {
            for (String owner : new String[] {"Sent", "Got", "Idle"}) {
                Documents.put(document, "/components/schemas/" + owner + "/properties/part", ref("Piece"));
            }
            Documents.put(
                    document,
                    "/components/schemas/Piece",
                    document.at("/components/schemas/Share").toString());
            Documents.put(document, "/components/schemas/Share", "");
        });

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.callers()).isEqualTo(Verdict.breaking("the class Share was renamed to Piece"));
            assertThat(change.implementers()).isEqualTo(change.callers());
        });
    }

    @Test
    void reportsRenamedBodySchemaOnce() {
        Comparison comparison = Documents.changed(document -> {
            Documents.put(
                    document,
                    "/components/schemas/Posted",
                    document.at("/components/schemas/Sent").toString());
            Documents.put(document, "/components/schemas/Sent", "");
            String schema = "/paths/~1things~1{id}/post/requestBody/content/application~1json/schema";
            Documents.put(document, schema, ref("Posted"));
        });

        assertThat(comparison.changes())
                .singleElement()
                .extracting(change -> change.callers().reason())
                .isEqualTo("the class Sent was renamed to Posted");
    }

    @Test
    void reportsNamedInlineSchema() {
        ObjectNode before = Documents.document();
        Documents.put(before, "/components/schemas/Sent/properties/y", "{type: object, properties: {a: {}}}");
        Comparison comparison = Documents.changed(before, document -> {
            Documents.put(document, "/components/schemas/Y", "{type: object, properties: {a: {}}}");
            Documents.put(document, "/components/schemas/Sent/properties/y", ref("Y"));
        });

        assertThat(comparison.changes()).hasSize(2);
        assertThat(comparison.changes().get(0).pointer()).isEqualTo("#/components/schemas/Sent/properties/y");
        assertThat(comparison.changes().get(0).callers().reason())
                .isEqualTo("Sent.y() returns Y instead of SentY; the class SentY was removed");
    }

    @Test
    void namingStringSchemaIsNoChange() {
        Comparison comparison = Documents.changed(document -> {
            Documents.put(document, "/components/schemas/Y", "{type: string}");
            Documents.put(document, "/components/schemas/Sent/properties/x", ref("Y"));
        });

        Documents.assertEffects(comparison, "N N");
    }

    @Test
    void reportsOtherReferencedSchema() {
        ObjectNode before = shared();
        Documents.put(before, "/components/schemas/Other", "{type: object, properties: {a: {type: integer}}}");
        Comparison comparison = Documents.changed(
                before, document -> Documents.put(document, "/components/schemas/Sent/properties/part", ref("Other")));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/components/schemas/Sent/properties/part");
            assertThat(change.callers().reason())
                    .isEqualTo("requests with a as a string are no longer valid; "
                            + "Sent.part() returns Other instead of Share");
        });
    }

    @Test
    void comparesRecursiveSchemas() {
        ObjectNode before = shared();
        Documents.put(
                before, "/components/schemas/Share/properties/parts", "{type: array, items: " + ref("Share") + "}");
        Comparison comparison = Documents.changed(before, document -> {
            Documents.put(document, "/components/schemas/Share/properties/a/maxLength", "3");
            Documents.put(
                    document,
                    "/components/schemas/Piece",
                    document.at("/components/schemas/Share").toString());
            Documents.put(document, "/components/schemas/Sent/properties/part", ref("Piece"));
        });

        assertThat(comparison.changes())
                .extracting(Change::pointer)
                .contains(
                        "#/components/schemas/Share/properties/a/maxLength",
                        "#/components/schemas/Sent/properties/part");
    }

    @Test
    void matchesBranchesByTheirSchemas() {
        ObjectNode before = shared();
        Documents.put(
                before,
                "/components/schemas/Got/properties/any",
                "{oneOf: [" + ref("Share") + ", " + ref("Idle") + "]}");
        Comparison comparison = Documents.changed(
                before,
                document -> Documents.put(
                        document,
                        "/components/schemas/Got/properties/any",
                        "{oneOf: [" + ref("Failure") + ", " + ref("Idle") + ", " + ref("Share") + "]}"));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/components/schemas/Got/properties/any/oneOf/0");
            assertThat(change.callers().severity()).isEqualTo(Severity.BREAKING);
            assertThat(change.implementers().severity()).isEqualTo(Severity.COMPATIBLE);
        });
    }

    @Test
    void reportsOtherPartsAtAllOf() {
        ObjectNode before = shared();
        Documents.put(before, "/components/schemas/Got", "{allOf: [" + ref("Share") + ", " + ref("Idle") + "]}");
        Comparison comparison = Documents.changed(
                before,
                document -> Documents.put(
                        document,
                        "/components/schemas/Got",
                        "{allOf: [" + ref("Share") + ", " + ref("Failure") + "]}"));

        assertThat(comparison.changes())
                .extracting(change -> change.kind() + " " + change.pointer() + " " + change.what())
                .containsExactly(
                        "ADDED #/components/schemas/Got/allOf optional property error",
                        "REMOVED #/components/schemas/Got/allOf optional property x",
                        "REMOVED #/components/schemas/Got/allOf optional property part");
    }

    @Test
    void reportsChangeOfAllOfPartOnce() {
        ObjectNode before = shared();
        Documents.put(before, "/components/schemas/Got", "{allOf: [" + ref("Share") + ", " + ref("Idle") + "]}");
        Comparison comparison = Documents.changed(
                before, document -> Documents.put(document, "/components/schemas/Share/properties/b", "{}"));

        assertThat(comparison.changes())
                .singleElement()
                .extracting(Change::pointer)
                .isEqualTo("#/components/schemas/Share/properties/b");
    }
}
