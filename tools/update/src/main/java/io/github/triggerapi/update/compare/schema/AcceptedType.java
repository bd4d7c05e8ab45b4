package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the types that a schema accepts.
 *
 * @param node the schema with the keywords for this type
 * @param type a JSON type, or {@code any}
 * @param reference the pointer of the named schema; empty if it has no name
 */
public record AcceptedType(Node node, String type, String reference) {

    /** Returns all alternatives of a branch, including those of nested unions. */
    public static List<AcceptedType> of(Document document, Node branch) {
        List<AcceptedType> alternatives = new ArrayList<>();
        add(document, branch, alternatives, 0);
        return alternatives;
    }

    private static void add(Document document, Node branch, List<AcceptedType> alternatives, int depth) {
        SchemaShape shape = SchemaShape.of(document, branch);
        if (shape.branches().equals(List.of(shape.node())) || depth > 20) {
            SchemaShape.types(shape.node())
                    .forEach(type -> alternatives.add(new AcceptedType(shape.node(), type, shape.reference())));
        } else {
            shape.branches().forEach(inner -> add(document, inner, alternatives, depth + 1));
        }
    }

    String words() {
        return switch (type) {
            case "any" -> "any JSON";
            case "string" -> "a string";
            case "object" -> "an object";
            case "array" -> "an array";
            case "integer" -> "an integer";
            default -> "a " + type;
        };
    }

    /** Returns a name that tells it from other alternatives of its type. */
    public String name() {
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        String title = node.text("title");
        return title.isEmpty() ? tag().isEmpty() ? words() : words() + " with " + tag() : title;
    }

    /** Returns the property with a single value, as in {@code format csv}; empty if there is none. */
    String tag() {
        for (Node property : node.get("properties").members()) {
            List<Node> values = property.get("enum").elements();
            String constant = values.size() == 1 ? values.get(0).json().asText() : property.text("const");
            if (!constant.isEmpty()) {
                return property.key() + " " + constant;
            }
        }
        return "";
    }

    /** Returns the schema itself and the parts of its {@code allOf}. */
    List<Node> parts(Document document) {
        return parts(document, node, 0);
    }

    private static List<Node> parts(Document document, Node schema, int depth) {
        Stream<Node> inner = depth > 20
                ? Stream.of()
                : schema.get("allOf").elements().stream()
                        .flatMap(part -> parts(document, document.resolve(part), depth + 1).stream());
        return Stream.concat(inner, Stream.of(schema)).toList();
    }
}
