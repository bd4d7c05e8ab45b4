package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.resource.StatefulResource;
import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.api.DocumentedSuccess;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServerErrorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with another OpenAPI document. */
class OtherDocumentTest {
    /** Silenced, because one of the tests causes an error. */
    private static final Logger ERRORS =
            Logger.getLogger("io.github.triggerapi.mock.internal.dispatch.ResourceResponses");

    private MockServer server;

    @Path("/")
    public interface WidgetsApi {
        @GET
        @Path("widgets/{id}")
        @Produces("application/json")
        default Object getWidget(@PathParam("id") Integer id, @QueryParam("limit") Integer limit) {
            throw new ServerErrorException("get_widget is not implemented", 501);
        }

        @GET
        @Path("label")
        @Produces("text/plain")
        default String getLabel(@BeanParam GetLabelParameters parameters) {
            return getLabel();
        }

        default String getLabel() {
            throw new ServerErrorException("get_label is not implemented", 501);
        }

        @POST
        @Path("widgets")
        @Consumes("application/json")
        @Produces("application/json")
        @DocumentedResponse(status = "201", body = Object.class)
        @DocumentedResponse(status = "202", body = Object.class, otherType = true)
        @DocumentedResponse(status = "204")
        default Object makeWidget(JsonNode body) {
            throw new ServerErrorException("make_widget is not implemented", 501);
        }
    }

    public static final class GetLabelParameters {
        @QueryParam("language")
        private String language;
    }

    /** A resource from before labels had query parameters. */
    static final class Widgets implements WidgetsApi, StatefulResource {
        @Override
        public String getLabel() {
            return "Handle with care";
        }

        @Override
        public Object makeWidget(JsonNode body) {
            if (body == null) {
                throw new IllegalStateException("broken");
            }
            return switch (body.path("name").asText()) {
                case "later" -> throw DocumentedSuccess.of(202, "application/json", Map.of("id", "t1"));
                case "never" -> throw DocumentedSuccess.of(204, null, null);
                case "nothing" -> null;
                default -> body;
            };
        }
    }

