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
 * @param server the URL of its own server; empty if it has none
 * @param classes the names of its classes
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
        List<String> security,
        Optional<String> server,
        Classes classes) {

    public Operation withClasses(Classes other) {
        return new Operation(
                id,
                method,
                tag,
                verb,
                path,
                summary,
                description,
                parameters,
                bodies,
                bodyRequired,
                responses,
                security,
                server,
                other);
    }

    /**
     * The names of the classes for an operation.
     *
     * @param api the interface of its tag
     * @param parameters the class with its query parameters, on the server also with its headers and the arrays in its path;
     *     empty if there are none
     * @param headers the class with its headers on the client; empty if there are none
     */
    public record Classes(String api, String parameters, String headers) {}

    /** Returns an operation for each further media type of the success, beside JSON. Its body is raw. */
    public List<Operation> rawAlternatives() {
        return success().filter(success -> success.value().isPresent()).stream()
                .flatMap(success -> success.rawMediaTypes().stream().map(type -> withRawSuccess(success, type)))
                .toList();
    }

    private Operation withRawSuccess(Response success, String mediaType) {
        Response raw = new Response(
                success.status(), success.description(), List.of(mediaType), Optional.empty(), success.headers());
        List<Response> others = responses.stream()
                .map(response -> response.equals(success) ? raw : response)
                .toList();
        return new Operation(
                id,
                method + "As" + Names.pascal(mediaType),
                tag,
                verb,
                path,
                summary,
                description,
                parameters,
                bodies,
                bodyRequired,
                others,
                security,
                server,
                classes);
    }

    /** Returns the path with the names of {@link Parameter#placeholder}. */
    public String template() {
        return Placeholders.template(path);
    }

    /** Returns the parameters in {@code path}, {@code query} or {@code header}. */
    public List<Parameter> parameters(String in) {
        return parameters.stream().filter(p -> p.in().equals(in)).toList();
    }

    /** Returns the headers, and the cookies, which are sent in a header. */
    public List<Parameter> headersAndCookies() {
        return parameters.stream()
                .filter(p -> p.in().equals("header") || p.in().equals("cookie"))
                .toList();
    }

    /** Returns the query parameters, headers and cookies. */
    public List<Parameter> queryAndHeaderParameters() {
        return parameters.stream().filter(p -> !p.in().equals("path")).toList();
    }

    /** Returns the arrays in the path, which JAX-RS does not convert. */
    public List<Parameter> pathArrays() {
        return parameters("path").stream().filter(p -> p.style().isJoined()).toList();
    }

    /** Returns the response whose body the generated method returns: the success with the lowest status. */
    public Optional<Response> success() {
        return responses.stream().filter(r -> r.status().startsWith("2")).min(Comparator.comparing(Response::status));
    }

    /** Returns the responses that the stubs create for their method to throw: other successes, and those with headers. */
    public List<Response> thrownSuccesses() {
        List<Response> others = otherSuccesses();
        return responses.stream()
                .filter(response -> others.contains(response)
                        || success().filter(response::equals).isPresent()
                                && !response.headers().isEmpty())
                .toList();
    }

    /** Returns the successes whose body the generated method does not return. */
    public List<Response> otherSuccesses() {
        Optional<Response> success = success();
        return responses.stream()
                .filter(response -> response.status().startsWith("2")
                        ? !Optional.of(response).equals(success)
                        : response.status().equals("default") && onlyDefaultSucceeds())
                .toList();
    }

    /** Returns whether the default response stands for successes, too. */
    private boolean onlyDefaultSucceeds() {
        return responses.stream().noneMatch(response -> response.status().matches("[23].*"));
    }

    /** Returns whether a response is a success whose body has another type than the generated method returns. */
    public boolean hasOtherType(Response response) {
        Optional<Response> success = success().filter(returned -> returned.hasBody());
        boolean same = success.isPresent()
                && success.get()
                        .value()
                        .map(TypedValue::type)
                        .equals(response.value().map(TypedValue::type));
        return response.hasBody()
                && !verb.equals("HEAD")
                && !same
                && otherSuccesses().contains(response);
    }

    /** How the value of a parameter is written. */
    public enum Style {
        /** A string, or a parameter of the same name for each item of an array. */
        PLAIN,
        /** A union of which a variant is a string, a number or a boolean. */
        SCALAR,
        /** An array in one string, separated by commas. */
        COMMAS,
        /** An array in one string, separated by spaces. */
        SPACES,
        /** An array in one string, separated by pipes. */
        PIPES,
        /** An object, each member as {@code name[member]}. */
        DEEP_OBJECT,
        /** An object, each member as a parameter of its own. */
        MEMBERS,
        /** A value in JSON. */
        JSON;

        /** Returns whether an array is in one string. */
        public boolean isJoined() {
            return this == COMMAS || this == SPACES || this == PIPES;
        }
    }

    /**
     * A parameter outside the body, or a field of a form.
     *
     * @param pointer the JSON pointer of the parameter
     */
    public record Parameter(String name, String in, boolean required, Style style, TypedValue value, String pointer) {

        /** Headers that OpenAPI describes by media types and security schemes, and ignores as parameters. */
        private static final Set<String> IGNORED = Set.of("accept", "authorization", "content-type");

        /** Returns whether OpenAPI ignores a parameter. */
        public static boolean isIgnored(String in, String name) {
            return in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT));
        }

        /** Returns the name in the path of generated code. */
        public String placeholder() {
            return Placeholders.name(name);
        }

        /** Returns this parameter with another style. */
        public Parameter withStyle(Style other) {
            return new Parameter(name, in, required, other, value, pointer);
        }

        /** Returns this parameter with another value. */
        public Parameter withValue(TypedValue other) {
            return new Parameter(name, in, required, style, other, pointer);
        }
    }

    /**
     * A request body in one media type.
     *
     * @param value the JSON value; empty if the body is not JSON
     * @param parts the parts of a {@code multipart} body; empty for any other
     * @param form the fields of a form; empty if the body is none
     */
    public record Body(String mediaType, Optional<TypedValue> value, List<Part> parts, Optional<Form> form) {

        /** Returns whether the body is one argument whose media type is that of the body. */
        public boolean isSingle() {
            return parts.isEmpty() && form.isEmpty();
        }
    }

    /**
     * The fields of a form.
     *
     * @param className the name of the class that holds them
     */
    public record Form(String className, List<Parameter> fields) {}

    /**
     * A part of a {@code multipart} body.
     *
     * @param repeated whether a request may have several parts of this name
     * @param json the value if the part is JSON; empty for any other
     */
    public record Part(
            String name, boolean required, boolean repeated, Optional<TypedValue> json, Description description) {}

    /**
     * A header of a response.
     *
     * @param type the JSON type of its values, such as {@code integer}
     */
    public record Header(String name, boolean required, String type, Description description) {}

    /**
     * A documented response.
     *
     * @param status a status code, a range such as {@code 4XX}, or {@code default}
     * @param mediaTypes empty if the response has no body
     * @param value the JSON value; empty if there is no body or it is not JSON
     */
    public record Response(
            String status,
            String description,
            List<String> mediaTypes,
            Optional<TypedValue> value,
            List<Header> headers) {

        /** Returns whether the response has a body. */
        public boolean hasBody() {
            return !mediaTypes.isEmpty();
        }

        /** Returns the media types other than JSON. */
        List<String> rawMediaTypes() {
            return mediaTypes.stream().filter(type -> !isJson(type)).toList();
        }

        /** Returns whether a body of a media type is JSON. */
        public static boolean isJson(String mediaType) {
            return mediaType.matches("application/(?:[^;]*\\+)?json(?:\\s*;.*)?");
        }

        /** Returns the first media type, or the empty string. */
        public String mediaType() {
            return mediaTypes.isEmpty() ? "" : mediaTypes.get(0);
        }
    }
}
