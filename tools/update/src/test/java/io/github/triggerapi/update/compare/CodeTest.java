package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Effect;
import io.github.triggerapi.update.compare.change.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers and implementers can no longer compile, or link. */
class CodeTest {

    /** From, to, and the reasons that both sides get where the member is neither sent nor answered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: string}                            | {type: integer}                     | Idle.x() is of type Long now, and not String
            {type: string}                            | {type: string, format: date-time}   | Idle.x() is of type OffsetDateTime now, and not String
            {type: array, items: {type: string}}      | {type: array, items: {type: number}} | Idle.x() is of type List<BigDecimal> now, and not List<String>
            {type: object, additionalProperties: {type: string}} | {type: object}           | Idle.x() is of type any JSON object now, and not Map<String, String>
            {type: [string, 'null']}                  | {type: string}                      | Idle.hasX() is gone
            {type: string, default: a}                | {type: string}                      | Idle.xOrDefault() is gone
            {type: integer, default: 1}               | {type: integer, default: 1.5}       | Idle.xOrDefault() is gone
            {type: string, enum: [a, b]}              | {type: string, enum: [b]}           | IdleX.A is gone
            {type: string, enum: [a b, a-b]}          | {type: string, enum: [a-b, a b]}    | IdleX.A_B is a-b now; IdleX.A_B_ is a b now
            {type: string, enum: [a]}                 | {type: string}                      | Idle.x() is of type String now, and not IdleX; the class IdleX is gone
            {type: [string, boolean]}                 | {type: string}                      | Idle.x() is of type String now, and not IdleX; the class IdleX is gone
            {type: [string, boolean, number]}         | {type: [string, boolean]}           | IdleX.NumberValue is gone
            {type: object, properties: {a: {}}}       | {type: object, properties: {b: {}}} | IdleX.a() is gone
            {type: object, properties: {a: {}}}       | {type: string, enum: [a]}           | the class IdleX has other methods, as a list of values has
            {type: object, properties: {a: {}}, additionalProperties: {type: string}} | {type: object, properties: {a: {}}} | IdleX.additionalProperties() is of any JSON now, and not of String
            """)
    void isLost(String before, String after, String reason) {
        Comparison comparison = compare(before, after);

        assertThat(comparison.changes())
                .filteredOn(change -> change.effect() == Effect.BREAKING)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.callers()).isEqualTo(Verdict.breaking(reason));
                    assertThat(change.implementers()).isEqualTo(Verdict.breaking(reason));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: string}                            | {type: [string, 'null']}
            {type: string}                            | {type: string, default: a}
            {type: string, enum: [a]}                 | {type: string, enum: [a, b]}
            {type: [string, boolean]}                 | {type: [string, boolean, number]}
            {type: object, properties: {a: {}}}       | {type: object, properties: {a: {}, b: {}}}
            {type: object, properties: {a: {}}}       | {type: object, properties: {a: {}}, additionalProperties: false}
            """)
    void isKept(String before, String after) {
        Documents.assertEffects(compare(before, after), "C C");
    }

    private static Comparison compare(String before, String after) {
        String object = "{type: object, properties: {x: %s}}";
        ObjectNode old = Documents.withSchema("Idle", object.formatted(before));
        return Comparison.of(old, Documents.withSchema("Idle", object.formatted(after)));
    }

    @Test
    void joinsWhatIsLostWithWhatIsNoLongerAllowed() {
        String object = "{type: object, properties: {x: {type: %s}}}";
        Comparison comparison = Comparison.of(
                Documents.withSchema("Sent", object.formatted("string")),
                Documents.withSchema("Sent", object.formatted("boolean")));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/components/schemas/Sent/properties/x/type");
            assertThat(change.callers().reason())
                    .isEqualTo("a request with x as a text is not provided for any more; "
                            + "Sent.x() is of type Boolean now, and not String");
            assertThat(change.implementers().reason()).isEqualTo("Sent.x() is of type Boolean now, and not String");
        });
    }

    @Test
    void tellsOfATypeWithoutAClassWhereItIsAndNotWhereItIsUsed() {
        ObjectNode before = Documents.withSchema("Text", "{type: string}");
        Documents.put(before, "/components/schemas/Sent/properties/y", "{$ref: '#/components/schemas/Text'}");
        Documents.put(before, "/components/schemas/Got/properties/y", "{$ref: '#/components/schemas/Text'}");
        Comparison comparison = Documents.changed(
                before, document -> Documents.put(document, "/components/schemas/Text/type", "integer"));

        assertThat(comparison.changes())
                .singleElement()
                .extracting(Change::pointer)
                .isEqualTo("#/components/schemas/Text/type");
    }

    @Test
    void namesTheMethodThatTakesOtherArguments() {
        Comparison comparison = Documents.put("/paths/~1things~1{id}/post/parameters/0/schema", "{type: integer}");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#/paths/~1things~1{id}/post/parameters/0/schema/type");
            assertThat(change.implementers().reason()).isEqualTo("makeThing(…) takes other arguments now");
        });
    }

    @Test
    void namesTheResultThatIsOfAnotherType() {
        String place = "/paths/~1things~1{id}/post/responses/200/content/application~1json/schema";
        Comparison comparison = Documents.put(place, "{type: array, items: {$ref: '#/components/schemas/Got'}}");

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#" + place);
            assertThat(change.callers().reason())
                    .endsWith("the result of makeThing is of type List<Got> now, and not Got");
        });
    }
}
