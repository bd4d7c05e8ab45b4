package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Header;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Part;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.render.ClientMethodViews.OperationMethod;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.SafeSource;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates the views of interfaces. */
final class ApiViews {

    private static final CommentText FOR_RETROFIT =
            CommentText.of("Retrofit implements this interface. Do not implement"
                    + " it yourself, as it gains a method with each operation that the spec gains.");

    /** The start of a path whose first segment has a colon, or may get one from a parameter. */
    private static final Pattern START_OF_URL = Pattern.compile("^[^/]*[:{]");

    /** The methods without parameters of the class that implements the interface of all APIs. */
    private static final String[] CLIENT_METHODS = {"close", "fromEnv"};

    private final Api api;
    private final Target target;
    private final ModelViews views;
    private final ParameterViews parameters;
    private final ResponseViews responses;
    private final ClientMethodViews clientMethods;
    private final GeneratedSources sources;
    private final Map<Name, Header> responseHeaders;

    ApiViews(Api api, Target target, ModelViews views, GeneratedSources sources) {
        this.sources = sources;
        this.api = api;
        this.target = target;
        this.views = views;
        this.parameters = new ParameterViews(api, target, views);
        this.responses = new ResponseViews(target);
        this.clientMethods = new ClientMethodViews(api, views);
        this.responseHeaders = responseHeaders(api);
    }

