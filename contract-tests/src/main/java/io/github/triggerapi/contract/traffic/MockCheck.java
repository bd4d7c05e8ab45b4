package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.SecurityScheme;
import io.github.triggerapi.contract.judge.SecurityScheme.Kind;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends valid and invalid requests to the mock server. It must accept what the judge accepts, reject the rest with a
 * documented response, and name the location of the violation.
 */
public final class MockCheck {

    public static final String NAME = "mock check";
    private static final int MOST_PROBLEMS = 10;

    /** Keywords of an object that its members may violate together, whatever the value of one. */
    private static final Set<String> OF_OTHER_MEMBERS =
            Set.of("dependentRequired", "dependentSchemas", "else", "if", "minProperties", "propertyNames", "then");

    private final MessageGenerators generators;
    private final Judge judge;
    private final MessageSchemas messages;
    private final HttpSender server;
    private final KnownResources resources;

    /**
     * Creates a check.
     *
     * @param server the URL of the mock server
     */
    public MockCheck(MessageGenerators generators, URI server) {
        this.generators = generators;
        this.judge = generators.judge();
        this.messages = generators.messages();
        this.server = new HttpSender(server);
        this.resources = new KnownResources(generators, this.server);
    }

    /** A request with the location of an intentional violation; empty for none or for the whole. */
    private record Case(Request request, String location) {}

    /**
     * Checks an operation.
     *
     * @param cases the number of random requests, in addition to those that cover the schemas; half of them have one violation
     * @param seed the seed of the random requests
     */
    public CheckResult run(Operation operation, int cases, long seed) {
        long start = System.nanoTime();
        if (!hasResponse(operation)) {
            String note = "not checked: no generated response is valid, so that the mock server has none";
            return new CheckResult(operation.label(), NAME, 0, Duration.ZERO, List.of(), List.of(note));
        }
        ResponseCheck check = new ResponseCheck(judge, server, operation);
        List<ObjectNode> covering = generators.covering(messages.requests(operation));
        List<Case> all = new ArrayList<>();
        covering.forEach(message -> all.add(new Case(RequestWriter.request(operation, message), "")));
        int randomCases = covering.isEmpty() ? 0 : cases;
        Set<String> notes = new LinkedHashSet<>(messages.notes(operation));
        List<InvalidValue> invalidValues =
                generators.invalidValues().of(messages.requests(operation), StringValues.JSON).stream()
                        .filter(one -> one.value() instanceof ObjectNode)
                        .toList();
        all.addAll(invalid(operation, invalidValues, notes));
        covering.stream()
                .limit(1)
                .flatMap(message -> wholeMessageCases(operation, message).stream())
                .forEach(request -> all.add(new Case(request, "")));
        List<Problem> problems = all.stream()
                .flatMap(one -> check.problem(one.request(), one.location()).stream())
                .limit(MOST_PROBLEMS)
                .collect(Collectors.toCollection(ArrayList::new));
        covering.stream()
                .limit(1)
                .flatMap(message -> check.problemsOfOtherSuccesses(RequestWriter.request(operation, message)).stream())
                .forEach(problems::add);
        if (randomCases > 0) {
            random(operation, invalidValues, randomCases, seed, check).ifPresent(problems::add);
        }
        if (check.notFound() && problems.isEmpty()) {
            problems.addAll(ofKnownResource(operation, covering, check));
        }
        notes.addAll(check.notes());
        return new CheckResult(
                operation.label(),
                NAME,
                all.size() + randomCases,
                Duration.ofNanos(System.nanoTime() - start),
                problems,
                List.copyOf(notes));
    }

    /** Returns whether the document allows one of the generated successes, or describes none. */
    private boolean hasResponse(Operation operation) {
        List<ObjectNode> successes = generators.covering(messages.responses(operation)).stream()
                .filter(response -> response.get(MessageSchemas.STATUS).asInt() < 400)
                .toList();
        return successes.isEmpty()
                || successes.stream()
                        .anyMatch(
                                response -> messages.errors(operation, response).isEmpty());
    }

    /**
     * Checks an operation that some requests got a 404 for: the server must know a resource, and must find it with every
     * valid request. Otherwise a 404 could hide any violation.
     */
    private List<Problem> ofKnownResource(Operation operation, List<ObjectNode> covering, ResponseCheck check) {
        Optional<String> path = check.knownPath().or(() -> resources.path(operation, covering));
        if (path.isEmpty()) {
            return List.of(Problem.of("the mock server responds with 404 to every valid request for "
                    + operation.label() + ", even for identifiers in its own responses"));
        }
        // A deleted resource is unknown afterwards.
        return operation.method().equals("DELETE")
                ? List.of()
                : covering.stream()
                        .map(message ->
                                RequestWriter.request(operation, message).withPath(path.get()))
                        .flatMap(request -> check.problemOfKnown(request).stream())
                        .limit(MOST_PROBLEMS)
                        .toList();
    }

