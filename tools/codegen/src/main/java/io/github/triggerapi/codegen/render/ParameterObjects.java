package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the views of classes that hold the query parameters and headers of an operation. */
final class ParameterObjects {

    /** The names of other methods and fields of these classes, which are maps on the client. */
    private static final String[] RESERVED = {
        "clear", "entries", "entrySet", "isEmpty", "keySet", "size", "uriInfo", "values"
    };

    private final Target target;
    private final ModelViews views;
    private final GeneratedSources sources;

    ParameterObjects(Target target, ModelViews views, GeneratedSources sources) {
        this.sources = sources;
        this.target = target;
        this.views = views;
    }

    /** Returns the views of the classes for an operation by their names. */
    Map<String, Map<String, Object>> views(Operation operation) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        String parameters = Names.parameters(operation.id());
        CommentText of = CommentText.code(operation.verb() + " " + operation.path());
        if (target == Target.SERVER) {
            CommentText kinds = ParameterViews.queryAndHeaderKinds(operation);
            CommentText doc = CommentText.of("The $ of $.", kinds, of);
            all.put(parameters, view(parameters, doc, operation.queryAndHeaderParameters()));
        } else {
            String headers = Names.headers(operation.id());
            CommentText query = CommentText.of("The query parameters of $.", of);
            all.put(parameters, view(parameters, query, operation.parameters("query")));
            all.put(headers, view(headers, CommentText.of("The headers of $.", of), operation.parameters("header")));
        }
        all.values().removeIf(view -> ((List<?>) view.get("members")).isEmpty());
        Origin origin = new Origin(operation.description().pointer(), operation.method(), Optional.empty());
        all.keySet().forEach(className -> sources.addOrigin(className, "", origin));
        return all;
    }

    private Map<String, Object> view(String className, CommentText doc, List<Parameter> parameters) {
        UniqueNames names = new UniqueNames(RESERVED);
        List<Map<String, Object>> members = new ArrayList<>();
        for (Parameter parameter : parameters) {
            members.add(member(className, parameter, names));
        }
        if (target == Target.SERVER) {
            for (int i = 0; i < members.size(); i++) {
                addGetter(members.get(i), parameters.get(i), names);
            }
        }
        return Map.of(
                "className", new Name(className),
                "doc", Javadoc.indented(0).paragraph(doc),
                "members", members,
                "hasRequired", parameters.stream().anyMatch(Parameter::required),
                "hasDeepObject", parameters.stream().anyMatch(Parameter::deepObject));
    }

    private Map<String, Object> member(String className, Parameter parameter, UniqueNames names) {
        Member member = new Member(parameter.name(), parameter.value(), parameter.required(), parameter.pointer());
        MemberView memberView = views.members().parameter(member, names);
        Origin origin = new Origin(parameter.pointer(), parameter.name(), Optional.of(parameter.value()));
        sources.addOrigin(className, memberView.name().source(), origin);
        Type type = parameter.value().type();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("json", memberView.json());
        view.put("name", memberView.name());
        view.put("type", memberView.type());
        view.put("linkType", memberView.linkType());
        view.put("required", parameter.required());
        view.put("absent", !parameter.required());
        view.put("tracksNull", false);
        view.put("list", type instanceof Type.ListOf);
        view.put("deepObject", parameter.deepObject());
        view.put("doc", memberView.doc());
        view.put("setter", memberView.setter());
        if (target == Target.CLIENT) {
            view.put("annotation", annotation(parameter, memberView));
            view.put("fieldType", memberView.field().type());
            view.put("add", JavaCode.of(parameter.deepObject() ? "addObject" : "add"));
        } else {
            boolean dateTime = type == Scalar.DATE_TIME;
            view.put("annotations", annotations(parameter, member, memberView));
            view.put(
                    "fieldType",
                    dateTime ? new Name("String") : memberView.field().type());
            view.put(
                    "value",
                    dateTime
                            ? JavaCode.of("DateTimes.parseParameter($, $)", memberView.json(), memberView.name())
                            : memberView.name());
        }
        return view;
    }

    private static JavaCode annotation(Parameter parameter, MemberView member) {
        return parameter.required() || parameter.deepObject()
                ? JavaCode.of(
                        "@JsonMember(value = $$$)",
                        member.json(),
                        JavaCode.of(parameter.required() ? ", required = true" : ""),
                        JavaCode.of(parameter.deepObject() ? ", style = \"deepObject\"" : ""))
                : JavaCode.of("@JsonMember($)", member.json());
    }

    private List<JavaCode> annotations(Parameter parameter, Member member, MemberView view) {
        List<JavaCode> all = new ArrayList<>();
        JavaCode from = parameter.deepObject()
                ? JavaCode.of("@DeepObject($)", view.json())
                : parameter.in().equals("header")
                        ? JavaCode.of("@HeaderParam($)", view.json())
                        : JavaCode.of("@QueryParam($)", view.json());
        all.add(from);
        all.addAll(
                member.value().type() instanceof Type.ListOf
                        ? views.annotations().ofArrayParameter(parameter.value(), parameter.required())
                        : views.members().validation(member));
        return all;
    }

    /** Adds the getter that validates an array only if it is present. */
    private void addGetter(Map<String, Object> view, Parameter parameter, UniqueNames names) {
        List<JavaCode> checks = parameter.value().type() instanceof Type.ListOf
                ? views.annotations().ofPresentArray(parameter.value(), parameter.required())
                : List.of();
        Name name = (Name) view.get("name");
        view.put("checks", checks);
        view.put(
                "getter",
                checks.isEmpty() ? Optional.empty() : Optional.of(names.unique("get" + Names.pascal(name.source()))));
    }
}
