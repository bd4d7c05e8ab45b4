package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the templates of interfaces see. */
final class ApiViews {

    private final Api api;
    private final Target target;
    private final Views views;
    private final ResponseViews responses;

    ApiViews(Api api, Target target, Views views) {
        this.api = api;
        this.target = target;
        this.views = views;
        this.responses = new ResponseViews(target);
    }

    /** The operations by their first tag, in the document's order. */
    Map<String, List<Operation>> byTag() {
        return api.operations().stream()
                .collect(Collectors.groupingBy(Operation::tag, LinkedHashMap::new, Collectors.toList()));
    }

    Map<String, Object> apis() {
        List<Map<String, String>> apis = byTag().keySet().stream()
                .map(tag -> Map.of("tag", tag, "className", className(tag), "name", Names.member(tag)))
                .toList();
        return Map.of("apis", apis);
    }

    Map<String, Object> document() {
        return Map.of(
                "title", Literals.string(api.title()),
                "version", Literals.string(api.version()),
                "serverUrl", Literals.string(api.serverUrl()),
                "sha256", Literals.string(api.sha256()));
    }

    static String className(String tag) {
        return Names.pascal(tag) + "Api";
    }

    Map<String, Object> view(String tag, List<Operation> operations) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("className", className(tag));
        view.put(
                "doc",
                Javadoc.indented(0)
                        .paragraph("The operations tagged " + Javadoc.code(tag) + ".")
                        .toString());
        List<Map<String, Object>> methods = new ArrayList<>();
        for (Operation operation : operations) {
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
        return view;
    }

    // -- methods -----------------------------------------------------------------------------------------------------

    /** A parameter of a method, as it stands in the interface and without its annotations. */
    record ParameterView(String declaration, String plain, String name, String linkType) {}