    private List<Case> invalid(Operation operation, List<InvalidValue> invalidValues, Set<String> notes) {
        List<Case> invalid = new ArrayList<>();
        Map<String, Boolean> violated = new LinkedHashMap<>();
        for (InvalidValue one : invalidValues) {
            ObjectNode message = (ObjectNode) one.value();
            Request request = RequestWriter.request(operation, message);
            if (isFor(operation, request)) {
                List<Violation> violations = judge.request(request);
                boolean alone = violations.stream().allMatch(violation -> isAt(violation, one.named(), message));
                invalid.add(new Case(request, alone ? location(one) : ""));
                violated.merge(one.keyword() + " at " + one.pointer(), !violations.isEmpty(), Boolean::logicalOr);
            }
        }
        // A string in a URL may represent any type, and an optional body may be missing.
        violated.forEach((constraint, rejected) -> {
            if (!rejected && !constraint.matches("type at .*|required at /body [^/]*")) {
                notes.add("no request violates " + constraint);
            }
        });
        return invalid;
    }

    /** Returns whether a violation is at, above or below a location in a message. */
    private static boolean isAt(Violation violation, String location, ObjectNode message) {
        String part = violation.in().equals("body")
                ? MessageSchemas.BODY + MessageSchemas.mediaType(message)
                : violation.in();
        String at = OpenApiDocument.child("", part) + violation.pointer();
        // An object may be absent in a URL and in a form, or read as a string.
        boolean lost = violation.pointer().isEmpty()
                && (violation.keyword().equals("type")
                        || violation.keyword().equals("required")
                                && violation.schema().isEmpty());
        boolean ofOthers = OF_OTHER_MEMBERS.contains(violation.keyword());
        return at.startsWith(location) || !lost && !ofOthers && location.startsWith(at);
    }

    /** Returns whether a request is for an operation: without a path parameter it is for another path. */
    private boolean isFor(Operation operation, Request request) {
        return judge.document().operation(operation.method(), request.path()) == operation;
    }

    private Optional<Problem> random(
            Operation operation, List<InvalidValue> invalidValues, int count, long seed, ResponseCheck check) {
        return FailureShrinker.first(
                        RandomMessages.of(
                                generators.random().of(messages.requests(operation), StringValues.JSON), invalidValues),
                        count,
                        seed,
                        message -> {
                            Request request = RequestWriter.request(operation, message);
                            return isFor(operation, request) ? check.problem(request, "") : Optional.empty();
                        })
                .map(failure -> failure.problem().withSuffix(failure.origin()));
    }

    /** Returns requests with violations outside of parameters and body values. */
    private static List<Request> wholeMessageCases(Operation operation, ObjectNode message) {
        Request valid = RequestWriter.request(operation, message);
        List<Request> cases = new ArrayList<>();
        if (!valid.body().isEmpty()) {
            cases.add(valid.withHeader("Content-Type", "application/x-unheard-of"));
            cases.add(valid.withBody(""));
            cases.add(valid.withHeader("Content-Type", ""));
            String mediaType = MessageSchemas.mediaType(message);
            if (Judge.isJson(mediaType)) {
                Stream.of("{\"a\":", "{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":1}}", valid.body() + " x")
                        .map(valid::withBody)
                        .forEach(cases::add);
                cases.add(valid.withHeader("Content-Type", mediaType + "; charset=utf-8"));
            }
        }
        operation.security().forEach(alternative -> cases.addAll(credentials(operation, message, alternative)));
        if (!valid.query().isEmpty()) {
            String twice = valid.query() + "&" + valid.query();
            cases.add(new Request(valid.method(), valid.path(), twice, valid.headers(), valid.body()));
        }
        return cases;
    }

    /** Returns requests with the credentials of an alternative, with others in their place, and with some of them. */
    private static List<Request> credentials(
            Operation operation, ObjectNode message, List<SecurityScheme> alternative) {
        Request without = RequestWriter.withoutCredentials(operation, message);
        List<Request> cases = new ArrayList<>();
        cases.add(without);
        cases.add(RequestWriter.withCredentials(without, alternative));
        for (SecurityScheme scheme : alternative) {
            List<SecurityScheme> others =
                    alternative.stream().filter(other -> other != scheme).toList();
            Request withOthers = RequestWriter.withCredentials(without, others);
            cases.add(withOthers);
            if (scheme.kind() == Kind.BEARER || scheme.kind() == Kind.BASIC) {
                Stream.of("Bearer", "Basic dHI6ZGV2", "Basic dHJkZXY=", "bearer " + MessageSchemas.KEY)
                        .map(value -> RequestWriter.with(withOthers, scheme, value))
                        .forEach(cases::add);
            } else if (scheme.parameter().matches("[\\w-]+")) {
                Stream.of("header", "query", "cookie")
                        .map(in -> new SecurityScheme(scheme.name(), scheme.kind(), in, scheme.parameter()))
                        .map(place -> RequestWriter.withCredentials(withOthers, List.of(place)))
                        .forEach(cases::add);
            }
        }
        return cases;
    }

    /** Returns the location of a violation in the notation of error messages, such as {@code options.tags[1]}. */
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
