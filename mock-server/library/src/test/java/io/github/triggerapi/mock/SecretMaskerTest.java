package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.validation.SecretMasker;
import io.github.triggerapi.mock.junit.MockAssertions;
import io.github.triggerapi.mock.request.LogFormat;
import io.github.triggerapi.mock.request.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Secrets in logs and in the control API. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class SecretMaskerTest {
    private static final SecretMasker MASKER = new SecretMasker(List.of());
    private static final String PATH = "/api/v1/tasks/my-task/trigger";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private MockServer start(LogFormat format) {
        return MockServer.builder().accessLog(lines::add).logFormat(format).start();
    }

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void secretsAreShownNowhere(LogFormat format) {
        try (MockServer server = start(format)) {
            Caller caller = Caller.of(server)
                    .path(PATH
                            + "?token=hidden&a=shown&API_KEY=hidden&x-signature=hidden&pass%77ord=hidden&access_token=hidden"
                            + "&user[secret]=hidden&key=hidden&idempotencyKey=shown")
                    .header("Cookie", "session=hidden")
                    .header("X-Api-Key", "hidden")
                    .header("x-auth-token", "hidden")
                    .header("Referer", "http://user:hidden@localhost/?token=hidden&a=shown")
                    .header("x-trigger-request-idempotency-key", "shown");
            caller.send();
            caller.header("Authorization", "hidden").send();
            RecordedRequest request = server.requests().get(0);
            assertThat(request.path())
                    .isEqualTo(PATH + "?token=***&a=shown&API_KEY=***&x-signature=***&pass%77ord=***&access_token=***"
                            + "&user[secret]=***&key=***&idempotencyKey=shown");
            assertThat(request.header("Cookie")).isEqualTo("***");
            assertThat(MASKER.header("Proxy-Authorization", "Basic hidden")).isEqualTo("Basic ***");
            assertThat(request.header("X-Api-Key")).isEqualTo("***");
            assertThat(request.header("X-Auth-Token")).isEqualTo("***");
            assertThat(request.header("Referer")).isEqualTo("http://***@localhost/?token=***&a=shown");
            assertThat(request.header("x-trigger-request-idempotency-key")).isEqualTo("shown");
            Throwable failed = catchThrowable(
                    () -> MockAssertions.assertThat(server).triggered("none").once());
            assertThat(failed).hasMessageContaining("token=***").hasMessageNotContaining("hidden");
            assertThat(lines)
                    .hasSize(2)
                    .allSatisfy(line ->
                            assertThat(line).contains("token=***&a=shown").doesNotContain("hidden"));
            Caller control = Caller.of(server).method("GET").body("");
            assertThat(control.path("/_mock/requests").send().body())
                    .contains("***")
                    .doesNotContain("hidden");
            assertThat(control.path("/_mock/runs/" + request.runId()).send().body())
                    .contains("***")
                    .doesNotContain("hidden");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "token[0], true",
        "token[], true",
        "tok%65n%, true",
        "%74oken%zz%, true",
        "tok%FFen, true",
        "user[secret], true",
        "auth[user], true",
        "a%5Bapi_key%5D%5B0%5D, true",
        "sig2, true",
        "password_confirmation, true",
        "newPasswordAgain, true",
        "secret-2-old, true",
        "key[a], true",
        "idempotencyKey, false",
        "page[size], false",
        "keys%, false",
        "author, false"
    })
    void secretsAreRecognizedByName(String name, boolean secret) {
        String shown = secret ? "***" : "value";
        assertThat(MASKER.url("/a?" + name + "=value&b=c")).isEqualTo("/a?" + name + "=" + shown + "&b=c");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, ' 400 Validation error: must be an object at the top level'",
        "JSON, '\"reason\":\"Validation error'"
    })
    void theLineOfARejectedRequestHasTheReason(LogFormat format, String part) {
        try (MockServer server = start(format)) {
            Caller.of(server).body("[]").send();
            assertThat(lines).singleElement().asString().startsWith(format == LogFormat.TEXT ? "POST " + PATH : "{");
            assertThat(lines.get(0)).contains(part);
        }
    }

    @Test
    void invisibleCharactersAreEscaped() {
        try (MockServer server = start(LogFormat.TEXT)) {
            Caller.of(server)
                    .body("{\"options\":{\"ttl\":\"a\\nb\\u202e\\u001b\"}}")
                    .send();
            assertThat(lines)
                    .containsExactly("POST " + PATH + " 400 Validation error: must be a duration such as 1h42m, not"
                            + " \"a\\u000ab\\u202e\\u001b\" at \"options.ttl\"");
        }
    }

    @Test
    void theLineOfAFaultedRequestNamesTheFault() {
        try (MockServer server = start(LogFormat.TEXT)) {
            server.addFault(Fault.status(500).forTask("other"));
            ActiveFault second = server.addFault(Fault.status(503).times(1));
            ActiveFault third = server.addFault(Fault.delay(Duration.ZERO).times(1));
            Caller caller = Caller.of(server);
            caller.send();
            caller.send();
            caller.send();
            assertThat(server.requests())
                    .extracting(RecordedRequest::faultId)
                    .containsExactly(second.id(), third.id(), null);
            assertThat(server.requests())
                    .extracting(RecordedRequest::faultKind)
                    .containsExactly(Fault.Kind.STATUS, Fault.Kind.DELAY, null);
            assertThat(lines)
                    .containsExactly(
                            "POST " + PATH + " 503 fault_2", "POST " + PATH + " 200 fault_3", "POST " + PATH + " 200");
            assertThat(caller.method("GET")
                            .body("")
                            .path("/_mock/requests")
                            .send()
                            .body())
                    .contains("\"faultId\":\"fault_2\",\"faultKind\":\"status\"")
                    .contains("\"faultId\":\"fault_3\",\"faultKind\":\"delay\"");
        }
    }
}
