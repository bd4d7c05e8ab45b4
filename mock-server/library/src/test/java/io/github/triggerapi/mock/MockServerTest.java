package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.request.LogFormat;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class MockServerTest {
    @Test
    void listensUntilClosed() {
        MockServer server = MockServer.builder().start();
        Caller caller = Caller.of(server);
        assertThat(server.url()).hasToString("http://127.0.0.1:" + server.port());
        assertThat(caller.statusAndBody()).startsWith("200 ");
        server.close();
        server.close();
        assertThatThrownBy(caller::statusAndBody).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aPortInUseIsReported() {
        try (MockServer server = MockServer.builder().start()) {
            MockServerBuilder second = MockServer.builder().port(server.port());
            assertThatThrownBy(second::start)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void invalidSettingsAreRejected() {
        MockServerBuilder builder = MockServer.builder();
        assertThatThrownBy(() -> builder.port(65536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.maxBodyBytes(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSharedStoreNamesTheMissingArtifact() {
        MockServerBuilder builder = MockServer.builder();
        for (String url : List.of("redis://me:secret@localhost", "REDISS://me:secret@local host")) {
            assertThatThrownBy(() -> builder.store(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A store in Redis needs the artifact io.github.triggerapi:trigger-api-mock-server-redis"
                            + " on the class path");
        }
        assertThatThrownBy(() -> builder.store("http://me:secret@localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("store must be redis://");
    }

    @Test
    void severalServersRunAtTheSameTime() {
        try (MockServer one = MockServer.builder().tasks("a").start();
                MockServer two = MockServer.builder().tasks("b").start()) {
            assertThat(Caller.of(one).path("/api/v1/tasks/a/trigger").statusAndBody())
                    .startsWith("200 ");
            assertThat(Caller.of(two).path("/api/v1/tasks/a/trigger").statusAndBody())
                    .startsWith("404 ");
        }
    }

    @Test
    void logsRequests() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (MockServer server = MockServer.builder().accessLog(lines::add).start()) {
            Caller.of(server).send();
        }
        assertThat(lines).containsExactly("POST /api/v1/tasks/my-task/trigger 200");
    }

    @Test
    void logsRequestsAsJson() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (MockServer server = MockServer.builder()
                .accessLog(lines::add)
                .logFormat(LogFormat.JSON)
                .start()) {
            server.addFault(Fault.cutResponse().times(1));
            Caller caller = Caller.of(server);
            assertThatThrownBy(caller::send).isInstanceOf(UncheckedIOException.class);
            caller.send();
            caller.path("/nowhere/%22x%22").send();
            caller.method("GET").path("/health").body("").send();
        }
        assertThat(lines)
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).startsWith("{\"time\":\"2").doesNotContain("\n"));
        assertThat(lines.get(0)).contains("\"status\":0,", "\"verdict\":\"faulted\"", "\"task\":\"my-task\"}");
        assertThat(lines.get(1)).contains("\"status\":200,", "\"verdict\":\"accepted\",\"task\":\"my-task\"}");
        assertThat(lines.get(2))
                .contains("\"path\":\"/nowhere/%22x%22\",\"status\":404,", "\"reason\":")
                .doesNotContain("\"task\"");
        assertThat(lines.get(3)).contains("\"method\":\"GET\",\"path\":\"/health\",\"status\":200,");
    }

    @Test
    void noRequestCausesAServerError() {
        List<String> bodies = List.of(
                "{}",
                "",
                "[",
                "{\"payload\":1e999999999}",
                "{\"options\":{\"ttl\":[]}}",
                "\"\\ud800\"",
                "\u0000",
                "[[[[]]]]",
                "{\"options\":{\"idempotencyKey\":\"k\"}}",
                "-",
                "{\"options\":{\"tags\":[null]}}",
                "1e5",
                "\uFEFF");
        List<String> paths = List.of(
                "/api/v1/tasks/a/trigger",
                "/",
                "/api/v1/tasks/%2F/trigger",
                "/api/v1/tasks/%C3/trigger",
                "/api/v1/tasks/a;b/trigger?x=%26",
                "/api/v1/tasks/a/trigger/");
        List<String> methods = List.of("POST", "POST", "POST", "GET", "PUT", "DELETE", "OPTIONS", "PATCH", "FOO");
        List<String> types = List.of("application/json", "application/json", "text/plain", "/", ";", "a/b/c;q");
        List<String> keys = List.of("Bearer tr_dev_1", "Bearer tr_stg_x", "Bearer", "x");
        Random random = new Random(1);
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server);
            for (int i = 0; i < 3_000; i++) {
                HttpResponse<String> response = caller.method(any(methods, random))
                        .path(any(paths, random))
                        .header("Content-Type", any(types, random))
                        .header("Accept", any(List.of("*/*", "application/json", "text/html", ",;q=9"), random))
                        .header("Authorization", any(keys, random))
                        .body(any(bodies, random))
                        .send();
                assertThat(response.statusCode()).as(response.body()).isLessThan(500);
            }
        }
    }

    private static String any(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
