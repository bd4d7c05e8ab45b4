package io.github.triggerapi.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.HttpMessage.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final String JSON = "application/json";
    private static final String THINGS = """
            openapi: 3.1.0
            info: {title: Things, version: '1'}
            paths:
              /things/latest:
                get:
                  operationId: latest
                  parameters: [{in: header, name: accept, required: true, schema: {type: integer}}]
                  responses: {'204': {description: None}}
              /things/{id}:
                parameters:
                  - {in: path, name: id, required: true, schema: {type: integer, minimum: 1}}
                get:
                  operationId: get
                  parameters:
                    - {in: query, name: state, schema: {type: array, maxItems: 2, items: {enum: [on, off]}}}
                    - {in: query, name: page, style: deepObject, explode: true,
                       schema: {type: object, properties: {size: {type: integer, maximum: 9}}}}
                    - {in: query, name: low, schema: {type: number, minimum: 0, exclusiveMinimum: true}}
                    - {in: header, name: X-Trace, required: true, schema: {type: string, maxLength: 3}}
                  responses:
                    '200':
                      description: A thing
                      headers: {ETag: {required: true, schema: {type: string, maxLength: 5}}}
                      content:
                        application/json:
                          schema: {type: object, properties: {at: {type: string, format: date-time, nullable: true}}}
                    4XX: {description: None}
                put:
                  operationId: put
                  security: [{key: []}]
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {'200': {description: Done}}
            components:
              securitySchemes:
                key: {type: http, scheme: bearer}
            """;

    private final Judge judge = new Judge(THINGS);

    @Test
    void referencesArePercentDecoded() {
        OpenApiDocument document = OpenApiDocument.parse(THINGS + """
                  pathItems:
                    A: {$ref: '#/paths/~1things~1%7Bid%7D'}
                """);

        assertThat(document.target("/components/pathItems/A")).isEqualTo("/paths/~1things~1{id}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GET /things/latest                                   |    | -
            GET /things/7                                        | ab | -
            GET /things/7?state=on&state=off&page%5Bsize%5D=9    | ab | -
            GET /things/7                                        | abcd | header X-Trace at '': maxLength
            GET /things/7                                        |    | header X-Trace at '': required
            GET /things/0                                        | ab | path id at '': minimum
            GET /things/seven                                    | ab | path id at '': type
            GET /things/7?state=on&state=maybe                   | ab | query state at '/1': enum
            GET /things/7?state=on&state=on&state=on             | ab | query state at '': maxItems
            GET /things/7?page%5Bsize%5D=10                      | ab | query page at '/size': maximum
            GET /things/7?page=9                                 | ab | query page at '': type
            GET /things/7?page%5Bsize%5D=x                       | ab | query page at '/size': type
            GET /things/7?low=0.1                                | ab | -
            GET /things/7?low=0                                  | ab | query low at '': exclusiveMinimum
            GET /things/7/8                                      | ab | message at '': paths
            POST /things/7                                       | ab | message at '': paths
            """)
    void validatesParameters(String line, String trace, String violation) {
        String[] parts = line.split("[ ?]");
        Map<String, List<String>> headers = trace == null ? Map.of() : Map.of("x-trace", List.of(trace));
        List<Violation> violations =
                judge.request(new Request(parts[0], parts[1], parts.length > 2 ? parts[2] : "", headers, ""));

        if (violation == null) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).hasSize(1);
            assertThat(violations.get(0).toString())
                    .startsWith(parts[0] + " " + parts[1] + " request: ")
                    .contains(violation);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {type: oauth2, flows: {}}               |               | Authorization: Bearer x    | -
            {type: oauth2, flows: {}}               |               | X: y                       | header Authorization
            {type: openIdConnect}                   |               | Authorization: Basic eDp5  | header Authorization
            {type: http, scheme: Basic}             |               | Authorization: Basic eDp5  | -
            {type: http, scheme: Basic}             |               | Authorization: Basic eA==  | header Authorization
            {type: http, scheme: Basic}             |               | Authorization: Bearer eDp5 | header Authorization
            {type: apiKey, in: header, name: X-Key} |               | x-key: y                   | -
            {type: apiKey, in: header, name: X-Key} | X-Key=y       | Key: y                     | header X-Key
            {type: apiKey, in: query, name: 'k[]'}  | a=b&k%5B%5D=y | X: y                       | -
            {type: apiKey, in: query, name: 'k[]'}  | k=y           | k: y                       | query k[]
            {type: apiKey, in: query, name: 'k[]'}  | k%5B%5D=      | X: y                       | query k[]
            {type: apiKey, in: cookie, name: key}   |               | Cookie: a=b; key=y         | -
            {type: apiKey, in: cookie, name: key}   | key=y         | Cookie: my-key=y           | cookie key
            {type: mutualTLS}                       |               | X: y                       | -
            """)
    void validatesCredentialsOfEachKind(String scheme, String query, String header, String place) {
        Judge other = new Judge(THINGS.replace("{type: http, scheme: bearer}", scheme));
        String[] parts = header.split(": ", 2);
        Map<String, List<String>> headers =
                Map.of("Content-Type", List.of("application/json"), parts[0], List.of(parts[1]));
        List<Violation> violations =
                other.request(new Request("PUT", "/things/7", query == null ? "" : query, headers, "{}"));

        assertThat(violations).hasSize(place == null ? 0 : 1);
        assertThat(violations).allMatch(one -> one.toString().contains(" request: " + place + " at '': security"));
    }

    @Test
    void requiresAllCredentialsOfOneAlternative() {
        Judge other = new Judge(THINGS.replace("[{key: []}]", "[{key: [], more: []}, {other: []}]")
                .replace(
                        "key: {type: http, scheme: bearer}",
                        "{key: {type: http, scheme: bearer}, more: {type: apiKey, in: query, name: a},"
                                + " other: {type: apiKey, in: query, name: b}}"));
        Map<String, List<String>> headers =
                Map.of("Content-Type", List.of("application/json"), "Authorization", List.of("Bearer x"));

        assertThat(other.request(new Request("PUT", "/things/7", "a=1", headers, "{}")))
                .isEmpty();
        assertThat(other.request(new Request("PUT", "/things/7", "b=1", headers, "{}")))
                .isEmpty();
        assertThat(other.request(new Request("PUT", "/things/7", "c=1", headers, "{}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            application/json; charset=utf-8 | {}          | Authorization: Bearer x | -
            application/json                | {"a":1}     | Authorization: Bearer x | -
            application/json                | {}          | Authorization: Basic x  | header Authorization at '': security
            application/json                | {}          | Authorization: Bearer   | header Authorization at '': security
            application/json                | ~~          | Authorization: Bearer x | body at '': required
            application/json                | []          | Authorization: Bearer x | body at '': type
            application/json                | {"a":       | Authorization: Bearer x | body at '': JSON
            application/json                | {"a":1,"a":2} | Authorization: Bearer x | body at '': JSON
            text/plain                      | {}          | Authorization: Bearer x | body at '': content
            """)
    void validatesBodiesMediaTypesAndKeys(String mediaType, String body, String key, String violation) {
        String[] header = key.split(": ?", 2);
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(mediaType), header[0], List.of(header[1]));
        List<Violation> violations = judge.request(new Request("PUT", "/things/7", "", headers, body));

        assertThat(violations).hasSize(violation == null ? 0 : 1);
        assertThat(violations).allMatch(one -> one.toString().contains(violation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            200 | application/json | {"at":"2025-01-31T12:00:00Z","more":1} | -
            200 | application/json | {"at":null}                            | -
            200 | application/json | {"at":"yesterday"}                     | body at '/at': format
            200 | application/json | {"at":5}                               | body at '/at': type
            200 | text/html        | <html>                                 | body at '': content
            404 | text/html        | ~~                                     | -
            404 | text/html        | <html>                                 | body at '': content
            500 | application/json | {}                                     | message at '': responses
            """)
    void validatesResponses(int status, String mediaType, String body, String violation) {
        Map<String, List<String>> headers = Map.of("content-type", List.of(mediaType), "etag", List.of("1"));
        List<Violation> violations = judge.response("GET", "/things/7", new Response(status, headers, body));

        assertThat(violations).hasSize(violation == null ? 0 : 1);
        assertThat(violations)
                .allMatch(one -> one.toString().startsWith("GET /things/7 response " + status + ": ")
                        && one.toString().contains(violation));
    }

    @Test
    void detectsMissingResponseHeaders() {
        Response response = new Response(200, Map.of("Content-Type", List.of(JSON)), "{}");

        assertThat(judge.response("GET", "/things/7", response))
                .singleElement()
                .hasToString("GET /things/7 response 200: header ETag at '': required: "
                        + "the document requires this header, found none");
    }

    @Test
    void validatesTheHeadersOfAResponse() {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(JSON), "ETag", List.of("abcdef"));

        assertThat(judge.response("GET", "/things/7", new Response(200, headers, "{}")))
                .singleElement()
                .asString()
                .startsWith("GET /things/7 response 200: header ETag at '': maxLength");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8, Application/JSON",
        "*/*, application/json",
        "application/*, application/json"
    })
    void supportsMediaRanges(String documented, String sent) {
        Judge ranges = new Judge(THINGS.replace("content: {application/json:", "content: {'" + documented + "':"));
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(sent), "Authorization", List.of("Bearer 1"));

        assertThat(ranges.request(new Request("PUT", "/things/7", "", headers, "{}")))
                .isEmpty();
        assertThat(ranges.request(new Request("PUT", "/things/7", "", headers, "[]")))
                .hasSize(1);
    }

    @Test
    void rejectsTextThatIsNotADocument() {
        assertThatThrownBy(() -> new Judge("things.yaml"))
                .hasMessageContaining("expected the text of an OpenAPI document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: Things|title: Other", "description: A thing|description: Something"})
    void ignoresChangesOfProse(String change) {
        String[] parts = change.split("\\|");
        Judge other = new Judge(THINGS.replace(parts[0], parts[1]));
        Response bad = new Response(200, Map.of("Content-Type", List.of(JSON)), "{\"at\":5}");

        assertThat(other.response("GET", "/things/7", bad)).isEqualTo(judge.response("GET", "/things/7", bad));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"id\":1,\"key\":\"a\"} | 0 | 0",
                "{\"key\":\"a\"} | 0 | 1",
                "{\"id\":1} | 1 | 0",
            })
    void requiredMembersDependOnTheDirection(String body, int inRequest, int inResponse) {
        Judge judge = new Judge("""
                openapi: 3.1.0
                info: {title: Keys, version: "1"}
                paths:
                  /keys:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}
                      responses:
                        "200":
                          description: A key
                          content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}
                components:
                  schemas:
                    Id: {type: integer, readOnly: true}
                    Key:
                      type: object
                      required: [id, key]
                      properties: {id: {$ref: '#/components/schemas/Id'}, key: {type: string, writeOnly: true}}
                """);
        Map<String, List<String>> json = Map.of("Content-Type", List.of("application/json"));

        assertThat(judge.request(new Request("POST", "/keys", "", json, body))).hasSize(inRequest);
        assertThat(judge.response("POST", "/keys", new Response(200, json, body)))
                .hasSize(inResponse);
    }
}
