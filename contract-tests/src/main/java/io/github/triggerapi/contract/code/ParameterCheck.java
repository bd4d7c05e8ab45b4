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

    /** The constraints of a parameter that is the string in the request. */
    private static final Map<String, String> RAW = Map.of("format", "raw");

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

    /** Compares the members of a form with its fields. */
    void checkForm(Schema<?> form, Route route, Location location) {
        Schema<?> effective = schemas.effective(form);
        Map<String, Schema<?>> documented = new TreeMap<>();
        if (effective.getProperties() != null) {
            effective.getProperties().forEach(documented::put);
        }
        List<String> required = effective.getRequired() == null ? List.of() : effective.getRequired();
        Location object = schemas.chain(location, form);
        findings.expect(
                route.fields().isEmpty() || schemas.kind(form) == Kind.OBJECT,
                object.keyword("type"),
                "expected no form from the document, found one");
        if (form.get$ref() == null) {
            for (String keyword : List.of("minProperties", "maxProperties", "additionalProperties")) {
                findings.notExpressed().keywords().add(schemas.spec().pointers().of(form) + "/" + keyword);
            }
        }
        for (String name : SchemaCheck.union(documented.keySet(), route.fields().keySet())) {
            Schema<?> schema = documented.get(name);
            JavaMember field = route.fields().get(name);
            if (schema == null || field == null) {
                findings.add(
                        object.keyword("properties"),
                        "the field " + name + " is in the " + (field == null ? "document only" : "code only"));
                continue;
            }
            findings.expect(
                    required.contains(name) == field.required(),
                    object.keyword("required"),
                    name + ": required is " + !field.required() + " in the document only");
            String pointer = schemas.spec().pointers().of(schema);
            if (field.constraints().equals(RAW)) {
                findings.notExpressed().places().add(pointer);
            } else {
                type(schema, field, location.part(" " + name, List.of(pointer)));
            }
        }
    }

    private void compare(Parameter parameter, JavaMember member, Location location) {
        boolean required = Boolean.TRUE.equals(parameter.getRequired());
        findings.expect(
                required == member.required(),
                location.keyword("required"),
                "required is " + required + " in the document only");
        DocumentedParameter documented = DocumentedParameter.of(parameter, schemas);
        Location style = location.keyword("style")
                .through(location.keyword("explode").pointers())
                .through(location.keyword("content").pointers());
        notExpressed(documented, location);
        String expected = documented.style(findings.artifact());
        findings.expect(
                expected.equals(member.style()),
                style,
                "expected '" + expected + "' from the document, found '" + member.style() + "'");
        Schema<?> schema = documented.schema();
        boolean raw = member.constraints().equals(RAW);
        Location everything = schema == null
                ? style
                : style.through(schemas.chain(location, schema).pointers());
        findings.expect(
                documented.isRaw() == raw,
                everything,
                documented.isRaw()
                        ? "expected the string in the request, found " + member.type()
                        : "expected a type from the document, found the string in the request");
        if (schema != null && !raw) {
            type(schema, member, location);
        }
    }

    /** Adds what has no effect on the type of a parameter. */
    private void notExpressed(DocumentedParameter documented, Location location) {
        if (documented.isAnyStyle()) {
            for (String keyword : List.of("style", "explode")) {
                List<String> pointers = location.keyword(keyword).pointers();
                findings.notExpressed().keywords().add(pointers.get(pointers.size() - 1));
            }
        }
        if (documented.isRaw() && documented.schema() != null) {
            findings.notExpressed().places().add(schemas.spec().pointers().of(documented.schema()));
        }
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
