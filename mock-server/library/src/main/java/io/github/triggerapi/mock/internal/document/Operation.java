package io.github.triggerapi.mock.internal.document;

import io.github.triggerapi.mock.internal.concurrent.Lazy;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.openapi.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operation of the document. All but its method and path is read from the document when it is first needed. */
public final class Operation {
    private static final Pattern NAMES = Pattern.compile("\\{[^}]*}");
    private static final Pattern SLASHES = Pattern.compile("/+");

    private final String method;
    private final String path;
    private final String withoutNames;
    private final Lazy<Details> details;

    Operation(String method, String path, Supplier<Details> details) {
        this.method = method;
        this.path = path;
        this.withoutNames = withoutNames(path);
        this.details = new Lazy<>(details);
    }

    /** What is read when it is first needed. */
    record Details(
            List<List<SecurityScheme>> security,
            List<Parameter> parameters,
            boolean bodyRequired,
            Map<String, Body> consumes,
            Responses responses) {}

    /** Returns the HTTP method in upper case. */
    public String method() {
        return method;
    }

    /** Returns the path template, such as {@code /api/v1/tasks/{taskIdentifier}/trigger}. */
    public String path() {
        return path;
    }

    /**
     * Returns the alternative credentials, each the schemes that are required together; an empty list if none are required.
     */
    public List<List<SecurityScheme>> security() {
        return details.get().security();
    }

    public List<Parameter> parameters() {
        return details.get().parameters();
    }

    public boolean bodyRequired() {
        return details.get().bodyRequired();
    }

    /** Returns the body of each media type; an empty map if the operation has no body. */
    public Map<String, Body> consumes() {
        return details.get().consumes();
    }

    public Responses responses() {
        return details.get().responses();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** The body of one media type. */
    public record Body(Schema schema, FlattenedSchema flattened) {}

    /** Returns whether it has a method and a path, regardless of the names of path variables. */
    public boolean isAt(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && withoutNames.equals(withoutNames(wantedPath));
    }

    private static String withoutNames(String path) {
        return SLASHES.matcher(NAMES.matcher(path).replaceAll("{}")).replaceAll("/");
    }

    /** Returns the body of a media type, which the document may describe under a range such as {@code text/*}. */
    public @Nullable Body body(String mediaType) {
        Body exact = consumes().get(mediaType);
        return exact != null
                ? exact
                : consumes().entrySet().stream()
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
