package io.github.triggerapi.contract.judge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in one direction. */
public sealed interface HttpMessage {

    /** All values of each header. */
    Map<String, List<String>> headers();

    /** The text of the body; empty where there is none. */
    String body();

    /** The first value of a header, whatever the case of its name. */
    default @Nullable String header(String name) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers());
        List<String> values = byName.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** The message as it stands on the wire, line by line; the key that it carries left out. */
    default String text() {
        StringBuilder text = new StringBuilder(firstLine());
        headers()
                .forEach((name, values) -> values.forEach(value -> text.append('\n')
                        .append(name)
                        .append(": ")
                        .append(name.equalsIgnoreCase("Authorization") ? value.replaceAll(" .*", " …") : value)));
        return text.append("\n\n").append(body()).toString();
    }

    /** Method and target, or the status. */
    String firstLine();

    /**
     * A request.
     *
     * @param path as sent, percent-encoded, without the query
     * @param query as sent, without the question mark; empty where there is none
     */
    record Request(String method, String path, String query, Map<String, List<String>> headers, String body)
            implements HttpMessage {

        /** Path and query. */
        public String target() {
            return query.isEmpty() ? path : path + "?" + query;
        }

        @Override
        public String firstLine() {
            return method + " " + target();
        }
    }

    /** An response. */
    record Response(int status, Map<String, List<String>> headers, String body) implements HttpMessage {

        @Override
        public String firstLine() {
            return Integer.toString(status);
        }
    }
}
