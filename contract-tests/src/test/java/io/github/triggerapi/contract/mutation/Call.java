package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.openapi.HttpMethods;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An operation of a document, its references followed. */
record Call(JsonNode root, JsonNode path, JsonNode operation) {

    /** Every operation, by path and verb. */
    static Map<String, Call> all(JsonNode root) {
        Map<String, Call> calls = new LinkedHashMap<>();
        for (String path : Site.names(root.path("paths"))) {
            JsonNode item = root.path("paths").path(path);
            for (String verb : Site.names(item)) {
                if (HttpMethods.ALL.contains(verb)) {
                    calls.put(verb + " " + path, new Call(root, item, item.get(verb)));
                }
            }
        }
        return calls;
    }

    private JsonNode resolved(JsonNode node) {
        return new Wire(root).resolve(node);
    }

    String id() {
        return operation.path("operationId").asText();
    }

    /** The first tag, which names the interface. */
    String tag() {
        return operation.path("tags").path(0).asText("default");
    }

    /** By name, as a parameter that moves keeps what code calls it. */
    Map<String, JsonNode> parameters() {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode owner : List.of(path, operation)) {
            for (JsonNode parameter : owner.path("parameters")) {
                JsonNode resolved = resolved(parameter);
                String name = resolved.path("name").asText();
                if (!Parameter.isIgnored(resolved.path("in").asText(), name)) {
                    parameters.put(name, resolved);
                }
            }
        }
        return parameters;
    }

    JsonNode schema(JsonNode parameter) {
        return resolved(parameter.path("schema"));
    }

    JsonNode body() {
        return resolved(operation.path("requestBody"));
    }

    Map<String, JsonNode> answers() {
        Map<String, JsonNode> answers = new TreeMap<>();
        for (String status : Site.names(operation.path("responses"))) {
            answers.put(status, resolved(operation.path("responses").get(status)));
        }
        return answers;
    }

    /** The lowest status of a success, whose content is what the method gives; empty where there is none. */
    String success() {
        return answers().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .findFirst()
                .orElse("");
    }

    /** The media types of a message, the first of which is asked for. */
    static List<String> media(JsonNode message) {
        return Site.names(message.path("content"));
    }

    /** The first content of a message without its media type: a schema for JSON, else bytes. */
    static String content(JsonNode message) {
        if (media(message).isEmpty()) {
            return "";
        }
        String first = media(message).get(0);
        boolean json = first.equals("*/*") || first.matches("application/([^;]*\\+)?json.*");
        return json ? "JSON " + message.path("content").get(first).path("schema") : "bytes";
    }

    /** Whether classes are named by where a message stands. */
    static boolean makesClasses(JsonNode message) {
        List<JsonNode> pending = new ArrayList<>();
        message.path("content").forEach(media -> pending.add(media.path("schema")));
        while (!pending.isEmpty()) {
            JsonNode node = pending.remove(0);
            boolean texts =
                    node.path("enum").path(0).isTextual() || node.path("const").isTextual();
            boolean union = Wire.types(node).size() > 1 || node.has("oneOf") || node.has("anyOf");
            if (texts || union || !node.path("properties").isEmpty() || node.has("allOf")) {
                return true;
            }
            for (String keyword : List.of("items", "additionalProperties")) {
                if (node.has(keyword)) {
                    pending.add(node.get(keyword));
                }
            }
        }
        return false;
    }

    /** The ways to be let in, each the schemes that are asked for together; none where all are let in. */
    Set<JsonNode> security() {
        JsonNode alternatives = operation.has("security") ? operation.get("security") : root.path("security");
        Set<JsonNode> ways = new HashSet<>();
        for (JsonNode alternative : alternatives) {
            if (alternative.isEmpty()) {
                return Set.of();
            }
            ObjectNode way = Json.object();
            for (String scheme : Site.names(alternative)) {
                JsonNode found = root.path("components").path("securitySchemes").path(scheme);
                way.set(scheme + wire(found) + alternative.get(scheme), Json.bool(true));
            }
            ways.add(way);
        }
        return ways;
    }

    /** What of a scheme goes over the wire. */
    private static String wire(JsonNode scheme) {
        String type = scheme.path("type").asText();
        return type + (type.equals("http") ? scheme.path("scheme") : "" + scheme.path("name") + scheme.path("in"));
    }
}
