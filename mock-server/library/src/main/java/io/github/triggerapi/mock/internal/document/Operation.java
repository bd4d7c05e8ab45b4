package io.github.triggerapi.mock.internal.document;

import io.github.triggerapi.mock.internal.message.MediaTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the document: where it is, what a request to it must satisfy, and what it answers.
 *
 * @param method the HTTP method in upper case
 * @param path the path template, such as {@code /api/v1/tasks/{taskIdentifier}/trigger}
 * @param schemes the security schemes with a bearer token, any of which lets a caller in; none when no key is asked for
 * @param parameters its path, query and header parameters
 * @param bodyRequired whether a request without a body is refused
 * @param consumes the body for each media type; empty when the operation takes no body
 */
public record Operation(
        String method,
        String path,
        Set<String> schemes,
        List<Parameter> parameters,
        boolean bodyRequired,
        Map<String, Body> consumes,
        Responses responses) {

    /** What a body of one media type must be. */
    public record Body(Schema schema, SchemaShape shape) {}

    /** Whether it has a method and a path, whatever the names of the variables in that. */
    public boolean isAt(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && withoutNames(path).equals(withoutNames(wantedPath));
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** The body of a media type that was chosen, which the document may have under a range such as {@code text/*}. */
    public @Nullable Body body(String mediaType) {
        Body exact = consumes.get(mediaType);
        return exact != null
                ? exact
                : consumes.entrySet().stream()
                        .filter(entry -> MediaTypes.covers(entry.getKey(), mediaType))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param style {@code form}, {@code simple}, {@code deepObject} and so on; {@code content} for one that is JSON
     * @param explode whether each item or member stands by itself
     */
    public record Parameter(
            String name, String in, boolean required, String style, boolean explode, SchemaShape shape, Schema schema) {
        public String place() {
            return in + "." + name;
        }

        /** What stands between the items of an array that does not explode. */
        public String delimiter() {
            return style.equals("spaceDelimited") ? " " : style.equals("pipeDelimited") ? "|" : ",";
        }
    }
}
