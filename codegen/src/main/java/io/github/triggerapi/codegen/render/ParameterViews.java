package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import java.util.List;
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
    List<ParameterView> first(Operation operation, UniqueNames names) {
        return operation.parameters("path").stream()
                .map(parameter -> inPath(parameter, names.unique(Names.member(parameter.name()))))
                .toList();
    }

    /** The names of the arguments of one method; none is that of an argument which every method may have. */
    static UniqueNames arguments() {
        return new UniqueNames("body", "headers", "parameters");
    }

    /** The parameter that holds those of the query and the headers; empty where there are none. */
    List<ParameterView> bundled(Operation operation) {
        if (operation.bundled().isEmpty()) {
            return List.of();
        }
        String type = ParameterObjects.className(operation);
        String annotation = target == Target.CLIENT ? "@QueryMap " : "@Valid @BeanParam ";
        String plain = type + " parameters";
        return List.of(new ParameterView(annotation + plain, plain, "parameters", type));
    }

    /** What Retrofit takes apart from that parameter: the headers in it; empty where there are none. */
    List<ParameterView> apart(Operation operation) {
        String plain = "Map<String, String> headers";
        return target == Target.SERVER || operation.parameters("header").isEmpty()
                ? List.of()
                : List.of(new ParameterView("@HeaderMap " + plain, plain, "headers", "Map"));
    }

    private ParameterView inPath(Parameter parameter, String name) {
        boolean client = target == Target.CLIENT;
        String type = types.plain(parameter.value().type());
        String checks = checks(parameter.value());
        if (parameter.value().type() == Scalar.DATE_TIME) {
            // Neither framework converts it.
            type = "String";
            checks = checks.isEmpty()
                    ? "@Limits(format = \"date-time\") "
                    : checks.replace("@Limits(", "@Limits(format = \"date-time\", ");
        }
        String nullable = parameter.required() ? "" : "@Nullable ";
        String plain = nullable + type + " " + name;
        return new ParameterView(
                (client ? "@Path(" : "@PathParam(") + Literals.string(parameter.name()) + ") "
                        + (client || !parameter.required() ? "" : "@NotNull ") + checks + plain,
                plain,
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

    List<ParameterView> body(Body body, boolean required, UniqueNames names) {
        boolean client = target == Target.CLIENT;
        if (!body.parts().isEmpty()) {
            return body.parts().stream()
                    .map(part -> {
                        String name = names.unique(Names.member(part.name()));
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
