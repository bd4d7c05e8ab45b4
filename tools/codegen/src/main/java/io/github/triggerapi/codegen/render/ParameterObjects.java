package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.ClientMethod.Await;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
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

    private final Api api;
    private final Target target;
    private final ModelViews views;
    private final GeneratedSources sources;

    ParameterObjects(Api api, Target target, ModelViews views, GeneratedSources sources) {
        this.sources = sources;
        this.api = api;
        this.target = target;
        this.views = views;
    }

    /** Returns the views of the classes for an operation by their names. */
    Map<String, Map<String, Object>> views(Operation operation) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        CommentText of = CommentText.code(operation.verb() + " " + operation.path());
        if (target == Target.SERVER) {
            CommentText kinds = ParameterViews.queryAndHeaderKinds(operation);
            add(operation.classes().parameters(), kinds, of, ParameterViews.inObject(operation), false, all);
        } else {
            CommentText query = CommentText.of("query parameters");
            CommentText headers = CommentText.of("headers");
            boolean copied = api.clientMethods(operation).stream().anyMatch(method -> !(method instanceof Await));
            add(operation.classes().parameters(), query, of, operation.parameters("query"), copied, all);
            add(operation.classes().headers(), headers, of, operation.headersAndCookies(), false, all);
        }
        operation.bodies().stream()
                .flatMap(body -> body.form().stream())
                .forEach(form -> add(form.className(), CommentText.of("form fields"), of, form.fields(), false, all));
        Origin origin = new Origin(operation.description().pointer(), operation.method(), Optional.empty());
        all.keySet().forEach(className -> sources.addOrigin(className, "", origin));
        return all;
    }

    private void add(
            String className,
            CommentText kinds,
            CommentText of,
            List<Parameter> parameters,
            boolean copied,
            Map<String, Map<String, Object>> all) {
        if (!parameters.isEmpty()) {
            CommentText doc = CommentText.of("The $ of $.", kinds, of);
            all.put(className, view(className, doc, parameters, copied));
        }
    }

    /** @param copied whether methods of the client make copies with other values */
    private Map<String, Object> view(String className, CommentText doc, List<Parameter> parameters, boolean copied) {
        UniqueNames names = new UniqueNames(RESERVED);
        List<Map<String, Object>> members = new ArrayList<>();
        for (Parameter parameter : parameters) {
            members.add(member(className, parameter, names));
        }
        if (target == Target.SERVER) {
            for (int i = 0; i < members.size(); i++) {
                Name name = (Name) members.get(i).get("name");
                members.get(i).put("getter", views.serverParameters().getter(parameters.get(i), name, names));
            }
        }
        return Map.of(
                "className", new Name(className),
                "doc", Javadoc.indented(0).paragraph(doc),
                "members", members,
                "copied", copied,
                "hasRequired", parameters.stream().anyMatch(Parameter::required),
                "encoded", ParameterViews.isEncoded(parameters),
                "readsUri", parameters.stream().anyMatch(ServerParameters::isInSeveral));
    }

    /**
     * Returns the name of the accessor of a parameter, which is also that of the setter.
     *
     * @param all the parameters in the object
     */
    static Name accessor(MemberViews members, List<Parameter> all, Parameter parameter) {
        UniqueNames names = new UniqueNames(RESERVED);
        List<Name> accessors = all.stream()
                .map(each -> members.parameter(member(each), names).name())
                .toList();
        return accessors.get(all.indexOf(parameter));
    }

    private static Member member(Parameter parameter) {
        return new Member(parameter.name(), parameter.value(), parameter.required(), parameter.pointer());
    }

    private Map<String, Object> member(String className, Parameter parameter, UniqueNames names) {
        Member member = member(parameter);
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
        view.put("doc", memberView.doc());
        view.put("setter", memberView.setter());
        if (target == Target.CLIENT) {
            view.put("annotation", annotation(parameter, memberView));
            view.put("fieldType", memberView.field().type());
            view.put("add", add(parameter, memberView));
        } else {
            view.putAll(views.serverParameters().view(parameter, member, memberView));
        }
        return view;
    }

    private static JavaCode annotation(Parameter parameter, MemberView member) {
        String style = parameter.in().equals("cookie") ? "cookie" : style(parameter);
        return parameter.required() || !style.isEmpty()
                ? JavaCode.of(
                        "@JsonMember(value = $$$)",
                        member.json(),
                        JavaCode.of(parameter.required() ? ", required = true" : ""),
                        style.isEmpty() ? JavaCode.NONE : JavaCode.of(", style = $", new StringLiteral(style)))
                : JavaCode.of("@JsonMember($)", member.json());
    }

    private static String style(Parameter parameter) {
        return switch (parameter.style()) {
            case PLAIN, SCALAR -> "";
            case COMMAS -> "commas";
            case SPACES -> "spaces";
            case PIPES -> "pipes";
            case DEEP_OBJECT -> "deepObject";
            case MEMBERS -> "members";
            case JSON -> "json";
        };
    }

    /** Returns the call that adds a parameter to the entries. */
    private static JavaCode add(Parameter parameter, MemberView member) {
        StringLiteral json = member.json();
        Name name = member.name();
        boolean encoded = parameter.in().equals("query");
        return switch (parameter.style()) {
            case PLAIN ->
                parameter.in().equals("cookie")
                        ? JavaCode.of("addCookie($, $)", json, name)
                        : JavaCode.of("add($, $)", json, name);
            case SCALAR -> JavaCode.of("addScalar($, $)", json, name);
            case COMMAS -> JavaCode.of("addJoined($, $, \",\")", json, name);
            case SPACES -> JavaCode.of(encoded ? "addJoined($, $, \"%20\")" : "addJoined($, $, \" \")", json, name);
            case PIPES -> JavaCode.of(encoded ? "addJoined($, $, \"%7C\")" : "addJoined($, $, \"|\")", json, name);
            case DEEP_OBJECT -> JavaCode.of("addObject($, $)", json, name);
            case MEMBERS -> JavaCode.of("addMembers($)", name);
            case JSON -> JavaCode.of("addJson($, $)", json, name);
        };
    }
}
