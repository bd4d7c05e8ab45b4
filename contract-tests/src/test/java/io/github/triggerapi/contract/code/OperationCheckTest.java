package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.call.ApiCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;
import retrofit2.http.Headers;

/** The check of an operation with several successes. */
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
        new OperationCheck(new SchemaCheck(spec, findings))
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
}
