package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Changes of request bodies and answers. */
final class MessageOperators {

    private static final String OTHER = "application/vnd.mutant+json";

    private MessageOperators() {}

    // -- media types -------------------------------------------------------------------------------------------------

    private static ObjectNode content() {
        ObjectNode media = Json.object();
        media.set("schema", Json.type("object"));
        return media;
    }

    static List<Change> dropMedia(Site message) {
        List<Change> changes = new ArrayList<>();
        for (String type : message.names("content")) {
            changes.add(
                    message.change(Target.named(message.pointer(), "content", List.of(type)), "no " + type, node -> {
                        ((ObjectNode) node.get("content")).remove(type);
                        if (node.get("content").isEmpty() && message.kind() == Site.Kind.RESPONSE) {
                            node.remove("content");
                        }
                    }));
        }
        return changes;
    }

    static List<Change> renameMedia(Site message) {
        return message.names("content").stream()
                .flatMap(type -> Stream.of(OTHER, "text/plain")
                        .filter(other -> !message.get("content").has(other))
                        .map(other -> message.change(
                                Target.named(message.pointer(), "content", List.of(type, other)),
                                type + " becomes " + other,
                                node -> Site.rename((ObjectNode) node.get("content"), type, other))))
                .toList();
    }

    static List<Change> addMedia(Site message) {
        return message.has("$ref")
                ? List.of()
                : List.of(message.change(
                        Target.named(message.pointer(), "content", List.of(OTHER)),
                        "one more: " + OTHER,
                        node -> node.withObjectProperty("content").set(OTHER, content())));
    }

    // -- request bodies ----------------------------------------------------------------------------------------------

    static List<Change> required(Site body) {
        return body.has("$ref")
                ? List.of()
                : List.of(body.set("required", Json.bool(!body.get("required").asBoolean())));
    }

    static List<Change> dropBody(Site operation) {
        return operation.has("requestBody") ? List.of(operation.remove("requestBody")) : List.of();
    }

    static List<Change> addBody(Site operation) {
        ObjectNode body = Json.object();
        body.withObjectProperty("content").set("application/json", content());
        return operation.has("requestBody") ? List.of() : List.of(operation.set("requestBody", body));
    }

    // -- answers -----------------------------------------------------------------------------------------------------

    private static List<String> statuses(Site operation) {
        return operation.names("responses").stream()
                .filter(status -> !status.startsWith("x-"))
                .toList();
    }

    private static String free(Site operation, String... statuses) {
        return Stream.of(statuses)
                .filter(status -> !operation.get("responses").has(status))
                .findFirst()
                .orElseThrow();
    }

    static List<Change> dropResponse(Site operation) {
        return statuses(operation).stream()
                .map(status -> operation.change(
                        Target.named(operation.pointer(), "responses", List.of(status)),
                        "no " + status,
                        node -> ((ObjectNode) node.get("responses")).remove(status)))
                .toList();
    }

    static List<Change> addResponse(Site operation) {
        String status = free(operation, "418", "419", "420");
        return List.of(operation.change(
                Target.named(operation.pointer(), "responses", List.of(status)),
                "one more: " + status,
                node -> node.withObjectProperty("responses")
                        .withObjectProperty(status)
                        .put("description", "A mutant")));
    }

    /** Every status becomes another one of its kind, and one of another kind. */
    static List<Change> status(Site operation) {
        List<Change> changes = new ArrayList<>();
        for (String status : statuses(operation)) {
            for (String other : List.of(
                    free(operation, "200", "201", "202", "203"),
                    free(operation, "418", "419", "420"),
                    free(operation, "5XX", "599", "598"))) {
                changes.add(operation.change(
                        Target.named(operation.pointer(), "responses", List.of(status, other)),
                        status + " becomes " + other,
                        node -> Site.rename((ObjectNode) node.get("responses"), status, other)));
            }
        }
        return changes;
    }
}
