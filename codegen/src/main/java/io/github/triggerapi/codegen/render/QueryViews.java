package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the templates of query parameters see. */
final class QueryViews {

    /** What a class of query parameters has already: it is a map on the client, and knows its request on the server. */
    private static final Set<String> QUERY_METHODS =
            Set.of("clear", "entrySet", "isEmpty", "keySet", "size", "uriInfo", "values");

    private final Views views;

    QueryViews(Views views) {
        this.views = views;
    }

    static String className(Operation operation) {
        return Names.pascal(operation.id()) + "Query";
    }

    Map<String, Object> view(Operation operation) {
        String className = className(operation);
        Definition.ObjectDefinition members = new Definition.ObjectDefinition(
                className,
                operation.description(),
                Constraints.NONE,
                operation.parameters("query").stream()
                        .map(p -> new Member(p.name(), p.value(), p.required()))
                        .toList(),
                new Value(new Type.Any(), operation.description()),
                false);
        Map<String, Object> view = views.view(members);
        List<Parameter> parameters = operation.parameters("query");
        List<Map<String, Object>> queryMembers = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            MemberView member = ((List<?>) view.get("members")).get(i) instanceof MemberView m ? m : null;
            queryMembers.add(queryMember(parameters.get(i), member));
        }
        view.put("members", queryMembers);
        view.put("hasDeepObject", parameters.stream().anyMatch(Parameter::deepObject));
        view.put(
                "doc",
                Javadoc.indented(0)
                        .paragraph(
                                "Query parameters of " + Javadoc.code(operation.verb() + " " + operation.path()) + ".")
                        .toString());
        return view;
    }

    private Map<String, Object> queryMember(Parameter parameter, MemberView member) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("json", member.json());
        view.put("name", QUERY_METHODS.contains(member.name()) ? member.name() + "_" : member.name());
        view.put("type", member.type());
        view.put("queryType", member.dateTime() ? "String" : member.fieldType());
        view.put("fieldType", member.fieldType());
        view.put("annotations", member.annotations());
        view.put("required", parameter.required());
        view.put("absent", !parameter.required());
        view.put("tracksNull", false);
        view.put("anyObject", false);
        view.put("list", member.list());
        view.put("dateTime", member.dateTime());
        view.put("deepObject", parameter.deepObject());
        view.put("nullable", false);
        view.put("plainMember", !parameter.required() && !parameter.deepObject());
        view.put("doc", member.doc());
        view.put("setterDoc", member.setterDoc());
        view.put("overloads", member.overloads());
        view.put("linkType", member.linkType());
        return view;
    }
}
