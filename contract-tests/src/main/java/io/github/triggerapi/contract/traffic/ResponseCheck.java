package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.HttpMessage.Response;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Violation;
import io.github.triggerapi.contract.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the responses of a server to requests for an operation with the verdict of the judge. */
final class ResponseCheck {

    /** Servers reject longer URLs, whatever the document allows. */
    static final int MAX_TARGET = 4000;

    private final Judge judge;
    private final HttpSender server;
    private final Operation operation;
    private final Set<String> notes = new LinkedHashSet<>();
    private @Nullable String knownPath;
    private boolean notFound;

    ResponseCheck(Judge judge, HttpSender server, Operation operation) {
        this.judge = judge;
        this.server = server;
        this.operation = operation;
    }

    /** Returns what the spec does not define. */
    Set<String> notes() {
        return notes;
    }

    /** Returns whether a valid request got the documented 404 of a resource that may be unknown. */
    boolean notFound() {
        return notFound;
    }

    /** Returns a path that was responded to with a success; empty if there is none. */
    Optional<String> knownPath() {
        return Optional.ofNullable(knownPath);
    }

    /**
     * Sends a request and returns the problem of the response, if any. A documented 404 is correct where the path
     * has parameters, as the server may not know the resource.
     *
     * @param location the location of an intentional violation in the request; empty for none, or for the whole
     */
    Optional<Problem> problem(Request request, String location) {
        return problem(request, location, mayBeUnknown());
    }

    /** Sends a request for a resource that the server knows and returns the problem of the response, if any. */
    Optional<Problem> problemOfKnown(Request request) {
        return problem(request, "", false);
    }

    /**
     * Sends a valid request once for each documented success, which the server sends if the request prefers its status,
     * and returns the problems of the responses.
     */
    List<Problem> problemsOfOtherSuccesses(Request request) {
        List<Integer> successes = operation.responses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .map(MessageSchemas::status)
                .toList();
        if (successes.size() < 2 || !judge.request(request).isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (int status : successes) {
            Request preferring = request.withHeader("Prefer", "code=" + status);
            Response response = server.send(preferring);
            List<String> found = new ArrayList<>(onTheWire(preferring, response));
            if (response.status() != status && !(mayBeUnknown() && response.status() == 404)) {
                found.add(
                        "the mock server responds with " + response.status() + " to a request that prefers " + status);
            }
            if (!found.isEmpty()) {
                problems.add(new Problem(String.join("\n", found), preferring.redacted(), response.redacted(), false));
            }
        }
        return problems;
    }

    private boolean mayBeUnknown() {
        return operation.documented(404) != null
                && operation.parameters().stream()
                        .anyMatch(parameter -> parameter.in().equals("path"));
    }

    private Optional<Problem> problem(Request request, String location, boolean mayBeUnknown) {
        if (request.target().length() > MAX_TARGET) {
            notes.add("not sent: requests with more than " + MAX_TARGET + " characters in their URL");
            return Optional.empty();
        }
        List<Violation> violations = judge.request(request);
        Response response = server.send(request);
        int status = response.status();
        List<String> problems = new ArrayList<>();
        if (violations.isEmpty()) {
            if (status / 100 == 2 || status / 100 == 3 && operation.documented(status) != null) {
                knownPath = request.path();
            } else if (mayBeUnknown && status == 404) {
                notFound = true;
            } else {
                problems.add("the mock server rejects a valid request with " + status);
            }
            problems.addAll(onTheWire(request, response));
        } else if (status / 100 != 4) {
            problems.add("the mock server responds with " + status + " to an invalid request: " + violations.get(0));
        } else {
            problems.addAll(rejection(request, location, violations, response));
        }
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(String.join("\n", problems), request.redacted(), response.redacted(), false));
    }

    private List<String> onTheWire(Request request, Response response) {
        return judge.response(operation.method(), request.path(), response).stream()
                .map(Violation::toString)
                .toList();
    }

    private List<String> rejection(Request request, String location, List<Violation> violations, Response response) {
        List<String> problems = new ArrayList<>();
        boolean unauthenticated =
                violations.stream().anyMatch(violation -> violation.keyword().equals("security"));
        List<Integer> documented = expectedStatuses(unauthenticated).stream()
                .filter(status -> operation.documented(status) != null)
                .sorted()
                .toList();
        if (!(documented.isEmpty() ? expectedStatuses(unauthenticated) : documented).contains(response.status())) {
            problems.add("the mock server rejects with " + response.status() + ", expected one of "
                    + (documented.isEmpty() ? expectedStatuses(unauthenticated) : documented) + " for "
                    + violations.get(0));
        } else if (documented.isEmpty()) {
            notes.add("the document has no response for " + (unauthenticated ? "unauthenticated" : "invalid")
                    + " requests");
        } else {
            problems.addAll(onTheWire(request, response));
        }
        if (location.isEmpty()) {
            return problems;
        }
        if (!canContainStrings(response)) {
            notes.add(
                    "the response " + response.status() + " has no string that could name the location of a violation");
        } else if (!mentions(response.body(), location)) {
            problems.add("the message does not name the location " + location + ": " + violations.get(0));
        }
        return problems;
    }

    private static boolean canContainStrings(Response response) {
        return response.body().matches("(?s).*[:\\[]\\s*\".*");
    }

    /** Returns the statuses for invalid or unauthenticated requests. */
    private static Set<Integer> expectedStatuses(boolean unauthenticated) {
        return unauthenticated ? Set.of(401, 403) : Set.of(400, 415, 422);
    }

    /** Returns whether a message mentions a location, as a whole or as member and owner. */
    private static boolean mentions(String body, String location) {
        int dot = location.lastIndexOf('.');
        return containsWord(body, location)
                || dot >= 0
                        && containsWord(body, location.substring(0, dot))
                        && containsWord(body, location.substring(dot + 1));
    }

    /** Returns whether a message contains a location as a separate word. */
    private static boolean containsWord(String body, String location) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(location) + "(?!\\w)")
                .matcher(body)
                .find();
    }
}
