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

/** An operation of a document with resolved references. */
record ResolvedOperation(JsonNode root, JsonNode path, JsonNode operation) {

    /** Returns the operations by HTTP method and path. */
    static Map<String, ResolvedOperation> all(JsonNode root) {
        Map<String, ResolvedOperation> operations = new LinkedHashMap<>();
        for (String path : MutationPoint.names(root.path("paths"))) {
            JsonNode item = root.path("paths").path(path);
            for (String method : MutationPoint.names(item)) {
                if (HttpMethods.ALL.contains(method)) {
                    operations.put(method + " " + path, new ResolvedOperation(root, item, item.get(method)));
                }
            }
        }
        return operations;
    }

    private JsonNode resolved(JsonNode node) {
        return new WireSemantics(root).resolve(node);
    }

    String id() {
        return operation.path("operationId").asText();
    }

    /** Returns the first tag, which names the interface. */
    String tag() {
        return operation.path("tags").path(0).asText("default");
    }

    /** Returns the parameters by name, as a moved parameter keeps its name in code. */
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

    Map<String, JsonNode> responses() {
        Map<String, JsonNode> responses = new TreeMap<>();
        for (String status : MutationPoint.names(operation.path("responses"))) {
            responses.put(status, resolved(operation.path("responses").get(status)));
        }
        return responses;
    }

    /** Returns the lowest success status, whose content is the result of the method; empty if there is none. */
    String success() {
        return responses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .findFirst()
                .orElse("");
    }

    /** Returns the media types of a message; the first one is requested. */
    static List<String> media(JsonNode message) {
        return MutationPoint.names(message.path("content"));
    }

    /** Returns the first content of a message: the schema of JSON, or bytes. */
    static String content(JsonNode message) {
        if (media(message).isEmpty()) {
            return "";
        }
        String first = media(message).get(0);
        boolean json = first.equals("*/*") || first.matches("application/([^;]*\\+)?json.*");
        return json ? "JSON " + message.path("content").get(first).path("schema") : "bytes";
    }

    /** Returns whether a message has inline classes, which are named after its location. */
    static boolean makesClasses(JsonNode message) {
        List<JsonNode> pending = new ArrayList<>();
        message.path("content").forEach(media -> pending.add(media.path("schema")));
        while (!pending.isEmpty()) {
            JsonNode node = pending.remove(0);
            boolean strings =
                    node.path("enum").path(0).isTextual() || node.path("const").isTextual();
            boolean union = WireSemantics.types(node).size() > 1 || node.has("oneOf") || node.has("anyOf");
            if (strings || union || !node.path("properties").isEmpty() || node.has("allOf")) {
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

    /** Returns the alternative security requirements; empty if there are none. */
    Set<JsonNode> security() {
        JsonNode alternatives = operation.has("security") ? operation.get("security") : root.path("security");
        Set<JsonNode> directions = new HashSet<>();
        for (JsonNode alternative : alternatives) {
            if (alternative.isEmpty()) {
                return Set.of();
            }
            ObjectNode direction = JsonNodes.object();
            for (String scheme : MutationPoint.names(alternative)) {
                JsonNode found = root.path("components").path("securitySchemes").path(scheme);
                direction.set(scheme + wire(found) + alternative.get(scheme), JsonNodes.bool(true));
            }
            directions.add(direction);
        }
        return directions;
    }

    /** Returns the wire format of a security scheme. */
    private static String wire(JsonNode scheme) {
        String type = scheme.path("type").asText();
        return type + (type.equals("http") ? scheme.path("scheme") : "" + scheme.path("name") + scheme.path("in"));
    }
}
