package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Part;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the templates of interfaces see. */
final class ApiViews {

    private static final String MORE_TO_COME = "\nRetrofit implements it. Do not do so yourself: it gains a method with"
            + " each operation that the document gains.";

    /** The methods without parameters of the class that implements the interface of all APIs. */
    private static final String[] METHODS_OF_THE_CLIENT = {"close", "fromEnv"};

    private final Api api;
    private final Target target;
    private final Views views;
    private final ParameterViews parameters;
    private final ResponseViews responses;

    ApiViews(Api api, Target target, Views views) {
        this.api = api;
        this.target = target;
        this.views = views;
        this.parameters = new ParameterViews(target, views);
        this.responses = new ResponseViews(target);
    }

    /** The operations by their first tag, in the document's order. */
    Map<String, List<Operation>> byTag() {
        return api.operations().stream()
                .collect(Collectors.groupingBy(Operation::tag, LinkedHashMap::new, Collectors.toList()));
    }

    Map<String, Object> apis() {
        UniqueNames names = new UniqueNames(METHODS_OF_THE_CLIENT);
        List<Map<String, String>> apis = byTag().keySet().stream()
                .map(tag -> Map.of("tag", tag, "className", className(tag), "name", names.unique(Names.member(tag))))
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
        return Names.type(tag + "Api");
    }

    Map<String, Object> view(String tag, List<Operation> operations) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("className", className(tag));
        Javadoc doc = Javadoc.indented(0).paragraph("The operations tagged " + Javadoc.code(tag) + ".");
        view.put("doc", (target == Target.CLIENT ? doc.markdown(MORE_TO_COME) : doc).toString());
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

    private Map<String, Object> method(Operation operation, Optional<Body> body, String suffix) {
        boolean client = target == Target.CLIENT;
        boolean multipart = body.isPresent() && !body.get().parts().isEmpty();
        UniqueNames arguments = ParameterViews.arguments();
        List<ParameterView> first = parameters.first(operation, arguments);
        List<ParameterView> sent = body.map(b -> parameters.body(b, operation.bodyRequired(), arguments))
                .orElse(List.of());
        Overloads overloads = new Overloads(
                client ? "Call<" + returns(operation) + ">" : returns(operation),
                operation.method() + suffix,
                first,
                sent,
                parameters.bundled(operation),
                parameters.apart(operation));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("doc", doc(operation, body, first, sent));
        view.put("path", Literals.string(relative(operation.path())));
        view.put("httpAnnotation", httpAnnotation(operation, body.isPresent()));
        view.put("headers", client ? headers(operation, body) : "");
        view.put("responses", responses.of(operation));
        view.put("secured", ResponseViews.secured(operation));
        view.put("multipart", multipart);
        view.put("deprecated", operation.description().deprecated());
        view.put("consumes", body.map(b -> Literals.string(b.mediaType())).orElse(""));
        view.put("produces", produces(operation).map(Literals::string).orElse(""));
        view.put("signature", overloads.signature(client ? "" : "default "));
        if (client) {
            List<Parameter> bundled = operation.bundled();
            boolean optional = !bundled.isEmpty() && bundled.stream().noneMatch(Parameter::required);
            String none = optional ? ParameterObjects.className(operation) + ".builder().build()" : "";
            view.put("overloads", overloads.shorterOnes(none));
        } else {
            boolean optionalBody = body.isPresent() && !operation.bodyRequired() && !multipart && suffix.isEmpty();
            String last = "throw new ServerErrorException(" + Literals.string(operation.id() + " is not implemented")
                    + ", 501);";
            view.put("statements", overloads.byDefault(optionalBody, last));
            view.put("overloads", overloads.olderOnes(optionalBody, last));
        }
        return view;
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

    private String doc(Operation operation, Optional<Body> body, List<ParameterView> first, List<ParameterView> sent) {
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
        for (int i = 0; i < first.size(); i++) {
            Parameter parameter = operation.parameters("path").get(i);
            String text = parameter.value().description().text();
            doc.tag("@param " + first.get(i).name(), text.isEmpty() ? "the parameter " + parameter.name() : text);
        }
        body.ifPresent(b -> {
            for (int i = 0; i < b.parts().size(); i++) {
                Part part = b.parts().get(i);
                String text = part.description().text();
                doc.tag("@param " + sent.get(i).name(), text.isEmpty() ? "the part " + part.name() : text);
            }
            if (b.parts().isEmpty()) {
                boolean nullable = target == Target.SERVER && !operation.bodyRequired();
                doc.tag("@param body", "the request body" + (nullable ? "; null if there is none" : ""));
            }
        });
        boolean headers = !operation.parameters("header").isEmpty();
        if (!operation.bundled().isEmpty()) {
            doc.tag("@param parameters", headers ? "the query parameters and headers" : "the query parameters");
        }
        if (headers && target == Target.CLIENT) {
            doc.tag("@param headers", "the headers once more, as Retrofit takes them");
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
