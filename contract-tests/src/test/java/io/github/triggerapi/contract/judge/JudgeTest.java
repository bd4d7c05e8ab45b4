package io.github.triggerapi.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final String PATH = "/api/v1/tasks/my-task/trigger";

    private final Judge judge = new Judge(Spec.text());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"payload\":null}",
                "{\"payload\":[1,{\"a\":null}],\"more\":true}",
                "{\"options\":{\"ttl\":0.5,\"tags\":\"a\"}}",
                "{\"options\":{\"ttl\":\"1h\",\"tags\":[\"a\",\"b\"],\"queue\":{\"concurrencyLimit\":1000.0}}}"
            })
    void acceptsWhatTheDocumentAllows(String body) {
        assertThat(judge.request("POST", PATH, "application/json; charset=utf-8", body))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"options":{"ttl":true}}                            | /options/ttl                    | type
            {"options":{"tags":["a",1]}}                        | /options/tags/1                 | type
            {"options":{"queue":{"concurrencyLimit":1001}}}     | /options/queue/concurrencyLimit | maximum
            {"options":{"queue":{"concurrencyLimit":-1}}}       | /options/queue/concurrencyLimit | minimum
            {"options":{"idempotencyKey":null}}                 | /options/idempotencyKey         | type
            {"options":                                         |                                 | no JSON
            {"options":{},"options":{}}                         |                                 | no JSON
            []                                                  |                                 | type
            """)
    void namesPlaceAndKeywordOfWhatItDoesNot(String body, String pointer, String keyword) {
        List<String> faults = judge.request("POST", PATH, "application/json", body);

        assertThat(faults)
                .allMatch(fault -> fault.startsWith("POST " + PATH))
                .anyMatch(
                        fault -> fault.contains(keyword) && fault.contains(pointer == null ? "" : "'" + pointer + "'"));
    }

    @Test
    void knowsBodiesMediaTypesAndOperations() {
        assertThat(judge.request("POST", PATH, "application/json", ""))
                .first()
                .asString()
                .contains("no body");
        assertThat(judge.request("POST", PATH, "text/plain", "{}"))
                .first()
                .asString()
                .contains("text/plain");
        assertThat(judge.request("PUT", PATH, "application/json", "{}"))
                .first()
                .asString()
                .contains("no such operation");
        assertThat(judge.request("POST", PATH + "/x", "application/json", "{}")).isNotEmpty();
    }

    @Test
    void judgesAnswersByStatus() {
        assertThat(judge.response("POST", PATH, 200, "application/json", "{\"id\":\"run_1\",\"isCached\":true}"))
                .isEmpty();
        assertThat(judge.response("POST", PATH, 200, "application/json", "{\"id\":1}"))
                .first()
                .asString()
                .contains("'/id'");
        assertThat(judge.response("POST", PATH, 401, "application/json", "{}"))
                .first()
                .asString()
                .contains("required");
        assertThat(judge.response("POST", PATH, 202, "application/json", "{}"))
                .first()
                .asString()
                .contains("no such status");
        assertThat(judge.response("POST", PATH, 400, "text/html", "<html>"))
                .first()
                .asString()
                .contains("text/html");
    }
}
