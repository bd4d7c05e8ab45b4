package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.contract.code.Route;
import io.github.triggerapi.contract.judge.Exchange;
import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.JudgingInterceptor;
import io.github.triggerapi.contract.judge.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Client → HTTP → stubs and back: what arrives is what was sent, and the judge finds no violation with what went over the wire.
 */
public final class RoundTripRunner implements AutoCloseable {

    /** Headers that an HTTP client sets by itself. */
    private static final Set<String> ADDED = Set.of(
            "header accept-encoding", "header connection", "header content-length", "header host", "header user-agent");

    private final StubHost host = new StubHost();
    private final AtomicLong cases = new AtomicLong();
    private final JudgingInterceptor judging;
    private final TriggerClient client;
    private final ClientInvoker caller;

    public RoundTripRunner(Judge judge) {
        this(judge, new OkHttpClient());
    }

    /** With a way to the wire of one's own. */
    RoundTripRunner(Judge judge, OkHttpClient http) {
        this.judging = new JudgingInterceptor(judge);
        this.client = TriggerClient.builder()
                .secretKey(MessageSchemas.KEY)
                .apiUrl(host.url().toString())
                .retryPolicy(RetryPolicy.none())
                .httpClient(http.newBuilder()
                        .addInterceptor(chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .header(StubHost.CASE, Long.toString(cases.get()))
                                .build()))
                        .addNetworkInterceptor(judging)
                        .build())
                .build();
        this.caller = new ClientInvoker(client);
    }

    @Override
    public void close() {
        client.close();
        host.close();
    }

    /**
     * What came of one request and its response.
     *
     * @param request what was to be sent
     * @param problems what is not as it should be; empty where all is
     * @param exchange what went over the wire; empty where nothing did
     */
    public record Trip(ObjectNode request, List<String> problems, Optional<Exchange> exchange) {}

    /**
     * Sends one request, as the schema of {@link MessageSchemas#requests} has it, and has one response given to it. One at a time.
     */
    Trip send(Operation operation, ObjectNode request, ObjectNode response) {
        String id = Long.toString(cases.incrementAndGet());
        List<String> problems = new ArrayList<>();
        host.response(id, response);
        Optional<Route> route = caller.route(operation, MessageSchemas.mediaType(request));
        try {
            if (route.isEmpty()) {
                problems.add("the client has no method for " + operation.label() + " with a body of the media type '"
                        + MessageSchemas.mediaType(request) + "'");
            } else {
                ObjectNode read = caller.send(route.get(), request);
                same(
                        "status",
                        response.get(MessageSchemas.STATUS),
                        read.get(MessageSchemas.STATUS),
                        "client",
                        problems);
                same("header", StringNode.valueOf(id), read.path(StubHost.CASE), "client", problems);
                same(
                        "response body",
                        MessageSchemas.body(response),
                        read.path(MessageSchemas.BODY),
                        "client",
                        problems);
            }
        } catch (RuntimeException e) {
            problems.add("the client failed: " + e);
        }
        problems.addAll(arrived(operation, request, host.received(id)));
        List<Exchange> exchanges = judging.takeExchanges();
        // First, as what is wrong on the way there is the cause of much else.
        problems.addAll(0, onTheWire(exchanges, route.map(Route::accept).orElse("")));
        return new Trip(request, problems, exchanges.stream().findFirst());
    }

    /** What arrived without the headers that an HTTP client adds where they are not set. */
    static ObjectNode withoutAdded(ObjectNode sent, ObjectNode arrived) {
        ObjectNode rest = arrived.deepCopy();
        for (String name : arrived.propertyNames()) {
            if (!sent.has(name) && ADDED.contains(name.toLowerCase(Locale.ROOT))) {
                rest.remove(name);
            }
        }
        return rest;
    }

    private static List<String> arrived(Operation operation, ObjectNode request, StubHost.@Nullable Received received) {
        if (received == null) {
            return List.of("no method of the stubs was called");
        }
        List<String> problems = new ArrayList<>();
        if (!received.label().equals(operation.label())) {
            problems.add("the method of the stubs for " + received.label() + " was called");
        }
        same("request", request, withoutAdded(request, received.request()), "server", problems);
        received.violations()
                .forEach(violation -> problems.add("Bean Validation refuses what the document allows: " + violation));
        return problems;
    }

    private static List<String> onTheWire(List<Exchange> exchanges, String accept) {
        List<String> problems = new ArrayList<>();
        if (exchanges.size() != 1) {
            problems.add("the client has sent " + exchanges.size() + " requests");
        }
        for (Exchange exchange : exchanges) {
            exchange.violations().forEach(violation -> problems.add("on the wire: " + violation));
            String found = exchange.request().header("Accept");
            if (!accept.isEmpty() && !accept.equals(found)) {
                problems.add("on the wire: expected the header Accept: " + accept + ", found " + found);
            }
        }
        return problems;
    }

    /**
     * Sends a bad request to the stubs.
     *
     * @param response what is responded where they take it
     * @return whether they take it: it is read, and Bean Validation has nothing against it
     */
    boolean takes(HttpMessage.Request request, ObjectNode response) {
        String id = Long.toString(cases.incrementAndGet());
        host.response(id, response);
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.put(StubHost.CASE, List.of(id));
        new HttpSender(host.url())
                .send(new HttpMessage.Request(
                        request.method(), request.path(), request.query(), headers, request.body()));
        StubHost.Received received = host.received(id);
        return received != null && received.violations().isEmpty();
    }

    private static void same(String what, JsonNode sent, JsonNode read, String receiver, List<String> problems) {
        JsonDifferences.of(sent, read).forEach(difference -> problems.add(receiver + " " + what + difference));
    }
}
