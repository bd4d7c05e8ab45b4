package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A documented 404 is correct for a resource that a server does not know, and nowhere else. */
class UnknownResourceTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            paths:
              /names:
                get:
                  operationId: names
                  responses: {'200': {description: Many names}}
              /jobs/{id}:
                parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                get:
                  operationId: get
                  parameters: [{in: query, name: verbose, schema: {type: boolean}}]
                  responses: {'200': {description: A job}, '404': {description: Unknown}}
                delete:
                  operationId: delete
                  responses: {'200': {description: Deleted}, '404': {description: Unknown}}
              /jobs:
                post:
                  operationId: start
                  responses:
                    '200':
                      description: Started
                      content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
                    '404': {description: Unknown}
            """;

    private final Judge judge = new Judge(DOCUMENT);
    private final Set<String> jobs = new HashSet<>();
    private List<String> names = List.of();

    @Test
    void serverMayRespondWith404ForUnknownResources() throws IOException {
        assertThat(problems("get", this::knows)).isEmpty();
        assertThat(problems("delete", request -> jobs.remove(id(request)))).isEmpty();
    }

    @Test
    void resourceIsFoundBehindManyNames() throws IOException {
        names = IntStream.range(0, 500)
                .mapToObj(number -> "\"name " + number + "\"")
                .toList();

        assertThat(problems("get", this::knows)).isEmpty();
    }

    @Test
    void serverThatKnowsNoResourceIsDetected() throws IOException {
        assertThat(problems("get", request -> false))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("the mock server responds with 404 to every valid request for GET /jobs/{id}");
    }

    @Test
    void notFoundForAKnownResourceIsDetected() throws IOException {
        assertThat(problems("get", request -> knows(request) && !request.query().contains("verbose=true")))
                .extracting(Problem::message)
                .isNotEmpty()
                .allMatch(message -> message.startsWith("the mock server rejects a valid request with 404"));
    }

    @Test
    void notFoundWithoutPathParametersIsDetected() throws IOException {
        assertThat(problems("start", request -> false))
                .extracting(Problem::message)
                .isNotEmpty()
                .allMatch(message -> message.startsWith("the mock server rejects a valid request with 404"));
    }

    @Test
    void undocumentedNotFoundIsDetected() throws IOException {
        Judge other = new Judge(DOCUMENT.replace("'404'", "'410'"));

        assertThat(problems(other, "get", this::knows))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).contains("with 404", "only 200, 410"));
    }

    private boolean knows(Request request) {
        return jobs.contains(id(request));
    }

    private static String id(Request request) {
        return request.path().replaceFirst(".*/", "");
    }

    private List<Problem> problems(String operationId, Predicate<Request> found) throws IOException {
        return problems(judge, operationId, found);
    }

    /** Checks an operation of a server that responds with 404 unless a request matches. */
    private List<Problem> problems(Judge judge, String operationId, Predicate<Request> found) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                URI uri = exchange.getRequestURI();
                String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
                Request request = new Request(exchange.getRequestMethod(), uri.getRawPath(), query, Map.of(), "");
                boolean list = request.path().equals("/names");
                boolean start = request.method().equals("POST") && !operationId.equals("start");
                if (!judge.request(request).isEmpty()) {
                    exchange.sendResponseHeaders(400, -1);
                } else if (list || start) {
                    String json = list ? names.toString() : "{\"id\":\"job_4711\"}";
                    if (start) {
                        jobs.add("job_4711");
                    }
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                } else {
                    exchange.sendResponseHeaders(found.test(request) ? 200 : 404, -1);
                }
            }
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            Operation operation = judge.document().operations().stream()
                    .filter(one -> one.id().equals(operationId))
                    .findFirst()
                    .orElseThrow();
            return new MockCheck(new MessageGenerators(judge, Set.of()), url)
                    .run(operation, 20, 1)
                    .problems();
        } finally {
            server.stop(0);
        }
    }
}
