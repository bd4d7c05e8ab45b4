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
 * DocumentElements in the document in use, found by what stands there and not by name, and the document with one of them changed.
 * So tests hold for any revision; one that finds no such place is skipped, and says what the document lacks.
 */
public final class DocumentElements {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** What a text has to keep to, apart from being one. */
    private static final Set<String> NARROWER =
            Set.of("enum", "const", "format", "pattern", "minLength", "maxLength", "nullable");

    private final String text;
    private final OpenApiDocument document;

    private DocumentElements(String text) {
        this.text = text;
        this.document = OpenApiDocument.parse(text);
    }

    /** Those of the document in use. */
    public static DocumentElements ofDocument() {
        return new DocumentElements(SwaggerSpec.text());
    }

    /**
     * A property of an object in a JSON body.
     *
     * @param operation the first that has the body
     * @param owner the pointer of the schema of the object
     * @param pointer the pointer of its own schema, behind all references
     * @param schema what stands there
     * @param path where its value is in the body, as a JSON pointer
     */
    public record Property(
            Operation operation,
            String owner,
            String name,
            boolean required,
            String pointer,
            JsonNode schema,
            String path) {

        /** Whether it is a text, and any text will do. */
        public boolean isPlainText() {
            return isOfType("string") && NARROWER.stream().noneMatch(schema::has);
        }

        public boolean isOfType(String type) {
            return schema.path("type").asString("").equals(type);
        }

        /** Whether it is in the object that is the whole body. */
        public boolean isAtTop() {
            return path.lastIndexOf('/') == 0;
        }
    }

    /** A parameter of an operation. */
    public record OperationParameter(Operation operation, Parameter parameter) {}

    /** The first operation that has something. */
    public Operation operation(String what, Predicate<Operation> has) {
        return first(what, document.operations().stream().filter(has));
    }

    /** The first parameter of an operation that has something. */
    public OperationParameter parameter(String what, Predicate<Parameter> has) {
        return first(
                what,
                document.operations().stream()
                        .flatMap(operation -> operation.parameters().stream()
                                .filter(has)
                                .map(parameter -> new OperationParameter(operation, parameter))));
    }

    /** The first property in a request that has something. */
    public Property inRequest(String what, Predicate<Property> has) {
        return property("a request with " + what, this::requestBodies, has);
    }

    /** The first property in a documented success that has something. */
    public Property inSuccess(String what, Predicate<Property> has) {
        return property("a success with " + what, operation -> answerBodies(operation, "2"), has);
    }

    /** The first property in a documented error of the caller that has something. */
    public Property inError(String what, Predicate<Property> has) {
        return property("an error with " + what, operation -> answerBodies(operation, "4"), has);
    }

    /** The first property in a request or an response that has something. */
    public Property anywhere(String what, Predicate<Property> has) {
        return property(what, this::bodies, has);
    }

    /** All properties in the requests of an operation. */
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
        Assumptions.assumeTrue(first.isPresent(), () -> "the document has nowhere " + what);
        return first.orElseThrow();
    }

    // -- where things are --------------------------------------------------------------------------------------------

    private Stream<String> bodies(Operation operation) {
        return Stream.concat(
                requestBodies(operation),
                operation.responses().values().stream().flatMap(this::json));
    }

    private Stream<String> requestBodies(Operation operation) {
        return json(document.target(operation.pointer() + "/requestBody"));
    }

    private Stream<String> answerBodies(Operation operation, String statuses) {
        return operation.responses().entrySet().stream()
                .filter(response -> response.getKey().startsWith(statuses))
                .flatMap(response -> json(response.getValue()));
    }

    /** The schema of what is sent, if that is JSON. */
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
        // What is composed may have to be changed in several places at once.
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

    /** The document with a change of the object at a pointer. */
    public String changed(String pointer, Consumer<ObjectNode> change) {
        ObjectNode root = (ObjectNode) YAML.readTree(text);
        change.accept((ObjectNode) root.at(pointer));
        return root.toString();
    }

    /** Renames a member of an object and leaves it where it is. */
    public static void rename(ObjectNode object, String from, String to) {
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode value = object.remove(name);
            object.set(name.equals(from) ? to : name, value);
        }
    }

    /** The pointer of what a pointer is in. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** Where the references at a pointer lead to. */
    public String target(String pointer) {
        return document.target(pointer);
    }

    /** What stands at a pointer. */
    public JsonNode at(String pointer) {
        return document.at(pointer);
    }
}
