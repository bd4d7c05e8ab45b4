package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.mock.internal.document.Operation;
import io.github.triggerapi.mock.internal.message.PercentEncoding;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the operation for a request. */
final class Router {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

    private final List<Route> routes;

    Router(List<Operation> operations) {
        routes = operations.stream()
                // A literal precedes a variable in the same position.
                .sorted(Comparator.comparing(
                        operation -> VARIABLE.matcher(operation.path()).replaceAll("\uFFFF")))
                .map(Route::new)
                .toList();
    }

    boolean has(String path) {
        return routes.stream().anyMatch(route -> route.operation().path().equals(path));
    }

    /**
     * Finds an operation; rejects with status 404 an unknown path, and with 405 an unknown method.
     *
     * @param path the path as it was received, percent-encoded
     */
    Match find(String method, String path) {
        TreeSet<String> allowed = new TreeSet<>();
        Match head = null;
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(path);
            if (matcher.matches()) {
                String known = route.operation().method();
                if (known.equals(method)) {
                    return new Match(route, route.values(matcher));
                }
                if (known.equals("GET")) {
                    allowed.add("HEAD");
                    head = head == null ? new Match(route, route.values(matcher)) : head;
                }
                allowed.add(known);
            }
        }
        if (allowed.isEmpty()) {
            throw new RejectedRequestException(404, "Not found");
        }
        if (head != null && method.equals("HEAD")) {
            return head;
        }
        allowed.add("OPTIONS");
        Map<String, String> allow = Map.of("Allow", String.join(", ", allowed));
        throw method.equals("OPTIONS")
                ? new RejectedRequestException(204, "", allow)
                : new RejectedRequestException(405, "Method not allowed", allow);
    }

    /**
     * An operation that was found.
     *
     * @param encoded the values of the path variables as they were received
     */
    record Match(Route route, Map<String, String> encoded) {
        Operation operation() {
            return route.operation();
        }

        /** Returns the decoded values of the path variables. */
        Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            encoded.forEach((name, value) -> values.put(name, PercentEncoding.decode(value, false)));
            return values;
        }
    }

    /**
     * The path of an operation.
     *
     * @param names the names of its variables
     */
    record Route(Operation operation, Pattern pattern, List<String> names) {
        Route(Operation operation) {
            this(
                    operation,
                    pattern(operation.path()),
                    VARIABLE.matcher(operation.path())
                            .results()
                            .map(variable -> variable.group(1))
                            .toList());
        }

        private static Pattern pattern(String template) {
            return Pattern.compile(
                    Stream.of(VARIABLE.split(template, -1)).map(Pattern::quote).collect(Collectors.joining("([^/]+)")));
        }

        Map<String, String> values(Matcher matcher) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return values;
        }
    }
}
