package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import consumer.RequestsTest.Exchange;
import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.internal.resource.ResourceContext;
import io.github.triggerapi.mock.internal.resource.StatefulResources;
import io.github.triggerapi.mock.internal.resource.TasksResource;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The behavior of the mock server on a JAX-RS runtime, compared with the mock server itself. Each of the projects that have a
 * subclass starts its runtime with {@link MockTasks}.
 *
 * <p>The same requests go to both, in the same order, and both must keep the same runs. The statuses must be the same for all
 * requests. The bodies must be the same where the behavior creates them: those of successes, and of errors that it finds
 * itself, such as a task that does not exist, or a delay in the past. Requests that do not match the schemas, and those for no
 * operation, do not reach it. The runtime rejects them by the stubs, and the mock server by the document, each in words of its
 * own: of their bodies, only the names of the members are compared.
 */
abstract class MockBehaviorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Set<String> TASKS = Set.of("my-task", "other", "gr\u00F6\u00DFe-\u65E5", "a/b");
    private static final Pattern RUN = Pattern.compile("run_[1-9a-km-z]{21}");

    /** A started runtime. */
    record Runtime(String url, java.lang.Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }

    /** Starts the runtime with {@link MockTasks}, on any free port. */
    abstract Runtime start() throws Exception;

    static boolean isSecretKey(String key) {
        return key.matches("tr_(dev|prod)_1234");
    }

    private static RunEngine engine(TaskBehavior behavior) {
        return new RunEngine(
                MockServer.newMemoryStore(1000), EngineClock.stoppedAt(NOW), new Random(1), behavior, 1);
    }

    private static Exchange options(String name, String json) {
        return RequestsTest.trigger(name, "my-task", "{\"options\":{" + json + "}}");
    }

    /** Returns requests that the behavior decides about. */
    private static List<Exchange> decidedByTheBehavior() {
        String key = "\"idempotencyKey\":\"k\"";
        String requestKey = "x-trigger-request-idempotency-key";
        List<Exchange> all = new ArrayList<>();
        all.add(options("a key", key));
        all.add(options("the same key", key));
        all.add(options("the same key with a delay in the past", key + ",\"delay\":\"2025-01-01T00:00:00Z\""));
        all.add(RequestsTest.trigger("the same key, other task", "other", "{\"options\":{" + key + "}}"));
        all.add(options("the same key, other environment", key).header("Authorization", "Bearer tr_prod_1234"));
        all.add(RequestsTest.trigger("an attempt", "my-task", "{}").header(requestKey, "r"));
        all.add(RequestsTest.trigger("another attempt", "my-task", "{\"payload\":1}").header(requestKey, "r"));
        all.add(RequestsTest.trigger("an attempt of no request", "my-task", "{}").header(requestKey, " "));
        all.add(RequestsTest.trigger("an encoded slash", "a%2Fb", "{}"));
        all.add(RequestsTest.trigger("no such task", "my-tasks", "{}"));
        all.add(options("a tag", "\"tags\":\"t\""));
        all.add(options("tags", "\"tags\":[\"a\",\"b\",\"c\",\"d\",\"e\"]"));
        all.add(options("too many tags", "\"tags\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]"));
        all.add(options("too long a tag", "\"tags\":\"" + "x".repeat(1000) + "\""));
        all.add(options("a time to live", "\"ttl\":\"1h42m\""));
        all.add(options("seconds to live", "\"ttl\":3600"));
        all.add(options("no time to live", "\"ttl\":\"0s\""));
        all.add(options("no seconds to live", "\"ttl\":0"));
        all.add(options("an unreadable time to live", "\"ttl\":\"soon\""));
        all.add(options("a delay", "\"delay\":\"15m\""));
        all.add(options("a delay until", "\"delay\":\"2026-01-02T00:00:00Z\""));
        all.add(options("a delay in the past", "\"delay\":\"2025-01-01T00:00:00Z\""));
        all.add(options("an unreadable delay", "\"delay\":\"soon\""));
        all.add(options("a queue", "\"queue\":{\"name\":\"q\",\"concurrencyLimit\":1},\"concurrencyKey\":\"c\""));
        all.add(options("a queue of no runs", "\"queue\":{\"name\":\"q\",\"concurrencyLimit\":0}"));
        all.add(RequestsTest.trigger("all members", "my-task", "{\"payload\":[1],\"context\":{\"a\":1},\"options\":{}}"));
        return all;
    }

    /** Returns the requests that other tests send to the operation, whichever part of a server decides about them. */
    private static List<Exchange> ofOtherTests() {
        // OPTIONS is not in the document: the runtimes answer it themselves, the mock server does not.
        return RequestsTest.exchanges().stream()
                .filter(exchange -> !exchange.path.startsWith("/reports") && !exchange.method.equals("OPTIONS"))
                .toList();
    }

    /** Returns what is compared of a response. Runs are numbered in the order in which they appear. */
    private static String response(String url, Exchange exchange, List<String> runs) throws Exception {
        HttpResponse<String> response = RequestsTest.send(url, exchange);
        if (response.body().isEmpty()) {
            return String.valueOf(response.statusCode());
        }
        JsonNode body = RequestsTest.tree(response.body());
        List<String> members = new ArrayList<>();
        body.fieldNames().forEachRemaining(members::add);
        boolean whole = isDecidedByTheBehavior(exchange) || response.statusCode() < 300;
        return response.statusCode()
                + " "
                + response.headers().firstValue("Content-Type").orElse("")
                + " "
                + RUN.matcher(whole ? body.toString() : members.toString()).replaceAll(id -> {
                    if (!runs.contains(id.group())) {
                        runs.add(id.group());
                    }
                    return "run " + runs.indexOf(id.group());
                });
    }

    private static boolean isDecidedByTheBehavior(Exchange exchange) {
        return exchange.status == 0;
    }

    /** Sends all requests to both servers, and returns the names of those with different responses. */
    private Map<String, String> differences(RequestRules rules, TaskBehavior behavior) throws Exception {
        RunEngine engine = engine(behavior);
        MockTasks.behavior = (TasksResource) StatefulResources.ALL
                .get(0)
                .apply(new ResourceContext(TASKS, engine, rules, Document.bundled().responses()));
        List<Exchange> exchanges = new ArrayList<>(decidedByTheBehavior());
        exchanges.addAll(ofOtherTests());
        Map<String, String> differences = new LinkedHashMap<>();
        try (Runtime runtime = start();
                MockServer mock = MockServer.builder()
                        .port(0)
                        .clock(MockClock.stoppedAt(NOW))
                        .tasks(TASKS.toArray(String[]::new))
                        .keys("tr_dev_1234", "tr_prod_1234")
                        .start()) {
            List<String> runs = new ArrayList<>();
            List<String> runsOfMock = new ArrayList<>();
            for (Exchange exchange : exchanges) {
                String actual = response(runtime.url(), exchange, runs);
                String expected = response(mock.url().toString(), exchange, runsOfMock);
                if (!actual.equals(expected)) {
                    differences.put(exchange.name, actual + " instead of " + expected);
                }
            }
            List<String> kept = described(engine.runs(RunFilter.builder().build()));
            List<String> keptByMock = described(mock.runs());
            if (!kept.equals(keptByMock)) {
                differences.put("runs", kept + " instead of " + keptByMock);
            }
        } finally {
            engine.close();
        }
        System.out.printf("%d requests, different: %s%n", exchanges.size(), differences.keySet());
        return differences;
    }

    private static List<String> described(List<Run> runs) {
        return runs.stream()
                .map(run -> String.join(
                        " ",
                        run.task(),
                        run.environment(),
                        run.status().toString(),
                        String.valueOf(run.payloadJson()),
                        run.tags().toString(),
                        run.queue(),
                        String.valueOf(run.ttl()),
                        String.valueOf(run.delayUntil())))
                .toList();
    }

    /** As the document has no 415, the mock server responds with 400. */
    @Test
    void respondsLikeTheMockServer() throws Exception {
        assertEquals(
                Map.of("a wrong media type", "415 application/json [error] instead of 400 application/json [error]"),
                differences(RequestRules.DOCUMENT, TaskBehavior.completeAfter(Duration.ZERO)));
    }

    @Test
    void otherRulesAreFound() throws Exception {
        Set<String> differences = differences(RequestRules.SCHEMAS, TaskBehavior.completeAfter(Duration.ZERO))
                .keySet();

        assertTrue(differences.contains("a delay in the past"), differences::toString);
        assertTrue(differences.contains("too many tags"), differences::toString);
    }

    @Test
    void otherStatusesOfRunsAreFound() throws Exception {
        Set<String> differences =
                differences(RequestRules.DOCUMENT, TaskBehavior.stayQueued()).keySet();

        assertEquals(Set.of("a wrong media type", "runs"), differences);
    }
}