    @BeforeEach
    void start() throws IOException {
        ERRORS.setLevel(Level.OFF);
        try (InputStream yaml = getClass().getResourceAsStream("widgets.yaml")) {
            server = MockServer.builder()
                    .api(Document.read(yaml), List.of(context -> new Widgets()))
                    .start();
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/widgets/x?limit=5              | 400 | Validation error: must be an integer at \"path.id\"",
                "/widgets/0?limit=5              | 400 | Validation error: must be at least 1 at \"path.id\"",
                "/widgets/7                      | 400 | Validation error: is required at \"query.limit\"",
                "/widgets/7?limit=               | 400 | Validation error: must be an integer at \"query.limit\"",
                "/widgets/7?limit=101            | 400 | Validation error: must be at most 100 at \"query.limit\"",
                "/widgets/7?limit=1&limit=2      | 400 | Validation error: must be given once at \"query.limit\"",
                "/widgets/7?limit=1&kind=c       "
                        + "| 400 | Validation error: must be \"a\" or \"b\" at \"query.kind[0]\"",
                "/widgets/7?limit=1&flag=maybe   | 400 | Validation error: must be a boolean at \"query.flag\"",
            })
    void parametersAreValidated(String path, int status, String message) {
        Caller caller = Caller.of(server).method("GET").body("").path(path).without("Authorization");
        assertThat(caller.statusAndBody()).isEqualTo("%d {\"error\":\"%s\"}", status, message.replace("\"", "\\\""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"size\":1}               | 400 | is required at \"name\"",
                "{\"name\":\"a\",\"more\":1}| 400 | is not allowed at \"more\"",
                "{\"name\":\"\"}            | 400 | must have at least 1 characters at \"name\"",
                "{\"name\":\"a\",\"size\":{}}| 400 | must be a number or a string at \"size\"",
                "{\"name\":\"a\",\"parts\":[{}]}| 400 | is required at \"parts[0].name\"",
            })
    void bodiesAreValidated(String body, int status, String message) {
        assertThat(Caller.of(server).path("/widgets").body(body).statusAndBody())
                .isEqualTo("%d {\"error\":\"Validation error: %s\"}", status, message.replace("\"", "\\\""));
    }

    @Test
    void operationsWithoutAResourceGetDocumentedResponses() {
        assertThat(Caller.of(server)
                        .method("GET")
                        .body("")
                        .path("/widgets/7?limit=5")
                        .statusAndBody())
                .isEqualTo("200 {}");
    }

    @Test
    void aResourceCanRespondWithPlainText() {
        assertThat(Caller.of(server).method("GET").body("").path("/label").statusAndBody())
                .isEqualTo("200 Handle with care");
    }

    @Test
    void aResourceRespondsWithTheDocumentedStatus() {
        assertThat(Caller.of(server).path("/widgets").body("{\"name\":\"a\"}").statusAndBody())
                .isEqualTo("201 {\"name\":\"a\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"later | 202 {\"id\":\"t1\"}", "never | `204 `", "nothing | `204 `"})
    void aResourceCanRespondWithEachSuccess(String name, String response) {
        assertThat(Caller.of(server)
                        .path("/widgets")
                        .body("{\"name\":\"" + name + "\"}")
                        .statusAndBody())
                .isEqualTo(response);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code=207                      | 207 {\"id\":\"t1\"}",
                "respond-async, CODE=404; wait | 404 \"none\"",
                "code=500                      | 200 \"widget\"",
                "code=2077                     | 200 \"widget\"",
                "encode=404                    | 200 \"widget\""
            })
    void aRequestCanPreferADocumentedStatus(String preference, String response) {
        assertThat(Caller.of(server)
                        .method("GET")
                        .body("")
                        .path("/tickets")
                        .header("Prefer", preference)
                        .statusAndBody())
                .isEqualTo(response);
    }

    @Test
    void responsesHaveTheirDocumentedHeaders() {
        HttpHeaders headers = Caller.of(server)
                .method("GET")
                .body("")
                .path("/tickets")
                .header("Prefer", "code=202")
                .send()
                .headers();

        assertThat(headers.firstValue("X-Left")).hasValue("7");
        assertThat(headers.firstValue("X-Odd")).isEmpty();
    }

    @Test
    void aPreferenceTakesPrecedenceOverAResource() {
        Caller caller = Caller.of(server).path("/widgets").header("Prefer", "code=202");

        assertThat(caller.body("{\"name\":\"a\"}").statusAndBody()).isEqualTo("202 {\"id\":\"t1\"}");
        assertThat(caller.body("{\"name\":\"\"}").statusAndBody()).startsWith("400 ");
    }

    @Test
    void numbersKeepAllDigits() {
        String body = "{\"name\":\"a\",\"any\":[9007199254740993,0.1,1.10,123456789012345678901234567890.125,1E+30]}";
        assertThat(Caller.of(server).path("/widgets").body(body).statusAndBody())
                .isEqualTo("201 " + body);
    }

    @Test
    void anAbsentBodyIsNullAndExceptionsAreHidden() {
        assertThat(Caller.of(server).path("/widgets").body("").statusAndBody())
                .isEqualTo("500 {\"error\":\"Internal server error\"}");
    }

    @Test
    void headIsSupportedWhereGetIs() {
        Caller caller = Caller.of(server).body("").path("/widgets/7?limit=5");
        assertThat(caller.method("HEAD").statusAndBody()).isEqualTo("200 ");
        assertThat(caller.method("OPTIONS").send().headers().firstValue("Allow"))
                .contains("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({"/health", "/", "/_mock/info"})
    void pathsOfTheDocumentPrecedeThoseOfTheServer(String path) throws IOException {
        String yaml = """
                openapi: 3.1.0
                info: {title: Labels, version: "1"}
                paths:
                  %s:
                    get:
                      responses:
                        "200":
                          description: A label.
                          content: {application/json: {schema: {const: own}}}
                """.formatted(path);
        try (MockServer own = MockServer.builder()
                .api(Document.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))), List.of())
                .start()) {
            assertThat(Caller.of(own).method("GET").body("").path(path).statusAndBody())
                    .isEqualTo("200 \"own\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"key\":\"a\"} | 200 {\"id\":1}",
                "{\"id\":1} | 400 {\"error\":\"Validation error: is required at \\\"key\\\"\"}",
            })
    void requestsNeedNoReadOnlyMembersAndResponsesNoWriteOnlyOnes(String body, String response) throws IOException {
        String yaml = """
                openapi: 3.1.0
                info: {title: Keys, version: "1"}
                paths:
                  /keys:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}
                      responses:
                        "200":
                          description: A key
                          content:
                            application/json:
                              schema: {$ref: '#/components/schemas/Key'}
                              example: {id: 1}
                        "400":
                          description: An error
                          content: {application/json: {schema: {properties: {error: {type: string}}}}}
                components:
                  schemas:
                    Id: {type: integer, readOnly: true}
                    Key:
                      type: object
                      required: [id, key]
                      properties: {id: {$ref: '#/components/schemas/Id'}, key: {type: string, writeOnly: true}}
                """;
        try (MockServer own = MockServer.builder()
                .api(Document.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))), List.of())
                .start()) {
            assertThat(Caller.of(own).path("/keys").body(body).statusAndBody()).isEqualTo(response);
        }
    }
}
