package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.OperationParameter;
import io.github.triggerapi.contract.code.DocumentChange.Changed;
import io.github.triggerapi.contract.judge.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Changes of operations, parameters, bodies and responses. */
final class OperationChanges {

    private static final String JSON = "application/json";

    private final DocumentElements elements;

    private OperationChanges(DocumentElements elements) {
        this.elements = elements;
    }

    static List<DocumentChange> of(DocumentElements elements) {
        OperationChanges changes = new OperationChanges(elements);
        return List.of(
                new DocumentChange("change HTTP method", changes::changeHttpMethod),
                new DocumentChange("change path", changes::changePath),
                new DocumentChange("add parameter", changes::addParameter),
                new DocumentChange("move parameter", changes::moveParameter),
                new DocumentChange("change operationId", changes::changeOperationId),
                new DocumentChange("remove response", changes::removeResponse),
                new DocumentChange("change request media type", changes::changeRequestMediaType),
                new DocumentChange("change response media type", changes::changeResponseMediaType),
                new DocumentChange("make body optional", changes::makeBodyOptional));
    }

    private Changed changeHttpMethod() {
        Operation one = elements.operation(
                "an operation whose path has a method to unused",
                operation -> unusedMethod(operation).isPresent());
        String unused = unusedMethod(one).orElseThrow();
        return new Changed(
                elements.changed(
                        DocumentElements.parent(one.pointer()),
                        path -> DocumentElements.rename(path, one.method().toLowerCase(Locale.ROOT), unused)),
                List.of(unused.toUpperCase(Locale.ROOT) + " " + one.path()));
    }

    /** Returns an unused HTTP method that allows a body. */
    private Optional<String> unusedMethod(Operation operation) {
        return List.of("put", "post", "patch").stream()
                .filter(method -> !elements.at(DocumentElements.parent(operation.pointer()))
                        .has(method))
                .findFirst();
    }

    private Changed changePath() {
        Operation one = elements.operation("an operation", operation -> true);
        String other = one.path() + "/notInTheDocument";
        return new Changed(
                elements.changed("/paths", paths -> DocumentElements.rename(paths, one.path(), other)),
                List.of(one.method() + " " + other));
    }

    private Changed addParameter() {
        Operation one = elements.operation("an operation", operation -> true);
        return new Changed(
                elements.changed(
                        one.pointer(),
                        node -> node.withArray("parameters")
                                .addObject()
                                .put("in", "query")
                                .put("name", "notInTheDocument")
                                .putObject("schema")
                                .put("type", "boolean")),
                List.of(one.label() + " ", "parameter query notInTheDocument"));
    }

    private Changed moveParameter() {
        OperationParameter one = elements.parameter("a parameter", parameter -> true);
        String other = one.parameter().in().equals("header") ? "query" : "header";
        return new Changed(
                elements.changed(one.parameter().pointer(), node -> node.put("in", other)),
                List.of(
                        one.operation().label() + " ",
                        "parameter " + other + " " + one.parameter().name()));
    }

    private Changed changeOperationId() {
        Operation one = elements.operation(
                "an operation with an id", operation -> !operation.id().isEmpty());
        String other = one.id() + "_not_in_the_document";
        return new Changed(
                elements.changed(one.pointer(), node -> node.put("operationId", other)), List.of(one.label(), other));
    }

    private Changed removeResponse() {
        Operation one = elements.operation(
                "an operation with a 404 response",
                operation -> operation.responses().containsKey("404"));
        return new Changed(
                elements.changed(one.pointer() + "/responses", node -> node.remove("404")),
                List.of(one.label(), "has the response 404"));
    }

    private Changed changeRequestMediaType() {
        Operation one = elements.operation(
                "an operation with a body in JSON",
                operation -> operation.bodies().containsKey(JSON));
        return new Changed(
                elements.changed(
                        body(one) + "/content", node -> DocumentElements.rename(node, JSON, "application/cbor")),
                List.of(one.label(), "application/cbor"));
    }

    private Changed changeResponseMediaType() {
        Operation one = elements.operation(
                "an operation with a success in JSON",
                operation -> jsonResponse(operation).isPresent());
        return new Changed(
                elements.changed(
                        jsonResponse(one).orElseThrow() + "/content",
                        node -> DocumentElements.rename(node, JSON, "application/hal+json")),
                List.of(one.label(), "application/hal+json"));
    }

    private Optional<String> jsonResponse(Operation operation) {
        return operation.responses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .filter(response -> elements.at(response).path("content").has(JSON))
                .findFirst();
    }

    private Changed makeBodyOptional() {
        Operation one = elements.operation("an operation with a required body", Operation::bodyRequired);
        return new Changed(
                elements.changed(body(one), node -> node.put("required", false)),
                List.of(one.label() + " request body"));
    }

    private String body(Operation operation) {
        return elements.target(operation.pointer() + "/requestBody");
    }
}
