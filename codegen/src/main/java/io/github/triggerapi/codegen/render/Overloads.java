package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.render.ParameterViews.ParameterView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        String returned,
        String name,
        List<ParameterView> first,
        List<ParameterView> body,
        List<ParameterView> bundled,
        List<ParameterView> apart) {

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

    /**
     * The methods that send less.
     *
     * @param none the expression for no parameters; empty where some are required
     */
    List<Overload> shorterOnes(String none) {
        List<ParameterView> most = both(both(first, body), bundled);
        List<Overload> shorter = new ArrayList<>();
        if (!apart.isEmpty()) {
            List<String> arguments = new ArrayList<>(names(most));
            arguments.add("parameters.headers()");
            shorter.add(overload(
                    call(arguments), "The same as " + link(all()) + " with the headers of the parameters.", most));
        }
        if (!none.isEmpty()) {
            List<String> arguments = new ArrayList<>(names(both(first, body)));
            arguments.add(none);
            String doc = "The same as " + link(most) + " with none of the parameters.";
            shorter.add(overload(call(arguments), doc, both(first, body)));
        }
        return shorter;
    }

    // -- the stubs ---------------------------------------------------------------------------------------------------

    /** What the method of the operation does by default. */
    String byDefault(boolean optionalBody, String last) {
        if (optionalBody && !bundled.isEmpty()) {
            String without = call(names(both(first, bundled)));
            String with = call(names(both(first, body)));
            String condition = body.get(0).name() + " == null";
            return returned.equals("void")
                    ? "if (" + condition + ") {\n            " + without + "\n        } else {\n            " + with
                            + "\n        }"
                    : "return " + condition + " ? " + expression(without) + " : " + expression(with) + ";";
        }
        return optionalBody ? call(names(first)) : bundled.isEmpty() ? last : call(names(both(first, body)));
    }

    /**
     * The methods that the default calls, each of which calls the next.
     *
     * @param last what the last one does
     */
    List<Overload> olderOnes(boolean optionalBody, String last) {
        if (bundled.isEmpty()) {
            return optionalBody ? List.of(overload(last, older("without a body"), first)) : List.of();
        }
        String doc = older("without the parameters");
        if (!optionalBody) {
            return List.of(overload(last, doc, both(first, body)));
        }
        List<String> noBody = new ArrayList<>(names(first));
        noBody.add("(" + body.get(0).type() + ") null");
        return List.of(
                overload(call(names(first)), doc, both(first, body)),
                overload(call(noBody), older("without a body"), both(first, bundled)),
                overload(last, older("with neither"), first));
    }

    private String older(String less) {
        return "The same as " + link(all()) + " " + less + ", called by that one unless it is overridden.";
    }

    // -- parts of them -----------------------------------------------------------------------------------------------

    private Overload overload(String statements, String doc, List<ParameterView> parameters) {
        String javadoc = Javadoc.indented(4).paragraph(doc).toString();
        List<String> declarations =
                parameters.stream().map(ParameterView::plain).toList();
        return new Overload(javadoc, signature("default ", declarations), statements);
    }

    private String link(List<ParameterView> parameters) {
        return "{@link #" + name + "("
                + parameters.stream().map(ParameterView::linkType).collect(Collectors.joining(", ")) + ")}";
    }

    private List<ParameterView> all() {
        return both(both(first, body), both(bundled, apart));
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
