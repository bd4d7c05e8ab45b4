package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.api.SecuritySchemes;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.contract.code.Route;
import io.github.triggerapi.contract.judge.Exchange;
import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.JudgingInterceptor;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.contract.judge.ParameterForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Sends requests through client, HTTP and stubs, and responses back. What arrives must equal what was sent, and the judge must
 * accept what was on the wire.
 */
public final class RoundTripRunner implements AutoCloseable {

    /** Headers that HTTP clients add. */
    private static final Set<String> ADDED = Set.of(
            "header accept-encoding", "header connection", "header content-length", "header host", "header user-agent");

    private final StubHost host = new StubHost();
    private final AtomicLong cases = new AtomicLong();
    private final JudgingInterceptor judging;
    private final List<io.github.triggerapi.contract.judge.SecurityScheme> schemes;
    private final OkHttpClient http;

    /** A client for each set of security schemes that it has credentials for. */
    private final Map<Set<String>, TriggerClient> clients = new HashMap<>();

    private final Map<Set<String>, ClientInvoker> callers = new HashMap<>();

    public RoundTripRunner(Judge judge) {
        this(judge, new OkHttpClient());
    }

    /** Creates a runner with a custom HTTP client. */
    RoundTripRunner(Judge judge, OkHttpClient http) {
        this.judging = new JudgingInterceptor(judge);
        this.schemes = judge.document().securitySchemes();
        this.http = http.newBuilder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header(StubHost.CASE, Long.toString(cases.get()))
                        .build()))
                .addNetworkInterceptor(judging)
                .build();
    }

    /** Returns a client with the credentials of some security schemes. */
    private TriggerClient client(Set<String> schemes) {
        TriggerClient.Builder builder = TriggerClient.builder()
                .apiUrl(host.url().toString())
                .retryPolicy(RetryPolicy.none())
                .httpClient(http);
        for (SecurityScheme scheme : SecuritySchemes.all()) {
            if (schemes.contains(scheme.name()) && scheme instanceof SecurityScheme.Token token) {
                builder.credentials(token, MessageSchemas.KEY);
            } else if (schemes.contains(scheme.name()) && scheme instanceof SecurityScheme.Basic basic) {
                builder.credentials(basic, "", MessageSchemas.KEY);
            }
        }
        return builder.build();
    }

    /** Returns the schemes that a client gets credentials for: those of one alternative after the other, or all. */
    private Set<String> schemes(Operation operation) {
        int alternatives = operation.security().size();
        int next = (int) (cases.get() % (alternatives + 1));
        Stream<String> names = next < alternatives
                ? operation.security().get(next).stream().map(io.github.triggerapi.contract.judge.SecurityScheme::name)
                : SecuritySchemes.all().stream().map(SecurityScheme::name);
        return names.collect(Collectors.toSet());
    }

    @Override
    public void close() {
        clients.values().forEach(TriggerClient::close);
        host.close();
    }

    /**
     * The result of a round trip.
     *
     * @param request the request to send
     * @param problems the problems; empty if there are none
     * @param exchange the messages on the wire; empty if nothing was sent
     */
    public record RoundTrip(ObjectNode request, List<String> problems, Optional<Exchange> exchange) {}

    /**
     * Sends a request described by {@link MessageSchemas#requests} and returns a given response to it. Not thread-safe.
     */
    RoundTrip send(Operation operation, ObjectNode message, ObjectNode response) {
        ObjectNode request = message.deepCopy();
        // A parameter of the document may also be the place of an API key.
        places(operation).filter(request::has).forEach(place -> request.put(place, MessageSchemas.KEY));
        String id = Long.toString(cases.incrementAndGet());
        List<String> problems = new ArrayList<>();
        host.response(id, response);
        ClientInvoker caller = callers.computeIfAbsent(
                schemes(operation), schemes -> new ClientInvoker(clients.computeIfAbsent(schemes, this::client)));
        Optional<Route> route = caller.route(operation, MessageSchemas.mediaType(request));
        try {
            if (route.isEmpty()) {
                problems.add("the client has no method for " + operation.label() + " with a body of the media type '"
                        + MessageSchemas.mediaType(request) + "'");
            } else {
                ObjectNode read = caller.send(operation, route.get(), request);
                same(
                        "status",
                        response.get(MessageSchemas.STATUS),
                        read.get(MessageSchemas.STATUS),
                        "client",
                        problems);
                RequestWriter.headers(response)
                        .forEach((name, value) -> same(
                                "header " + name,
                                StringNode.valueOf(value),
                                read.path(MessageSchemas.HEADER + name),
                                "client",
                                problems));
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
        // Problems on the wire come first, as they cause others.
        problems.addAll(
                0,
                onTheWire(
                        operation, request, exchanges, route.map(Route::accept).orElse("")));
        return new RoundTrip(request, problems, exchanges.stream().findFirst());
    }

    /** Returns a received request without the headers that the HTTP client added. */
    static ObjectNode withoutAddedHeaders(ObjectNode sent, ObjectNode arrived) {
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
        ObjectNode arrived = withoutAddedHeaders(request, received.request());
        places(operation).filter(place -> !request.has(place)).forEach(arrived::remove);
        same("request", asArrived(operation, request, arrived), arrived, "server", problems);
        received.violations()
                .forEach(violation -> problems.add("Bean Validation rejects a valid request: " + violation));
        return problems;
    }

    /**
     * Returns a sent request with the values as they arrived where these are the same string in a URL or a header: those of
     * raw parameters, and of unions.
     */
    private static ObjectNode asArrived(Operation operation, ObjectNode sent, ObjectNode arrived) {
        ObjectNode same = sent.deepCopy();
        for (Parameter parameter : operation.parameters()) {
            JsonNode one = sent.path(parameter.label());
            JsonNode other = arrived.path(parameter.label());
            if (!one.isMissingNode()
                    && (other.isString() || parameter.form() == ParameterForm.UNION)
                    && RequestWriter.text(parameter, one).equals(rawText(parameter, other))) {
                same.set(parameter.label(), other);
            }
        }
        return same;
    }

    private static String rawText(Parameter parameter, JsonNode arrived) {
        return arrived.isString() ? arrived.asString() : RequestWriter.text(parameter, arrived);
    }

    /** Returns location and name of the credentials of an operation. */
    private static Stream<String> places(Operation operation) {
        return operation.security().stream().flatMap(List::stream).map(scheme -> scheme.place());
    }

    private List<String> onTheWire(Operation operation, ObjectNode request, List<Exchange> exchanges, String accept) {
        List<String> problems = new ArrayList<>();
        if (exchanges.size() != 1) {
            problems.add("the client has sent " + exchanges.size() + " requests");
        }
        for (Exchange exchange : exchanges) {
            exchange.violations().forEach(violation -> problems.add("on the wire: " + violation));
            excess(operation, request, exchange.request()).ifPresent(problems::add);
            String found = exchange.request().header("Accept");
            if (!accept.isEmpty() && !accept.equals(found)) {
                problems.add("on the wire: expected the header Accept: " + accept + ", found " + found);
            }
        }
        return problems;
    }

    /** Returns that a request has credentials that no alternative of the document has together. */
    private Optional<String> excess(Operation operation, ObjectNode request, HttpMessage.Request sent) {
        Set<String> found = schemes.stream()
                .filter(scheme -> scheme.value(sent) != null && !request.has(scheme.place()))
                .map(io.github.triggerapi.contract.judge.SecurityScheme::place)
                .collect(Collectors.toCollection(TreeSet::new));
        if (operation.security().isEmpty()) {
            boolean none = found.isEmpty()
                    && sent.header("Authorization") == null
                    && !sent.toString().contains(MessageSchemas.KEY);
            return none ? Optional.empty() : Optional.of("on the wire: credentials, but the document requires none");
        }
        boolean together = operation.security().stream()
                .anyMatch(alternative -> alternative.stream()
                        .map(io.github.triggerapi.contract.judge.SecurityScheme::place)
                        .collect(Collectors.toSet())
                        .containsAll(found));
        return together
                ? Optional.empty()
                : Optional.of("on the wire: credentials in " + found + ", but the document has no such alternative");
    }

    /**
     * Sends an invalid request to the stubs.
     *
     * @param response the response if they accept it
     * @return whether they accept it: it can be read, and Bean Validation finds no violation
     */
    boolean accepts(HttpMessage.Request request, ObjectNode response) {
        String id = Long.toString(cases.incrementAndGet());
        host.response(id, response);
        new HttpSender(host.url()).send(request.withHeader(StubHost.CASE, id));
        StubHost.Received received = host.received(id);
        return received != null && received.violations().isEmpty();
    }

    private static void same(String what, JsonNode sent, JsonNode read, String receiver, List<String> problems) {
        JsonDifferences.of(sent, read).forEach(difference -> problems.add(receiver + " " + what + difference));
    }
}
