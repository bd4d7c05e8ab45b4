package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One type that the values of a schema may have.
 *
 * @param node the schema whose keywords bound them
 * @param type a JSON type, or {@code any}
 * @param reference the pointer of the named schema that it is, if it is one
 */
public record TypeAlternative(Node node, String type, String reference) {

    /** All alternatives of a branch, those of unions within it among them. */
    public static List<TypeAlternative> of(Document document, Node branch) {
        List<TypeAlternative> alternatives = new ArrayList<>();
        add(document, branch, alternatives, 0);
        return alternatives;
    }

    private static void add(Document document, Node branch, List<TypeAlternative> alternatives, int depth) {
        SchemaShape shape = SchemaShape.of(document, branch);
        if (shape.branches().equals(List.of(shape.node())) || depth > 20) {
            SchemaShape.types(shape.node())
                    .forEach(type -> alternatives.add(new TypeAlternative(shape.node(), type, shape.reference())));
        } else {
            shape.branches().forEach(inner -> add(document, inner, alternatives, depth + 1));
        }
    }

    String words() {
        return switch (type) {
            case "any" -> "any JSON";
            case "string" -> "a text";
            case "object" -> "an object";
            case "array" -> "an array";
            case "integer" -> "an integer";
            default -> "a " + type;
        };
    }

    /** What it is called among others of its type. */
    public String name() {
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        String title = node.text("title");
        return title.isEmpty() ? tag().isEmpty() ? words() : words() + " with " + tag() : title;
    }

    /** The member that can have one text only, as in {@code format csv}; empty where there is none. */
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

    /** The schema itself and the parts of its {@code allOf}, each with members of its own. */
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
