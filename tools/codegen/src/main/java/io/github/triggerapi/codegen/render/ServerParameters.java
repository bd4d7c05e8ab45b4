package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Style;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates the views of parameters on the server. JAX-RS sets a field, and the accessor converts its string where JAX-RS
 * does not.
 */
final class ServerParameters {

    private final Api api;
    private final Annotations annotations;
    private final MemberViews members;
    private final JavaTypes types;

    ServerParameters(Api api, Annotations annotations, MemberViews members, JavaTypes types) {
        this.api = api;
        this.annotations = annotations;
        this.members = members;
        this.types = types;
    }

    /** Returns whether the value is in several parameters of the request, which the accessor reads from its URI. */
    static boolean isInSeveral(Parameter parameter) {
        return parameter.style() == Style.DEEP_OBJECT || parameter.style() == Style.MEMBERS;
    }

    private static boolean isRepeatedDateTime(Parameter parameter) {
        return parameter.style() == Style.PLAIN
                && parameter.value().type() instanceof Type.ListOf list
                && list.items().type() == Scalar.DATE_TIME;
    }

    /** Returns whether the field holds a string that the accessor converts. */
    private static boolean isConverted(Parameter parameter) {
        return parameter.value().type() == Scalar.DATE_TIME
                || isRepeatedDateTime(parameter)
                || parameter.style() == Style.SCALAR
                || parameter.style() == Style.JSON
                || parameter.style().isJoined();
    }

    Map<String, Object> view(Parameter parameter, Member member, MemberView view) {
        return Map.of(
                "annotations",
                annotations(parameter, member, view),
                "fieldType",
                isConverted(parameter) ? converted(parameter) : view.field().type(),
                "fromUri",
                isInSeveral(parameter) ? Optional.of(fromUri(parameter, view)) : Optional.empty(),
                "value",
                isConverted(parameter) ? converted(parameter, view) : view.name());
    }

    /** Returns the type of a field whose value is converted. */
    private static JavaCode converted(Parameter parameter) {
        return JavaCode.of(
                parameter.style() == Style.SCALAR || isRepeatedDateTime(parameter) ? "List<String>" : "String");
    }

    private JavaCode fromUri(Parameter parameter, MemberView view) {
        if (parameter.style() == Style.DEEP_OBJECT) {
            return JavaCode.of(
                    "DeepObjectReader.read(uriInfo.getQueryParameters(), $, $.class)", view.json(), view.type());
        }
        List<String> names = ((ObjectClass)
                        api.generatedClass((Type.Named) parameter.value().type()))
                .members().stream().map(Member::jsonName).toList();
        return JavaCode.of(
                "ParameterReader.readMembers(uriInfo.getQueryParameters(), $, $.class, $)",
                view.json(),
                view.type(),
                StringLiteral.list(names));
    }

    private static JavaCode converted(Parameter parameter, MemberView view) {
        JavaCode type = JavaCode.of("new TypeReference<$>() {}", view.type());
        if (parameter.value().type() == Scalar.DATE_TIME) {
            return JavaCode.of("DateTimes.parseParameter($, $)", view.json(), view.name());
        }
        if (isRepeatedDateTime(parameter)) {
            return JavaCode.of("DateTimes.parseParameters($, $)", view.json(), view.name());
        }
        return switch (parameter.style()) {
            case SCALAR -> JavaCode.of("ParameterReader.readScalar($, $, $)", view.json(), view.name(), type);
            case JSON -> JavaCode.of("ParameterReader.readJson($, $, $)", view.json(), view.name(), type);
            case SPACES -> list(view, " ", type);
            case PIPES -> list(view, "|", type);
            default ->
                !isEncoded(parameter)
                        ? list(view, ",", type)
                        : parameter.in().equals("path")
                                ? JavaCode.of("ParameterReader.readPathList($, $, $)", view.json(), view.name(), type)
                                : JavaCode.of(
                                        "ParameterReader.readEncodedList($, $, $)", view.json(), view.name(), type);
        };
    }

    /** Returns whether the field holds the encoded string, as commas in items are encoded, but not those between them. */
    private static boolean isEncoded(Parameter parameter) {
        return parameter.style() == Style.COMMAS && List.of("path", "query").contains(parameter.in());
    }

