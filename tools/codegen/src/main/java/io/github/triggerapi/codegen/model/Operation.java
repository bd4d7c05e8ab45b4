package io.github.triggerapi.codegen.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An operation: a verb and a path.
 *
 * @param method the Java name of its method
 * @param verb upper case, as in {@code POST}
 * @param parameters path parameters in the order of the path, then others in the order of the document
 * @param bodies one for each media type of the request; empty if there is none
 * @param bodyRequired whether a request must have a body
 * @param responses in the order of the document
 * @param security the alternative credentials; see {@code Secured}
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

    /** Returns the parameters in {@code path}, {@code query} or {@code header}. */
    public List<Parameter> parameters(String in) {
        return parameters.stream().filter(p -> p.in().equals(in)).toList();
    }

    /** Returns the query parameters and headers. */
    public List<Parameter> queryAndHeaderParameters() {
        return parameters.stream().filter(p -> !p.in().equals("path")).toList();
    }

    /** Returns the response whose body the generated method returns: the success with the lowest status. */
    public Optional<Response> success() {
        return responses.stream().filter(r -> r.status().startsWith("2")).min(Comparator.comparing(Response::status));
    }

    /**
     * A parameter outside the body.
     *
     * @param pointer the JSON pointer of the parameter
     */
    public record Parameter(
            String name, String in, boolean required, boolean deepObject, TypedValue value, String pointer) {

        /** Headers that OpenAPI describes by media types and security schemes, and ignores as parameters. */
        private static final Set<String> IGNORED = Set.of("accept", "authorization", "content-type");

        /** Returns whether OpenAPI ignores a parameter. */
        public static boolean isIgnored(String in, String name) {
            return in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A request body in one media type.
     *
     * @param parts the parts of a {@code multipart} body; empty for any other
     * @param value the JSON value; empty if the body is not JSON
     */
    public record Body(String mediaType, Optional<TypedValue> value, List<Part> parts) {}

    /** A part of a {@code multipart} body. */
    public record Part(String name, boolean required, Description description) {}

    /**
     * A documented response.
     *
     * @param status a status code, a range such as {@code 4XX}, or {@code default}
     * @param mediaTypes empty if the response has no body
     * @param value the JSON value; empty if there is no body or it is not JSON
     */
    public record Response(String status, String description, List<String> mediaTypes, Optional<TypedValue> value) {

        /** Returns the first media type, or the empty string. */
        public String mediaType() {
            return mediaTypes.isEmpty() ? "" : mediaTypes.get(0);
        }
    }
}
