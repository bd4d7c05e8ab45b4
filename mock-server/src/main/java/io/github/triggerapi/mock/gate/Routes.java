package io.github.triggerapi.mock.gate;

import io.github.triggerapi.mock.document.Operation;
import io.github.triggerapi.mock.message.Percent;
import io.github.triggerapi.mock.message.Refusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the operation that a request is for. */
final class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

    private final List<Route> routes;

    Routes(List<Operation> operations) {
        routes = operations.stream()
                // A literal comes before a variable in the same place.
                .sorted(Comparator.comparing(
                        operation -> VARIABLE.matcher(operation.path()).replaceAll("\uFFFF")))
                .map(Route::new)
                .toList();
    }

    /** Whether an operation has this very path. */
    boolean has(String path) {
        return routes.stream().anyMatch(route -> route.operation().path().equals(path));
    }

    /**
     * Finds an operation; refuses with 404 an unknown path and with 405 a method that the path does not have.
     *
     * @param path the path as it came, percent-encoded
     */
    Match find(String method, String path) {
        TreeSet<String> allowed = new TreeSet<>();
        Match head = null;
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(path);
            if (matcher.matches()) {
                String known = route.operation().method();
                if (known.equals(method)) {
                    return new Match(route.operation(), route.values(matcher));
                }
                if (known.equals("GET")) {
                    allowed.add("HEAD");
                    head = head == null ? new Match(route.operation(), route.values(matcher)) : head;
                }
                allowed.add(known);
            }
        }
        if (allowed.isEmpty()) {
            throw new Refusal(404, "Not found");
        }
        if (head != null && method.equals("HEAD")) {
            return head;
        }
        allowed.add("OPTIONS");
        Map<String, String> allow = Map.of("Allow", String.join(", ", allowed));
        throw method.equals("OPTIONS") ? new Refusal(204, "", allow) : new Refusal(405, "Method not allowed", allow);
    }

    /**
     * An operation that was found.
     *
     * @param values the decoded value of each variable of the path
     */
    record Match(Operation operation, Map<String, String> values) {
        /** The path again, encoded in one way only. */
        String path() {
            return VARIABLE.matcher(operation.path())
                    .replaceAll(variable -> Matcher.quoteReplacement(Percent.encode(values.get(variable.group(1)))));
        }
    }

    private record Route(Operation operation, Pattern pattern, List<String> names) {
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
            StringBuilder regex = new StringBuilder();
            int end = 0;
            for (MatchResult variable : VARIABLE.matcher(template).results().toList()) {
                regex.append(Pattern.quote(template.substring(end, variable.start())))
                        .append("([^/]+)");
                end = variable.end();
            }
            return Pattern.compile(regex + Pattern.quote(template.substring(end)));
        }

        Map<String, String> values(Matcher matcher) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), Percent.decode(matcher.group(i + 1), false));
            }
            return values;
        }
    }
}
