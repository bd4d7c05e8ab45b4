package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Parameter;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serializes requests as defined by OpenAPI, without code of the client. */
final class RequestWriter {

    private RequestWriter() {}

    /** Returns the serialized form of a request, valid or not. */
    static Request request(Operation operation, ObjectNode request) {
        String path = operation.path();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            JsonNode value = request.path(parameter.label());
            if (value.isMissingNode() && !parameter.in().equals("path")) {
                continue;
            }
            switch (parameter.in()) {
                case "path" -> {
                    String text = value.isMissingNode() ? "" : encode(joined(value));
                    path = path.replace("{" + parameter.name() + "}", text);
                }
                case "header" -> headers.put(parameter.name(), List.of(joined(value)));
                default -> query(parameter, value, query);
            }
        }
        if (operation.secured()) {
            headers.put("Authorization", List.of("Bearer " + MessageSchemas.KEY));
        }
        String mediaType = MessageSchemas.mediaType(request);
        JsonNode body = MessageSchemas.body(request);
        if (!mediaType.isEmpty()) {
            headers.put("Content-Type", List.of(mediaType));
        }
        String text = body.isMissingNode() ? "" : Judge.isJson(mediaType) ? body.toString() : text(body);
        return new Request(operation.method(), path, String.join("&", query), headers, text);
    }

    private static void query(Parameter parameter, JsonNode value, List<String> query) {
        if (parameter.style().equals("deepObject") && value.isObject()) {
            deepObject(parameter.name(), value, query);
        } else if (value.isArray() && parameter.explode()) {
            value.forEach(item -> query.add(encode(parameter.name()) + "=" + encode(text(item))));
        } else {
            query.add(encode(parameter.name()) + "=" + encode(joined(value)));
        }
    }

    private static void deepObject(String name, JsonNode value, List<String> query) {
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(member -> deepObject(name + "[" + member.getKey() + "]", member.getValue(), query));
        } else if (value.isArray()) {
            value.forEach(item -> deepObject(name, item, query));
        } else {
            query.add(encode(name) + "=" + encode(text(value)));
        }
    }

    private static String joined(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(RequestWriter::text).collect(Collectors.joining(","))
                : text(value);
    }

    private static String text(JsonNode value) {
        return value.isBigDecimal()
                ? new BigDecimal(value.toString()).toPlainString()
                : value.isString() ? value.asString() : value.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
