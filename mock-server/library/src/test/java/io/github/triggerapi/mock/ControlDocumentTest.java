package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.control.ControlApi;
import io.github.triggerapi.mock.internal.control.ControlContext;
import io.github.triggerapi.mock.internal.control.StateResource;
import io.github.triggerapi.mock.internal.control.model.ServerInfo;
import io.github.triggerapi.mock.internal.dispatch.ResourceDispatcher;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.document.ResponseValidation;
import io.github.triggerapi.mock.internal.fault.ActiveFaults;
import io.github.triggerapi.mock.internal.http.EventBroadcaster;
import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Requests and responses of the control API compared with its OpenAPI document. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class ControlDocumentTest {
    @TempDir
    Path directory;

    /** A valid request for each operation that needs more than its method and path: variables, query, body. */
    private record Request(String path, String body) {}

    @Test
    void responsesOfAllOperationsAreAsDocumented() {
        assertThat(problems(ControlApi.document())).isEmpty();
    }

    @Test
    void errorResponsesOfAllOperationsAreAsDocumented() {
        Document document = ControlApi.document();
        ResponseValidation check = new ResponseValidation(document);
        List<String> problems = new ArrayList<>();
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server);
            for (Operation operation : document.operations()) {
                // Only operations without a body and a variable accept this.
                HttpResponse<String> response = caller.method(operation.method())
                        .path(operation.path().replaceAll("\\{[^}]*}", "unknown"))
                        .header("Accept", "image/png")
                        .body(operation.consumes().isEmpty() ? "" : "[]")
                        .send();
                note(problems, operation, check, response);
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyOperationHasAResource() {
        assertThat(unhandled(resources())).isEmpty();
        assertThat(unhandled(resources().subList(1, resources().size()))).contains("/health", "/_mock/reset");
    }

    private static List<Object> resources() {
        ServerInfo info =
                ControlApi.info("1", Document.bundled(), MockServer.builder().options(new MemoryRunStore(100_000)));
        return ControlApi.resources(new ControlContext(
                info,
                Document.bundled(),
                MockServer.builder().clock(MockClock.stoppedAt(Instant.EPOCH)).engine(new MemoryRunStore(100_000)),
                new ActiveFaults(),
                new RequestLog(0, Long.MAX_VALUE),
                () -> {},
                state -> {},
                null));
    }

    private static List<String> unhandled(List<Object> resources) {
        Document document = ControlApi.document();
        ResourceDispatcher dispatcher = new ResourceDispatcher(resources, document.responses());
        return document.operations().stream()
                .filter(operation -> !dispatcher.has(operation) && !EventBroadcaster.isEventStream(operation))
                .filter(operation -> !operation.path().equals(StateResource.PATH))
                .map(Operation::path)
                .toList();
    }

    @Test
    void differencesFromTheDocumentAreFound() throws IOException {
        assertThat(problems(changed("required: [time, running]", "required: [time, running, zone]")))
                .hasSize(3)
                .allMatch(problem -> problem.endsWith("is required at \"zone\""));
        assertThat(problems(changed("      operationId: getHealth", "      operationId: getHealth\n      x-a: 1")))
                .isEmpty();
        assertThat(problems(changed("  /health:", "  /healthy:"))).hasSize(1);
        assertThat(problems(changed("\"201\"", "\"202\""))).isNotEmpty();
    }

    /** Operations whose responses end. */
    private static List<Operation> ending(Document document) {
        return document.operations().stream()
                .filter(operation -> !EventBroadcaster.isEventStream(operation))
                .toList();
    }

    private static Document changed(String text, String other) throws IOException {
        String source = new String(ControlApi.document().source(), StandardCharsets.UTF_8);
        assertThat(source).contains(text);
        byte[] changed = source.replace(text, other).getBytes(StandardCharsets.UTF_8);
        String withoutOthers = new String(changed, StandardCharsets.UTF_8)
                // The default response would cover every other status.
                .replace("        default:\n          $ref: \"#/components/responses/Error\"\n", "");
        return Document.read(new ByteArrayInputStream(withoutOthers.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> problems(Document document) {
        ResponseValidation check = new ResponseValidation(document);
        List<String> problems = new ArrayList<>();
        MockClock clock = MockClock.stoppedAt(Instant.parse("2026-11-24T00:00:00Z"));
        try (MockServer server = MockServer.builder()
                .clock(clock)
                .stayQueued()
                .stateFile(directory.resolve("state.json"))
                .start()) {
            Caller caller = Caller.of(server);
            caller.body("[]").statusAndBody();
            JsonNode examples = document.root();
            for (Operation operation : ending(document)) {
                // For each operation, because one of them removes everything.
                String delay = operation.path().endsWith("/reschedule") ? ",\"delay\":\"1h\"" : "";
                String run = caller.body("{\"payload\":{\"a\":1.50},\"options\":{\"queue\":{\"concurrencyLimit\":1}%s}}"
                                .formatted(delay))
                        .header("x-trigger-request-idempotency-key", "k" + delay)
                        .statusAndBody()
                        .replaceFirst(".*\"(run_\\w+)\".*", "$1");
                Request request = request(operation, run, caller, examples);
                HttpResponse<String> response = caller.method(operation.method())
                        .path(request.path())
                        .body(request.body())
                        .send();
                if (response.statusCode() >= 300) {
                    problems.add(operation.path() + ": " + response.statusCode() + " " + response.body());
                } else {
                    note(problems, operation, check, response);
                }
            }
        }
        return problems;
    }

    /** Makes requests from the examples of the document. */
    private static Request request(Operation operation, String run, Caller caller, JsonNode document) {
        String fault = "{\"kind\":\"cutResponse\",\"task\":\"nobody\"}";
        if (operation.method().equals("DELETE")) {
            caller.method("POST").path("/_mock/faults").body(fault).send();
        }
        JsonNode example = document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json/example");
        String state = caller.method("GET").path("/_mock/state").body("").send().body();
        String body = operation.consumes().isEmpty()
                ? ""
                : !example.isMissingNode()
                        ? example.toString()
                        : operation.path().endsWith("/state")
                                ? state
                                : operation.path().contains("/tasks/") ? "{\"stayQueued\":true}" : fault;
        String id = operation.path().contains("runs") ? run : lastFault(caller);
        return new Request(operation.path().replace("{id}", id).replace("{task}", "my-task"), body);
    }

    private static String lastFault(Caller caller) {
        String faults = caller.method("GET").path("/_mock/faults").body("").statusAndBody();
        return faults.replaceFirst("(?s).*\"id\":\"(fault_\\d+)\".*", "$1").replaceFirst("\\d+ .*", "");
    }

    private static void note(
            List<String> problems, Operation operation, ResponseValidation check, HttpResponse<String> response) {
        String problem = check.of(
                operation,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(null),
                response.body().getBytes(StandardCharsets.UTF_8));
        if (problem != null) {
            problems.add(operation.method() + " " + operation.path() + ": " + problem);
        }
    }
}
