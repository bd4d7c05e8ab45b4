package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods beside that of an operation which take less than it does. Code that was written when the operation had no
 * query parameters yet, or no body, calls them, or overrides them.
 *
 * @param returned the type of the result
 * @param name the name of all of them
 * @param first the parameters that all of them have
 * @param body the body; empty where there is none
 * @param query the query parameters; empty where there are none
 */
record Overloads(
        String returned, String name, List<ParameterView> first, List<ParameterView> body, List<ParameterView> query) {

    /** A method that is no operation by itself. */
    record Overload(String doc, String signature, String statements) {}

    /** The method of the operation itself. */
    String signature(String modifier) {
        return signature(
                modifier, all().stream().map(ParameterView::declaration).toList());
    }

    private String signature(String modifier, List<String> parameters) {
        String start = modifier + returned + " " + name;
        String line = start + "(" + String.join(", ", parameters) + ")";
        // On one line where it fits, else with a line for each parameter.
        return line.length() <= 110
                ? line
                : start + "(\n            " + String.join(",\n            ", parameters) + ")";
    }

    // -- the client --------------------------------------------------------------------------------------------------

    /** The method that sends no query parameters. */
    Overload withoutQuery(String none) {
        List<String> arguments = new ArrayList<>(names(both(first, body)));
        arguments.add(none);
        return overload(call(arguments), "The same as " + link() + " without query parameters.", both(first, body));
    }

    // -- the stubs ---------------------------------------------------------------------------------------------------

    /** What the method of the operation does by default. */
    String byDefault(boolean optionalBody, String last) {
        if (optionalBody && !query.isEmpty()) {
            String without = call(names(both(first, query)));
            String with = call(names(both(first, body)));
            String condition = body.get(0).name() + " == null";
            return returned.equals("void")
                    ? "if (" + condition + ") {\n            " + without + "\n        } else {\n            " + with
                            + "\n        }"
                    : "return " + condition + " ? " + expression(without) + " : " + expression(with) + ";";
        }
        return optionalBody ? call(names(first)) : query.isEmpty() ? last : call(names(both(first, body)));
    }

    /**
     * The methods that the default calls, each of which calls the next.
     *
     * @param last what the last one does
     */
    List<Overload> olderOnes(boolean optionalBody, String last) {
        if (query.isEmpty()) {
            return optionalBody ? List.of(overload(last, older("without a body"), first)) : List.of();
        }
        String doc = older("without query parameters");
        if (!optionalBody) {
            return List.of(overload(last, doc, both(first, body)));
        }
        List<String> noBody = new ArrayList<>(names(first));
        noBody.add("(" + body.get(0).type() + ") null");
        return List.of(
                overload(call(names(first)), doc, both(first, body)),
                overload(call(noBody), older("without a body"), both(first, query)),
                overload(last, older("with neither"), first));
    }

    private String older(String less) {
        return "The same as " + link() + " " + less + ", called by that one unless it is overridden.";
    }

    // -- parts of them -----------------------------------------------------------------------------------------------

    private Overload overload(String statements, String doc, List<ParameterView> parameters) {
        String javadoc = Javadoc.indented(4).paragraph(doc).toString();
        List<String> declarations =
                parameters.stream().map(ParameterView::plain).toList();
        return new Overload(javadoc, signature("default ", declarations), statements);
    }

    private String link() {
        return "{@link #" + name + "("
                + all().stream().map(ParameterView::linkType).collect(Collectors.joining(", ")) + ")}";
    }

    private List<ParameterView> all() {
        return both(first, both(body, query));
    }

    private static List<ParameterView> both(List<ParameterView> some, List<ParameterView> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<String> names(List<ParameterView> parameters) {
        return parameters.stream().map(ParameterView::name).toList();
    }

    private String call(List<String> arguments) {
        return (returned.equals("void") ? "" : "return ") + name + "(" + String.join(", ", arguments) + ");";
    }

    private static String expression(String statement) {
        return statement.replaceFirst("^return ", "").replaceFirst(";$", "");
    }
}
