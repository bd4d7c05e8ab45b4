package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.internal.resource.StatefulResource;
import io.github.triggerapi.mock.run.store.RunStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with an error of the JVM get a response and are recorded, and their connections are closed. */
@Timeout(60)
class ErrorsTest {
    private static final Logger LOGGER = Logger.getLogger("io.github.triggerapi.mock.internal");

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // Other tests may run at the same time.
            if (entry.getThrown() != null
                    && "of the test".equals(entry.getThrown().getMessage())) {
                logged.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Path("/")
    public interface WidgetsApi {
        @POST
        @Path("widgets")
        @Consumes("application/json")
        @Produces("application/json")
        default Object makeWidget(JsonNode body) {
            return body;
        }
    }

    /** Throws the error that the name of the widget stands for. */
    static final class Failing implements WidgetsApi, StatefulResource {
        @Override
        public Object makeWidget(JsonNode body) {
            switch (body.path("name").asText()) {
                case "memory" -> throw new OutOfMemoryError("of the test");
                case "stack" -> throw new StackOverflowError("of the test");
                case "class" -> throw new NoClassDefFoundError("of the test");
                case "exception" -> throw new IllegalStateException("of the test");
                default -> {
                    return body;
                }
            }
        }
    }

    @BeforeEach
    void addLogHandler() {
        LOGGER.addHandler(handler);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void removeLogHandler() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }

    private MockServer start(Consumer<String> log, RunStore store) throws IOException {
        try (InputStream yaml = getClass().getResourceAsStream("widgets.yaml")) {
            return MockServer.builder()
                    .api(Document.read(yaml), List.of(context -> new Failing()))
                    .accessLog(log)
                    .store(store)
                    .start();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "memory, 503, true, The server has no memory left for this request",
        "stack, 500, true, Internal server error",
        "class, 500, true, Internal server error",
        "exception, 500, false, Internal server error"
    })
    void exceptionsOfAResourceGetAnErrorResponse(String name, int status, boolean closes, String message)
            throws IOException {
        try (MockServer server = start(lines::add, new MemoryRunStore(100_000))) {
            Caller caller = Caller.of(server).path("/widgets");
            HttpResponse<String> statusAndBody =
                    caller.body("{\"name\":\"" + name + "\"}").send();
            assertThat(statusAndBody.statusCode()).isEqualTo(status);
            assertThat(statusAndBody.body()).isEqualTo("{\"error\":\"" + message + "\"}");
            assertThat(statusAndBody
                            .headers()
                            .firstValue("Connection")
                            .orElse("")
                            .equals("close"))
                    .isEqualTo(closes);
            assertThat(statusAndBody.headers().firstValue("Retry-After").isPresent())
                    .isEqualTo(status == 503);
            assertThat(lines).singleElement().asString().startsWith("POST /widgets " + status);
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.reason()).isEqualTo(message));
            // Another test silences the logger of exceptions.
            assertThat(logged).hasSize(closes ? 1 : logged.size());
            assertThat(caller.body("{\"name\":\"good\"}").statusAndBody()).startsWith("201 ");
        }
    }

    @Test
    void exceptionsOfAControlOperationGetAnErrorResponse() throws IOException {
        RunStore store = new MemoryRunStore(100_000);
        RunStore failing = (RunStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RunStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        throw new OutOfMemoryError("of the test");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try (MockServer server = start(lines::add, failing)) {
            Caller caller = Caller.of(server).method("GET").body("");
            assertThat(caller.path("/_mock/runs").statusAndBody())
                    .isEqualTo("503 {\"error\":\"The server has no memory left for this request\"}");
            assertThat(lines).singleElement().asString().startsWith("GET /_mock/runs 503");
            assertThat(logged).hasSize(1);
            assertThat(caller.path("/_mock/info").statusAndBody()).startsWith("200 ");
        }
    }

    @Test
    void exceptionsOfTheAccessLogDoNotAffectResponses() throws IOException {
        Consumer<String> broken = line -> {
            throw new StackOverflowError("of the test");
        };
        try (MockServer server = start(broken, new MemoryRunStore(100_000))) {
            assertThat(Caller.of(server)
                            .path("/widgets")
                            .body("{\"name\":\"good\"}")
                            .statusAndBody())
                    .startsWith("201 ");
            assertThat(logged)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getMessage()).isEqualTo("A request could not be recorded"));
        }
    }
}
