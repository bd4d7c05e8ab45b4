package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The methods beside that of an operation which take less than it does. Code that was written when the operation had no
 * query parameters or headers yet, or no body, calls them, or overrides them.
 *
 * @param returned the type of the result
 * @param name the name of all of them
 * @param first the parameters that all of them have
 * @param body the body; empty where there is none
 * @param bundled the query parameters and headers; empty where there are none
 * @param apart what only the method of the operation itself takes
 */
record Overloads(
        JavaCode returned,
        Name name,
        List<ParameterView> first,
        List<ParameterView> body,
        List<ParameterView> bundled,
        List<ParameterView> apart) {

    private static final CommentText WITHOUT_BODY = CommentText.of("without a body");

    /** A method that is no operation by itself. */
    record Overload(Javadoc doc, JavaCode signature, JavaCode statements) {}

    /** The method of the operation itself. */
    JavaCode signature(JavaCode modifier) {
        return signature(
                modifier, all().stream().map(ParameterView::declaration).toList());
    }

    private JavaCode signature(JavaCode modifier, List<JavaCode> parameters) {
        JavaCode start = JavaCode.of("$$ $", modifier, returned, name);
        JavaCode line = JavaCode.of("$($)", start, JavaCode.join(", ", parameters));
        // On one line where it fits, else with a line for each parameter.
        return line.source().length() <= 110
                ? line
                : JavaCode.of("$(\n            $)", start, JavaCode.join(",\n            ", parameters));
    }

    // -- the client --------------------------------------------------------------------------------------------------

    /**
     * The methods that send less.
     *
     * @param none the expression for no parameters; empty where some are required
     */
    List<Overload> shorterOnes(Optional<JavaCode> none) {
        List<ParameterView> most = both(both(first, body), bundled);
        List<Overload> shorter = new ArrayList<>();
        if (!apart.isEmpty()) {
            List<JavaCode> arguments = new ArrayList<>(names(most));
            arguments.add(JavaCode.of("parameters.headers()"));
            CommentText doc = CommentText.of("The same as $ with the headers of the parameters.", link(all()));
            shorter.add(overload(statement(call(arguments)), doc, most));
        }
        none.ifPresent(parameters -> {
            List<JavaCode> arguments = new ArrayList<>(names(both(first, body)));
            arguments.add(parameters);
            CommentText doc = CommentText.of("The same as $ with none of the parameters.", link(most));
            shorter.add(overload(statement(call(arguments)), doc, both(first, body)));
        });
        return shorter;
    }

    // -- the stubs ---------------------------------------------------------------------------------------------------

    /** What the method of the operation does by default. */
    JavaCode byDefault(boolean optionalBody, JavaCode last) {
        if (optionalBody && !bundled.isEmpty()) {
            JavaCode without = call(names(both(first, bundled)));
            JavaCode with = call(names(both(first, body)));
            Name argument = body.get(0).name();
            return returnsNothing()
                    ? JavaCode.of("""
                            if ($ == null) {
                                        $;
                                    } else {
                                        $;
                                    }""", argument, without, with)
                    : JavaCode.of("return $ == null ? $ : $;", argument, without, with);
        }
        if (optionalBody) {
            return statement(call(names(first)));
        }
        return bundled.isEmpty() ? last : statement(call(names(both(first, body))));
    }

    /**
     * The methods that the default calls, each of which calls the next.
     *
     * @param last what the last one does
     */
    List<Overload> olderOnes(boolean optionalBody, JavaCode last) {
        if (bundled.isEmpty()) {
            return optionalBody ? List.of(overload(last, older(WITHOUT_BODY), first)) : List.of();
        }
        CommentText doc = older(CommentText.of("without the parameters"));
        if (!optionalBody) {
            return List.of(overload(last, doc, both(first, body)));
        }
        List<JavaCode> noBody = new ArrayList<>(names(first));
        noBody.add(JavaCode.of("($) null", body.get(0).type()));
        return List.of(
                overload(statement(call(names(first))), doc, both(first, body)),
                overload(statement(call(noBody)), older(WITHOUT_BODY), both(first, bundled)),
                overload(last, older(CommentText.of("with neither")), first));
    }

    private CommentText older(CommentText less) {
        return CommentText.of("The same as $ $, called by that one unless it is overridden.", link(all()), less);
    }

    // -- parts of them -----------------------------------------------------------------------------------------------

    private Overload overload(JavaCode statements, CommentText doc, List<ParameterView> parameters) {
        List<JavaCode> declarations =
                parameters.stream().map(ParameterView::plain).toList();
        return new Overload(
                Javadoc.indented(4).paragraph(doc), signature(JavaCode.of("default "), declarations), statements);
    }

    private CommentText link(List<ParameterView> parameters) {
        List<CommentText> types =
                parameters.stream().map(ParameterView::linkType).toList();
        return CommentText.of("{@link #$($)}", name, CommentText.join(", ", types));
    }

    private List<ParameterView> all() {
        return both(both(first, body), both(bundled, apart));
    }

    private static List<ParameterView> both(List<ParameterView> some, List<ParameterView> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Name> names(List<ParameterView> parameters) {
        return parameters.stream().map(ParameterView::name).toList();
    }

    private JavaCode call(List<? extends JavaCode> arguments) {
        return JavaCode.of("$($)", name, JavaCode.join(", ", arguments));
    }

    private JavaCode statement(JavaCode call) {
        return JavaCode.of(returnsNothing() ? "$;" : "return $;", call);
    }

    private boolean returnsNothing() {
        return returned.source().equals("void");
    }
}
