package io.github.triggerapi.update.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.source.Revision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ambiguous, invalid and unsupported documents are rejected with the place and the reason. */
class ValidatedRevisionTest {

    private static final String INFO = "info: {title: T, version: '1'}\nservers: [{url: 'https://example.com'}]\n";
    private static final String START = "openapi: 3.1.0\n" + INFO;
    private static final String PATHS = "paths: {/a: {get: {operationId: a, responses: {'200': {description: b}}}}}\n";

    @Test
    void vendoredDocumentIsValid() throws IOException {
        ValidatedRevision revision = validate(Files.readString(Path.of("..", "..", "spec", "trigger-api.yaml")));

        assertThat(revision.title())
                .isEqualTo(revision.tree().path("info").path("title").asText());
        assertThat(revision.operations()).isPositive();
    }

    @Test
    void validDocumentHasTitleVersionAndOperations() {
        ValidatedRevision revision = validate("openapi: 3.0.3\n" + INFO.replace("'1'", "2024-04-01") + PATHS);

        assertThat(revision.title()).isEqualTo("T");
        assertThat(revision.version()).isEqualTo("2024-04-01");
        assertThat(revision.operations()).isEqualTo(1);
        assertThat(revision.warnings()).isEmpty();
        assertThat(revision.tree().at("/paths/~1a/get/operationId").asText()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "swagger: '2.0'   | #/swagger: Swagger 2.0; expected an OpenAPI 3.0 or 3.1 document",
                "openapi: 4.0.0   | #/openapi: OpenAPI 4.0.0; expected an OpenAPI 3.0 or 3.1 document",
                "openapi: 3.2.0   | #/openapi: OpenAPI 3.2.0; expected an OpenAPI 3.0 or 3.1 document",
                "openapi: 3.1     | #/openapi: is 3.1, which is not a string; expected one such as \"3.1.0\"",
                "a: b             | #: no member openapi; expected an OpenAPI 3.0 or 3.1 document"
            })
    void otherVersionIsRejected(String version, String message) {
        assertRejected(version + "\n" + INFO + PATHS, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                | #: is not an object; expected an OpenAPI 3.0 or 3.1 document",
                "just text                         | #: is not an object; expected an OpenAPI 3.0 or 3.1 document",
                "openapi: 3.1.0                    | #: no paths; expected some with operations",
                "{\"openapi\": \"3.1.0\", \"paths\": {}} | #: no paths; expected some with operations",
                "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"summary\": \"b\"}}} | #/paths: no path has an operation; expected at least one",
                "{\"openapi\": \"3.1.0\", \"paths\": | line 1, column 30: Unexpected end-of-input within/between Object entries; expected JSON",
                "a: [                              | line 1, column 5: expected the node content, but found '<stream end>'; expected YAML"
            })
    void fileWithoutOperationsIsRejected(String text, String message) {
        assertRejected(text, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{$ref: '#/components/schemas/B'}       | /$ref: the reference #/components/schemas/B refers to nothing; expected the pointer of a value",
                "{$ref: other.yaml}                     | /$ref: the reference other.yaml refers to another document; expected one that starts with #/, as no other is fetched",
                "{$ref: '#b'}                           | /$ref: the reference #b refers to another document; expected one that starts with #/, as no other is fetched",
                "{$ref: '#/components/schemas/A'}       | /$ref: the reference #/components/schemas/A refers to itself; expected one to a value",
                "{$ref: [b]}                            | /$ref: the reference is [\"b\"]; expected a string",
                "{items: {$ref: '#/components/schemas/B'}, type: array} | /items/$ref: the reference #/components/schemas/B refers to nothing; expected the pointer of a value",
                "{discriminator: {propertyName: b, mapping: {c: D}}} | /discriminator/mapping/c: D is not a schema of the document; expected the name of one or a reference to one",
                "{type: string, enum: []}               | /enum: is empty, so no value is valid; expected at least one element",
                "{properties: {b: {oneOf: []}}}         | /properties/b/oneOf: is empty, so no value is valid; expected at least one element",
                "{type: []}                             | /type: is empty, so no value is valid; expected at least one element",
                "{type: string, pattern: '(['}          | /pattern: the pattern ([: Unclosed character class at 1; expected a regular expression that Java supports"
            })
    void ambiguousSchemaIsRejected(String schema, String message) {
        assertRejected(
                START + PATHS + "components: {schemas: {A: " + schema + "}}", "#/components/schemas/A" + message);
    }

