package io.github.triggerapi.update.compare.operation;

import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.openapi.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The operations of a document by their methods and paths. */
public final class Routes {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private Routes() {}

    /** An operation with its path. */
    public record Route(Node path, Node operation) {

        String text() {
            return operation.key().toUpperCase(Locale.ROOT) + " " + path.key();
        }

        String key() {
            return operation.key() + " " + PLACEHOLDER.matcher(path.key()).replaceAll("{}");
        }

        List<String> placeholders() {
            return PLACEHOLDER
                    .matcher(path.key())
                    .results()
                    .map(placeholder -> placeholder.group(1))
                    .toList();
        }
    }

    public static Map<String, Route> of(Node root) {
        Map<String, Route> routes = new LinkedHashMap<>();
        for (Node path : root.get("paths").members()) {
            for (Node operation : HttpMethods.operations(path)) {
                Route route = new Route(path, operation);
                routes.put(route.key(), route);
            }
        }
        return routes;
    }
}
