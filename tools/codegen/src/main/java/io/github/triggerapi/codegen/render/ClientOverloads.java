package io.github.triggerapi.codegen.render;

import static io.github.triggerapi.codegen.render.MethodSignature.concat;

import io.github.triggerapi.codegen.render.MethodSignature.Overload;
import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates the client's method for an operation, and its overloads without optional query parameters or headers. Code that
 * was written when the operation had no such parameters calls the overloads.
 *
 * @param form the method
 * @param first the path parameters and the body
 * @param groups the object with the query parameters and the object with the headers; empty if there are none
 */
record ClientOverloads(MethodSignature form, List<ParameterView> first, List<Group> groups) {

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
        return concat(first, groups.stream().map(Group::parameter).toList());
    }

    List<Overload> overloads() {
        List<Group> optional = groups.stream().filter(Group::optional).toList();
        Stream<Set<Group>> omissions = optional.size() < 2
                ? optional.stream().map(Set::of)
                : Stream.of(Set.of(optional.get(1)), Set.of(optional.get(0)), Set.copyOf(optional));
        return omissions.map(this::without).toList();
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
}
