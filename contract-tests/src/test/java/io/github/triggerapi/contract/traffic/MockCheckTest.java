package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check detects servers that do not follow the document. */
class MockCheckTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            paths:
              /jobs:
                post:
                  operationId: start
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            limit: {type: integer, minimum: 0, maximum: 1000}
                  responses:
                    '404': {description: Unknown}
                    '200':
                      description: Started
                      content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
                    '400':
                      description: Refused
                      content:
                        application/json:
                          schema: {type: object, required: [error], properties: {error: {type: string}}}
            """;

    private final Judge judge = new Judge(DOCUMENT);

    /** The responses of a server to valid and to invalid requests; the overlooked string makes it accept a request. */
    private record Responses(int status, String body, int rejection, String error, String overlooked) {}

    private List<Problem> problems(Responses responses) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                List<String> type = exchange.getRequestHeaders().getOrDefault("Content-Type", List.of());
                boolean valid = judge.request(new Request("POST", "/jobs", "", Map.of("Content-Type", type), body))
                        .isEmpty();
                valid |= !responses.overlooked().isEmpty() && body.contains(responses.overlooked());
                byte[] response = (valid ? responses.body() : responses.error()).getBytes(StandardCharsets.UTF_8);
                if (response.length > 0) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                }
                exchange.sendResponseHeaders(
                        valid ? responses.status() : responses.rejection(),
                        response.length == 0 ? -1 : response.length);
                exchange.getResponseBody().write(response);
            }
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            CheckResult result = new MockCheck(new MessageGenerators(judge, Set.of()), url)
                    .run(judge.document().operations().get(0), 20, 1);
            assertThat(result.cases()).isGreaterThan(30);
            return result.problems();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void acceptsServerThatFollowsTheDocument() throws IOException {
        assertThat(problems(new Responses(200, "{}", 400, "{\"error\":\"wrong at \\\"limit\\\"\"}", "")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            another status        | 202 | ~{}~         | 400 | ~{"error":"limit"}~ | ~~ | no such status, only 404, 200, 400
            a number for text     | 200 | ~{"id":1}~   | 400 | ~{"error":"limit"}~ | ~~ | '/id': type: integer found, string expected
            an error without text | 200 | ~{}~         | 400 | ~{"limit":1}~       | ~~ | required property 'error' not found
            an overlooked bound   | 200 | ~{}~         | 400 | ~{"error":"limit"}~ | 1001 | '/limit': maximum: must have a maximum value of 1000, found 1001
            an unnamed place      | 200 | ~{}~         | 400 | ~{"error":"no"}~    | ~~ | does not name the location limit
            a rejection of all      | 400 | ~{"error":"limit"}~ | 400 | ~{"error":"limit"}~ | ~~ | rejects a valid request with 400
            a server error        | 200 | ~{}~         | 500 | ~{"error":"limit"}~ | ~~ | responds with 500 to an invalid request
            an empty rejection    | 200 | ~{}~         | 400 | ~~                  | ~~ | content: expected the media type application/json
            the wrong rejection     | 200 | ~{}~         | 404 | ~{"error":"limit"}~ | ~~ | rejects with 404, expected one of [400]
            an unlisted rejection   | 200 | ~{}~         | 422 | ~{"error":"limit"}~ | ~~ | rejects with 422, expected one of [400] for POST /jobs request
            """)
    void detectsServerThatDoesNotFollowTheDocument(
            String violation, int status, String body, int rejection, String error, String overlooked, String message)
            throws IOException {
        assertThat(problems(new Responses(
                        status, body, rejection, Objects.toString(error, ""), Objects.toString(overlooked, ""))))
                .isNotEmpty()
                .anySatisfy(problem -> {
                    assertThat(problem.message()).contains(message);
                    assertThat(problem.request()).startsWith("POST /jobs");
                    assertThat(problem.response()).isNotEmpty();
                });
    }

    @Test
    void leavesOutOperationWhoseSuccessHasNoValue() {
        Judge contradiction = new Judge("""
                openapi: 3.1.0
                info: {title: Jobs, version: '1'}
                paths:
                  /jobs:
                    get:
                      operationId: last
                      responses:
                        '200':
                          description: Done
                          content: {application/json: {schema: {oneOf: [{type: string}, {type: string, format: other}]}}}
                        '400': {description: Refused}
                """);

        CheckResult result = new MockCheck(
                        new MessageGenerators(contradiction, Set.of()), URI.create("http://127.0.0.1:1"))
                .run(contradiction.document().operations().get(0), 1, 1);

        assertThat(result.problems()).isEmpty();
        assertThat(result.notes()).singleElement().asString().startsWith("not checked: no generated response is valid");
    }

    /** The responses of a server to requests with and without a preferred status. */
    private static List<Problem> problemsOfSuccesses(String ticket, int preferred) throws IOException {
        Judge jobs = new Judge("""
                openapi: 3.1.0
                info: {title: Jobs, version: '1'}
                paths:
                  /jobs:
                    get:
                      operationId: last
                      responses:
                        '200': {description: Done, content: {application/json: {schema: {type: object}}}}
                        '202': {description: Not yet, content: {application/json: {schema: {type: string}}}}
                """);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean other = "code=202".equals(exchange.getRequestHeaders().getFirst("Prefer"));
                byte[] response = (other ? ticket : "{}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(other ? preferred : 200, response.length);
                exchange.getResponseBody().write(response);
            }
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return new MockCheck(new MessageGenerators(jobs, Set.of()), url)
                    .run(jobs.document().operations().get(0), 1, 1)
                    .problems();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void acceptsServerThatRespondsWithEachSuccess() throws IOException {
        assertThat(problemsOfSuccesses("\"a\"", 202)).isEmpty();
    }

    @Test
    void detectsServerThatDoesNotRespondWithEachSuccess() throws IOException {
        assertThat(problemsOfSuccesses("{}", 200))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).endsWith("a request that prefers 202"));
        assertThat(problemsOfSuccesses("{}", 202))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("object found, string expected"));
    }
}
