package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of the methods of interfaces. */
final class ParameterViews {

    private final Target target;
    private final Annotations annotations;
    private final JavaTypes types;

    ParameterViews(Target target, Views views) {
        this.target = target;
        this.annotations = views.annotations();
        this.types = views.types();
    }

    /** A parameter of a method, as it stands in the interface and without its annotations. */
    record ParameterView(String declaration, String plain, String name, String linkType) {

        /** The Java type without annotations. */
        String type() {
            return plain.substring(0, plain.length() - name.length() - 1).replace("@Nullable ", "");
        }
    }

    /** The parameters that stand before the body. */
    List<ParameterView> first(Operation operation) {
        boolean client = target == Target.CLIENT;
        List<ParameterView> first = new ArrayList<>();
        operation.parameters("path").forEach(p -> first.add(of(operation, p, client ? "Path" : "PathParam")));
        operation.parameters("header").forEach(p -> first.add(of(operation, p, client ? "Header" : "HeaderParam")));
        return first;
    }

    /** The parameter that holds those of the query; empty where there are none. */
    List<ParameterView> query(Operation operation) {
        if (operation.parameters("query").isEmpty()) {
            return List.of();
        }
        String type = QueryViews.className(operation);
        String annotation = target == Target.CLIENT ? "@QueryMap " : "@Valid @BeanParam ";
        return List.of(new ParameterView(annotation + type + " query", type + " query", "query", type));
    }

    /** The Java name of a parameter of the path or of a header, whatever else its method takes. */
    static String argument(Operation operation, Parameter parameter) {
        String name = argument(parameter.name());
        boolean taken = parameter.in().equals("header")
                && operation.parameters("path").stream()
                        .anyMatch(p -> argument(p.name()).equals(name));
        return taken ? name + "Header" : name;
    }

    static String argument(String name) {
        String argument = Names.member(name);
        return Set.of("body", "query").contains(argument) ? argument + "_" : argument;
    }

    private ParameterView of(Operation operation, Parameter parameter, String annotation) {
        String type = types.plain(parameter.value().type());
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
        return annotations.of(value).stream()
                .filter(annotation -> !annotation.equals("@Valid"))
                .map(annotation -> annotation + " ")
                .collect(Collectors.joining());
    }

    private String checks(Value value) {
        boolean text = value.type() instanceof Type.Named;
        return annotations.of(value).stream()
                .filter(a -> !(text && a.equals("@Valid")))
                .map(a -> a + " ")
                .collect(Collectors.joining());
    }

    List<ParameterView> body(Body body, boolean required) {
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
                .map(value -> limits(value) + types.annotated(value.type()))
                .orElse(client ? "RequestBody" : body.mediaType().startsWith("text/") ? "String" : "InputStream");
        String nullable = client || required ? "" : "@Nullable ";
        String plain =
                nullable + body.value().map(value -> types.plain(value.type())).orElse(type) + " body";
        String valid = body.value().map(v -> v.type() instanceof Type.Named).orElse(false) ? "@Valid " : "";
        String annotation = client ? "@Body " : (required ? "@NotNull " : "") + valid;
        return List.of(new ParameterView(
                annotation + nullable + type + " body",
                plain,
                "body",
                type.replaceAll("<.*", "").replaceAll(".* ", "")));
    }
}