    private Map<String, Object> method(Operation operation, Optional<Body> body, String suffix) {
        boolean client = target == Target.CLIENT;
        List<ParameterView> parameters = new ArrayList<>();
        operation
                .parameters("path")
                .forEach(p -> parameters.add(parameter(operation, p, client ? "Path" : "PathParam")));
        operation
                .parameters("header")
                .forEach(p -> parameters.add(parameter(operation, p, client ? "Header" : "HeaderParam")));
        body.ifPresent(b -> parameters.addAll(body(b, operation.bodyRequired())));
        boolean multipart = body.isPresent() && !body.get().parts().isEmpty();
        List<Parameter> query = operation.parameters("query");
        List<ParameterView> all = new ArrayList<>(parameters);
        if (!query.isEmpty()) {
            String type = QueryViews.className(operation);
            String annotation = client ? "@QueryMap " : "@Valid @BeanParam ";
            all.add(new ParameterView(annotation + type + " query", type + " query", "query", type));
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("method", operation.method() + suffix);
        view.put("doc", doc(operation, body, query));
        view.put("path", Literals.string(relative(operation.path())));
        view.put("httpAnnotation", httpAnnotation(operation, body.isPresent()));
        view.put("headers", client ? headers(operation, body) : "");
        view.put("responses", responses.of(operation));
        view.put("secured", ResponseViews.secured(operation));
        view.put("multipart", multipart);
        view.put("deprecated", operation.description().deprecated());
        view.put("consumes", body.map(b -> Literals.string(b.mediaType())).orElse(""));
        view.put("produces", produces(operation).map(Literals::string).orElse(""));
        view.put("notImplemented", Literals.string(operation.id() + " is not implemented"));
        String returned = client ? "Call<" + returns(operation) + ">" : "default " + returns(operation);
        view.put(
                "signature",
                signature(
                        returned + " " + operation.method() + suffix,
                        all.stream().map(ParameterView::declaration).toList()));
        view.put("linkTypes", all.stream().map(ParameterView::linkType).collect(Collectors.joining(", ")));
        boolean optionalQuery = !query.isEmpty() && query.stream().noneMatch(Parameter::required);
        view.put(
                "withoutQuery",
                client && optionalQuery ? withoutQuery(operation, returned, suffix, parameters) : List.of());
        return view;
    }

    /** On one line where it fits, else with a line for each parameter. */
    private static String signature(String start, List<String> parameters) {
        String line = start + "(" + String.join(", ", parameters) + ")";
        return line.length() <= 110
                ? line
                : start + "(\n            " + String.join(",\n            ", parameters) + ")";
    }

    private static List<Map<String, Object>> withoutQuery(
            Operation operation, String returned, String suffix, List<ParameterView> parameters) {
        List<String> arguments =
                new ArrayList<>(parameters.stream().map(ParameterView::name).toList());
        arguments.add(QueryViews.className(operation) + ".builder().build()");
        List<String> declarations =
                parameters.stream().map(ParameterView::plain).toList();
        String signature = signature("default " + returned + " " + operation.method() + suffix, declarations);
        return List.of(Map.of("signature", signature, "arguments", arguments));
    }

    /** The Java name of a parameter of the path or of a header, whatever else its method takes. */
    private static String argument(Operation operation, Parameter parameter) {
        String name = argument(parameter.name());
        boolean taken = parameter.in().equals("header")
                && operation.parameters("path").stream()
                        .anyMatch(p -> argument(p.name()).equals(name));
        return taken ? name + "Header" : name;
    }

    private static String argument(String name) {
        String argument = Names.member(name);
        return Set.of("body", "query").contains(argument) ? argument + "_" : argument;
    }

    private ParameterView parameter(Operation operation, Parameter parameter, String annotation) {
        String type = views.types().plain(parameter.value().type());
        String checks = checks(parameter.value());
        if (parameter.value().type() == Scalar.DATE_TIME) {
            type = "String";
            checks = checks.isEmpty()
                    ? "@Limits(format = \"date-time\") "
                    : checks.replace("@Limits(", "@Limits(format = \"date-time\", ");
        }
        String name = argument(operation, parameter);
        String nullable = parameter.required() ? "" : "@Nullable ";
        String limited = target == Target.CLIENT ? checks : "";
        checks = target == Target.SERVER ? (parameter.required() ? "@NotNull " : "") + checks : "";
        return new ParameterView(
                "@" + annotation + "(" + Literals.string(parameter.name()) + ") " + checks + nullable + limited + type
                        + " " + name,
                nullable + type + " " + name,
                name,
                type);
    }

    private String limits(Value value) {
        return views.annotations().of(value).stream()
                .filter(annotation -> !annotation.equals("@Valid"))
                .map(annotation -> annotation + " ")
                .collect(Collectors.joining());
    }

    private String checks(Value value) {
        boolean text = value.type() instanceof Type.Named;
        return views.annotations().of(value).stream()
                .filter(a -> !(text && a.equals("@Valid")))
                .map(a -> a + " ")
                .collect(Collectors.joining());
    }

    private List<ParameterView> body(Body body, boolean required) {
        boolean client = target == Target.CLIENT;
        if (!body.parts().isEmpty()) {
            return body.parts().stream()
                    .map(part -> {
                        String name = argument(part.name());
                        String type =
                                (part.required() ? "" : "@Nullable ") + (client ? "MultipartBody.Part" : "EntityPart");
                        if (client && !part.required()) {
                            type = "MultipartBody.@Nullable Part";
                        }
                        String annotation = client ? "@Part " : "@FormParam(" + Literals.string(part.name()) + ") ";
                        return new ParameterView(
                                annotation + type + " " + name,
                                type + " " + name,
                                name,
                                client ? "MultipartBody.Part" : "EntityPart");
                    })
                    .toList();
        }
        String type = body.value()
                .map(value -> limits(value) + views.types().annotated(value.type()))
                .orElse(client ? "RequestBody" : body.mediaType().startsWith("text/") ? "String" : "InputStream");
        String nullable = client || required ? "" : "@Nullable ";
        String plain = nullable
                + body.value().map(value -> views.types().plain(value.type())).orElse(type) + " body";
        String valid = body.value().map(v -> v.type() instanceof Type.Named).orElse(false) ? "@Valid " : "";
        String annotation = client ? "@Body " : (required ? "@NotNull " : "") + valid;
        return List.of(new ParameterView(
                annotation + nullable + type + " body",
                plain,
                "body",
                type.replaceAll("<.*", "").replaceAll(".* ", "")));
    }

    private String httpAnnotation(Operation operation, boolean hasBody) {
        if (target == Target.SERVER) {
            return "@" + operation.verb();
        }
        String path = Literals.string(relative(operation.path()));
        boolean usual = hasBody
                ? List.of("POST", "PUT", "PATCH").contains(operation.verb())
                : !operation.verb().equals("HEAD")
                        || operation.success().flatMap(Response::value).isEmpty();
        return usual
                ? "@" + operation.verb() + "(" + path + ")"
                : "@HTTP(method = \"" + operation.verb() + "\", path = " + path + ", hasBody = " + hasBody + ")";
    }

    /** Without the slash at the front, so that the base URL may have a path. */
    private static String relative(String path) {
        return path.replaceFirst("^/", "");
    }

    private String headers(Operation operation, Optional<Body> body) {
        List<String> headers = new ArrayList<>();
        produces(operation).ifPresent(type -> headers.add(Literals.string("Accept: " + type)));
        body.filter(b -> b.parts().isEmpty())
                .ifPresent(b -> headers.add(Literals.string("Content-Type: " + b.mediaType())));
        return String.join(", ", headers);
    }

    /** The media type of the success, or else of the first answer that has one. */
    private static Optional<String> produces(Operation operation) {
        return operation
                .success()
                .map(Response::mediaType)
                .filter(type -> !type.isEmpty())
                .or(() -> operation.responses().stream()
                        .map(Response::mediaType)
                        .filter(type -> !type.isEmpty())
                        .findFirst());
    }

    private String returns(Operation operation) {
        boolean client = target == Target.CLIENT;
        Optional<Response> success =
                operation.success().filter(r -> !r.mediaType().isEmpty());
        if (success.isEmpty()) {
            return client ? "Void" : "void";
        }
        return success.get()
                .value()
                .map(value -> (value.nullable() ? "@Nullable " : "") + views.results(value))
                .orElse(client ? "ResponseBody" : "InputStream");
    }

    private String doc(Operation operation, Optional<Body> body, List<Parameter> query) {
        Javadoc doc = Javadoc.indented(4);
        String summary = operation.summary();
        doc.markdown(summary.isEmpty() ? operation.id() : summary.endsWith(".") ? summary : summary + ".");
        if (!operation.description().text().replaceFirst("\\.$", "").equals(summary)) {
            doc.markdown(
                    operation.description().text().isEmpty()
                            ? ""
                            : "\n" + operation.description().text());
        }
        doc.paragraph(Javadoc.code(operation.verb() + " " + operation.path()) + " answers "
                + operation.responses().stream().map(ApiViews::answer).collect(Collectors.joining(", ")) + ".");
        for (String in : List.of("path", "header")) {
            for (Parameter parameter : operation.parameters(in)) {
                String text = parameter.value().description().text();
                doc.tag(
                        "@param " + argument(operation, parameter),
                        text.isEmpty() ? "the parameter " + parameter.name() : text);
            }
        }
        body.ifPresent(b -> {
            b.parts()
                    .forEach(part -> doc.tag(
                            "@param " + argument(part.name()),
                            part.description().text().isEmpty()
                                    ? "the part " + part.name()
                                    : part.description().text()));
            if (b.parts().isEmpty()) {
                boolean nullable = target == Target.SERVER && !operation.bodyRequired();
                doc.tag("@param body", "the request body" + (nullable ? "; null if there is none" : ""));
            }
        });
        if (!query.isEmpty()) {
            doc.tag("@param query", "the query parameters");
        }
        return doc.toString();
    }

    private static String answer(Response response) {
        String text = response.description()
                .split("\\R\\s*\\R", 2)[0]
                .replaceAll("\\s+", " ")
                .replaceFirst("\\.$", "");
        return "<b>" + response.status() + "</b>" + (text.isEmpty() ? "" : " (" + Javadoc.escape(text) + ")");
    }
}
