package io.github.triggerapi.mock.internal.document;

import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.openapi.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the document.
 *
 * @param method the HTTP method in upper case
 * @param path the path template, such as {@code /api/v1/tasks/{taskIdentifier}/trigger}
 * @param security the alternative credentials, each the schemes that are required together; empty if none are required
 * @param consumes the body of each media type; empty if the operation has no body
 */
public record Operation(
        String method,
        String path,
        List<List<SecurityScheme>> security,
        List<Parameter> parameters,
        boolean bodyRequired,
        Map<String, Body> consumes,
        Responses responses) {

    /** The body of one media type. */
    public record Body(Schema schema, FlattenedSchema flattened) {}

    /** Returns whether it has a method and a path, regardless of the names of path variables. */
    public boolean isAt(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && withoutNames(path).equals(withoutNames(wantedPath));
    }

    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/");
    }

    /** Returns the body of a media type, which the document may describe under a range such as {@code text/*}. */
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
     * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
     * @param style {@code form}, {@code simple}, {@code deepObject} and so on; {@code content} for one that is JSON; {@link
     *     #OPAQUE} for one that may be any string
     * @param explode whether each item or member is a separate value
     */
    public record Parameter(
            String name,
            String in,
            boolean required,
            String style,
            boolean explode,
            FlattenedSchema flattened,
            Schema schema) {
        static final String OPAQUE = "opaque";

        public String place() {
            return in + "." + name;
        }

        public boolean isOpaque() {
            return style.equals(OPAQUE);
        }

        /** Returns whether it is an array or object in one string of a URL, where encoded commas are in its parts. */
        public boolean hasEncodedParts() {
            boolean inUrl = in.equals("path") && style.equals("simple") || in.equals("query") && style.equals("form");
            return inUrl && (in.equals("path") || !explode) && (flattened.is("array") || flattened.is("object"));
        }

        /** Returns the delimiter of the items of an array that is not exploded. */
        public String delimiter() {
            return style.equals("spaceDelimited") ? " " : style.equals("pipeDelimited") ? "|" : ",";
        }
    }
}
