package io.github.triggerapi.contract.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An HTTP request or response. */
public sealed interface HttpMessage {

    /** Returns the values of each header. */
    Map<String, List<String>> headers();

    /** Returns the body as a string; empty if there is none. */
    String body();

    /** Returns the first value of a header, ignoring the case of its name. */
    default @Nullable String header(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Returns the values of a header, ignoring the case of its name. */
    default List<String> values(String name) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers());
        return byName.getOrDefault(name, List.of());
    }

    /** Returns the message as on the wire, without the value of the Authorization header. */
    default String redacted() {
        StringBuilder text = new StringBuilder(firstLine());
        headers()
                .forEach((name, values) -> values.forEach(value -> text.append('\n')
                        .append(name)
                        .append(": ")
                        .append(name.equalsIgnoreCase("Authorization") ? value.replaceAll(" .*", " …") : value)));
        return text.append("\n\n").append(body()).toString();
    }

    /** Returns method and target of a request, or the status of a response. */
    String firstLine();

    /**
     * A request.
     *
     * @param path the path as sent, percent-encoded, without the query
     * @param query the query as sent, without the question mark; empty if there is none
     */
    record Request(String method, String path, String query, Map<String, List<String>> headers, String body)
            implements HttpMessage {

        /** Returns path and query. */
        public String target() {
            return query.isEmpty() ? path : path + "?" + query;
        }

        /** Returns this request with a header, or without it if the value is empty. */
        public Request withHeader(String name, String value) {
            Map<String, List<String>> changed = new LinkedHashMap<>(headers);
            changed.remove(name);
            if (!value.isEmpty()) {
                changed.put(name, List.of(value));
            }
            return new Request(method, path, query, changed, body);
        }

        public Request withQuery(String changed) {
            return new Request(method, path, changed, headers, body);
        }

        public Request withBody(String changed) {
            return new Request(method, path, query, headers, changed);
        }

        public Request withPath(String changed) {
            return new Request(method, changed, query, headers, body);
        }

        @Override
        public String firstLine() {
            return method + " " + target();
        }
    }

    /** A response. */
    record Response(int status, Map<String, List<String>> headers, String body) implements HttpMessage {

        @Override
        public String firstLine() {
            return Integer.toString(status);
        }
    }
}
