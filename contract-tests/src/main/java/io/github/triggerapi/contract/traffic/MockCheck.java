package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Violation;
import io.github.triggerapi.contract.report.CheckResult;
import io.github.triggerapi.contract.report.Problem;
import io.github.triggerapi.contract.traffic.InvalidValues.InvalidValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends good and bad requests to the mock server: it lets in what the judge finds no violation with, refuses the rest as the
 * document has it, and says where the violation is.
 */
public final class MockCheck {

    public static final String NAME = "mock verdicts";
    private static final int MOST_PROBLEMS = 10;

    private final MessageGenerators generators;
    private final Judge judge;
    private final MessageSchemas messages;
    private final HttpSender server;
    private final KnownResources resources;

    /**
     * A check.
     *
     * @param server where the mock server listens
     */
    public MockCheck(MessageGenerators generators, URI server) {
        this.generators = generators;
        this.judge = generators.judge();
        this.messages = generators.messages();
        this.server = new HttpSender(server);
        this.resources = new KnownResources(generators, this.server);
    }

    /** What is sent, and where in it the violation is that was made on purpose; empty for none or for the whole. */
    private record Case(Request request, String location) {}

    /**
     * Checks an operation.
     *
     * @param cases how many requests are random beside those that cover the schemas; half of them are bad in one place
     * @param seed what those follow from
     */
    public CheckResult run(Operation operation, int cases, long seed) {
        long start = System.nanoTime();
        ResponseCheck verdicts = new ResponseCheck(judge, server, operation);
        List<ObjectNode> covering = generators.covering(messages.requests(operation));
        List<Case> all = new ArrayList<>();
        covering.forEach(message -> all.add(new Case(RequestWriter.request(operation, message), "")));
        int randomCases = covering.isEmpty() ? 0 : cases;
        Set<String> notes = new LinkedHashSet<>(messages.notes(operation));
        List<InvalidValue> breaks = generators.breaks().of(messages.requests(operation), StringValues.JSON).stream()
                .filter(one -> one.value() instanceof ObjectNode)
                .toList();
        all.addAll(bad(operation, breaks, notes));
        covering.stream().findFirst().ifPresent(message -> all.addAll(ofTheWhole(operation, message)));
        List<Problem> problems = new ArrayList<>();
        for (Case one : all) {
            if (problems.size() < MOST_PROBLEMS) {
                verdicts.problem(one.request(), one.location()).ifPresent(problems::add);
            }
        }
        if (randomCases > 0) {
            random(operation, breaks, randomCases, seed, verdicts).ifPresent(problems::add);
        }
        if (verdicts.notFound() && problems.isEmpty()) {
            problems.addAll(ofKnownResource(operation, covering, verdicts));
        }
        notes.addAll(verdicts.notes());
        return new CheckResult(
                operation.label(),
                NAME,
                all.size() + randomCases,
                Duration.ofNanos(System.nanoTime() - start),
                problems,
                List.copyOf(notes));
    }

    /**
     * Checks an operation that some requests got a 404 for: the server must know a resource, and must find it with every
     * valid request. Otherwise a 404 could hide any violation.
     */
    private List<Problem> ofKnownResource(Operation operation, List<ObjectNode> covering, ResponseCheck verdicts) {
        Optional<String> path = verdicts.knownPath().or(() -> resources.path(operation, covering));
        if (path.isEmpty()) {
            return List.of(Problem.of("the mock server responds with 404 to every valid request for "
                    + operation.label() + ", even for identifiers in its own responses"));
        }
        // What is deleted may be unknown from then on.
        return operation.method().equals("DELETE")
                ? List.of()
                : covering.stream()
                        .map(message -> withPath(RequestWriter.request(operation, message), path.get()))
                        .flatMap(request -> verdicts.problemOfKnown(request).stream())
                        .limit(MOST_PROBLEMS)
                        .toList();
    }

    private static Request withPath(Request request, String path) {
        return new Request(request.method(), path, request.query(), request.headers(), request.body());
    }

