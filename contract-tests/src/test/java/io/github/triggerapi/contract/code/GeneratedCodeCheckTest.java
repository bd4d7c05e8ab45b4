package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.contract.VendoredDocument;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check passes on the document of the build, and would not pass on another one. */
class GeneratedCodeCheckTest {

    private static final String SPEC = Spec.text();

    @Test
    void codeAgreesWithTheDocumentItWasGeneratedFrom() {
        assertThat(GeneratedCodeCheck.run(Spec.parse(SPEC))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a renamed property        | ~concurrencyKey:\n              type: string~ | ~concurrencyToken:\n              type: string~ | options/concurrencyKey
            a removed property        | ~        context:\\n          description: The context can include any valid JSON\\n~ | ~~ | /context
            another type              | ~idempotencyKey:\\n              type: string~ | ~idempotencyKey:\\n              type: integer~ | options/idempotencyKey
            another upper bound       | ~maximum: 1000~                          | ~maximum: 1001~                     | queue/concurrencyLimit
            no lower bound            | ~          minimum: 0\\n~                | ~~                                  | queue/concurrencyLimit
            a variant less            | ~      type:\\n        - string\\n        - number~ | ~      type: string~       | options/ttl
            another variant           | ~        - string\\n        - number~    | ~        - string\\n        - boolean~ | options/ttl
            optional, not required    | ~      required:\\n        - error\\n~   | ~~                                  | /error
            required, not optional    | ~    QueueOptions:\\n      type: object~ | ~    QueueOptions:\\n      required: [name]\\n      type: object~ | queue/name
            another verb              | ~    post:\\n      tags~                 | ~    put:\\n      tags~             | PUT /api/v1/tasks/{taskIdentifier}/trigger
            another path              | ~/api/v1/tasks/{taskIdentifier}/trigger:~ | ~/api/v2/tasks/{taskIdentifier}/trigger:~ | POST /api/v2/tasks/{taskIdentifier}/trigger
            a parameter more          | ~    post:\\n      tags~                 | ~    post:\\n      parameters: [{in: query, name: dryRun, schema: {type: boolean}}]\\n      tags~ | parameter query dryRun
            a parameter elsewhere     | ~in: path~                               | ~in: header~                        | parameter header taskIdentifier
            another operationId       | ~operationId: trigger_task_v1~           | ~operationId: start_task_v1~        | start_task_v1
            an answer less            | ~        '404':\\n          description: Resource not found\\n          content:\\n            application/json:\\n              schema:\\n                $ref: '#/components/schemas/ErrorResponse'\\n~ | ~~ | has the answer 404
            another body type         | ~        content:\\n          application/json:~ | ~        content:\\n          application/cbor:~ | application/cbor
            another answer type       | ~          content:\\n            application/json:\\n              schema:\\n                $ref: '#/components/schemas/TriggerTaskResponse'~ | ~          content:\\n            application/hal+json:\\n              schema:\\n                $ref: '#/components/schemas/TriggerTaskResponse'~ | application/hal+json
            an optional body          | ~      requestBody:\\n        required: true~ | ~      requestBody:\\n        required: false~ | request body
            a schema more             | ~    TTL:~                               | ~    Extra: {type: object, properties: {a: {type: string}}}\\n    TTL:~ | #/components/schemas/Extra
            a nullable member         | ~concurrencyKey:\\n              type: string~ | ~concurrencyKey:\\n              type: [string, "null"]~ | options/concurrencyKey
            """)
    void aChangeIsCaughtByName(String change, String before, String after, String place) {
        List<String> findings = GeneratedCodeCheck.run(Spec.parse(replaced(before, after)));

        assertThat(findings)
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(finding).contains(place));
        assertThat(findings).anyMatch(finding -> finding.startsWith("client: "));
        assertThat(findings).anyMatch(finding -> finding.startsWith("server: "));
    }

    @Test
    void aDroppedParameterIsCaughtByName() {
        String dropped = replaced("    parameters:\\n      - $ref: '#/components/parameters/taskIdentifier'\\n", "");
        String withoutPlaceholder = dropped.replace("/{taskIdentifier}/", "/");

        assertThatThrownBy(() -> Spec.parse(dropped)).hasMessageContaining("taskIdentifier");
        assertThat(GeneratedCodeCheck.run(Spec.parse(withoutPlaceholder)))
                .anyMatch(finding -> finding.contains("POST /api/v1/tasks/trigger"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~description: Trigger a task by its identifier.~           | ~description: Something else.~
            ~summary: Trigger a task~                                   | ~summary: Go~
            ~description: The payload can include any valid JSON~       | ~title: The payload~
            ~example: run_1234~                                         | ~example: run_9~
            ~description: Resource not found~                           | ~description: Gone~
            ~The ID of the run that was triggered.~                     | ~An id.~
            """)
    void aChangeOfProseIsNone(String before, String after) {
        assertThat(GeneratedCodeCheck.run(Spec.parse(replaced(before, after)))).isEmpty();
    }

    private static String replaced(String before, String after) {
        String from = lines(before);
        VendoredDocument.assumeInUse();
        assertThat(SPEC).contains(from);
        return SPEC.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(lines(after)));
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }
}
