package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.document.UnsupportedPartException;
import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code oneOf} and {@code anyOf} whose branches do no more than require members of an object. */
public final class RequiredChoices {

    private static final List<String> KEYWORDS = List.of("oneOf", "anyOf");

    private RequiredChoices() {}

    /** Returns whether a schema describes an object with such a choice among its members, and so is no union. */
    static boolean isObjectWithChoice(Node schema) {
        boolean members = !schema.get("properties").members().isEmpty() || schema.has("allOf");
        return members && hasChoice(schema) && !hasUnion(schema);
    }

    /** Returns whether a schema has a {@code oneOf} or {@code anyOf} that is no such choice. */
    static boolean hasUnion(Node schema) {
        return KEYWORDS.stream().anyMatch(keyword -> schema.has(keyword) && !isChoice(schema, keyword));
    }

    static boolean hasChoice(Node schema) {
        return KEYWORDS.stream().anyMatch(keyword -> isChoice(schema, keyword));
    }

    /** Returns whether a {@code oneOf} or {@code anyOf} of a schema does no more than require members. */
    public static boolean isChoice(Node schema, String keyword) {
        List<Node> branches = schema.get(keyword).elements();
        return !branches.isEmpty() && branches.stream().allMatch(RequiredChoices::requiresOnly);
    }

    private static boolean requiresOnly(Node branch) {
        return branch.has("required")
                && List.of("", "object").contains(branch.text("type"))
                && branch.names().stream()
                        .allMatch(keyword ->
                                Set.of("required", "type").contains(keyword) || SchemaKeyword.isUnrestrictive(keyword));
    }

    /**
     * Returns the choices of an object.
     *
     * @param parts the schemas whose members the object has
     * @param members the members of the object
     */
    static List<Choice> of(List<Node> parts, Map<String, ?> members) {
        List<Choice> choices = new ArrayList<>();
        for (Node part : parts) {
            for (String keyword : KEYWORDS) {
                if (!part.has(keyword)) {
                    continue;
                }
                if (choices.stream().anyMatch(choice -> choice.keyword().equals(keyword))) {
                    throw new UnsupportedPartException(
                            part.get(keyword), "a second " + keyword + " of the same object is not supported");
                }
                if (Nullability.saysNullable(part)) {
                    throw new UnsupportedPartException(
                            part.get(keyword),
                            "a nullable object with " + keyword + " of required members is not supported; allow null"
                                    + " where the schema is referred to");
                }
                choices.add(new Choice(
                        keyword,
                        part.get(keyword).elements().stream()
                                .map(branch -> required(branch, members))
                                .toList()));
            }
        }
        return choices;
    }

    private static List<String> required(Node branch, Map<String, ?> members) {
        List<String> names = new ArrayList<>();
        for (Node name : branch.get("required").elements()) {
            if (!members.containsKey(name.json().asText())) {
                throw new UnsupportedPartException(name, "names a member that properties does not list");
            }
            names.add(name.json().asText());
        }
        return names.stream().distinct().toList();
    }
}
