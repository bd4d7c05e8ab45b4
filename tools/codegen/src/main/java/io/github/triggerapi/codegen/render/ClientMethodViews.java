package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.ClientMethod;
import io.github.triggerapi.codegen.model.ClientMethod.Await;
import io.github.triggerapi.codegen.model.ClientMethod.CursorPages;
import io.github.triggerapi.codegen.model.ClientMethod.MemberPath;
import io.github.triggerapi.codegen.model.ClientMethod.NumberedPages;
import io.github.triggerapi.codegen.model.ClientMethod.Step;
import io.github.triggerapi.codegen.model.GeneratedClass.EnumClass;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.render.ClientOverloads.Group;
import io.github.triggerapi.codegen.render.MethodSignature.Overload;
import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Creates the client's methods that send an operation several times. */
final class ClientMethodViews {

    /** In characters. */
    private static final int MAX_WIDTH = 60;

    private final Api api;
    private final ModelViews views;

    ClientMethodViews(Api api, ModelViews views) {
        this.api = api;
        this.views = views;
    }

    /**
     * The method of an operation.
     *
     * @param form its signature without parameters
     * @param body the type of the body of its response
     * @param first its path parameters and its body
     * @param groups the objects with its query parameters and headers
     * @param built the parameters in whose place overloads take a consumer of a builder
     * @param names the names of its parameters, from which others differ
     */
    record OperationMethod(
            Operation operation,
            MethodSignature form,
            JavaCode body,
            List<ParameterView> first,
            List<Group> groups,
            Map<Name, CommentText> built,
            UniqueNames names) {

        List<ParameterView> all() {
            return MethodSignature.concat(
                    first, groups.stream().map(Group::parameter).toList());
        }

        CommentText link() {
            return form.link(all());
        }

        /** Returns the call with an expression in place of the query parameters. */
        JavaCode call(JavaCode parameters) {
            return form.call(MethodSignature.names(all()).stream()
                    .map(name -> name.source().equals("parameters") ? parameters : name)
                    .toList());
        }
    }

    /** Returns the methods for an operation, each followed by its overloads. */
    List<Overload> overloads(OperationMethod method) {
        return api.clientMethods(method.operation()).stream()
                .flatMap(rule -> overloads(method, rule).stream())
                .toList();
    }

    private List<Overload> overloads(OperationMethod method, ClientMethod rule) {
        if (rule instanceof CursorPages pages) {
            JavaCode statement =
                    statement(method, "byCursor", "cursor", pages.parameter(), pages.items(), pages.next());
            return pages(method, pages.name(), pages.items(), statement);
        }
        if (rule instanceof NumberedPages pages) {
            JavaCode statement =
                    statement(method, "byNumber", "number", pages.parameter(), pages.items(), pages.count());
            return pages(method, pages.name(), pages.items(), statement);
        }
        return await(method, (Await) rule);
    }

    // -- pages -------------------------------------------------------------------------------------------------------

    private List<Overload> pages(OperationMethod method, String name, MemberPath items, JavaCode statement) {
        JavaCode item = views.types().item((Type.ListOf) items.type());
        CommentText doc = CommentText.of(
                "Returns the items of all pages of $. Each page is a call, which is sent when its first item is needed.",
                method.link());
        return withShorter(
                method, new MethodSignature(JavaCode.of("PagedItems<$>", item), new Name(name)), doc, statement);
    }

    /**
     * Returns the statement that makes the object with all items.
     *
     * @param factory the method of {@code PagedItems}
     * @param variable what the parameter takes
     * @param last the member of a page that shows which page is the last
     */
    private JavaCode statement(
            OperationMethod method,
            String factory,
            String variable,
            Parameter parameter,
            MemberPath items,
            MemberPath last) {
        Name value = method.names().unique(variable);
        Name accessor =
                ParameterObjects.accessor(views.members(), method.operation().parameters("query"), parameter);
        JavaCode page = method.call(JavaCode.of("parameters.toBuilder().$($).build()", accessor, value));
        return JavaCode.of(
                "return PagedItems.$(\n                parameters.$(),\n                $);",
                new Name(factory),
                accessor,
                JavaCode.join(
                        ",\n                ",
                        List.of(JavaCode.of("$ -> $", value, page), function(items), function(last))));
    }

    // -- waits -------------------------------------------------------------------------------------------------------