    /** Returns the operations by their interface, in the order of the document. */
    Map<String, List<Operation>> byInterface() {
        return api.operations().stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.classes().api(), LinkedHashMap::new, Collectors.toList()));
    }

    Map<String, Object> apis() {
        UniqueNames names = new UniqueNames(CLIENT_METHODS);
        List<Map<String, SafeSource>> apis = new ArrayList<>();
        byInterface().forEach((className, operations) -> {
            String tag = operations.get(0).tag();
            apis.add(Map.of(
                    "doc", Javadoc.indented(4).paragraph(tagged(tag)),
                    "className", new Name(className),
                    "name", names.unique(Names.member(tag))));
        });
        return Map.of("apis", apis);
    }

    Map<String, Object> document() {
        return Map.of(
                "title", new StringLiteral(api.title()),
                "version", new StringLiteral(api.version()),
                "serverUrl", new StringLiteral(api.serverUrl()),
                "sha256", new StringLiteral(api.sha256()));
    }

    private static CommentText tagged(String tag) {
        return CommentText.of("Operations with the tag $.", CommentText.code(tag));
    }

    Map<String, Object> view(String className, List<Operation> operations) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("className", new Name(className));
        Javadoc doc = Javadoc.indented(0).paragraph(tagged(operations.get(0).tag()));
        view.put("doc", target == Target.CLIENT ? doc.paragraph(FOR_RETROFIT) : doc);
        List<Map<String, Object>> methods = new ArrayList<>();
        List<Operation> all = target == Target.SERVER
                ? operations
                : operations.stream()
                        .flatMap(operation -> Stream.concat(Stream.of(operation), operation.rawAlternatives().stream()))
                        .toList();
        for (Operation operation : all) {
            if (target == Target.CLIENT && (operation.bodies().isEmpty() || !operation.bodyRequired())) {
                methods.add(method(operation, Optional.empty(), ""));
            }
            for (int i = 0; i < operation.bodies().size(); i++) {
                Body body = operation.bodies().get(i);
                methods.add(method(operation, Optional.of(body), i == 0 ? "" : Names.pascal(body.mediaType())));
            }
            if (target == Target.SERVER && operation.bodies().isEmpty()) {
                methods.add(method(operation, Optional.empty(), ""));
            }
        }
        view.put("methods", methods);
        operations.forEach(operation -> api.clientMethods(operation).stream()
                .flatMap(method -> method.names().stream())
                .forEach(name -> addOrigin(operation, new Name(name))));
        view.put("otherTypes", target == Target.CLIENT ? otherTypes(operations) : List.of());
        view.put("thrownSuccesses", target == Target.SERVER ? thrownSuccesses(operations) : List.of());
        return view;
    }

    // -- successes that a method does not return ---------------------------------------------------------------------

    /** Returns the constants of the client for the types of other successes that are not classes. */
    private List<Map<String, Object>> otherTypes(List<Operation> operations) {
        List<Map<String, Object>> constants = new ArrayList<>();
        for (Operation operation : operations) {
            for (Response response : operation.responses()) {
                otherTypeName(operation, response).ifPresent(name -> {
                    CommentText doc = CommentText.of(
                            "The type of the response $ of {@code $}.",
                            response(response),
                            new Name(operation.method()));
                    addOrigin(operation, name);
                    constants.add(
                            Map.of("doc", Javadoc.indented(4).paragraph(doc), "type", body(response), "name", name));
                });
            }
        }
        return constants;
    }

    /** Returns the name of the constant for the type of another success; empty if that is a class. */
    private static Optional<Name> otherTypeName(Operation operation, Response response) {
        boolean isClass = response.value()
                .map(TypedValue::type)
                .map(type -> type instanceof Type.Named || type instanceof Type.Any)
                .orElse(true);
        String name =
                Names.constant(operation.method() + "_" + response.status().toLowerCase(Locale.ROOT));
        return operation.hasOtherType(response) && !isClass ? Optional.of(new Name(name)) : Optional.empty();
    }

    private void addOrigin(Operation operation, Name member) {
        Origin origin = new Origin(operation.description().pointer(), operation.method(), Optional.empty());
        sources.addOrigin(operation.classes().api(), member.source(), origin);
    }

    /** Returns the methods of the stubs that create successes. */
    private List<Map<String, Object>> thrownSuccesses(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation ->
                        operation.thrownSuccesses().stream().map(response -> thrownSuccess(operation, response)))
                .toList();
    }

    /** Returns a name with an underscore, which the methods of operations do not have before a status. */
    private static Name thrownSuccessName(Operation operation, Response response) {
        return new Name(operation.method() + "_" + response.status());
    }

    private Map<String, Object> thrownSuccess(Operation operation, Response response) {
        Name name = thrownSuccessName(operation, response);
        addOrigin(operation, name);
        boolean exact = response.status().matches("[0-9]+");
        Javadoc doc = Javadoc.indented(4)
                .paragraph(CommentText.of(
                        "Returns the response $ of {@code $}, which throws it.",
                        response(response),
                        new Name(operation.method())));
        List<JavaCode> parameters = new ArrayList<>();
        if (!exact) {
            doc.param(new Name("status"), CommentText.of("a success status"));
            parameters.add(JavaCode.of("int status"));
        }
        if (response.hasBody()) {
            doc.param(new Name("body"), CommentText.of("the body of the response"));
            parameters.add(JavaCode.of("$ body", body(response)));
        }
        JavaCode statement = JavaCode.of(
                "return DocumentedSuccess.of($, $, $);",
                exact ? JavaCode.number(Integer.parseInt(response.status())) : JavaCode.of("status"),
                response.hasBody() ? new StringLiteral(response.mediaType()) : JavaCode.of("null"),
                JavaCode.of(response.hasBody() ? "body" : "null"));
        MethodSignature signature = new MethodSignature(JavaCode.of("DocumentedSuccess"), name);
        return Map.of(
                "doc", doc,
                "signature", signature.signature(JavaCode.of("static "), parameters),
                "statement", statement);
    }

    // -- methods -----------------------------------------------------------------------------------------------------

    private Map<String, Object> method(Operation operation, Optional<Body> body, String suffix) {
        boolean multipart = body.isPresent() && !body.get().parts().isEmpty();
        boolean form = body.isPresent() && body.get().form().isPresent();
        UniqueNames names = ParameterViews.parameterNames();
        List<ParameterView> path = parameters.path(operation, names);
        List<ParameterView> sent = body.map(b -> parameters.body(b, operation.bodyRequired(), names))
                .orElse(List.of());
        Name name = new Name(operation.method() + suffix);
        addOrigin(operation, name);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("doc", doc(operation, body, path, sent));
        view.put("path", new StringLiteral(relative(operation.template())));
        view.put("httpAnnotation", httpAnnotation(operation, body.isPresent()));
        view.put("headers", headers(operation, body));
        view.put("responses", responses.of(operation));
        view.put("secured", ResponseViews.secured(operation));
        view.put("server", operation.server().map(StringLiteral::new));
        view.put("multipart", multipart);
        view.put("form", form);
        view.put("deprecated", operation.description().deprecated());
        view.put("consumes", body.map(b -> new StringLiteral(b.mediaType())));
        view.put("produces", produced(operation));
        if (target == Target.CLIENT) {
            MethodSignature call = new MethodSignature(JavaCode.of("ApiCall<$>", returned(operation)), name);
            List<ParameterView> first = MethodSignature.concat(path, sent);
            List<ClientOverloads.Group> groups = parameters.queryAndHeaderGroups(operation);
            Map<Name, CommentText> built = parameters.built(operation, body);
            ClientOverloads overloads = new ClientOverloads(call, first, groups, built);
            OperationMethod main =
                    new OperationMethod(operation, call, returned(operation), first, groups, built, names);
            view.put("signature", overloads.signature());
            view.put(
                    "overloads",
                    isMain(operation, body, suffix)
                            ? Stream.concat(overloads.overloads().stream(), clientMethods.overloads(main).stream())
                                    .toList()
                            : overloads.overloads());
        } else {
            ServerOverloads overloads = new ServerOverloads(
                    new MethodSignature(returned(operation), name),
                    path,
                    sent,
                    body.isPresent() && !operation.bodyRequired() && body.get().isSingle() && suffix.isEmpty(),
                    parameters.queryAndHeaders(operation).stream().toList(),
                    JavaCode.of(
                            "throw new ServerErrorException($, 501);",
                            new StringLiteral(operation.id() + " is not implemented")));
            view.put("signature", overloads.signature());
            view.put("statements", overloads.defaultBody());
            view.put("overloads", overloads.compatibilityOverloads());
        }
        return view;
    }

    /** Returns whether a method is the one that methods of the client call which send an operation several times. */
    private boolean isMain(Operation operation, Optional<Body> body, String suffix) {
        return api.operations().contains(operation) && suffix.isEmpty() && (body.isEmpty() || operation.bodyRequired());
    }

    private JavaCode httpAnnotation(Operation operation, boolean hasBody) {
        Name verb = new Name(operation.verb());
        if (target == Target.SERVER) {
            return JavaCode.of("@$", verb);
        }
        StringLiteral path = new StringLiteral(forRetrofit(relative(operation.template())));
        boolean hasAnnotation = hasBody
                ? List.of("POST", "PUT", "PATCH").contains(operation.verb())
                : !operation.verb().equals("HEAD")
                        || operation.success().flatMap(Response::value).isEmpty();
        return hasAnnotation
                ? JavaCode.of("@$($)", verb, path)
                : JavaCode.of(
                        "@HTTP(method = $, path = $, hasBody = $)",
                        new StringLiteral(operation.verb()),
                        path,
                        JavaCode.of(hasBody ? "true" : "false"));
    }

    /** Returns a path that Retrofit takes for neither a missing one nor a URL. */
    private static String forRetrofit(String relative) {
        if (relative.isEmpty()) {
            return ".";
        }
        // With a dot first, a colon does not end the scheme of a URL. Retrofit rejects dots between slashes only.
        return START_OF_URL.matcher(relative).find() ? ".\\./" + relative : relative;
    }

    /** Returns a path without the slash at its start, so that the base URL may have a path. */
    private static String relative(String path) {
        return path.replaceFirst("^/", "");
    }

    private static Optional<JavaCode> headers(Operation operation, Optional<Body> body) {
        List<String> headers = new ArrayList<>();
        List<String> accepted = produces(operation);
        if (!accepted.isEmpty()) {
            headers.add("Accept: " + String.join(", ", accepted));
        }
        body.filter(Body::isSingle).ifPresent(b -> headers.add("Content-Type: " + b.mediaType()));
        return headers.isEmpty() ? Optional.empty() : Optional.of(StringLiteral.array(headers));
    }

    /**
     * Returns the media types of the success, or otherwise of the first response that has one: all of them if the body is
     * raw.
     */
    private static List<String> produces(Operation operation) {
        return Stream.concat(operation.success().stream(), operation.responses().stream())
                .filter(response -> !response.mediaTypes().isEmpty())
                .map(response -> response.value().isPresent() ? List.of(response.mediaType()) : response.mediaTypes())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<JavaCode> produced(Operation operation) {
        List<String> types = produces(operation);
        return types.isEmpty() ? Optional.empty() : Optional.of(StringLiteral.array(types));
    }

    private JavaCode returned(Operation operation) {
        return operation
                .success()
                .filter(Response::hasBody)
                .map(this::body)
                .orElse(JavaCode.of(target == Target.CLIENT ? "Void" : "void"));
    }

    /** Returns the Java type of the body of a response. */
    private JavaCode body(Response response) {
        return response.value()
                .map(value -> JavaCode.of(value.nullable() ? "@Nullable $" : "$", views.responseType(value)))
                .orElse(JavaCode.of(target == Target.CLIENT ? "ResponseBody" : "InputStream"));
    }

    private Javadoc doc(Operation operation, Optional<Body> body, List<ParameterView> path, List<ParameterView> sent) {
        Javadoc doc = Javadoc.indented(4);
        String summary = operation.summary();
        if (!summary.isEmpty()) {
            doc.markdown(summary.endsWith(".") ? summary : summary + ".");
        }
        if (!operation.description().text().replaceFirst("\\.$", "").equals(summary)) {
            doc.markdown(operation.description().text());
        }
        doc.paragraph(Comments.notes(operation.description()));
        doc.paragraph(CommentText.of(
                "$ responds with $.",
                CommentText.code(operation.verb() + " " + operation.path()),
                CommentText.join(
                        ", ",
                        operation.responses().stream().map(ApiViews::response).toList())));
        doc.paragraph(server(operation));
        doc.paragraph(successes(operation));
        operation.responses().stream()
                .filter(response -> !response.headers().isEmpty())
                .forEach(response -> doc.paragraph(headers(response)));
        for (int i = 0; i < path.size(); i++) {
            Parameter parameter = parameters.inPath(operation).get(i);
            Description description = parameter.value().description();
            doc.param(path.get(i).name(), described(description, "the parameter", parameter.name()));
        }
        body.ifPresent(b -> {
            for (int i = 0; i < b.parts().size(); i++) {
                Part part = b.parts().get(i);
                doc.param(sent.get(i).name(), described(part.description(), "the part", part.name()));
            }
            if (b.parts().isEmpty()) {
                boolean nullable = target == Target.SERVER && !operation.bodyRequired() && b.isSingle();
                doc.param(
                        new Name("body"),
                        CommentText.of(nullable ? "the request body, or null if there is none" : "the request body"));
            }
        });
        if (target == Target.CLIENT) {
            parameters
                    .queryAndHeaderGroups(operation)
                    .forEach(group -> doc.param(group.parameter().name(), CommentText.of("the $", group.doc())));
            doc.returns(CommentText.of("a call that is not sent yet; {@link ApiCall#send} sends it"));
        } else {
            parameters
                    .queryAndHeaders(operation)
                    .ifPresent(bean -> doc.param(
                            bean.name(), CommentText.of("the $", ParameterViews.queryAndHeaderKinds(operation))));
        }
        return doc;
    }

    private CommentText server(Operation operation) {
        return target == Target.SERVER
                ? CommentText.NONE
                : operation
                        .server()
                        .map(url -> CommentText.of("It is sent to $ by default.", CommentText.code(url)))
                        .orElse(CommentText.NONE);
    }

    /** Returns the sentence about the successes that the method does not return. */
    private CommentText successes(Operation operation) {
        List<CommentText> all = target == Target.SERVER
                ? operation.thrownSuccesses().stream()
                        .map(response -> CommentText.of("{@link #$}", thrownSuccessName(operation, response)))
                        .toList()
                : operation.responses().stream()
                        .filter(operation::hasOtherType)
                        .map(response -> CommentText.of(
                                "{@code bodyAs($)} for <b>$</b>",
                                otherType(operation, response),
                                CommentText.text(response.status())))
                        .toList();
        return all.isEmpty()
                ? CommentText.NONE
                : CommentText.of(
                        target == Target.SERVER
                                ? "The method may also throw one of these successes: $."
                                : "{@code exchange} returns bodies of other types: $.",
                        CommentText.join(", ", all));
    }

    private CommentText otherType(Operation operation, Response response) {
        Optional<Name> constant = otherTypeName(operation, response);
        Name type = response.value()
                .map(value -> new JavaTypes(target, new Annotations(target)).erased(value.type()))
                .orElse(new Name("ResponseBody"));
        return constant.isPresent() ? constant.get() : CommentText.of("$.class", type);
    }

    private CommentText headers(Response response) {
        return CommentText.of(
                "Headers of <b>$</b>: $.",
                CommentText.text(response.status()),
                CommentText.join(
                        "; ",
                        response.headers().stream()
                                .map(header -> CommentText.of(
                                        "$, $$",
                                        headerLink(header.name()),
                                        CommentText.text(header.type()),
                                        CommentText.of(header.required() ? ", required" : "")))
                                .toList()));
    }

    /** Returns a link to the constant of a header, or its name if another header has that constant. */
    private CommentText headerLink(String header) {
        Name constant = headerConstant(header);
        return responseHeaders.get(constant).name().equalsIgnoreCase(header)
                ? CommentText.of("{@link ResponseHeaders#$}", constant)
                : CommentText.code(header);
    }

    private static Name headerConstant(String header) {
        return new Name(Names.constant(header.toLowerCase(Locale.ROOT)));
    }

    /** Returns the headers of all responses by their constants. */
    private static Map<Name, Header> responseHeaders(Api api) {
        Map<Name, Header> headers = new TreeMap<>();
        api.operations().stream()
                .flatMap(operation -> operation.responses().stream())
                .flatMap(response -> response.headers().stream())
                .forEach(header -> headers.putIfAbsent(headerConstant(header.name()), header));
        return headers;
    }

    /** Returns the names of all headers of responses; empty if there are none. */
    Map<String, Object> responseHeaders() {
        List<Map<String, Object>> views = new ArrayList<>();
        responseHeaders.forEach((constant, header) -> {
            Description description = header.description();
            sources.addOrigin(
                    "ResponseHeaders",
                    constant.source(),
                    new Origin(description.pointer(), header.name(), Optional.empty()));
            Javadoc doc = Javadoc.indented(4);
            doc.markdown(description.text().isEmpty() ? "The header " + header.name() + "." : description.text());
            views.add(Map.of("doc", doc, "constant", constant, "name", new StringLiteral(header.name())));
        });
        return views.isEmpty() ? Map.of() : Map.of("headers", views);
    }

    /** Returns the description of a parameter, or its kind and name if there is none. */
    private static CommentText described(Description description, String kind, String name) {
        return description.text().isEmpty()
                ? CommentText.of("$ $", CommentText.text(kind), CommentText.text(name))
                : CommentText.markdown(description.text());
    }

    private static CommentText response(Response response) {
        String text = response.description()
                .split("\\R\\s*\\R", 2)[0]
                .replaceAll("\\s+", " ")
                .replaceFirst("\\.$", "");
        CommentText status = CommentText.text(response.status());
        return text.isEmpty()
                ? CommentText.of("<b>$</b>", status)
                : CommentText.of("<b>$</b> ($)", status, CommentText.text(text));
    }
}
