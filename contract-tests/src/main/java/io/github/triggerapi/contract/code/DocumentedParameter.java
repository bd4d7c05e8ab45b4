package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.judge.ParameterForm;
import io.github.triggerapi.contract.judge.ParameterForm.Shape;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the document, with what decides about its type in Java.
 *
 * @param in the location
 * @param schema the schema of its value; null if there is none
 * @param kind the kind of the schema
 * @param items the kind of the items of an array; the kind of the schema otherwise
 * @param usual whether the style is the usual one of the location
 */
record DocumentedParameter(
        String in, @Nullable Schema<?> schema, ParameterForm form, Kind kind, Kind items, boolean usual) {

    private static final Set<Kind> SIMPLE =
            Set.of(Kind.BOOLEAN, Kind.DATE_TIME, Kind.ENUM, Kind.INTEGER, Kind.NUMBER, Kind.STRING);

    /** The kinds that the artifacts read from JSON in a parameter. */
    private static final Set<Kind> IN_JSON = Set.of(Kind.ENUM, Kind.OBJECT, Kind.UNION);

    /** Deeper than any object that a parameter holds. */
    private static final int DEPTH = 8;

    static DocumentedParameter of(Parameter parameter, SchemaCheck schemas) {
        String in = parameter.getIn();
        Map.Entry<String, MediaType> content = parameter.getContent() == null
                ? null
                : parameter.getContent().entrySet().stream().findFirst().orElse(null);
        Schema<?> schema =
                content == null ? parameter.getSchema() : content.getValue().getSchema();
        String style = parameter.getStyle() == null ? "" : parameter.getStyle().toString();
        String usual = Set.of("query", "cookie").contains(in) ? "form" : "simple";
        ParameterForm form = content != null
                ? SwaggerSpec.isJson(content.getKey()) ? ParameterForm.JSON : ParameterForm.OPAQUE
                : schema == null
                        ? ParameterForm.OPAQUE
                        : ParameterForm.of(in, style, parameter.getExplode(), shape(schema, schemas, 0));
        Kind kind = schema == null ? Kind.ANY : schemas.kind(schema);
        Schema<?> items = schema == null ? null : schemas.effective(schema).getItems();
        return new DocumentedParameter(
                in,
                schema,
                form,
                kind,
                kind == Kind.ARRAY && items != null ? schemas.kind(items) : kind,
                style.isEmpty() || style.equals(usual));
    }

    private static Shape shape(Schema<?> schema, SchemaCheck schemas, int depth) {
        Kind kind = schemas.kind(schema);
        if (SIMPLE.contains(kind)) {
            return Shape.SIMPLE;
        } else if (depth > DEPTH) {
            return Shape.OTHER;
        }
        Schema<?> effective = schemas.effective(schema);
        return switch (kind) {
            case ARRAY ->
                effective.getItems() != null && shape(effective.getItems(), schemas, depth + 1) == Shape.SIMPLE
                        ? Shape.ARRAY
                        : Shape.OTHER;
            case OBJECT ->
                Shape.ofObject(schemas.properties(effective).values().stream()
                        .map(properties -> shape(properties.get(0).schema(), schemas, depth + 1))
                        .toList());
            case UNION -> schemas.variants(effective).stream().anyMatch(SIMPLE::contains) ? Shape.UNION : Shape.OTHER;
            default -> Shape.OTHER;
        };
    }

    /** Returns whether the parameter is the string in the request. */
    boolean isRaw() {
        boolean queryOrHeader = in.equals("query") || in.equals("header");
        return switch (form) {
            case SIMPLE -> !usual;
            case UNION -> !queryOrHeader;
            case JSON -> !queryOrHeader || !IN_JSON.contains(items);
            case PAIRS, EQUATIONS, OPAQUE -> true;
            case REPEATED, COMMAS, SPACES, PIPES, MEMBERS, DEEP_OBJECT -> false;
        };
    }

    /** Returns whether the type in Java is the same in any style. */
    boolean isAnyStyle() {
        return isRaw() || form == ParameterForm.UNION;
    }

    /** Returns the style in the code of an artifact, as {@link JavaMember#style} has it. */
    String style(GeneratedArtifact artifact) {
        return switch (isRaw() || in.equals("path") ? ParameterForm.OPAQUE : form) {
            case DEEP_OBJECT -> "deepObject";
            case COMMAS, SPACES, PIPES, MEMBERS, JSON ->
                artifact == GeneratedArtifact.CLIENT || form == ParameterForm.MEMBERS
                        ? form.name().toLowerCase(Locale.ROOT)
                        : "";
            default -> "";
        };
    }
}