    private List<Overload> await(OperationMethod method, Await await) {
        MethodSignature polling = new MethodSignature(JavaCode.of("Polling<$>", method.body()), new Name(await.name()));
        JavaCode statement = JavaCode.of(
                "return $\n                .polling($, $);",
                method.call(new Name("parameters")),
                function(await.status()),
                setOf(statuses(await)));
        CommentText doc = CommentText.of(
                "Returns a way to wait until the status in the response of $ is final: $.",
                method.link(),
                CommentText.join(
                        ", ",
                        await.finalStatuses().stream().map(CommentText::code).toList()));
        List<Overload> overloads = new ArrayList<>(withShorter(method, polling, doc, statement));
        List<ParameterView> required = MethodSignature.concat(
                method.first(),
                method.groups().stream()
                        .filter(group -> !group.optional())
                        .map(Group::parameter)
                        .toList());
        ParameterView timeout = timeout(method.names().unique("timeout"));
        List<ParameterView> parameters =
                Stream.concat(required.stream(), Stream.of(timeout)).toList();
        JavaCode wait = polling.call(MethodSignature.names(required));
        CommentText link = polling.link(required);
        overloads.add(new MethodSignature(method.body(), polling.name())
                .overload(
                        CommentText.of(
                                "Waits until the status is final. The same as {@link Polling#await await} of $.", link),
                        parameters,
                        JavaCode.of("return $.await($);", wait, timeout.name())));
        overloads.add(
                new MethodSignature(JavaCode.of("CompletableFuture<$>", method.body()), new Name(await.asyncName()))
                        .overload(
                                CommentText.of(
                                        "Waits without blocking a thread. The same as {@link Polling#awaitAsync awaitAsync} of $.",
                                        link),
                                parameters,
                                JavaCode.of("return $.awaitAsync($);", wait, timeout.name())));
        return overloads;
    }

    private static ParameterView timeout(Name name) {
        JavaCode type = JavaCode.of("Duration");
        JavaCode declaration = JavaCode.of("$ $", type, name);
        return new ParameterView(declaration, declaration, type, name, CommentText.of("Duration"));
    }

    /** Returns a set, with a line for each value if one line is too long. */
    private static JavaCode setOf(List<JavaCode> values) {
        JavaCode line = JavaCode.of("Set.of($)", JavaCode.join(", ", values));
        return line.source().length() <= MAX_WIDTH
                ? line
                : JavaCode.of(
                        "Set.of(\n                        $)", JavaCode.join(",\n                        ", values));
    }

    private List<JavaCode> statuses(Await await) {
        if (await.status().type() instanceof Type.Named named
                && api.generatedClass(named) instanceof EnumClass listed) {
            Map<String, Name> constants = ModelViews.constantNames(listed);
            Name className = new Name(listed.className());
            return await.finalStatuses().stream()
                    .map(status -> constants.containsKey(status)
                            ? JavaCode.of("$.$", className, constants.get(status))
                            : JavaCode.of("$.of($)", className, new StringLiteral(status)))
                    .toList();
        }
        return await.finalStatuses().stream()
                .map(status -> (JavaCode) new StringLiteral(status))
                .toList();
    }

    // -- both --------------------------------------------------------------------------------------------------------

    /** Returns a method with the parameters of the operation, and those without optional ones. */
    private static List<Overload> withShorter(
            OperationMethod method, MethodSignature form, CommentText doc, JavaCode statement) {
        ClientOverloads shorter = new ClientOverloads(form, method.first(), method.groups(), method.built());
        return Stream.concat(Stream.of(form.overload(doc, method.all(), statement)), shorter.overloads().stream())
                .toList();
    }

    /** Returns the function from a body to a member in it. */
    private JavaCode function(MemberPath path) {
        List<Step> steps = path.steps();
        if (steps.size() == 1) {
            return JavaCode.of("$::$", new Name(steps.get(0).owner().className()), accessor(steps.get(0)));
        }
        List<JavaCode> nulls = new ArrayList<>();
        JavaCode value = new Name("body");
        for (int i = 0; i < steps.size(); i++) {
            value = JavaCode.of("$.$()", value, accessor(steps.get(i)));
            if (i < steps.size() - 1 && steps.get(i).mayBeNull()) {
                nulls.add(JavaCode.of("$ == null", value));
            }
        }
        return nulls.isEmpty()
                ? JavaCode.of("body -> $", value)
                : JavaCode.of("body -> $ ? null : $", JavaCode.join(" || ", nulls), value);
    }

    private Name accessor(Step step) {
        return views.accessor(step.owner(), step.member());
    }
}
