package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Part;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates the parameters of methods. */
final class ParameterViews {

    private static final CommentText QUERY = CommentText.of("query parameters");
    private static final CommentText PATH_ARRAYS = CommentText.of("arrays in the path");
    private static final CommentText HEADERS = CommentText.of("headers");

    private final Api api;
    private final Target target;
    private final Annotations annotations;
    private final JavaTypes types;

    ParameterViews(Api api, Target target, ModelViews views) {
        this.api = api;
        this.target = target;
        this.annotations = views.annotations();
        this.types = views.types();
    }

    /**
     * A parameter of a method.
     *
     * @param declaration the parameter with its annotations
     * @param plain the parameter without annotations
     * @param type its type without annotations
     * @param linkType its type in links of comments
     */
    record ParameterView(JavaCode declaration, JavaCode plain, JavaCode type, Name name, CommentText linkType) {

        /** Returns the parameter of a consumer of a builder for the type. */
        ParameterView consumer() {
            JavaCode consumer = JavaCode.of("Consumer<$.Builder>", type);
            JavaCode declared = JavaCode.of("$ $", consumer, name);
            return new ParameterView(declared, declared, consumer, name, CommentText.of("Consumer"));
        }
    }

    /** Returns the path parameters that are parameters of the method: on the server all but arrays. */
    List<Parameter> inPath(Operation operation) {
        return operation.parameters("path").stream()
                .filter(parameter ->
                        target == Target.CLIENT || !parameter.style().isJoined())
                .toList();
    }

    List<ParameterView> path(Operation operation, UniqueNames names) {
        return inPath(operation).stream()
                .map(parameter -> inPath(parameter, names.unique(Names.member(parameter.name()))))
                .toList();
    }

    /** Returns the names for path parameters and parts, in which those of other parameters are taken. */
    static UniqueNames parameterNames() {
        return new UniqueNames("body", "bodyBuilder", "headers", "parameters", "parametersBuilder");
    }

    /** Returns the name of the variable for the builder of a parameter. */
    static Name builder(Name parameter) {
        return new Name(parameter.source() + "Builder");
    }

    /**
     * Returns the parameters in whose place the client's overloads take a consumer of a builder, each with what it holds.
     * As all consumers are the same to Java, an overload with a single one must mean the same whatever parameters the
     * operation gains: the body if its verb usually has one, else the query parameters.
     */
    Map<Name, CommentText> built(Operation operation, Optional<Body> body) {
        boolean usuallyHasBody = List.of("POST", "PUT", "PATCH").contains(operation.verb());
        Map<Name, CommentText> built = new HashMap<>();
        if (usuallyHasBody && body.isPresent() && isObject(body.get())) {
            built.put(new Name("body"), CommentText.of("body"));
        }
        if (!usuallyHasBody || body.isPresent()) {
            built.put(new Name("parameters"), QUERY);
        }
        return built;
    }

    private boolean isObject(Body body) {
        return body.form().isPresent()
                || body.value().map(value -> api.isObject(value.type())).orElse(false);
    }

    /** Returns the parameters of an operation that an object holds on the server. */
    static List<Parameter> inObject(Operation operation) {
        return Stream.concat(operation.pathArrays().stream(), operation.queryAndHeaderParameters().stream())
                .toList();
    }

    /** Returns the object with the query parameters and headers on the server; empty if there are none. */
    Optional<ParameterView> queryAndHeaders(Operation operation) {
        return inObject(operation).isEmpty()
                ? Optional.empty()
                : Optional.of(object(
                        JavaCode.of("@Valid @BeanParam "), operation.classes().parameters(), "parameters"));
    }

    /** Returns the object with the query parameters and the object with the headers on the client. */
    List<ClientOverloads.Group> queryAndHeaderGroups(Operation operation) {
        List<ClientOverloads.Group> groups = new ArrayList<>();
        List<Parameter> query = operation.parameters("query");
        if (!query.isEmpty()) {
            ParameterView view = object(queryMap(query), operation.classes().parameters(), "parameters");
            groups.add(group(view, QUERY, query));
        }
        List<Parameter> headers = operation.headersAndCookies();
        if (!headers.isEmpty()) {
            groups.add(group(
                    object(JavaCode.of("@HeaderMap "), operation.classes().headers(), "headers"), HEADERS, headers));
        }
        return groups;
    }

    private static JavaCode queryMap(List<Parameter> query) {
        return JavaCode.of(isEncoded(query) ? "@QueryMap(encoded = true) " : "@QueryMap ");
    }

    /** Returns whether the class of query parameters encodes them, as Retrofit would encode delimiters, too. */
    static boolean isEncoded(List<Parameter> query) {
        return query.stream()
                .anyMatch(parameter ->
                        parameter.in().equals("query") && parameter.style().isJoined());
    }

    /** Returns what the object on the server has, in words. */
    static CommentText queryAndHeaderKinds(Operation operation) {
        List<CommentText> kinds = new ArrayList<>();
        if (!operation.pathArrays().isEmpty()) {
            kinds.add(PATH_ARRAYS);
        }
        if (!operation.parameters("query").isEmpty()) {
            kinds.add(QUERY);
        }
        if (!operation.headersAndCookies().isEmpty()) {
            kinds.add(HEADERS);
        }
        return CommentText.join(" and ", kinds);
    }

