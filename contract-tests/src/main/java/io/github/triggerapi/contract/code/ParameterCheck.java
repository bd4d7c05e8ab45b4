package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.github.triggerapi.contract.code.SwaggerSpec.Part;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the parameters of operations with those of methods on one side. */
final class ParameterCheck {

    private final GeneratedArtifact side;
    private final ModelCheck models;
    private final Findings findings;

    ParameterCheck(GeneratedArtifact side, ModelCheck models, Findings findings) {
        this.side = side;
        this.models = models;
        this.findings = findings;
    }

    void check(Operation operation, Route route) {
        Map<String, Part<Parameter>> documented = new TreeMap<>();
        operation
                .parameters()
                .forEach(p -> documented.put(p.value().getIn() + " " + p.value().getName(), p));
        for (String name :
                ModelCheck.union(documented.keySet(), route.parameters().keySet())) {
            String text = " parameter " + name;
            Part<Parameter> parameter = documented.get(name);
            JavaMember member = route.parameters().get(name);
            if (parameter == null) {
                String pointer = operation.place().pointers().get(0);
                String path = pointer.substring(0, pointer.lastIndexOf('/'));
                findings.add(
                        side,
                        operation.place().part(text, List.of(path + "/parameters", pointer + "/parameters")),
                        route.method().getName() + " has the parameter " + name + ", but the document does not");
            } else if (member == null) {
                findings.add(
                        side,
                        operation.place().part(text, parameter.pointers()),
                        "in the document, but " + route.method().getName() + " has no " + name);
            } else {
                compare(parameter.value(), member, operation.place().part(text, parameter.pointers()));
            }
        }
    }

    private void compare(Parameter parameter, JavaMember member, Location place) {
        boolean required = Boolean.TRUE.equals(parameter.getRequired());
        findings.expect(
                required == member.required(),
                side,
                place.keyword("required"),
                "required is " + required + " in the document only");
        String style = style(parameter);
        findings.expect(
                style.equals(member.style()),
                side,
                place.keyword("style"),
                "the document says '" + style + "', the code '" + member.style() + "'");
        if (parameter.getSchema() == null) {
            findings.add(side, place, "without schema");
            return;
        }
        boolean array = models.kind(parameter.getSchema()) == Kind.ARRAY;
        findings.expect(
                !array || !Boolean.FALSE.equals(parameter.getExplode()),
                side,
                place.keyword("explode"),
                "the document says false, the code repeats the parameter");
        type(parameter.getSchema(), member, place);
    }

    /** The style, or the empty text where it is the usual one of its place. */
    private static String style(Parameter parameter) {
        String usual = parameter.getIn().equals("query") ? "form" : "simple";
        String style =
                parameter.getStyle() == null ? usual : parameter.getStyle().toString();
        return style.equals(usual) ? "" : style;
    }

    /** A date-time in a path is a text, as neither framework converts it. */
    private void type(Schema<?> schema, JavaMember member, Location place) {
        AnnotatedElement[] annotated = {member.annotated(), member.type()};
        boolean text = JavaTypes.raw(member.type().getType()) == String.class;
        if (models.kind(schema) == Kind.DATE_TIME && text) {
            Map<String, String> documented = Constraints.of(schema, Kind.DATE_TIME);
            documented.put("format", "date-time");
            models.bounds(documented, Constraints.of(annotated), Kind.STRING, models.chain(place, schema));
        } else {
            models.compare(schema, member.type(), annotated, place);
        }
    }
}
