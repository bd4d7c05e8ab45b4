package io.github.triggerapi.contract.judge;

import com.networknt.schema.Error;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Deserializes and validates the parameters of a request. */
final class ParameterDeserializer {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A boolean or a number in JSON. */
    private static final Pattern LITERAL =
            Pattern.compile("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final Judge judge;
    private final Operation operation;
    private final Request request;
    private final ParameterShapes shapes;

    /** The values by decoded names, as they were sent. */
    private final Map<String, List<String>> query = new LinkedHashMap<>();

    ParameterDeserializer(Judge judge, Operation operation, Request request) {
        this(judge, operation, request, request.query());
    }

    private ParameterDeserializer(Judge judge, Operation operation, Request request, String pairs) {
        this.judge = judge;
        this.operation = operation;
        this.request = request;
        this.shapes = new ParameterShapes(judge.document());
        for (String pair : pairs.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                query.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : parts[1]);
            }
        }
    }

    /** Returns the object in the form that a request has as its body. */
    static JsonNode form(Judge judge, Operation operation, Request request, String schema) {
        JsonNode form = new ParameterDeserializer(judge, operation, request, request.body()).members(schema);
        return form == null ? NODES.objectNode() : form;
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void check(Judge.Violations found) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("query")
                    && isOnce(parameter.form())
                    && strings(parameter).size() > 1) {
                found.add(parameter.label(), "", "explode", "the document has this parameter once", "several");
                continue;
            }
            JsonNode value = value(parameter);
            if (value != null) {
                found.add(parameter.label(), judge.value(parameter.schema(), value));
            } else if (parameter.required()) {
                found.add(
                        parameter.label(),
                        "",
                        "required",
                        "the document requires this " + (parameter.in().equals("header") ? "header" : "parameter"),
                        "none");
            }
        }
    }

    private static boolean isOnce(ParameterForm form) {
        return switch (form) {
            case COMMAS, SPACES, PIPES, PAIRS, EQUATIONS, JSON, OPAQUE -> true;
            case SIMPLE, UNION, REPEATED, MEMBERS, DEEP_OBJECT -> false;
        };
    }

    private @Nullable JsonNode value(Parameter parameter) {
        List<String> strings = strings(parameter);
        return switch (parameter.form()) {
            case DEEP_OBJECT -> deepObject(parameter);
            case MEMBERS -> members(parameter.schema());
            default -> strings.isEmpty() ? null : ofStrings(parameter, strings);
        };
    }

    private JsonNode ofStrings(Parameter parameter, List<String> strings) {
        String schema = parameter.schema();
        return switch (parameter.form()) {
            case REPEATED -> array(decoded(parameter, strings), shapes.items(schema));
            case COMMAS, SPACES, PIPES -> array(parts(parameter, strings), shapes.items(schema));
            case PAIRS, EQUATIONS -> pairs(parts(parameter, strings), parameter);
            case JSON -> json(decoded(parameter, strings).get(0));
            case UNION -> union(decoded(parameter, strings), schema);
            default -> {
                List<String> decoded = decoded(parameter, strings);
                yield decoded.size() > 1 ? array(decoded, schema) : scalar(decoded.get(0), schema);
            }
        };
    }

    /** Returns the strings of a parameter as they were sent. */
    private List<String> strings(Parameter parameter) {
        return switch (parameter.in()) {
            case "query" -> query.getOrDefault(parameter.name(), List.of());
            case "path" ->
                Stream.ofNullable(operation.pathValues(request.path()))
                        .flatMap(values -> Stream.ofNullable(values.get(parameter.name())))
                        .toList();
            case "header" -> request.values(parameter.name());
            default ->
                request.values("Cookie").stream()
                        .flatMap(cookies -> Stream.of(cookies.split("; *")))
                        .filter(cookie -> cookie.startsWith(parameter.name() + "="))
                        .map(cookie -> cookie.substring(parameter.name().length() + 1))
                        .toList();
        };
    }

    private static List<String> decoded(Parameter parameter, List<String> strings) {
        return strings.stream()
                .map(text -> switch (parameter.in()) {
                    case "query" -> decode(text);
                    // A plus sign represents a space in a query, but not in a path.
                    case "path" -> decode(text.replace("+", "%2B"));
                    default -> text;
                })
                .toList();
    }

    /** Returns the parts of one string. Encoded commas are in the parts, but spaces and pipes are always encoded. */
    private static List<String> parts(Parameter parameter, List<String> strings) {
        String delimiter = parameter.form().delimiter();
        return delimiter.equals(",")
                ? decoded(parameter, List.of(String.join(",", strings).split(",", -1)))
                : List.of(decoded(parameter, strings).get(0).split(Pattern.quote(delimiter), -1));
    }

    private static JsonNode json(String text) {
        try {
            return Judge.JSON.readTree(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    private JsonNode union(List<String> strings, String schema) {
        JsonNode one = scalar(strings.get(0), schema);
        String items = shapes.items(schema);
        return strings.size() == 1 && (items == null || judge.value(schema, one).isEmpty())
                ? one
                : array(strings, items == null ? schema : items);
    }

    private JsonNode pairs(List<String> parts, Parameter parameter) {
        ObjectNode object = NODES.objectNode();
        List<String> flat = parameter.form() == ParameterForm.PAIRS
                ? parts
                : parts.stream().flatMap(part -> Stream.of(part.split("=", 2))).toList();
        for (int i = 0; i < flat.size(); i += 2) {
            String name = flat.get(i);
            String text = i + 1 < flat.size() ? flat.get(i + 1) : "";
            object.set(name, scalar(text, shapes.property(parameter.schema(), name)));
        }
        return object;
    }

    private @Nullable JsonNode members(String schema) {
        ObjectNode object = NODES.objectNode();
        for (String name : shapes.members(schema)) {
            query.forEach((key, strings) -> {
                if (key.equals(name)) {
                    put(object, new String[] {name}, schema, strings);
                } else if (key.startsWith(name + "[") && key.endsWith("]")) {
                    String path = name + "][" + key.substring(name.length() + 1, key.length() - 1);
                    put(object, path.split("]\\[", -1), schema, strings);
                }
            });
        }
        return object.isEmpty() ? null : object;
    }

    private @Nullable JsonNode deepObject(Parameter parameter) {
        ObjectNode object = NODES.objectNode();
        query.forEach((name, strings) -> {
            if (name.startsWith(parameter.name() + "[") && name.endsWith("]")) {
                String inner = name.substring(parameter.name().length() + 1, name.length() - 1);
                put(object, inner.split("]\\[", -1), parameter.schema(), strings);
            }
        });
        if (object.isEmpty()) {
            // The plain name has a value, but it is not valid for the parameter.
            List<String> strings = query.getOrDefault(parameter.name(), List.of());
            return strings.isEmpty() ? null : StringNode.valueOf(decode(strings.get(0)));
        }
        return object;
    }

    private void put(ObjectNode object, String[] path, String schema, List<String> encoded) {
        List<String> strings =
                encoded.stream().map(ParameterDeserializer::decode).toList();
        ObjectNode owner = object;
        String part = schema;
        for (int i = 0; i < path.length - 1; i++) {
            owner = owner.withObjectProperty(path[i]);
            part = shapes.property(part, path[i]);
        }
        String last = path[path.length - 1];
        part = shapes.property(part, last);
        String items = part == null ? null : shapes.items(part);
        owner.set(
                last,
                items != null
                        ? array(strings, items)
                        : strings.size() > 1 ? array(strings, part) : scalar(strings.get(0), part));
    }

    private ArrayNode array(List<String> strings, @Nullable String items) {
        ArrayNode array = NODES.arrayNode();
        strings.forEach(text -> array.add(scalar(text, items)));
        return array;
    }

    /** Returns the value that a string represents: a value that the schema allows, if there is one. */
    private JsonNode scalar(String text, @Nullable String schema) {
        if (schema != null) {
            for (JsonNode candidate : candidates(text)) {
                List<Error> errors = judge.value(schema, candidate);
                if (errors.isEmpty()) {
                    return candidate;
                }
            }
            // No candidate is valid: choose one of the right type.
            for (JsonNode candidate : candidates(text)) {
                if (judge.value(schema, candidate).stream()
                        .noneMatch(error -> error.getKeyword().equals("type"))) {
                    return candidate;
                }
            }
        }
        return StringNode.valueOf(text);
    }

    private static List<JsonNode> candidates(String text) {
        List<JsonNode> candidates = new ArrayList<>();
        if (LITERAL.matcher(text).matches()) {
            candidates.add(Judge.JSON.readTree(text));
        }
        candidates.add(StringNode.valueOf(text));
        return candidates;
    }
}
