package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Part;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.Value;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.List;

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

    /**
     * A parameter of a method.
     *
     * @param declaration the parameter as it stands in the interface
     * @param plain the same without annotations
     * @param type its type without annotations
     * @param linkType its type in a link of a comment
     */
    record ParameterView(JavaCode declaration, JavaCode plain, JavaCode type, Name name, CommentText linkType) {}

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
        Name type = ParameterObjects.className(operation);
        Name name = new Name("parameters");
        JavaCode plain = JavaCode.of("$ $", type, name);
        JavaCode declaration = JavaCode.of(target == Target.CLIENT ? "@QueryMap $" : "@Valid @BeanParam $", plain);
        return List.of(new ParameterView(declaration, plain, type, name, type));
    }

    /** What Retrofit takes apart from that parameter: the headers in it; empty where there are none. */
    List<ParameterView> apart(Operation operation) {
        if (target == Target.SERVER || operation.parameters("header").isEmpty()) {
            return List.of();
        }
        JavaCode type = JavaCode.of("Map<String, String>");
        Name name = new Name("headers");
        JavaCode plain = JavaCode.of("$ $", type, name);
        return List.of(new ParameterView(JavaCode.of("@HeaderMap $", plain), plain, type, name, new Name("Map")));
    }

    private ParameterView inPath(Parameter parameter, Name name) {
        boolean client = target == Target.CLIENT;
        Value value = parameter.value();
        // Neither framework converts it.
        boolean dateTime = value.type() == Scalar.DATE_TIME;
        Name type = dateTime ? new Name("String") : types.erased(value.type());
        List<JavaCode> checks = dateTime ? Annotations.ofDateTimeText(value) : annotations.ofBounds(value);
        JavaCode plain = JavaCode.of(parameter.required() ? "$ $" : "@Nullable $ $", type, name);
        JavaCode declaration = JavaCode.of(
                client ? "@Path($) $$$" : "@PathParam($) $$$",
                new StringLiteral(parameter.name()),
                client || !parameter.required() ? JavaCode.NONE : JavaCode.of("@NotNull "),
                Annotations.inFront(checks),
                plain);
        return new ParameterView(declaration, plain, type, name, type);
    }

    List<ParameterView> body(Body body, boolean required, UniqueNames names) {
        return body.parts().isEmpty()
                ? List.of(single(body, required))
                : body.parts().stream()
                        .map(part -> part(part, names.unique(Names.member(part.name()))))
                        .toList();
    }

    private ParameterView part(Part part, Name name) {
        if (target == Target.CLIENT) {
            JavaCode type = JavaCode.of("MultipartBody.Part");
            JavaCode plain = part.required()
                    ? JavaCode.of("$ $", type, name)
                    : JavaCode.of("MultipartBody.@Nullable Part $", name);
            CommentText linkType = CommentText.of("MultipartBody.Part");
            return new ParameterView(JavaCode.of("@Part $", plain), plain, type, name, linkType);
        }
        Name type = new Name("EntityPart");
        JavaCode plain = JavaCode.of(part.required() ? "$ $" : "@Nullable $ $", type, name);
        JavaCode declaration = JavaCode.of("@FormParam($) $", new StringLiteral(part.name()), plain);
        return new ParameterView(declaration, plain, type, name, type);
    }

    private ParameterView single(Body body, boolean required) {
        boolean client = target == Target.CLIENT;
        Name name = new Name("body");
        Name bytes = new Name(client ? "RequestBody" : body.mediaType().startsWith("text/") ? "String" : "InputStream");
        JavaCode nullable = client || required ? JavaCode.NONE : JavaCode.of("@Nullable ");
        JavaCode type = body.value().map(value -> types.plain(value.type())).orElse(bytes);
        JavaCode annotated = body.value()
                .map(value -> JavaCode.of(
                        "$$", Annotations.inFront(annotations.ofBounds(value)), types.annotated(value.type())))
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
