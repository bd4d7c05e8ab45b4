package io.github.triggerapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A document to be changed, and the places where it can be. */
final class DocumentTree {

    private final ObjectNode root;
    private int added;

    private DocumentTree(ObjectNode root) {
        this.root = root;
    }

    static DocumentTree read(Path file) {
        return new DocumentTree((ObjectNode) Document.read(file).root().json());
    }

    /** Writes the document, which as JSON is YAML, too. */
    Path write(Path file) {
        try {
            return Files.writeString(file, root.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode root() {
        return root;
    }

    ObjectNode at(String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    /** A name that the document does not have, another one each time. */
    String name() {
        return "added" + ++added;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Yaml.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<ObjectNode> operations() {
        return members(root.path("paths"))
                .flatMap(path -> HttpMethods.ALL.stream().flatMap(method -> object(path.path(method))));
    }

    Stream<ObjectNode> parameters(String in) {
        Stream<JsonNode> holders = Stream.concat(members(root.path("paths")), operations());
        return Stream.concat(
                        members(root.at("/components/parameters")),
                        holders.flatMap(holder -> elements(holder.path("parameters"))))
                .flatMap(DocumentTree::object)
                .filter(parameter -> parameter.path("in").asText().equals(in));
    }

    Stream<ObjectNode> requestBodies() {
        return operations().flatMap(operation -> object(operation.path("requestBody")));
    }

    Stream<ObjectNode> responses() {
        return operations()
                .flatMap(operation -> members(operation.path("responses")))
                .flatMap(DocumentTree::object);
    }

    /** Whether an operation has a parameter at a place, of its own or of its path. */
    boolean has(ObjectNode operation, String in) {
        return members(root.path("paths"))
                .filter(path -> members(path).anyMatch(member -> member == operation))
                .flatMap(path -> Stream.of(path, operation))
                .flatMap(holder -> elements(holder.path("parameters")))
                .anyMatch(parameter -> parameter.path("in").asText().equals(in));
    }

    /** The schemas at any depth, those of multipart bodies left out: each of their members is an argument. */
    List<ObjectNode> schemas() {
        List<ObjectNode> found = new ArrayList<>();
        members(root.at("/components/schemas")).forEach(schema -> collect(schema, found));
        Stream.of("query", "header", "path")
                .flatMap(this::parameters)
                .forEach(parameter -> collect(parameter.path("schema"), found));
        Stream.concat(requestBodies(), responses())
                .forEach(holder -> holder.path("content").properties().stream()
                        .filter(content -> !content.getKey().startsWith("multipart/"))
                        .forEach(content -> collect(content.getValue().path("schema"), found)));
        return found;
    }

    Stream<ObjectNode> schemasWith(String keyword) {
        return schemas().stream().filter(schema -> schema.has(keyword));
    }

    /** The schemas of members of objects. */
    Stream<ObjectNode> properties() {
        return schemasWith("properties")
                .flatMap(schema -> members(schema.path("properties")))
                .flatMap(DocumentTree::object);
    }

    private static void collect(JsonNode schema, List<ObjectNode> found) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        found.add(object);
        Stream.of("oneOf", "anyOf", "allOf")
                .flatMap(keyword -> elements(object.path(keyword)))
                .forEach(part -> collect(part, found));
        members(object.path("properties")).forEach(part -> collect(part, found));
        collect(object.path("items"), found);
        collect(object.path("additionalProperties"), found);
    }

    static Stream<JsonNode> members(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getValue);
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.of();
    }

    private static Stream<ObjectNode> object(JsonNode node) {
        return node instanceof ObjectNode object ? Stream.of(object) : Stream.of();
    }

    /** What a type is besides null. */
    static Stream<String> types(ObjectNode schema) {
        JsonNode type = schema.path("type");
        return (type.isTextual() ? Stream.of(type) : elements(type))
                .map(JsonNode::asText)
                .filter(name -> !name.equals("null"));
    }

    static void allowNull(ObjectNode schema) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        types(schema).forEach(types::add);
        schema.set("type", types.add("null"));
    }
}
