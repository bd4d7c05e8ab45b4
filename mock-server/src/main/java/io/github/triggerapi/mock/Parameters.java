package io.github.triggerapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.mock.Operation.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the parameters of a request. */
final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Parameters() {}

    /** Splits a query, null when there is none, in names and decoded values. */
    static Map<String, List<String>> query(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                values.computeIfAbsent(Percent.decode(parts[0], true), name -> new ArrayList<>())
                        .add(parts.length < 2 ? "" : Percent.decode(parts[1], true));
            }
        }
        return values;
    }

    /** The query again, encoded in one way only. */
    static String encode(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> Percent.encode(entry.getKey()) + "=" + Percent.encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** Refuses with 400 values that a parameter does not allow; none at all stand for its absence. */
    static void check(Parameter parameter, List<String> values) {
        if (values.isEmpty()) {
            if (parameter.required()) {
                throw new Refusal(400, "Validation error: is required at \"" + parameter.place() + "\"");
            }
            return;
        }
        boolean array = parameter.types().contains("array");
        if (values.size() > 1 && !(array && parameter.explode())) {
            throw new Refusal(400, "Validation error: must be given once at \"" + parameter.place() + "\"");
        }
        String error = parameter
                .schema()
                .check(array ? array(parameter, values) : scalar(values.get(0), parameter.types()), parameter.place());
        if (error != null) {
            throw new Refusal(400, error);
        }
    }

    private static ArrayNode array(Parameter parameter, List<String> values) {
        boolean repeated = parameter.in().equals("query") && parameter.explode();
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (String value : repeated ? values : List.of(values.get(0).split(",", -1))) {
            array.add(scalar(value, parameter.itemTypes()));
        }
        return array;
    }

    private static JsonNode scalar(String text, Set<String> types) {
        boolean number = types.contains("number") || types.contains("integer");
        if (number && NUMBER.matcher(text).matches()) {
            return Json.parse(text.getBytes(StandardCharsets.US_ASCII));
        }
        if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        return TextNode.valueOf(text);
    }
}