    private static JavaCode list(MemberView view, String delimiter, JavaCode type) {
        return JavaCode.of(
                "ParameterReader.readList($, $, $, $)", view.json(), view.name(), new StringLiteral(delimiter), type);
    }

    private List<JavaCode> annotations(Parameter parameter, Member member, MemberView view) {
        List<JavaCode> all = new ArrayList<>();
        switch (parameter.style()) {
            case DEEP_OBJECT -> all.add(JavaCode.of("@DeepObject($)", view.json()));
            case MEMBERS -> all.add(JavaCode.of("@ObjectMembers($)", view.json()));
            default -> {
                boolean path = parameter.in().equals("path");
                StringLiteral name = path ? new StringLiteral(parameter.placeholder()) : view.json();
                all.add(JavaCode.of("@$($)", new Name(annotation(parameter.in())), name));
            }
        }
        if (isEncoded(parameter)) {
            all.add(JavaCode.of("@Encoded"));
        }
        boolean plain = parameter.style() == Style.PLAIN;
        if (isConverted(parameter) && !plain) {
            // JAX-RS never leaves a list null.
            boolean checked = parameter.required() && parameter.style() != Style.SCALAR;
            all.addAll(checked ? List.of(JavaCode.of("@NotNull")) : List.of());
        } else if (parameter.value().type() instanceof Type.ListOf) {
            all.addAll(annotations.ofArrayParameter(parameter.value(), parameter.required()));
        } else {
            all.addAll(members.validation(member));
        }
        return all;
    }

    private static String annotation(String in) {
        return switch (in) {
            case "header" -> "HeaderParam";
            case "cookie" -> "CookieParam";
            case "form" -> "FormParam";
            case "path" -> "PathParam";
            default -> "QueryParam";
        };
    }

    /**
     * A method that Bean Validation calls. It is not private, which Quarkus rejects for a method with constraints.
     *
     * @param annotations for the constraints
     */
    record Getter(Javadoc doc, List<JavaCode> annotations, JavaCode type, Name method, JavaCode value) {}

    /** Returns the getter that validates what the field alone does not tell: an array if present, or a converted value. */
    Optional<Getter> getter(Parameter parameter, Name name, UniqueNames names) {
        boolean array = parameter.style() == Style.PLAIN && parameter.value().type() instanceof Type.ListOf;
        boolean converted = isConverted(parameter) && parameter.style() != Style.PLAIN;
        List<JavaCode> checks = array
                ? annotations.ofPresentArray(parameter.value(), parameter.required())
                : converted ? ofConverted(parameter) : List.of();
        if (checks.isEmpty() && !(converted && hasCheckedItems(parameter))) {
            return Optional.empty();
        }
        Javadoc doc = Javadoc.indented(4)
                .paragraph(CommentText.of(
                        array
                                ? "Returns the array, or null if it is absent, for which JAX-RS passes an empty list."
                                : "Returns the value to validate."));
        return Optional.of(new Getter(
                doc,
                checks,
                array
                        ? types.plain(parameter.value().type())
                        : types.annotated(parameter.value().type()),
                names.unique("get" + Names.pascal(name.source())),
                array
                        ? JavaCode.of(
                                isRepeatedDateTime(parameter)
                                        ? "$ == null || $.isEmpty() ? null : $()"
                                        : "$ == null || $.isEmpty() ? null : $",
                                name,
                                name,
                                name)
                        : JavaCode.of("$()", name)));
    }

    private List<JavaCode> ofConverted(Parameter parameter) {
        List<JavaCode> checks = new ArrayList<>();
        if (parameter.required() && parameter.style() == Style.SCALAR) {
            checks.add(JavaCode.of("@NotNull"));
        }
        checks.addAll(annotations.of(parameter.value()));
        return checks;
    }

    /** Returns whether the items of an array have constraints of their own. */
    private boolean hasCheckedItems(Parameter parameter) {
        return parameter.value().type() instanceof Type.ListOf list
                && !annotations.of(list.items()).isEmpty();
    }
}