    @Test
    void circularReferencesAreReported() {
        assertRejected(
                START + PATHS
                        + "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}",
                "2 places are ambiguous; expected a document with one meaning",
                "#/components/schemas/A/$ref: the reference #/components/schemas/B refers to itself; expected one to a value",
                "#/components/schemas/B/$ref: the reference #/components/schemas/A refers to itself; expected one to a value");
    }

    @Test
    void noRemoteReferenceIsFetched() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.yaml#/A";

        assertRejected(
                START + PATHS + "components: {schemas: {A: {$ref: '" + address + "'}}}",
                "#/components/schemas/A/$ref: the reference " + address
                        + " refers to another document; expected one that starts with #/, as no other is fetched");
        validate(START + PATHS + "components: {examples: {A: {externalValue: '" + address
                + "'}}}\nexternalDocs: {url: '" + address + "'}\n");

        server.stop(0);
        assertThat(requests).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a: {get: {responses: {}}}                       | #/paths/~1a/get: no operationId; expected one, after which its method is named",
                "/a: {get: {operationId: b}, put: {operationId: b}} | #/paths/~1a/put/operationId: b is also that of #/paths/~1a/get; expected each operationId once",
                "a: {get: {operationId: b}}                       | #/paths/a: the path a; expected one that begins with /",
                "'/{a}/{a}': {get: {operationId: b, parameters: [{in: path, name: a}]}} | #/paths/~1{a}~1{a}: {a} is there twice; expected each placeholder once",
                "'/{a}': {get: {operationId: b}}                  | #/paths/~1{a}/get: no parameter for {a} of the path; expected one in path of that name",
                "/a: {get: {operationId: b, parameters: [{in: path, name: c}]}} | #/paths/~1a/get/parameters/0: the path /a has no {c}; expected it there",
                "/a: {get: {operationId: b, parameters: [{in: query, name: c}, {in: query, name: c}]}} | #/paths/~1a/get/parameters/1: the same parameter as #/paths/~1a/get/parameters/0; expected each once",
                "'/a/{b}': {parameters: [{in: path, name: b}], get: {operationId: c}}, '/a/{d}': {parameters: [{in: path, name: d}], put: {operationId: e}} | #/paths/~1a~1{d}: the same path as #/paths/~1a~1{b}, but for names; expected each path once"
            })
    void ambiguousOperationIsRejected(String paths, String message) {
        assertRejected(START + "paths: {" + paths + "}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths: {/a: {get: {operationId: a, responses: {'200': {}}}}} | #/paths/~1a/get/responses/200/description: is missing; expected one, because OpenAPI requires it",
                "paths: {/a: {get: {operationId: a, b: 1, responses: {'200': {description: c}}}}} | #/paths/~1a/get/b: is unexpected; expected a member of OpenAPI, or one that starts with x-"
            })
    void documentRejectedBySwaggerParserIsRejected(String paths, String message) {
        assertRejected(START + paths, message);
    }

    @Test
    void allFaultsThatTheGeneratorsFindAreReported() {
        assertRejected(
                START + PATHS
                        + "components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}, "
                        + "B: {allOf: [{type: object}, {$ref: '#/components/schemas/B'}]}}}",
                "2 places are not supported; expected a document that the generators support",
                "#/components/schemas/A/allOf/0: it is a part of itself; expected parts that do not refer back",
                "#/components/schemas/B/allOf/1: it is a part of itself; expected parts that do not refer back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not: {}}", "{if: {}, then: {}}", "{unknown: 1}", "{prefixItems: [{}]}"})
    void schemaThatGeneratedCodeDoesNotExpressIsAccepted(String schema) {
        assertThat(validate(START + PATHS + "components: {schemas: {A: " + schema + "}}")
                        .operations())
                .isEqualTo(1);
    }

    private static ValidatedRevision validate(String document) {
        return ValidatedRevision.of(new Revision("api.yaml", document));
    }

    private static void assertRejected(String document, String message, String... details) {
        RejectedRevisionException rejected =
                catchThrowableOfType(RejectedRevisionException.class, () -> validate(document));

        assertThat(rejected).hasMessage("api.yaml: " + message);
        assertThat(rejected.details()).isEqualTo(List.of(details));
    }
}
