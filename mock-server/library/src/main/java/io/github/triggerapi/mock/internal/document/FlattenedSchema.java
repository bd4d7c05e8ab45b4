package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.openapi.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A schema and all that it references or combines with {@code allOf}, {@code oneOf} and {@code anyOf}, as one list. Tells
 * how strings are parsed as values of the schema.
 *
 * @param types the JSON types in all parts of the schema
 */
public record FlattenedSchema(Document document, List<Node> parts, Set<String> types) {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final Set<String> SIMPLE = Set.of("string", "number", "integer", "boolean", "null");

    static FlattenedSchema of(Document document, Node schema) {
        return of(document, List.of(schema));
    }

    private static FlattenedSchema of(Document document, List<Node> schemas) {
        List<Node> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        schemas.forEach(schema -> collect(document, schema, parts, seen));
        Set<String> types = new HashSet<>();
        parts.forEach(part -> types(part.json(), types));
        return new FlattenedSchema(document, List.copyOf(parts), Set.copyOf(types));
    }

    private static void collect(Document document, Node schema, List<Node> parts, Set<String> seen) {
        if (!schema.exists() || !seen.add(schema.pointer())) {
            return;
        }
        parts.add(schema);
        if (schema.has("$ref")) {
            collect(document, document.target(schema.text("$ref")), parts, seen);
        }
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            schema.get(keyword).elements().forEach(element -> collect(document, element, parts, seen));
        }
    }

    private static void types(JsonNode schema, Set<String> types) {
        types.addAll(declaredTypes(schema));
        if (!schema.has("type")) {
            schema.path("enum").forEach(value -> types.add(type(value)));
            if (schema.has("const")) {
                types.add(type(schema.path("const")));
            }
            if (schema.has("properties")) {
                types.add("object");
            }
            if (schema.has("items")) {
                types.add("array");
            }
        }
    }

    /** Returns the types that the keyword {@code type} has, in their order; empty if there is no such keyword. */
    static Set<String> declaredTypes(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        type.forEach(one -> types.add(one.asText()));
        if (type.isTextual()) {
            types.add(type.asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    public boolean is(String type) {
        return types.contains(type);
    }

    /** Returns whether all values are strings, numbers or booleans. */
    boolean isSimple() {
        return !types.isEmpty() && SIMPLE.containsAll(types);
    }

    /** Returns whether some values are strings, numbers or booleans. */
    boolean mayBeSimple() {
        return types.stream().anyMatch(type -> SIMPLE.contains(type) && !type.equals("null"));
    }

    /** Returns whether the schema lists its values. */
    public boolean isEnumerated() {
        return parts.stream().anyMatch(part -> part.has("enum"));
    }

    public Set<String> memberNames() {
        Set<String> names = new HashSet<>();
        parts.forEach(part -> names.addAll(part.get("properties").names()));
        return names;
    }

    /**
     * Returns whether a member is listed: each part of its pointer is a property of the schemas. Additional properties
     * are not listed.
     */
    public boolean lists(JsonPointer member) {
        String name = member.getMatchingProperty();
        return member.matches() || memberNames().contains(name) && member(name).lists(member.tail());
    }

    /**
     * Returns whether the schema of a listed member, or that of its items, has one of these keywords.
     *
     * @param member the position of the member
     */
    public boolean limits(JsonPointer member, Set<String> keywords) {
        if (member.matches()) {
            return Stream.concat(parts.stream(), items().parts().stream())
                    .anyMatch(part -> keywords.stream().anyMatch(part::has));
        }
        String name = member.getMatchingProperty();
        return memberNames().contains(name) && member(name).limits(member.tail(), keywords);
    }

    public FlattenedSchema items() {
        return of(document, parts.stream().map(part -> part.get("items")).toList());
    }

    public FlattenedSchema member(String name) {
        List<Node> named = parts.stream()
                .map(part -> part.get("properties").get(name))
                .filter(Node::exists)
                .toList();
        return of(
                document,
                named.isEmpty()
                        ? parts.stream()
                                .map(part -> part.get("additionalProperties"))
                                .toList()
                        : named);
    }

    /** Returns the values that a string may represent, the most likely first. */
    public List<JsonNode> scalars(String text) {
        List<JsonNode> values = new ArrayList<>();
        if ((is("number") || is("integer")) && NUMBER.matcher(text).matches()) {
            number(text).ifPresent(values::add);
        }
        if (is("boolean") && (text.equals("true") || text.equals("false"))) {
            values.add(BooleanNode.valueOf(Boolean.parseBoolean(text)));
        }
        if (values.isEmpty() || is("string")) {
            values.add(TextNode.valueOf(text));
        }
        return values;
    }

    /** Returns the number in a string; empty if it has too many digits. */
    private static Optional<JsonNode> number(String text) {
        try {
            return Optional.of(Json.parse(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (RejectedRequestException tooLong) {
            // That message is about JSON. As a string the value is invalid, and the validation of the schema names the
            // parameter.
            return Optional.empty();
        }
    }
}
