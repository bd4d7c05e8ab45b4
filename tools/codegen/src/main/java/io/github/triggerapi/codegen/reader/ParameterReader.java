package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.InvalidPartException;
import io.github.triggerapi.codegen.document.Notes;
import io.github.triggerapi.codegen.document.Problems;
import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Operation.Style;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the parameters of operations. A parameter that has no type is raw: the string in the request. */
final class ParameterReader {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final Document document;
    private final Problems problems;
    private final Notes notes;
    private final SchemaReader schemas;

    ParameterReader(Document document, Problems problems, Notes notes, SchemaReader schemas) {
        this.document = document;
        this.problems = problems;
        this.notes = notes;
        this.schemas = schemas;
    }

    /**
     * Returns the parameters of an operation: those in the path in its order, then the others.
     *
     * @param owner the start of the names of their classes
     */
    List<Parameter> parameters(Node pathItem, String path, Node operation, String owner) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node holder : List.of(pathItem, operation)) {
            for (Node element : holder.get("parameters").elements()) {
                problems.collect(() -> {
                    Node node = document.resolve(element);
                    if (Parameter.isIgnored(node.text("in"), node.text("name"))) {
                        notes.add(
                                element,
                                "the header parameter " + node.text("name") + " is left out, as OpenAPI ignores it");
                    } else {
                        Parameter parameter = parameter(node, owner);
                        parameters.put(parameter.in() + " " + parameter.name(), parameter);
                    }
                });
            }
        }
        Matcher matcher = PLACEHOLDER.matcher(path);
        List<String> placeholders = new ArrayList<>();
        while (matcher.find()) {
            placeholders.add(matcher.group(1));
        }
        problems.collect(() -> checkPath(operation, placeholders, parameters));
        return Stream.concat(
                        // In the order of the path, as the order in the document may change.
                        placeholders.stream()
                                .distinct()
                                .map(name -> parameters.get("path " + name))
                                .filter(parameter -> parameter != null),
                        parameters.values().stream()
                                .filter(parameter -> !parameter.in().equals("path")))
                .toList();
    }

    private static void checkPath(Node operation, List<String> placeholders, Map<String, Parameter> parameters) {
        for (String name : placeholders) {
            if (!parameters.containsKey("path " + name)) {
                throw new InvalidPartException(
                        operation, "no parameter is defined for {" + name + "} of the path; expected one in path");
            }
        }
        for (Parameter parameter : parameters.values()) {
            if (parameter.in().equals("path") && !placeholders.contains(parameter.name())) {
                throw new InvalidPartException(
                        operation,
                        "the path has no {" + parameter.name() + "}; expected one for the parameter of that name");
            }
        }
    }

    private Parameter parameter(Node node, String owner) {
        String name = node.text("name");
        String in = node.text("in");
        if (!Set.of("path", "query", "header", "cookie").contains(in)) {
            throw new InvalidPartException(
                    node.get("in"), "a parameter in '" + in + "'; expected path, query, header or cookie");
        }
        if (in.equals("header") || in.equals("cookie")) {
            HttpSyntax.checkFieldName(node.get("name"), name);
        }
        boolean inComponents = node.pointer().startsWith("#/components/parameters/");
        String className = inComponents ? Names.type(node.key()) + "Parameter" : owner + Names.pascal(name);
        Node schema = node.has("content") ? content(node).get("schema") : node.get("schema");
        TypedValue value = schemas.read(schema, className).describedBy(Description.of(node));
        boolean required = node.flag("required");
        return orString(
                new Parameter(name, in, required, Style.PLAIN, value, node.pointer()),
                node,
                () -> style(node, in, value.type()));
    }

    /** Returns a plain parameter with the style that a supplier finds; if there is none, it stays plain and is a string. */
    private Parameter orString(Parameter parameter, Node where, Supplier<Style> style) {
        try {
            return parameter.withStyle(style.get());
        } catch (UnsupportedPartException e) {
            schemas.forget(where);
            TypedValue string = new TypedValue(
                    Scalar.STRING, false, Constraints.RAW, parameter.value().description());
            String place = parameter.in().equals("form") ? "form" : "request";
            return parameter.withValue(
                    schemas.noted(string, where, "the string in the " + place + ", as " + e.reason()));
        }
    }

    /**
     * Returns a field of a form.
     *
     * @param encoding its style, if the document has one
     */
    Parameter field(Node property, Node encoding, boolean required, String className) {
        TypedValue value = schemas.read(property, className);
        return orString(
                new Parameter(property.key(), "form", required, Style.PLAIN, value, property.pointer()),
                property,
                () -> styleOf(encoding, "form", value.type()));
    }

    private static Node content(Node parameter) {
        return parameter.get("content").members().stream().findFirst().orElse(parameter.get("content"));
    }

    private Style style(Node node, String in, Type type) {
        if (node.has("content")) {
            return json(node, in, type);
        }
        if (!node.has("schema")) {
            throw new UnsupportedPartException(node, "it has no schema");
        }
        return styleOf(node, in, type);
    }

    private Style styleOf(Node node, String in, Type type) {
        String usual = in.equals("path") || in.equals("header") ? "simple" : "form";
        String style = node.has("style") ? node.text("style") : usual;
        boolean exploded = node.json().path("explode").asBoolean(style.equals("form"));
        if (isSimple(type)) {
            if (!style.equals(usual)) {
                throw new UnsupportedPartException(node, "its style is " + style);
            }
            return Style.PLAIN;
        }
        if (type instanceof Type.ListOf list && isSimple(list.items().type())) {
            return array(node, in, style, exploded);
        }
        if (schemas.isObject(type) && in.equals("query")) {
            if (style.equals("deepObject")) {
                return Style.DEEP_OBJECT;
            }
            if (style.equals("form") && exploded) {
                return Style.MEMBERS;
            }
        }
        if (schemas.isUnionWith(type, this::isSimple) && !in.equals("path") && !in.equals("cookie")) {
            return Style.SCALAR;
        }
        throw new UnsupportedPartException(node, "no style is known for its type");
    }

    private boolean isSimple(Type type) {
        return type instanceof Scalar || schemas.isEnum(type);
    }

    private static Style array(Node node, String in, String style, boolean exploded) {
        boolean mayRepeat = in.equals("query") || in.equals("form");
        if (mayRepeat && exploded && !style.equals("deepObject")) {
            return Style.PLAIN;
        }
        if (in.equals("cookie")) {
            throw new UnsupportedPartException(node, "it is an array in one string");
        }
        if (style.equals(mayRepeat ? "form" : "simple")) {
            return Style.COMMAS;
        } else if (mayRepeat && style.equals("spaceDelimited")) {
            return Style.SPACES;
        } else if (mayRepeat && style.equals("pipeDelimited")) {
            return Style.PIPES;
        }
        throw new UnsupportedPartException(node, "its style is " + style);
    }

    private Style json(Node node, String in, Type type) {
        Type items = type instanceof Type.ListOf list ? list.items().type() : type;
        boolean readable =
                items instanceof Type.Named && Response.isJson(content(node).key());
        if (!readable || !(in.equals("query") || in.equals("header"))) {
            throw new UnsupportedPartException(
                    node, "its content is " + content(node).key());
        }
        return Style.JSON;
    }
}
