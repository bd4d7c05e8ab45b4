package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.update.compare.change.Change;
import io.github.triggerapi.update.compare.change.Change.Kind;
import io.github.triggerapi.update.compare.change.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests changes of operations, parameters, bodies, responses and security. */
class OperationTest {

    private static final String POST = "/paths/~1things~1{id}/post";

    /** The place, its new value, and the effects on callers and implementers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /get                            | {operationId: get_thing, parameters: [{in: path, name: id, required: true, schema: {type: string}}], responses: {'200': {description: Done}}} | C C
            /post                           | ''                                                                | B B
            /post/operationId               | makeThing                                                         | N N
            /post/operationId               | create_thing                                                      | B B
            /post/tags                      | [others]                                                          | B B
            /post/tags                      | [things, others]                                                  | N N
            /post/parameters/1              | ''                                                                | B B
            /post/parameters/1/name         | pages                                                             | B B
            /post/parameters/1/in           | header                                                            | B C
            /post/parameters/1/required     | true                                                              | B C
            /post/parameters/1/schema       | {type: integer, maximum: 5}                                       | B C
            /post/parameters/1/schema       | {type: integer, maximum: 20}                                      | C C
            /post/parameters/1/schema       | {type: string}                                                    | B B
            /post/parameters/1/schema       | {type: array, items: {type: integer, maximum: 10}}                | B B
            /post/parameters/1/allowEmptyValue | true                                                           | C C
            /post/parameters/-              | {in: query, name: more, schema: {type: string}}                   | C C
            /post/parameters/-              | {in: query, name: more, required: true, schema: {type: string}}   | B C
            /post/parameters/-              | {in: header, name: X-More, schema: {type: string}}                | C C
            /post/parameters/-              | {in: header, name: accept, required: true, schema: {type: string}} | N N
            /post/parameters/-              | {in: header, name: Authorization, schema: {type: string}}         | N N
            /post/parameters/2              | ''                                                                | B B
            /post/parameters/2/required     | true                                                              | B C
            /post/parameters/2/name         | x-trace                                                           | N N
            /post/parameters/0/schema       | {type: string, maxLength: 3}                                      | B C
            /post/requestBody               | ''                                                                | B B
            /post/requestBody/required      | false                                                             | C C
            /post/requestBody/content/application~1json/schema | {$ref: '#/components/schemas/Got'}             | B B
            /post/requestBody/content/application~1json        | ''                                             | B B
            /post/requestBody/content/text~1plain              | {schema: {type: string}}                       | C C
            /post/responses/200             | ''                                                                | B B
            /post/responses/404             | ''                                                                | C B
            /post/responses/201             | {description: Made}                                               | C C
            /post/responses/500             | {description: Broken}                                             | C C
            /post/responses/200/content     | ''                                                                | B B
            /post/responses/404/content     | ''                                                                | B B
            /post/responses/200/content/application~1vnd.more+json | {schema: {$ref: '#/components/schemas/Got'}} | C C
            /post/responses/200/headers/X-Left                 | ''                                             | B B
            /post/responses/200/headers/X-Left/required        | false                                          | B C
            /post/responses/200/headers/X-Left/schema          | {type: integer, maximum: 5}                    | C B
            /post/responses/200/headers/content-type           | {required: true, schema: {type: string}}       | N N
            /post/responses/200/headers/X-More                 | {schema: {type: string}}                       | C C
            /post/responses/200/headers/X-More                 | {required: true, schema: {type: string}}       | C B
            /post/security                  | []                                                                | C C
            /post/security                  | [{key: []}, {other: []}]                                          | C C
            /post/security                  | [{other: []}]                                                     | B C
            /post/security                  | [{key: [], other: []}]                                            | B C
            /post/security                  | [{key: []}]                                                       | N N
            /post/deprecated                | true                                                              | N N
            /post/servers                   | [{url: 'https://example.com', description: The same}]             | N N
            /post/servers                   | [{url: 'https://things.example.com'}]                             | B C
            /servers                        | [{url: 'https://things.example.com'}, {url: 'https://example.com'}] | C C
            """)
    void verdictsOfOperationChanges(String place, String value, String effects) {
        Comparison comparison = Documents.put("/paths/~1things~1{id}" + place, value);

        Documents.assertEffects(comparison, effects);
        assertThat(comparison.changes()).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /servers/0/url       | https://example.com/v2      | B C
            /servers/0/url       | https://example.com/        | N N
            /servers/0/description | Here                      | N N
            /info/title          | Other things                | N N
            /info/version        | '2'                         | N N
            /security            | []                          | C C
            /security            | [{other: []}]               | B C
            /components/securitySchemes/other | ''             | B B
            /components/schemas/More | {type: object, properties: {a: {type: string}}} | C C
            /components/schemas/More | {type: string}          | N N
            /components/schemas/Idle | ''                      | B B
            /components/schemas/Idle/properties/x | ''         | B B
            /components/schemas/Idle/properties/x/maxLength | 3 | C C
            /components/schemas/Idle/properties/x/type | integer | B B
            """)
    void verdictsOfOtherChanges(String place, String value, String effects) {
        Documents.assertEffects(Documents.put(place, value), effects);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /paths/~1things~1{id}/post/security    | [{key: []}]                    | notation of security
            /components/securitySchemes/more       | {type: http, scheme: bearer}   | security scheme more
            """)
    void reportsChangesWithoutEffect(String place, String value, String what) {
        assertThat(Documents.put(place, value).changes()).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("#" + place);
            assertThat(change.what()).isEqualTo(what);
            assertThat(change.severity()).isEqualTo(Severity.NONE);
        });
    }

    /** Code that names a scheme depends on its kind, and requests also on the name and the place of an API key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: http, scheme: bearer}             | {type: http, scheme: BEARER, description: A key} | N N
            {type: http, scheme: bearer}             | {type: http, scheme: basic}                      | B B
            {type: http, scheme: bearer}             | {type: apiKey, in: header, name: X-Key}          | B B
            {type: http, scheme: basic}              | {type: mutualTLS}                                | B B
            {type: apiKey, in: header, name: X-Key}  | {type: apiKey, in: header, name: x-key}          | N N
            {type: apiKey, in: header, name: X-Key}  | {type: apiKey, in: header, name: X-Other}        | B C
            {type: apiKey, in: header, name: X-Key}  | {type: apiKey, in: query, name: X-Key}           | B C
            {type: apiKey, in: query, name: key}     | {type: apiKey, in: query, name: Key}             | B C
            {$ref: '#/components/securitySchemes/other'} | {type: http, scheme: bearer}                 | N N
            """)
    void verdictsOfChangedSecuritySchemes(String before, String after, String effects) {
        ObjectNode document = Documents.document();
        Documents.put(document, "/components/securitySchemes/key", before);

        Documents.assertEffects(
                Documents.changed(
                        document, changed -> Documents.put(changed, "/components/securitySchemes/key", after)),
                effects);
    }

    @Test
    void reportsMovedOperationOnce() {
        Comparison comparison = Documents.changed(document -> {
            Documents.put(
                    document,
                    "/paths/~1items~1{id}",
                    document.at("/paths/~1things~1{id}").toString());
            Documents.put(document, "/paths/~1things~1{id}", "");
        });

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.what()).isEqualTo("route of make_thing, from POST /things/{id} to POST /items/{id}");
        });
        Documents.assertEffects(comparison, "B B");
    }

    @Test
    void matchesPathParametersByPosition() {
        Comparison comparison = Documents.changed(document -> {
            Documents.put(
                    document,
                    "/paths/~1things~1{key}",
                    document.at("/paths/~1things~1{id}").toString());
            Documents.put(document, "/paths/~1things~1{id}", "");
            Documents.put(document, "/paths/~1things~1{key}/post/parameters/0/name", "key");
        });

        Documents.assertEffects(comparison, "N N");
        assertThat(comparison.changes()).singleElement();
    }

    @Test
    void reportsRemovedOperationOnce() {
        assertThat(Documents.put(POST, "").changes())
                .singleElement()
                .extracting(Change::what)
                .isEqualTo("operation POST /things/{id}");
    }

    @Test
    void ordersOperationsFirstAndRemovalsLast() {
        Comparison comparison = Documents.changed(document -> {
            Documents.put(document, POST + "/parameters/1", "");
            Documents.put(document, POST + "/summary", "Make it");
            Documents.put(document, "/components/schemas/Sent/properties/y", "{type: string}");
            Documents.put(document, "/info/description", "All");
        });

        assertThat(comparison.changes())
                .extracting(Change::pointer)
                .containsExactly(
                        "#" + POST + "/summary",
                        "#/components/schemas/Sent/properties/y",
                        "#/info/description",
                        "#" + POST + "/parameters/1");
    }
}
