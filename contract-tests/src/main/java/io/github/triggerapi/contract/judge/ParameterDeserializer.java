package io.github.triggerapi.contract.judge;

import com.networknt.schema.Error;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The parameters of a request as the values that their text may stand for. */
final class ParameterDeserializer {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

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

    void check(Judge.Verdict verdict) {
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = value(parameter);
            if (value != null) {
                verdict.add(parameter.place(), judge.value(parameter.schema(), value));
            } else if (parameter.required()) {
                verdict.add(parameter.place(), "", "required", "the document requires this parameter", "none");
            }
        }
    }

    private @Nullable JsonNode value(Parameter parameter) {
        if (parameter.style().equals("deepObject")) {
            return deepObject(parameter);
        }
        List<String> texts = texts(parameter);
        if (texts.isEmpty()) {
            return null;
        }
        String schema = parameter.schema();
        String items = items(schema);
        if (items == null) {
            return texts.size() > 1 ? array(texts, schema) : scalar(texts.get(0), schema);
        }
        boolean repeated = parameter.in().equals("query") && parameter.explode();
        return array(repeated ? texts : List.of(String.join(",", texts).split(",", -1)), items);
    }

    private List<String> texts(Parameter parameter) {
        switch (parameter.in()) {
            case "query":
                return query.getOrDefault(parameter.name(), List.of());
            case "path":
                // A plus sign in a path is one; only in a query it may stand for a space.
                return Stream.ofNullable(operation.pathValues(request.path()))
                        .flatMap(values -> Stream.ofNullable(values.get(parameter.name())))
                        .map(value -> decode(value.replace("+", "%2B")))
                        .toList();
            case "header":
                Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                headers.putAll(request.headers());
                return headers.getOrDefault(parameter.name(), List.of());
            default:
                return List.of();
        }
    }

    private @Nullable JsonNode deepObject(Parameter parameter) {
        ObjectNode object = NODES.objectNode();
        query.forEach((name, texts) -> {
            if (name.startsWith(parameter.name() + "[") && name.endsWith("]")) {
                String inner = name.substring(parameter.name().length() + 1, name.length() - 1);
                put(object, inner.split("]\\[", -1), parameter.schema(), texts);
            }
        });
        if (object.isEmpty()) {
            // The name alone has a value, too, if not one that the parameter takes.
            List<String> texts = query.getOrDefault(parameter.name(), List.of());
            return texts.isEmpty() ? null : StringNode.valueOf(texts.get(0));
        }
        return object;
    }

    private void put(ObjectNode object, String[] path, String schema, List<String> texts) {
        ObjectNode owner = object;
        String place = schema;
        for (int i = 0; i < path.length - 1; i++) {
            owner = owner.withObjectProperty(path[i]);
            place = property(place, path[i]);
        }
        String last = path[path.length - 1];
        place = property(place, last);
        String items = place == null ? null : items(place);
        owner.set(
                last,
                items != null
                        ? array(texts, items)
                        : texts.size() > 1 ? array(texts, place) : scalar(texts.get(0), place));
    }

    private ArrayNode array(List<String> texts, @Nullable String items) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(text -> array.add(scalar(text, items)));
        return array;
    }

    /** The value that a text stands for: where several fit, one that the schema allows. */
    private JsonNode scalar(String text, @Nullable String schema) {
        if (schema != null) {
            for (JsonNode candidate : candidates(text)) {
                List<Error> errors = judge.value(schema, candidate);
                if (errors.isEmpty()) {
                    return candidate;
                }
            }
            // None is right: take the one that is of the right type and wrong for what it says.
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
        if (text.matches("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            candidates.add(Judge.JSON.readTree(text));
        }
        candidates.add(StringNode.valueOf(text));
        return candidates;
    }

    private @Nullable String items(String schema) {
        for (String place : places(schema)) {
            if (judge.document().at(place).has("items")) {
                return place + "/items";
            }
        }
        return null;
    }

    private @Nullable String property(@Nullable String schema, String name) {
        if (schema != null) {
            for (String place : places(schema)) {
                String property = OpenApiDocument.child(place + "/properties", name);
                if (!judge.document().at(property).isMissingNode()) {
                    return property;
                }
            }
        }
        return null;
    }

    /** A schema and those that it is put together from. */
    private List<String> places(String schema) {
        List<String> places = new ArrayList<>();
        String place = judge.document().target(schema);
        places.add(place);
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            for (int i = 0; i < judge.document().at(place).path(keyword).size(); i++) {
                places.addAll(places(place + "/" + keyword + "/" + i));
            }
        }
        return places;
    }
}
