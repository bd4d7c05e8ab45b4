package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.OperationParameter;
import io.github.triggerapi.contract.code.DocumentChange.Changed;
import io.github.triggerapi.contract.judge.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Changes of operations of the document, and of what they take and give apart from the schemas. */
final class OperationChanges {

    private static final String JSON = "application/json";

    private final DocumentElements places;

    private OperationChanges(DocumentElements places) {
        this.places = places;
    }

    static List<DocumentChange> of(DocumentElements places) {
        OperationChanges changes = new OperationChanges(places);
        return List.of(
                new DocumentChange("another verb", changes::anotherVerb),
                new DocumentChange("another path", changes::anotherPath),
                new DocumentChange("a parameter more", changes::aParameterMore),
                new DocumentChange("a parameter elsewhere", changes::aParameterElsewhere),
                new DocumentChange("another operationId", changes::anotherOperationId),
                new DocumentChange("an response less", changes::anAnswerLess),
                new DocumentChange("another body type", changes::anotherBodyType),
                new DocumentChange("another response type", changes::anotherAnswerType),
                new DocumentChange("an optional body", changes::anOptionalBody));
    }

    private Changed anotherVerb() {
        Operation one = places.operation(
                "an operation whose path has a verb to spare",
                operation -> spareVerb(operation).isPresent());
        String spare = spareVerb(one).orElseThrow();
        return new Changed(
                places.changed(
                        DocumentElements.parent(one.pointer()),
                        path -> DocumentElements.rename(path, one.method().toLowerCase(Locale.ROOT), spare)),
                List.of(spare.toUpperCase(Locale.ROOT) + " " + one.path()));
    }

    /** One that may have a body, too. */
    private Optional<String> spareVerb(Operation operation) {
        return List.of("put", "post", "patch").stream()
                .filter(verb ->
                        !places.at(DocumentElements.parent(operation.pointer())).has(verb))
                .findFirst();
    }

    private Changed anotherPath() {
        Operation one = places.operation("an operation", operation -> true);
        String other = one.path() + "/notInTheDocument";
        return new Changed(
                places.changed("/paths", paths -> DocumentElements.rename(paths, one.path(), other)),
                List.of(one.method() + " " + other));
    }

    private Changed aParameterMore() {
        Operation one = places.operation("an operation", operation -> true);
        return new Changed(
                places.changed(
                        one.pointer(),
                        node -> node.withArray("parameters")
                                .addObject()
                                .put("in", "query")
                                .put("name", "notInTheDocument")
                                .putObject("schema")
                                .put("type", "boolean")),
                List.of(one.label() + " ", "parameter query notInTheDocument"));
    }

    private Changed aParameterElsewhere() {
        OperationParameter one = places.parameter("a parameter", parameter -> true);
        String other = one.parameter().in().equals("header") ? "query" : "header";
        return new Changed(
                places.changed(one.parameter().pointer(), node -> node.put("in", other)),
                List.of(
                        one.operation().label() + " ",
                        "parameter " + other + " " + one.parameter().name()));
    }

    private Changed anotherOperationId() {
        Operation one = places.operation(
                "an operation with an id", operation -> !operation.id().isEmpty());
        String other = one.id() + "_not_in_the_document";
        return new Changed(
                places.changed(one.pointer(), node -> node.put("operationId", other)), List.of(one.label(), other));
    }

    private Changed anAnswerLess() {
        Operation one = places.operation(
                "an operation that responses with 404",
                operation -> operation.responses().containsKey("404"));
        return new Changed(
                places.changed(one.pointer() + "/responses", node -> node.remove("404")),
                List.of(one.label(), "has the response 404"));
    }

    private Changed anotherBodyType() {
        Operation one = places.operation(
                "an operation with a body in JSON",
                operation -> operation.bodies().containsKey(JSON));
        return new Changed(
                places.changed(body(one) + "/content", node -> DocumentElements.rename(node, JSON, "application/cbor")),
                List.of(one.label(), "application/cbor"));
    }

    private Changed anotherAnswerType() {
        Operation one = places.operation(
                "an operation with a success in JSON",
                operation -> jsonAnswer(operation).isPresent());
        return new Changed(
                places.changed(
                        jsonAnswer(one).orElseThrow() + "/content",
                        node -> DocumentElements.rename(node, JSON, "application/hal+json")),
                List.of(one.label(), "application/hal+json"));
    }

    private Optional<String> jsonAnswer(Operation operation) {
        return operation.responses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .filter(response -> places.at(response).path("content").has(JSON))
                .findFirst();
    }

    private Changed anOptionalBody() {
        Operation one = places.operation("an operation with a required body", Operation::bodyRequired);
        return new Changed(
                places.changed(body(one), node -> node.put("required", false)), List.of(one.label() + " request body"));
    }

    private String body(Operation operation) {
        return places.target(operation.pointer() + "/requestBody");
    }
}
