package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.resource.ResponseException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with resources of its user. */
class OwnResourceTest {
    private static final Document DOCUMENT = document("""
            openapi: 3.1.0
            info: {title: Things, version: "1"}
            paths:
              /things/{kind}/{name}:
                get:
                  parameters:
                    - {name: kind, in: path, required: true, schema: {type: integer}}
                    - {name: name, in: path, required: true, schema: {type: string}}
                    - {name: day, in: query, schema: {type: string}}
                  responses:
                    "200":
                      description: A thing
                      content: {application/json: {schema: {type: object}}}
                    "418":
                      description: No thing
                      content: {application/json: {schema: {type: object, required: [error, code], properties: {code: {const: thing}, error: {type: string}}}}}
              /forms:
                post:
                  requestBody:
                    content: {application/x-www-form-urlencoded: {schema: {type: object}}}
                  responses:
                    "200": {description: A text, content: {text/plain: {schema: {type: string}}}}
              /bodies/{type}:
                post:
                  parameters: [{name: type, in: path, required: true, schema: {type: string}}]
                  requestBody: {content: {application/json: {schema: true}}}
                  responses:
                    "200": {description: A value, content: {application/json: {schema: true}}}
            """);

    private static Document document(String yaml) {
        try {
            return Document.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockServer start(Object resource) {
        return MockServer.builder().api(DOCUMENT, List.of()).resource(resource).start();
    }

    private static String get(MockServer server, String path) {
        return Caller.of(server).method("GET").body("").path(path).statusAndBody();
    }

    public static final class Query {
        @QueryParam("day")
        private DayOfWeek day;

        @QueryParam("n")
        private int absent;

        @QueryParam("list")
        private List<BigDecimal> list;

        @Context
        private UriInfo uri;
    }

    @Path("/things")
    static class Things {
        @GET
        @Path("{a}/{b: .+}")
        public Map<String, Object> get(
                @PathParam("b") String name,
                @PathParam("b") @Encoded String encodedName,
                @PathParam("a") long kind,
                @QueryParam("set") SortedSet<String> set,
                @QueryParam("other") @DefaultValue("none") Set<String> other,
                @HeaderParam("x-text") String header,
                @HeaderParam("accept") String accept,
                @CookieParam("c") String cookie,
                @BeanParam Query query) {
            MultivaluedMap<String, String> parameters = query.uri.getQueryParameters();
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("path", List.of(name, encodedName, kind));
            all.put("sets", List.of(set, other));
            all.put("headers", List.of(header, accept, cookie));
            all.put("query", List.of(query.day, query.absent, query.list, parameters.get("set")));
            return all;
        }
    }

    @Test
    void methodsReceiveTheirParameters() {
        try (MockServer server = start(new Things())) {
            String response = Caller.of(server)
                    .method("GET")
                    .body("")
                    .path("/things/7/a%2Fb%20c?day=FRIDAY&list=1.50&list=2&set=y&set=x")
                    .header("X-Text", "t")
                    .header("Accept", "text/*;q=0.1, application/*")
                    .header("Cookie", "b=1; c=2")
                    .statusAndBody();

            assertThat(response)
                    .isEqualTo("200 {\"path\":[\"a/b c\",\"a%2Fb%20c\",7],"
                            + "\"sets\":[[\"x\",\"y\"],[\"none\"]],"
                            + "\"headers\":[\"t\",\"application/json\",\"2\"],"
                            + "\"query\":[\"FRIDAY\",0,[1.50,2],[\"y\",\"x\"]]}");
        }
    }

    @ParameterizedTest
    @CsvSource({"/things/7/a?day=SOMEDAY", "/things/9223372036854775808/a?day=FRIDAY"})
    void parametersOutOfTheRangeOfTheirTypeAreRejected(String path) {
        try (MockServer server = start(new Things())) {
            assertThat(get(server, path))
                    .isEqualTo("400 {\"error\":\"Validation error: a parameter is out of range\"}");
        }
    }

    @Path("/")
    public static class Bodies {
        @POST
        @Path("forms")
        public String form(@FormParam("a") String a, @FormParam("b") List<Integer> b, InputStream body)
                throws Exception {
            return a + b + new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }

        @POST
        @Path("bodies/{type}")
        public Object body(@PathParam("type") String type, byte[] bytes, JsonNode json, List<Long> numbers) {
            return List.of(type, bytes.length, json, numbers);
        }
    }

    @Test
    void methodsReceiveBodies() {
        try (MockServer server = start(new Bodies())) {
            assertThat(Caller.of(server)
                            .path("/forms")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .body("a=x+y&b=1&b=2")
                            .statusAndBody())
                    .isEqualTo("200 x y[1, 2]a=x+y&b=1&b=2");
            assertThat(Caller.of(server).path("/bodies/t").body("[ 1,2]").statusAndBody())
                    .isEqualTo("200 [\"t\",6,[1,2],[1,2]]");
            assertThat(Caller.of(server).path("/bodies/t").body("[1e30]").statusAndBody())
                    .isEqualTo("400 {\"error\":\"Validation error: the body has a value out of range\"}");
        }
    }

    static class Refusing {
        @GET
        @Path("/things/{kind}/{name}")
        public Response get(@PathParam("kind") int kind) {
            throw kind == 1
                    ? new ResponseException(418, "No thing")
                    : new ResponseException(409, "Two things", Map.of("code", kind));
        }
    }

    @Test
    void methodsCanRespondWithOtherStatuses() {
        try (MockServer server = start(new Refusing())) {
            assertThat(get(server, "/things/1/a")).isEqualTo("418 {\"code\":\"thing\",\"error\":\"No thing\"}");
            assertThat(get(server, "/things/2/a")).isEqualTo("409 {\"code\":2}");
            assertThat(server.requests())
                    .extracting(request -> request.reason())
                    .containsExactly("No thing", "Two things");
        }
    }

    @Test
    void takesPrecedenceOverTheServer() {
        class Tasks {
            @POST
            @Path("/api/v1/tasks/{task}/trigger")
            public Map<String, String> trigger(@PathParam("task") String task) {
                return Map.of("id", "run_of_" + task);
            }
        }
        try (MockServer server = MockServer.builder().resource(new Tasks()).start()) {
            assertThat(Caller.of(server)
                            .path("/api/v1/tasks/mine/trigger")
                            .body("{}")
                            .statusAndBody())
                    .isEqualTo("200 {\"id\":\"run_of_mine\"}");
            assertThat(server.runs()).isEmpty();
        }
    }

    @Test
    void parametersThatCannotBeMadeFailAtTheStart() {
        class Matrix {
            @GET
            @Path("/things/{kind}/{name}")
            public String get(@MatrixParam("m") String matrix) {
                return matrix;
            }
        }
        class Missing {
            @GET
            @Path("/things/{kind}/{name}")
            public String get(@PathParam("other") String other) {
                return other;
            }
        }
        class Contexts {
            @GET
            @Path("/things/{kind}/{name}")
            public String get(@Context MultivaluedMap<String, String> other) {
                return "";
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new Matrix()))
                .withMessageContaining("Matrix.get(java.lang.String)")
                .withMessageContaining("MatrixParam");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new Missing()))
                .withMessageEndingWith("the path has no variable \"other\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new Contexts()))
                .withMessageContaining("@Context");
    }
}