    private List<Case> bad(Operation operation, List<InvalidValue> breaks, Set<String> notes) {
        List<Case> bad = new ArrayList<>();
        Map<String, Boolean> broken = new LinkedHashMap<>();
        for (InvalidValue one : breaks) {
            ObjectNode message = (ObjectNode) one.value();
            Request request = RequestWriter.request(operation, message);
            if (isFor(operation, request)) {
                List<Violation> violations = judge.request(request);
                boolean alone = violations.stream().allMatch(violation -> isAt(violation, one.named(), message));
                bad.add(new Case(request, alone ? location(one) : ""));
                broken.merge(one.keyword() + " at " + one.pointer(), !violations.isEmpty(), Boolean::logicalOr);
            }
        }
        // A text in a URL may stand for any type, and an optional body is in one of two kinds of request.
        broken.forEach((constraint, refused) -> {
            if (!refused && !constraint.matches("type at .*|required at /body [^/]*")) {
                notes.add("not broken by any request: " + constraint);
            }
        });
        return bad;
    }

    /** Whether a violation is at a place in a message, above it or beneath; if not, something else is wrong as well. */
    private static boolean isAt(Violation violation, String location, ObjectNode message) {
        String part = violation.in().equals("body")
                ? MessageSchemas.BODY + MessageSchemas.mediaType(message)
                : violation.in();
        String at = OpenApiDocument.child("", part) + violation.pointer();
        return at.startsWith(location) || location.startsWith(at);
    }

    /** Without the value of a path parameter it is another path. */
    private boolean isFor(Operation operation, Request request) {
        return judge.document().operation(operation.method(), request.path()) == operation;
    }

    private Optional<Problem> random(
            Operation operation, List<InvalidValue> breaks, int count, long seed, ResponseCheck verdicts) {
        return FailureShrinker.first(
                        RandomMessages.of(
                                generators.random().of(messages.requests(operation), StringValues.JSON), breaks),
                        count,
                        seed,
                        message -> {
                            Request request = RequestWriter.request(operation, message);
                            return isFor(operation, request) ? verdicts.problem(request, "") : Optional.empty();
                        })
                .map(failure -> failure.problem().withSuffix(failure.origin()));
    }

    /** What can be wrong with a request beside the values in it. */
    private static List<Case> ofTheWhole(Operation operation, ObjectNode message) {
        Request good = RequestWriter.request(operation, message);
        List<Case> cases = new ArrayList<>();
        if (!good.body().isEmpty()) {
            cases.add(new Case(with(good, "Content-Type", "application/x-unheard-of", good.body()), ""));
            cases.add(new Case(with(good, "Content-Type", MessageSchemas.mediaType(message), ""), ""));
            cases.add(new Case(with(good, "Content-Type", "", good.body()), ""));
            if (Judge.isJson(MessageSchemas.mediaType(message))) {
                String mediaType = MessageSchemas.mediaType(message);
                for (String broken :
                        List.of("{\"a\":", "{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":1}}", good.body() + " x")) {
                    cases.add(new Case(with(good, "Content-Type", mediaType, broken), ""));
                }
                cases.add(new Case(with(good, "Content-Type", mediaType + "; charset=utf-8", good.body()), ""));
            }
        }
        if (operation.secured()) {
            cases.add(new Case(with(good, "Authorization", "", good.body()), ""));
            cases.add(new Case(with(good, "Authorization", "Bearer", good.body()), ""));
            cases.add(new Case(with(good, "Authorization", "Basic dHI6ZGV2", good.body()), ""));
            cases.add(new Case(with(good, "Authorization", "bearer " + MessageSchemas.KEY, good.body()), ""));
        }
        if (!good.query().isEmpty()) {
            String twice = good.query() + "&" + good.query();
            cases.add(new Case(new Request(good.method(), good.path(), twice, good.headers(), good.body()), ""));
        }
        return cases;
    }

    private static Request with(Request request, String header, String value, String body) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.remove(header);
        if (!value.isEmpty()) {
            headers.put(header, List.of(value));
        }
        return new Request(request.method(), request.path(), request.query(), headers, body);
    }

    /** The place of a violation as a caller would write it: {@code options.tags[1]}, or {@code query.page.size}. */
    private static String location(InvalidValue one) {
        String[] names =
                one.named().isEmpty() ? new String[0] : one.named().substring(1).split("/", -1);
        JsonNode owner = one.value();
        StringBuilder location = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            String name = names[i].replace("~1", "/").replace("~0", "~");
            if (i > 0 || !name.startsWith(MessageSchemas.BODY)) {
                String dotted = i == 0 ? name.replaceFirst(" ", ".") : name;
                location.append(owner.isArray() ? "[" + name + "]" : location.isEmpty() ? dotted : "." + dotted);
            }
            owner = owner.isArray() ? owner.path(Integer.parseInt(name)) : owner.path(name);
        }
        return location.toString();
    }
}
