package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.api.SentTo;
import io.github.triggerapi.client.call.ApiCall;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.PUT;

/** The check of an operation: its successes, its server and its body. */
class OperationCheckTest {

    private static final String TEXT = "application/json: {schema: {type: string}}";
    private static final String FLAG = "application/json: {schema: {type: boolean}}";

    public interface JobsApi {
        TypeToken<Boolean> RUN_202 = new TypeToken<>() {};

        @GET("jobs")
        @Headers("Accept: application/json")
        @DocumentedResponse(status = "200", body = JsonElement.class)
        @DocumentedResponse(status = "201", body = JsonElement.class)
        @DocumentedResponse(status = "202", body = JsonElement.class, otherType = true)
        ApiCall<String> run();
    }

    private static List<String> findings(String created, String accepted) {
        return findings("", created, accepted);
    }

    private static List<String> findings(String headers, String created, String accepted) {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: 3.1.0
                info: {title: Jobs, version: "1"}
                paths:
                  /jobs:
                    get:
                      operationId: run
                      tags: [jobs]
                      responses:
                        "200": {description: Done, headers: {%s}, content: {application/json: {schema: {type: string}}}}
                        "201": {description: Done anew, content: {%s}}
                        "202": {description: Will be done, content: {%s}}
                """.formatted(headers, created, accepted));
        Findings findings = new Findings(GeneratedArtifact.CLIENT);
        new OperationCheck(new SchemaCheck(spec, findings), Set.of())
                .check(spec.operations().get(0), ClientRoutes.of(JobsApi.class));
        return findings.all().stream().map(Finding::toString).toList();
    }

    @Test
    void eachSuccessHasTheTypeOfTheMethodOrItsOwn() {
        assertThat(findings(TEXT, FLAG)).isEmpty();
        assertThat(findings("application/json: {schema: {type: string, description: Other words}}", FLAG))
                .isEmpty();
    }

    @Test
    void detectsASuccessThatIsReadAsTheTypeOfTheMethod() {
        assertThat(findings(FLAG, FLAG)).isNotEmpty().allMatch(finding -> finding.contains("response 201"));
    }

    @Test
    void detectsASuccessThatHasNoBodyOfItsOwn() {
        assertThat(findings(TEXT, "")).anyMatch(finding -> finding.contains("response 202"));
    }

    @Test
    void detectsAHeaderWithoutConstant() {
        assertThat(findings("X-Of-No-Document: {schema: {type: string}}", TEXT, FLAG))
                .singleElement()
                .asString()
                .contains("response 200", "/headers", "X-Of-No-Document");
        assertThat(findings("Content-Type: {schema: {type: string}}", TEXT, FLAG))
                .isEmpty();
    }

    @Test
    void detectsASuccessThatHasAnotherTypeThanItsConstant() {
        assertThat(findings(TEXT, TEXT)).isNotEmpty().allMatch(finding -> finding.contains("response 202"));
    }

    /** As generated for an operation with a JSON string as body, at a server of its own. */
    interface NotesApi {

        @PUT("note")
        @Headers({"Content-Type: application/json"})
        @SentTo("https://notes.example.com")
        ApiCall<Void> put(@Body String body);
    }

    private static List<String> findingsOfBody(String server, String type, Set<String> nullBodies) {
        SwaggerSpec spec = SwaggerSpec.parse("""
                openapi: 3.1.0
                info: {title: Notes, version: "1"}
                servers: [{url: 'https://example.com/v1'}]
                paths:
                  /note:
                    put:
                      operationId: put
                      tags: [notes]
                      servers: [{url: '%s'}]
                      requestBody: {required: true, content: {application/json: {schema: {type: %s}}}}
                      responses: {}
                """.formatted(server, type));
        Findings findings = new Findings(GeneratedArtifact.CLIENT);
        new OperationCheck(new SchemaCheck(spec, findings), nullBodies)
                .check(spec.operations().get(0), ClientRoutes.of(NotesApi.class));
        return findings.all().stream().map(Finding::toString).toList();
    }

    @Test
    void detectsAnotherServer() {
        assertThat(findingsOfBody("https://notes.example.com/", "string", Set.of()))
                .isEmpty();
        for (String other : List.of("https://other.example.com", "/notes")) {
            assertThat(findingsOfBody(other, "string", Set.of()))
                    .singleElement()
                    .asString()
                    .contains("/put/servers/0/url", "found 'https://notes.example.com'");
        }
    }

    @Test
    void detectsABodyThatMayBeNullSinceTheCodeWasGenerated() {
        String server = "https://notes.example.com";
        Set<String> before = Set.of("PUT /note application/json");

        assertThat(findingsOfBody(server, "[string, 'null']", before)).isEmpty();
        assertThat(findingsOfBody(server, "[string, 'null']", Set.of()))
                .singleElement()
                .asString()
                .contains("no method accepts a null body");
        assertThat(findingsOfBody(server, "string", before)).hasSize(1);
    }
}
