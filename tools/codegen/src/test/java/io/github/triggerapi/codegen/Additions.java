package io.github.triggerapi.codegen;

import static io.github.triggerapi.codegen.DocumentTree.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Changes of a document that add something, each made in all suitable places. */
final class Additions {

    private final Map<String, Consumer<DocumentTree>> all = new LinkedHashMap<>();

    private Additions() {
        SchemaAdditions.addTo(all);
        operations();
        requests();
        responses();
        prose();
    }

    static Map<String, Consumer<DocumentTree>> all() {
        return new Additions().all;
    }

    private void operations() {
        all.put("an operation with a tag of others", tree -> operation(tree, "do_added", firstTag(tree)));
        all.put("an operation with a tag of its own", tree -> operation(tree, "do_other", "added"));
        all.put(
                "a further tag",
                tree -> tree.operations().forEach(operation -> {
                    String tag = operation.has("tags") ? "added" : "default";
                    operation.withArray("tags").add(tag);
                }));
        all.put(
                "another way to prove oneself",
                tree -> tree.operations()
                        .forEach(operation -> operation.withArray("security").addObject()));
        all.put("a security scheme and an alternative with it", tree -> {
            tree.root()
                    .withObjectProperty("components")
                    .withObjectProperty("securitySchemes")
                    .set("added", json("{type: apiKey, in: query, name: added}"));
            tree.operations()
                    .forEach(operation ->
                            operation.withArray("security").addObject().putArray("added"));
        });
        all.put("a server", tree -> tree.root().withArray("servers").add(json("{url: 'https://example.org'}")));
    }

    private static String firstTag(DocumentTree tree) {
        return tree.operations()
                .map(operation -> operation.at("/tags/0").asText())
                .filter(tag -> !tag.isEmpty())
                .findFirst()
                .orElse("default");
    }

    private static void operation(DocumentTree tree, String id, String tag) {
        tree.at("/paths").set("/" + id + "/{id}", json("""
                post:
                  operationId: %s
                  tags: [%s]
                  parameters:
                    - {in: path, name: id, required: true, schema: {type: string}}
                    - {in: query, name: limit, schema: {type: integer}}
                  requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
                  responses: {'201': {description: Done, content: {application/json: {schema: {type: string}}}}}
                """.formatted(id, tag)));
    }

    private void requests() {
        for (String in : List.of("query", "header")) {
            all.put(
                    "the first optional " + in + " parameter",
                    tree -> tree.operations()
                            .filter(operation -> !tree.has(operation, in))
                            .toList()
                            .forEach(operation -> parameter(tree, operation, in)));
            all.put(
                    "a further optional " + in + " parameter",
                    tree -> tree.operations()
                            .filter(operation -> tree.has(operation, in))
                            .toList()
                            .forEach(operation -> parameter(tree, operation, in)));
            all.put(
                    "a " + in + " parameter that need not be there",
                    tree -> tree.parameters(in).forEach(parameter -> parameter.remove("required")));
        }
        all.put(
                "the first request body, an optional one",
                tree -> tree.operations()
                        .filter(operation -> !operation.has("requestBody"))
                        .forEach(
                                operation -> operation.set(
                                        "requestBody",
                                        json(
                                                "{content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}"))));
        all.put(
                "a request body that need not be there",
                tree -> tree.requestBodies().forEach(body -> body.remove("required")));
        all.put(
                "a further media type of a request",
                tree -> tree.requestBodies()
                        .map(body -> (ObjectNode) body.get("content"))
                        .forEach(content -> content.set("text/csv", json("{schema: {type: string}}"))));
        all.put(
                "an optional part of a multipart body",
                tree -> tree.requestBodies()
                        .flatMap(body -> body.get("content").properties().stream())
                        .filter(content -> content.getKey().startsWith("multipart/"))
                        .map(content -> (ObjectNode) content.getValue().at("/schema/properties"))
                        .forEach(parts -> parts.set(tree.name(), json("{type: string}"))));
    }

    private static void parameter(DocumentTree tree, ObjectNode operation, String in) {
        operation
                .withArray("parameters")
                .add(json("{schema: {type: string, enum: [a]}}").put("in", in).put("name", "X-" + tree.name()));
    }

    private void responses() {
        String error =
                "{description: Added, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}";
        all.put(
                "responses of other statuses",
                // The first success determines what a method returns.
                tree -> tree.operations()
                        .map(operation -> (ObjectNode) operation.get("responses"))
                        .filter(responses -> responses.properties().stream()
                                .anyMatch(response -> response.getKey().startsWith("2")))
                        .forEach(responses -> List.of("299", "418", "5XX", "default")
                                .forEach(status -> responses.set(status, json(error)))));
        all.put(
                "a further media type of a response",
                tree -> tree.responses()
                        .flatMap(response -> Stream.of(response.path("content")))
                        .filter(content -> content.has("application/json"))
                        .forEach(content -> ((ObjectNode) content)
                                .set(
                                        "application/added+json",
                                        content.get("application/json").deepCopy())));
        all.put(
                "a header of a response",
                tree -> tree.responses()
                        .forEach(response ->
                                response.withObject("/headers").set("X-Added", json("{schema: {type: string}}"))));
    }

    private void prose() {
        all.put("words", tree -> {
            Stream.concat(tree.schemas().stream().filter(s -> !s.has("$ref")), tree.operations())
                    .forEach(node -> {
                        node.put("description", "Other words");
                        node.put("deprecated", true);
                    });
            tree.operations().forEach(operation -> operation.put("summary", "Another summary"));
            tree.responses().forEach(response -> response.put("description", "Another response"));
            tree.at("/info").put("version", "2").put("title", "Another");
        });
    }
}
