package io.github.triggerapi.codegen.render;

import static io.github.triggerapi.codegen.render.MethodSignature.concat;

import io.github.triggerapi.codegen.render.MethodSignature.Overload;
import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates the client's method for an operation, and its overloads: without optional query parameters or headers, and with
 * consumers of builders. Code that was written when the operation had no such parameters calls the overloads without them.
 *
 * @param form the method
 * @param first the path parameters and the body
 * @param groups the object with the query parameters and the object with the headers; empty if there are none
 * @param built the parameters in whose place overloads take a consumer of a builder, each with what it holds
 */
record ClientOverloads(
        MethodSignature form, List<ParameterView> first, List<Group> groups, Map<Name, CommentText> built) {

    /**
     * An object with parameters.
     *
     * @param doc what the object holds
     * @param empty the expression for an object without parameters
     * @param optional whether all parameters in it are optional
     */
    record Group(ParameterView parameter, CommentText doc, JavaCode empty, boolean optional) {}

    JavaCode signature() {
        return form.signature(
                JavaCode.NONE, all().stream().map(ParameterView::declaration).toList());
    }

    private List<ParameterView> all() {
        return with(groups);
    }

    private List<ParameterView> with(List<Group> some) {
        return concat(first, some.stream().map(Group::parameter).toList());
    }

    List<Overload> overloads() {
        List<Set<Group>> omissions = omissions();
        Stream<Overload> shorter = omissions.stream().map(this::without);
        Stream<Overload> withConsumers = Stream.concat(Stream.of(Set.<Group>of()), omissions.stream())
                .map(omitted -> with(groups.stream()
                        .filter(group -> !omitted.contains(group))
                        .toList()))
                .filter(parameters -> parameters.stream().anyMatch(this::isBuilt))
                .map(this::withConsumers);
        return Stream.concat(shorter, withConsumers).toList();
    }

    private List<Set<Group>> omissions() {
        List<Group> optional = groups.stream().filter(Group::optional).toList();
        return optional.size() < 2
                ? optional.stream().map(Set::of).toList()
                : List.of(Set.of(optional.get(1)), Set.of(optional.get(0)), Set.copyOf(optional));
    }

    private Overload without(Set<Group> omitted) {
        List<ParameterView> parameters = new ArrayList<>(first);
        List<JavaCode> arguments = new ArrayList<>(MethodSignature.names(first));
        List<CommentText> docs = new ArrayList<>();
        for (Group group : groups) {
            if (omitted.contains(group)) {
                arguments.add(group.empty());
                docs.add(group.doc());
            } else {
                arguments.add(group.parameter().name());
                parameters.add(group.parameter());
            }
        }
        CommentText doc = CommentText.of("Calls $ without $.", form.link(all()), CommentText.join(" and ", docs));
        return form.overload(doc, parameters, form.returnCall(arguments));
    }

    private boolean isBuilt(ParameterView parameter) {
        return built.containsKey(parameter.name());
    }

    /** Returns the overload of a method that takes consumers of builders in place of objects. */
    private Overload withConsumers(List<ParameterView> parameters) {
        List<ParameterView> consumers = new ArrayList<>();
        List<JavaCode> statements = new ArrayList<>();
        List<JavaCode> arguments = new ArrayList<>();
        for (ParameterView parameter : parameters) {
            if (isBuilt(parameter)) {
                Name builder = ParameterViews.builder(parameter.name());
                statements.add(JavaCode.of("$.Builder $ = $.builder();", parameter.type(), builder, parameter.type()));
                statements.add(JavaCode.of("$.accept($);", parameter.name(), builder));
                arguments.add(JavaCode.of("$.build()", builder));
                consumers.add(parameter.consumer());
            } else {
                arguments.add(parameter.name());
                consumers.add(parameter);
            }
        }
        statements.add(form.returnCall(arguments));
        List<CommentText> docs = parameters.stream()
                .filter(this::isBuilt)
                .map(parameter -> built.get(parameter.name()))
                .toList();
        CommentText doc =
                CommentText.of("Builds the $ and calls $.", CommentText.join(" and the ", docs), form.link(parameters));
        return form.overload(doc, consumers, JavaCode.join("\n        ", statements));
    }
}
