package io.github.triggerapi.contract;

import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Finds elements of the document in use by their properties instead of by name, and changes them, so that tests apply to any
 * revision. A test without such an element is skipped with the reason.
 */
public final class DocumentElements {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Keywords that restrict a string. */
    private static final Set<String> RESTRICTIONS =
            Set.of("enum", "const", "format", "pattern", "minLength", "maxLength", "nullable");

    private final String yaml;
    private final OpenApiDocument document;

    private DocumentElements(String yaml) {
        this.yaml = yaml;
        this.document = OpenApiDocument.parse(yaml);
    }

    /** Returns the elements of the document in use. */
    public static DocumentElements inUse() {
        return new DocumentElements(SwaggerSpec.yaml());
    }

    /**
     * A property of an object in a JSON body.
     *
     * @param operation the first operation with the body
     * @param owner the pointer of the schema of the object
     * @param pointer the pointer of its resolved schema
     * @param schema its resolved schema
     * @param path the JSON Pointer of its value in the body
     */
    public record Property(
            Operation operation,
            String owner,
            String name,
            boolean required,
            String pointer,
            JsonNode schema,
            String path) {

        /** Returns whether any string is valid. */
        public boolean isAnyString() {
            return isOfType("string") && RESTRICTIONS.stream().noneMatch(schema::has);
        }

        public boolean isOfType(String type) {
            return schema.path("type").asString("").equals(type);
        }

        /** Returns whether it is a property of the body itself. */
        public boolean isAtTop() {
            return path.lastIndexOf('/') == 0;
        }
    }

    /** A parameter of an operation. */
    public record OperationParameter(Operation operation, Parameter parameter) {}

    /** Returns the first matching operation. */
    public Operation operation(String what, Predicate<Operation> has) {
        return first(what, document.operations().stream().filter(has));
    }

    /** Returns the first matching parameter. */
    public OperationParameter parameter(String what, Predicate<Parameter> has) {
        return first(
                what,
                document.operations().stream()
                        .flatMap(operation -> operation.parameters().stream()
                                .filter(has)
                                .map(parameter -> new OperationParameter(operation, parameter))));
    }

    /** Returns the first matching property of a request. */
    public Property inRequest(String what, Predicate<Property> has) {
        return property("a request with " + what, this::requestBodies, has);
    }

    /** Returns the first matching property of a documented success. */
    public Property inSuccess(String what, Predicate<Property> has) {
        return property("a success with " + what, operation -> responseBodies(operation, "2"), has);
    }

    /** Returns the first matching property of a documented client error. */
    public Property inError(String what, Predicate<Property> has) {
        return property("an error with " + what, operation -> responseBodies(operation, "4"), has);
    }

    /** Returns the first matching property of a request or a response. */
    public Property anywhere(String what, Predicate<Property> has) {
        return property(what, this::bodies, has);
    }

    /** Returns the properties of the requests of an operation. */
    public List<Property> requestProperties(Operation operation) {
        return properties(operation, requestBodies(operation));
    }

    private Property property(String what, Function<Operation, Stream<String>> bodies, Predicate<Property> has) {
        return first(
                what,
                document.operations().stream()
                        .flatMap(operation -> properties(operation, bodies.apply(operation)).stream())
                        .filter(has));
    }

    private static <T> T first(String what, Stream<T> found) {
        Optional<T> first = found.findFirst();
        Assumptions.assumeTrue(first.isPresent(), () -> "the document does not contain " + what);
        return first.orElseThrow();
    }

    // -- search ------------------------------------------------------------------------------------------------------

    private Stream<String> bodies(Operation operation) {
        return Stream.concat(
                requestBodies(operation),
                operation.responses().values().stream().flatMap(this::json));
    }

    private Stream<String> requestBodies(Operation operation) {
        return json(document.target(operation.pointer() + "/requestBody"));
    }

    private Stream<String> responseBodies(Operation operation, String statuses) {
        return operation.responses().entrySet().stream()
                .filter(response -> response.getKey().startsWith(statuses))
                .flatMap(response -> json(response.getValue()));
    }

    /** Returns the schema of the first content if it is JSON. */
    private Stream<String> json(String owner) {
        return document.content(owner).entrySet().stream()
                .limit(1)
                .filter(content -> SwaggerSpec.isJson(content.getKey()))
                .map(content -> content.getValue());
    }

    private List<Property> properties(Operation operation, Stream<String> schemas) {
        List<Property> found = new ArrayList<>();
        schemas.forEach(schema -> collect(operation, schema, "", Set.of(), found));
        return found;
    }

    private void collect(Operation operation, String at, String path, Set<String> above, List<Property> found) {
        String owner = document.target(at);
        // A composed schema may have to be changed in several locations.
        if (above.contains(owner) || Stream.of("allOf", "anyOf", "oneOf").anyMatch(document.at(owner)::has)) {
            return;
        }
        List<String> required = document.at(owner)
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        for (String name : document.at(owner + "/properties").propertyNames()) {
            String property = OpenApiDocument.child(owner + "/properties", name);
            String pointer = document.target(property);
            String place = OpenApiDocument.child(path, name);
            found.add(new Property(
                    operation, owner, name, required.contains(name), pointer, document.at(pointer), place));
            collect(
                    operation,
                    pointer,
                    place,
                    Stream.concat(above.stream(), Stream.of(owner)).collect(Collectors.toSet()),
                    found);
        }
    }

    // -- changes -----------------------------------------------------------------------------------------------------

    /** Returns the document with the object at a pointer changed. */
    public String changed(String pointer, Consumer<ObjectNode> change) {
        ObjectNode root = (ObjectNode) YAML.readTree(yaml);
        change.accept((ObjectNode) root.at(pointer));
        return root.toString();
    }

    /** Renames a member of an object, keeping its position. */
    public static void rename(ObjectNode object, String from, String to) {
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode value = object.remove(name);
            object.set(name.equals(from) ? to : name, value);
        }
    }

    /** Returns the parent of a pointer. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** Returns the pointer that the references at a pointer lead to. */
    public String target(String pointer) {
        return document.target(pointer);
    }

    /** Returns the node at a pointer. */
    public JsonNode at(String pointer) {
        return document.at(pointer);
    }
}
