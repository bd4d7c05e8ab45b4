package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.github.triggerapi.contract.code.SwaggerSpec.Resolved;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the parameters of operations with those of methods in an artifact. */
final class ParameterCheck {

    private final SchemaCheck schemas;
    private final Findings findings;

    ParameterCheck(SchemaCheck schemas) {
        this.schemas = schemas;
        this.findings = schemas.findings();
    }

    void check(Operation operation, Route route) {
        Map<String, Resolved<Parameter>> documented = new TreeMap<>();
        operation
                .parameters()
                .forEach(p -> documented.put(p.value().getIn() + " " + p.value().getName(), p));
        for (String name :
                SchemaCheck.union(documented.keySet(), route.parameters().keySet())) {
            String text = " parameter " + name;
            Resolved<Parameter> parameter = documented.get(name);
            JavaMember member = route.parameters().get(name);
            if (parameter == null) {
                String pointer = operation.location().pointers().get(0);
                String path = pointer.substring(0, pointer.lastIndexOf('/'));
                findings.add(
                        operation.location().part(text, List.of(path + "/parameters", pointer + "/parameters")),
                        route.method().getName() + " has the parameter " + name + ", but the document does not");
            } else if (member == null) {
                findings.add(
                        operation.location().part(text, parameter.pointers()),
                        "in the document, but " + route.method().getName() + " has no " + name);
            } else {
                compare(parameter.value(), member, operation.location().part(text, parameter.pointers()));
            }
        }
    }

    private void compare(Parameter parameter, JavaMember member, Location location) {
        boolean required = Boolean.TRUE.equals(parameter.getRequired());
        findings.expect(
                required == member.required(),
                location.keyword("required"),
                "required is " + required + " in the document only");
        String style = style(parameter);
        findings.expect(
                style.equals(member.style()),
                location.keyword("style"),
                "expected '" + style + "' from the document, found '" + member.style() + "'");
        if (parameter.getSchema() == null) {
            findings.add(location, "the parameter has no schema");
            return;
        }
        boolean array = schemas.kind(parameter.getSchema()) == Kind.ARRAY;
        findings.expect(
                !array || !Boolean.FALSE.equals(parameter.getExplode()),
                location.keyword("explode"),
                "expected false from the document, but the code repeats the parameter");
        type(parameter.getSchema(), member, location);
    }

    /** Returns the style; empty if it is the default of the parameter location. */
    private static String style(Parameter parameter) {
        String usual = parameter.getIn().equals("query") ? "form" : "simple";
        String style =
                parameter.getStyle() == null ? usual : parameter.getStyle().toString();
        return style.equals(usual) ? "" : style;
    }

    /** A date-time in a path is a string, as neither framework converts it. */
    private void type(Schema<?> schema, JavaMember member, Location location) {
        boolean text = JavaTypes.raw(member.type().getType()) == String.class;
        if (schemas.kind(schema) == Kind.DATE_TIME && text) {
            Map<String, String> documented = ConstraintKeywords.of(schema, Kind.DATE_TIME);
            documented.put("format", "date-time");
            schemas.bounds(documented, member.constraints(), Kind.STRING, schemas.chain(location, schema));
        } else {
            schemas.compare(schema, member.type(), member.constraints(), location);
        }
    }
}
