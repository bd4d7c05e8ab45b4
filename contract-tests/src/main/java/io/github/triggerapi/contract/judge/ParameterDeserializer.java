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
    private final Map<String, List<String>> query = new LinkedHashMap<>();

    ParameterDeserializer(Judge judge, Operation operation, Request request) {
        this.judge = judge;
        this.operation = operation;
        this.request = request;
        for (String pair : request.query().split("&")) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                query.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : decode(parts[1]));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    void check(Judge.Violations found) {
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = value(parameter);
            if (value != null) {
                found.add(parameter.label(), judge.value(parameter.schema(), value));
            } else if (parameter.required()) {
                found.add(parameter.label(), "", "required", "the document requires this parameter", "none");
            }
        }
    }

    private @Nullable JsonNode value(Parameter parameter) {
        if (parameter.style().equals("deepObject")) {
            return deepObject(parameter);
        }
        List<String> strings = strings(parameter);
        if (strings.isEmpty()) {
            return null;
        }
        String schema = parameter.schema();
        String items = items(schema);
        if (items == null) {
            return strings.size() > 1 ? array(strings, schema) : scalar(strings.get(0), schema);
        }
        boolean repeated = parameter.in().equals("query") && parameter.explode();
        return array(repeated ? strings : List.of(String.join(",", strings).split(",", -1)), items);
    }

    private List<String> strings(Parameter parameter) {
        return switch (parameter.in()) {
            case "query" -> query.getOrDefault(parameter.name(), List.of());
            case "path" ->
                // A plus sign represents a space in a query, but not in a path.
                Stream.ofNullable(operation.pathValues(request.path()))
                        .flatMap(values -> Stream.ofNullable(values.get(parameter.name())))
                        .map(value -> decode(value.replace("+", "%2B")))
                        .toList();
            case "header" -> request.values(parameter.name());
            default -> List.of();
        };
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
            return strings.isEmpty() ? null : StringNode.valueOf(strings.get(0));
        }
        return object;
    }

    private void put(ObjectNode object, String[] path, String schema, List<String> strings) {
        ObjectNode owner = object;
        String part = schema;
        for (int i = 0; i < path.length - 1; i++) {
            owner = owner.withObjectProperty(path[i]);
            part = property(part, path[i]);
        }
        String last = path[path.length - 1];
        part = property(part, last);
        String items = part == null ? null : items(part);
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

    private @Nullable String items(String schema) {
        for (String part : parts(schema)) {
            if (judge.document().at(part).has("items")) {
                return part + "/items";
            }
        }
        return null;
    }

    private @Nullable String property(@Nullable String schema, String name) {
        if (schema != null) {
            for (String part : parts(schema)) {
                String property = OpenApiDocument.child(part + "/properties", name);
                if (!judge.document().at(property).isMissingNode()) {
                    return property;
                }
            }
        }
        return null;
    }

    /** Returns a schema and the schemas it is composed of. */
    private List<String> parts(String schema) {
        List<String> parts = new ArrayList<>();
        String part = judge.document().target(schema);
        parts.add(part);
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            for (int i = 0; i < judge.document().at(part).path(keyword).size(); i++) {
                parts.addAll(parts(part + "/" + keyword + "/" + i));
            }
        }
        return parts;
    }
}
