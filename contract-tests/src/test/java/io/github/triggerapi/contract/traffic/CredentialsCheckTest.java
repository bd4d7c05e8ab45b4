package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks detect servers and clients whose credentials are not those of the document. */
class CredentialsCheckTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Credentials, version: '1'}
            paths:
              /a:
                get:
                  security: [SECURITY]
                  responses: {'204': {description: Done}, '401': {description: No credentials}}
            components:
              securitySchemes:
                one: ONE
                two: {type: http, scheme: basic}
            """;

    private static Judge judge(String security, String scheme) {
        return new Judge(DOCUMENT.replace("SECURITY", security).replace("ONE", scheme));
    }

    /** Returns the problems of a server that follows one document while another one is checked. */
    private static List<Problem> problems(Judge followed, Judge checked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String query = Objects.toString(exchange.getRequestURI().getRawQuery(), "");
                Request request = new Request("GET", "/a", query, exchange.getRequestHeaders(), "");
                exchange.sendResponseHeaders(followed.request(request).isEmpty() ? 204 : 401, -1);
            }
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return new MockCheck(new MessageGenerators(checked, Set.of()), url)
                    .run(checked.document().operations().get(0), 1, 1)
                    .problems();
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {one: []}          | {type: apiKey, in: query, name: k}  | {type: apiKey, in: header, name: k} | false
            {one: []}          | {type: apiKey, in: query, name: k}  | {type: apiKey, in: cookie, name: k} | false
            {one: []}          | {type: apiKey, in: query, name: k}  | {type: apiKey, in: query, name: l}  | false
            {one: []}          | {type: apiKey, in: cookie, name: k} | {type: apiKey, in: query, name: k}  | false
            {one: []}          | {type: http, scheme: bearer}        | {type: http, scheme: basic}         | false
            {one: []}          | {type: http, scheme: basic}         | {type: http, scheme: bearer}        | false
            {one: []}          | {type: http, scheme: basic}         | {type: mutualTLS}                   | false
            {one: []}          | {type: http, scheme: bearer}        | {type: oauth2, description: Words}  | true
            {one: []}          | {type: http, scheme: basic}         | {type: http, scheme: BASIC}         | true
            {one: [], two: []} | {type: apiKey, in: header, name: k} | {type: apiKey, in: header, name: K} | true
            {one: [], two: []} | {type: apiKey, in: header, name: k} | {type: apiKey, in: header, name: l} | false
            '{one: []}, {}'    | {type: apiKey, in: header, name: k} | {type: apiKey, in: header, name: l} | true
            """)
    void comparesTheServerWithTheDocument(String security, String scheme, String followed, boolean agrees)
            throws IOException {
        assertThat(problems(judge(security, followed), judge(security, scheme)).isEmpty())
                .isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {one: [], two: []}   | {two: []}            | false
            {one: []}, {two: []} | {two: []}            | false
            {one: []}, {two: []} | {two: []}, {one: []} | true
            {one: []}            | {one: []}, {}        | false
            """)
    void comparesAlternatives(String security, String followed, boolean agrees) throws IOException {
        String scheme = "{type: apiKey, in: query, name: k}";
        assertThat(problems(judge(followed, scheme), judge(security, scheme)).isEmpty())
                .isEqualTo(agrees);
    }

    /** Sends a request of the client, whose code is not generated from the changed document. */
    private static List<String> sent(ObjectNode changed) {
        return sent(changed, new OkHttpClient());
    }

    private static List<String> sent(ObjectNode changed, OkHttpClient http) {
        Judge judge = new Judge(changed.toString());
        Operation operation = judge.document().operations().get(0);
        MessageGenerators generators = new MessageGenerators(judge, Set.of());
        try (RoundTripRunner trips = new RoundTripRunner(judge, http)) {
            return trips.send(
                            operation,
                            generators
                                    .covering(generators.messages().requests(operation))
                                    .get(0),
                            generators
                                    .covering(generators.messages().responses(operation))
                                    .get(0))
                    .problems();
        }
    }

    @Test
    @EnabledIf("io.github.triggerapi.contract.VendoredDocument#isInUse")
    void comparesTheClientWithTheDocument() {
        ObjectNode document = (ObjectNode) SwaggerSpec.tree(SwaggerSpec.yaml());
        ObjectNode scheme = (ObjectNode) document.at("/components/securitySchemes/secretKey");
        assertThat(sent(document)).isEmpty();
        scheme.put("description", "Other words");
        assertThat(sent(document)).isEmpty();
        scheme.put("scheme", "basic");
        assertThat(sent(document)).anyMatch(problem -> problem.contains("header Authorization at '': security"));
        scheme.put("type", "apiKey").put("in", "query").put("name", "key");
        assertThat(sent(document)).anyMatch(problem -> problem.contains("query key at '': security"));
        for (JsonNode operation : document.at("/paths").findParents("security")) {
            ((ObjectNode) operation).putArray("security");
        }
        assertThat(sent(document)).contains("on the wire: credentials, but the document requires none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{secretKey: []}]                    | false
            [{other: []}, {secretKey: []}]       | false
            [{secretKey: [], other: []}]         | true
            [{other: []}, {other: [], secretKey: []}] | true
            """)
    @EnabledIf("io.github.triggerapi.contract.VendoredDocument#isInUse")
    void detectsMoreCredentialsThanAnAlternativeHas(String security, boolean allowed) {
        ObjectNode document = (ObjectNode) SwaggerSpec.tree(SwaggerSpec.yaml());
        document.withObject("/components/securitySchemes/other")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-Key");
        for (JsonNode operation : document.at("/paths").findParents("security")) {
            ((ObjectNode) operation).set("security", SwaggerSpec.tree(security));
        }
        OkHttpClient more = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Key", "k").build()))
                .build();

        List<String> problems = sent(document, more).stream()
                .filter(problem -> problem.contains("credentials in"))
                .toList();

        assertThat(problems.isEmpty()).isEqualTo(allowed);
    }
}