    private static ClientOverloads.Group group(ParameterView view, CommentText doc, List<Parameter> parameters) {
        JavaCode empty = JavaCode.of("$.builder().build()", view.type());
        return new ClientOverloads.Group(view, doc, empty, parameters.stream().noneMatch(Parameter::required));
    }

    private static ParameterView object(JavaCode annotation, String className, String parameterName) {
        Name type = new Name(className);
        Name name = new Name(parameterName);
        JavaCode plain = JavaCode.of("$ $", type, name);
        return new ParameterView(JavaCode.of("$$", annotation, plain), plain, type, name, type);
    }

    private ParameterView inPath(Parameter parameter, Name name) {
        boolean client = target == Target.CLIENT;
        TypedValue value = parameter.value();
        // Neither Retrofit nor JAX-RS converts it.
        boolean dateTime = value.type() == Scalar.DATE_TIME;
        JavaCode type = dateTime ? JavaCode.of("String") : types.plain(value.type());
        List<JavaCode> checks = dateTime ? Annotations.ofDateTimeString(value) : annotations.ofConstraints(value);
        JavaCode plain = JavaCode.of(parameter.required() ? "$ $" : "@Nullable $ $", type, name);
        // Retrofit does not encode commas, so the converter encodes those in items.
        StringLiteral placeholder = new StringLiteral(parameter.placeholder());
        JavaCode annotation = !client
                ? JavaCode.of("@PathParam($)", placeholder)
                : JavaCode.of(
                        parameter.style().isJoined() ? "@Path(value = $, encoded = true)" : "@Path($)", placeholder);
        JavaCode declaration = JavaCode.of(
                "$ $$$",
                annotation,
                client || !parameter.required() ? JavaCode.NONE : JavaCode.of("@NotNull "),
                Annotations.inline(checks),
                plain);
        return new ParameterView(
                declaration, plain, type, name, dateTime ? CommentText.of("String") : types.erased(value.type()));
    }

    List<ParameterView> body(Body body, boolean required, UniqueNames names) {
        if (body.form().isPresent()) {
            JavaCode annotation = JavaCode.of(target == Target.CLIENT ? "@FieldMap " : "@Valid @BeanParam ");
            return List.of(object(annotation, body.form().get().className(), "body"));
        }
        return body.parts().isEmpty()
                ? List.of(single(body, required))
                : body.parts().stream()
                        .map(part -> part(part, names.unique(Names.member(part.name()))))
                        .toList();
    }

    private ParameterView part(Part part, Name name) {
        StringLiteral wireName = new StringLiteral(part.name());
        boolean typed = target == Target.CLIENT && part.json().isPresent();
        if (typed) {
            JavaCode type = types.plain(part.json().get().type());
            JavaCode plain = JavaCode.of(part.required() ? "$ $" : "@Nullable $ $", type, name);
            Name linkType = types.erased(part.json().get().type());
            return new ParameterView(JavaCode.of("@Part($) $", wireName, plain), plain, type, name, linkType);
        }
        JavaCode one = JavaCode.of(target == Target.CLIENT ? "MultipartBody.Part" : "EntityPart");
        JavaCode type = part.repeated() ? JavaCode.of("List<$>", one) : one;
        JavaCode nullable = target == Target.CLIENT && !part.repeated()
                ? JavaCode.of("MultipartBody.@Nullable Part")
                : JavaCode.of("@Nullable $", type);
        JavaCode plain = JavaCode.of("$ $", part.required() ? type : nullable, name);
        JavaCode annotation = target == Target.CLIENT ? JavaCode.of("@Part ") : JavaCode.of("@FormParam($) ", wireName);
        CommentText linkType = CommentText.of(
                part.repeated() ? "List" : target == Target.CLIENT ? "MultipartBody.Part" : "EntityPart");
        return new ParameterView(JavaCode.of("$$", annotation, plain), plain, type, name, linkType);
    }

    private ParameterView single(Body body, boolean required) {
        boolean client = target == Target.CLIENT;
        Name name = new Name("body");
        Name bytes = new Name(client ? "RequestBody" : body.mediaType().startsWith("text/") ? "String" : "InputStream");
        JavaCode nullable = client || required ? JavaCode.NONE : JavaCode.of("@Nullable ");
        JavaCode type = body.value().map(value -> types.plain(value.type())).orElse(bytes);
        JavaCode annotated = body.value()
                .map(value -> JavaCode.of(
                        "$$", Annotations.inline(annotations.ofConstraints(value)), types.annotated(value.type())))
                .orElse(bytes);
        boolean valid = body.value().map(v -> v.type() instanceof Type.Named).orElse(false);
        JavaCode annotation = client
                ? JavaCode.of("@Body ")
                : JavaCode.of(
                        "$$",
                        required ? JavaCode.of("@NotNull ") : JavaCode.NONE,
                        valid ? JavaCode.of("@Valid ") : JavaCode.NONE);
        return new ParameterView(
                JavaCode.of("$$$ $", annotation, nullable, annotated, name),
                JavaCode.of("$$ $", nullable, type, name),
                type,
                name,
                body.value().map(value -> types.erased(value.type())).orElse(bytes));
    }
}
