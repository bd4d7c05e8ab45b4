package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Value;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the templates see of the objects that hold the query parameters and headers of an operation. */
final class ParameterObjects {

    /** What their classes have already: they are maps on the client, and know their request on the server. */
    private static final String[] TAKEN = {
        "clear", "entrySet", "headers", "isEmpty", "keySet", "size", "uriInfo", "values"
    };

    private final Views views;

    ParameterObjects(Views views) {
        this.views = views;
    }

    static Name className(Operation operation) {
        return new Name(Names.parameters(operation.id()));
    }

    Map<String, Object> view(Operation operation) {
        Definition.ObjectDefinition members = new Definition.ObjectDefinition(
                className(operation).source(),
                operation.description(),
                Constraints.NONE,
                operation.bundled().stream()
                        .map(p -> new Member(p.name(), p.value(), p.required()))
                        .toList(),
                List.of(),
                new Value(new Type.Any(), operation.description()),
                false);
        Map<String, Object> view = views.view(members, TAKEN);
        List<Parameter> parameters = operation.bundled();
        List<Map<String, Object>> bundled = new ArrayList<>();
        UniqueNames names = new UniqueNames(TAKEN);
        ((List<?>) view.get("members"))
                .forEach(member -> names.unique(((MemberView) member).name().source()));
        for (int i = 0; i < parameters.size(); i++) {
            MemberView member = ((List<?>) view.get("members")).get(i) instanceof MemberView m ? m : null;
            bundled.add(member(parameters.get(i), member, names));
        }
        view.put("members", bundled);
        view.put("hasDeepObject", parameters.stream().anyMatch(Parameter::deepObject));
        view.put(
                "doc",
                Javadoc.indented(0)
                        .paragraph(CommentText.of(
                                "The query parameters and headers of $.",
                                CommentText.code(operation.verb() + " " + operation.path()))));
        return view;
    }

    private Map<String, Object> member(Parameter parameter, MemberView member, UniqueNames names) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("json", member.json());
        view.put("name", member.name());
        view.put("type", member.type());
        view.put("rawType", member.dateTime() ? new Name("String") : member.fieldType());
        view.put("fieldType", member.fieldType());
        boolean required = parameter.required();
        List<JavaCode> checks =
                member.list() ? views.annotations().ofPresentArray(parameter.value(), required) : List.of();
        view.put("checks", checks);
        view.put(
                "getter",
                checks.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                names.unique("get" + Names.pascal(member.name().source()))));
        view.put(
                "annotations",
                member.list()
                        ? views.annotations().ofArrayParameter(parameter.value(), required)
                        : member.annotations());
        view.put("required", parameter.required());
        view.put("absent", !parameter.required());
        view.put("tracksNull", false);
        view.put("anyObject", false);
        view.put("list", member.list());
        view.put("dateTime", member.dateTime());
        view.put("header", parameter.in().equals("header"));
        view.put("deepObject", parameter.deepObject());
        view.put("nullable", false);
        view.put(
                "plainMember",
                !parameter.required()
                        && !parameter.deepObject()
                        && !parameter.in().equals("header"));
        view.put("doc", member.doc());
        view.put("setterDoc", member.setterDoc());
        view.put("overloads", member.overloads());
        view.put("linkType", member.linkType());
        return view;
    }
}
