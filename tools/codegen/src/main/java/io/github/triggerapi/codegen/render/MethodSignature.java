package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import java.util.List;
import java.util.stream.Stream;

/**
 * The signature that the overloads of a method share, except for parameters.
 *
 * @param returned the return type
 * @param name the name of the method
 */
record MethodSignature(JavaCode returned, Name name) {

    private static final int MAX_WIDTH = 110;

    /** A default method that calls another overload. */
    record Overload(Javadoc doc, JavaCode signature, JavaCode statements) {}

    Overload overload(CommentText doc, List<ParameterView> parameters, JavaCode statements) {
        List<JavaCode> declarations =
                parameters.stream().map(ParameterView::plain).toList();
        return new Overload(
                Javadoc.indented(4).paragraph(doc), signature(JavaCode.of("default "), declarations), statements);
    }

    /** Returns a signature, with a line for each parameter if one line is too long. */
    JavaCode signature(JavaCode modifier, List<JavaCode> declarations) {
        JavaCode start = JavaCode.of("$$ $", modifier, returned, name);
        JavaCode line = JavaCode.of("$($)", start, JavaCode.join(", ", declarations));
        return line.source().length() <= MAX_WIDTH
                ? line
                : JavaCode.of("$(\n            $)", start, JavaCode.join(",\n            ", declarations));
    }

    JavaCode call(List<? extends JavaCode> arguments) {
        return JavaCode.of("$($)", name, JavaCode.join(", ", arguments));
    }

    /** Returns the statement that calls an overload and returns its result. */
    JavaCode returnCall(List<? extends JavaCode> arguments) {
        return JavaCode.of(returnsNothing() ? "$;" : "return $;", call(arguments));
    }

    boolean returnsNothing() {
        return returned.source().equals("void");
    }

    CommentText link(List<ParameterView> parameters) {
        List<CommentText> types =
                parameters.stream().map(ParameterView::linkType).toList();
        return CommentText.of("{@link #$($)}", name, CommentText.join(", ", types));
    }

    static List<ParameterView> concat(List<ParameterView> first, List<ParameterView> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    static List<Name> names(List<ParameterView> parameters) {
        return parameters.stream().map(ParameterView::name).toList();
    }
}
