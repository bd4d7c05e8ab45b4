package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code oneOf} and {@code anyOf} whose branches do no more than require members of an object. */
public final class RequiredChoices {

    private static final List<String> KEYWORDS = List.of("oneOf", "anyOf");

    private RequiredChoices() {}

    /** Returns whether a schema has a {@code oneOf} or {@code anyOf} that is no such choice. */
    static boolean hasUnion(Node schema) {
        return KEYWORDS.stream().anyMatch(keyword -> isUnion(schema, keyword));
    }

    /** Returns whether a {@code oneOf} or {@code anyOf} of a schema says more than which members are required. */
    static boolean isUnion(Node schema, String keyword) {
        return schema.get(keyword).json().isArray() && !isChoice(schema, keyword);
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

    /** Returns the names that the branches of such choices require. */
    static List<Node> names(Node schema) {
        return KEYWORDS.stream()
                .filter(keyword -> isChoice(schema, keyword))
                .flatMap(keyword -> schema.get(keyword).elements().stream())
                .flatMap(branch -> branch.get("required").elements().stream())
                .toList();
    }

    /**
     * Returns the choices of an object: at most one with each keyword.
     *
     * @param parts the schemas whose members the object has
     * @param raw to which further choices are added
     */
    static List<Choice> of(List<Node> parts, List<Node> raw) {
        List<Choice> choices = new ArrayList<>();
        for (Node part : parts) {
            for (String keyword : KEYWORDS) {
                if (!isChoice(part, keyword)) {
                    continue;
                }
                boolean taken =
                        choices.stream().anyMatch(choice -> choice.keyword().equals(keyword));
                // A nullable object may be null instead.
                if (taken || Nullability.saysNullable(part)) {
                    raw.add(part.get(keyword));
                } else {
                    choices.add(new Choice(
                            keyword,
                            part.get(keyword).elements().stream()
                                    .map(RequiredChoices::required)
                                    .toList()));
                }
            }
        }
        return choices;
    }

    private static List<String> required(Node branch) {
        return branch.get("required").elements().stream()
                .map(name -> name.json().asText())
                .distinct()
                .toList();
    }
}
