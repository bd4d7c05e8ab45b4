package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Changes request bodies and responses. */
final class MessageOperators {

    private static final String OTHER = "application/vnd.mutant+json";

    private MessageOperators() {}

    // -- media types -------------------------------------------------------------------------------------------------

    private static ObjectNode content() {
        ObjectNode media = JsonNodes.object();
        media.set("schema", JsonNodes.type("object"));
        return media;
    }

    static List<Change> dropMedia(MutationPoint message) {
        List<Change> changes = new ArrayList<>();
        for (String type : message.names("content")) {
            changes.add(message.change(
                    ChangeTarget.named(message.pointer(), "content", names(type)), "removes " + type, node -> {
                        ((ObjectNode) node.get("content")).remove(type);
                        if (node.get("content").isEmpty() && message.kind() == MutationPoint.Kind.RESPONSE) {
                            node.remove("content");
                        }
                    }));
        }
        return changes;
    }

    /** Returns the names of a media type in the document and in the code, where the range of all stands for JSON. */
    private static List<String> names(String type) {
        return type.equals("*/*") ? List.of(type, "application/json") : List.of(type);
    }

    static List<Change> renameMedia(MutationPoint message) {
        return message.names("content").stream()
                .flatMap(type -> Stream.of(OTHER, "text/plain")
                        .filter(other -> !message.get("content").has(other))
                        .map(other -> message.change(
                                ChangeTarget.named(
                                        message.pointer(),
                                        "content",
                                        Stream.concat(names(type).stream(), Stream.of(other))
                                                .toList()),
                                type + " becomes " + other,
                                node -> MutationPoint.rename((ObjectNode) node.get("content"), type, other))))
                .toList();
    }

    static List<Change> addMedia(MutationPoint message) {
        return message.has("$ref")
                ? List.of()
                : List.of(message.change(
                        ChangeTarget.named(message.pointer(), "content", List.of(OTHER)),
                        "adds " + OTHER,
                        node -> node.withObjectProperty("content").set(OTHER, content())));
    }

    // -- request bodies ----------------------------------------------------------------------------------------------

    static List<Change> required(MutationPoint body) {
        return body.has("$ref")
                ? List.of()
                : List.of(body.set("required", !body.get("required").asBoolean()));
    }

    static List<Change> dropBody(MutationPoint operation) {
        return operation.has("requestBody") ? List.of(operation.remove("requestBody")) : List.of();
    }

    static List<Change> addBody(MutationPoint operation) {
        ObjectNode body = JsonNodes.object();
        body.withObjectProperty("content").set("application/json", content());
        return operation.has("requestBody") ? List.of() : List.of(operation.set("requestBody", body));
    }

    // -- responses ---------------------------------------------------------------------------------------------------

    private static List<String> statuses(MutationPoint operation) {
        return operation.names("responses").stream()
                .filter(status -> !status.startsWith("x-"))
                .toList();
    }

    private static String free(MutationPoint operation, String... statuses) {
        return Stream.of(statuses)
                .filter(status -> !operation.get("responses").has(status))
                .findFirst()
                .orElseThrow();
    }

    static List<Change> dropResponse(MutationPoint operation) {
        return statuses(operation).stream()
                .map(status -> operation.change(
                        ChangeTarget.named(operation.pointer(), "responses", List.of(status)),
                        "removes " + status,
                        node -> ((ObjectNode) node.get("responses")).remove(status)))
                .toList();
    }

    static List<Change> addResponse(MutationPoint operation) {
        String status = free(operation, "418", "419", "420");
        return List.of(operation.change(
                ChangeTarget.named(operation.pointer(), "responses", List.of(status)),
                "adds " + status,
                node -> node.withObjectProperty("responses")
                        .withObjectProperty(status)
                        .put("description", "A mutant")));
    }

    /** Changes each status to others of the same and of another class. */
    static List<Change> status(MutationPoint operation) {
        List<Change> changes = new ArrayList<>();
        for (String status : statuses(operation)) {
            for (String other : List.of(
                    free(operation, "200", "201", "202", "203"),
                    free(operation, "418", "419", "420"),
                    free(operation, "5XX", "599", "598"))) {
                changes.add(operation.change(
                        ChangeTarget.named(operation.pointer(), "responses", List.of(status, other)),
                        status + " becomes " + other,
                        node -> MutationPoint.rename((ObjectNode) node.get("responses"), status, other)));
            }
        }
        return changes;
    }
}
