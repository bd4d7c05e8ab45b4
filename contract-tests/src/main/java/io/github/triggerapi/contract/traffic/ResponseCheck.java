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

/** Compares what a server makes of requests for an operation with what the judge does. */
final class ResponseCheck {

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

    /** What the document leaves open. */
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
     * Sends a request and returns what is wrong with the response, if anything. A documented 404 is correct where the path
     * has parameters, as the server may not know the resource.
     *
     * @param location the location of an intentional violation in the request; empty for none, or for the whole
     */
    Optional<Problem> problem(Request request, String location) {
        return problem(request, location, mayBeUnknown());
    }

    /** Sends a request for a resource that the server knows and returns what is wrong with the response, if anything. */
    Optional<Problem> problemOfKnown(Request request) {
        return problem(request, "", false);
    }

    private boolean mayBeUnknown() {
        return operation.documented(404) != null
                && operation.parameters().stream()
                        .anyMatch(parameter -> parameter.in().equals("path"));
    }

    private Optional<Problem> problem(Request request, String location, boolean mayBeUnknown) {
        List<Violation> violations = judge.request(request);
        Response response = server.send(request);
        int status = response.status();
        List<String> wrong = new ArrayList<>();
        if (violations.isEmpty()) {
            if (status / 100 == 2) {
                knownPath = request.path();
            } else if (mayBeUnknown && status == 404) {
                notFound = true;
            } else {
                wrong.add("the mock server rejects a valid request with " + status);
            }
            wrong.addAll(onTheWire(request, response));
        } else if (status / 100 != 4) {
            wrong.add("the mock server responses " + status + " to what the document does not allow: "
                    + violations.get(0));
        } else {
            wrong.addAll(refusal(request, location, violations, response));
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(String.join("\n", wrong), request.text(), response.text(), false));
    }

    private List<String> onTheWire(Request request, Response response) {
        return judge.response(operation.method(), request.path(), response).stream()
                .map(Violation::toString)
                .toList();
    }

    private List<String> refusal(Request request, String location, List<Violation> violations, Response response) {
        List<String> wrong = new ArrayList<>();
        boolean key =
                violations.stream().anyMatch(violation -> violation.keyword().equals("security"));
        List<Integer> documented = fitting(key).stream()
                .filter(status -> operation.documented(status) != null)
                .sorted()
                .toList();
        if (!(documented.isEmpty() ? fitting(key) : documented).contains(response.status())) {
            wrong.add("the mock server refuses with " + response.status() + ", expected one of "
                    + (documented.isEmpty() ? fitting(key) : documented) + " for " + violations.get(0));
        } else if (documented.isEmpty()) {
            notes.add(
                    "the document has no response here to a request " + (key ? "without a key" : "that is not valid"));
        } else {
            wrong.addAll(onTheWire(request, response));
        }
        if (location.isEmpty()) {
            return wrong;
        }
        if (!hasRoomForText(response)) {
            notes.add("the response " + response.status()
                    + " has no room for a text that names the location of a violation");
        } else if (!names(response.body(), location)) {
            wrong.add("the refusal does not name the location " + location + ": " + violations.get(0));
        }
        return wrong;
    }

    private static boolean hasRoomForText(Response response) {
        return response.body().matches("(?s).*[:\\[]\\s*\".*");
    }

    /** The statuses that say what is wrong with a request. */
    private static Set<Integer> fitting(boolean key) {
        return key ? Set.of(401, 403) : Set.of(400, 415, 422);
    }

    /** Whether the text of a refusal names a location: as a whole, or the member apart from what it is a member of. */
    private static boolean names(String body, String location) {
        int dot = location.lastIndexOf('.');
        return has(body, location)
                || dot >= 0 && has(body, location.substring(0, dot)) && has(body, location.substring(dot + 1));
    }

    /** Not as a part of another word. */
    private static boolean has(String body, String location) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(location) + "(?!\\w)")
                .matcher(body)
                .find();
    }
}
