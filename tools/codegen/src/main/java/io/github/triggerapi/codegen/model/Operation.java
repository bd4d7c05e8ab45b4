package io.github.triggerapi.codegen.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One verb on one path.
 *
 * @param method the Java name of its method
 * @param verb upper case, as in {@code POST}
 * @param parameters those of the path in its order, then header and query parameters in the document's
 * @param bodies one for each request media type; empty where there is none
 * @param bodyRequired whether a request without a body is wrong
 * @param responses in the document's order
 * @param security what a request may prove itself with, one for each alternative; see {@code Secured}
 */
public record Operation(
        String id,
        String method,
        String tag,
        String verb,
        String path,
        String summary,
        Description description,
        List<Parameter> parameters,
        List<Body> bodies,
        boolean bodyRequired,
        List<Response> responses,
        List<String> security) {

    /** Parameters at one place: {@code path}, {@code query} or {@code header}. */
    public List<Parameter> parameters(String in) {
        return parameters.stream().filter(p -> p.in().equals(in)).toList();
    }

    /** The parameters that one object holds: those of the query and the headers. */
    public List<Parameter> bundled() {
        return parameters.stream().filter(p -> !p.in().equals("path")).toList();
    }

    /** The answer that the generated method returns: the documented success with the lowest status. */
    public Optional<Response> success() {
        return responses.stream().filter(r -> r.status().startsWith("2")).min(Comparator.comparing(Response::status));
    }

    /** A parameter outside the body. */
    public record Parameter(String name, String in, boolean required, boolean deepObject, Value value) {

        /** Headers that OpenAPI describes by media types and security schemes; as parameters it ignores them. */
        private static final Set<String> IGNORED = Set.of("accept", "authorization", "content-type");

        /** Whether OpenAPI ignores a parameter, by where it is and its name. */
        public static boolean isIgnored(String in, String name) {
            return in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A request body in one media type.
     *
     * @param parts the parts of a {@code multipart} body; empty for any other
     * @param value the JSON value; empty for a body that is not JSON
     */
    public record Body(String mediaType, Optional<Value> value, List<Part> parts) {}

    /** A part of a {@code multipart} body. */
    public record Part(String name, boolean required, Description description) {}

    /**
     * A documented answer.
     *
     * @param status a status code, a range such as {@code 4XX}, or {@code default}
     * @param mediaTypes empty where the answer has no body
     * @param value the JSON value; empty for a body that is none or is not JSON
     */
    public record Response(String status, String description, List<String> mediaTypes, Optional<Value> value) {

        /** The first media type, or the empty string. */
        public String mediaType() {
            return mediaTypes.isEmpty() ? "" : mediaTypes.get(0);
        }
    }
}
