package io.github.triggerapi.contract.code;

import java.util.HashSet;
import java.util.Set;

/**
 * Parts of the document that generated code does not express, such as any JSON, or a keyword that is left to the schema
 * check. Their changes are not detected.
 *
 * @param places the pointers of schemas without a type in Java
 * @param keywords the pointers of keywords without an effect on Java
 * @param expressed the pointers of schemas that have a type in Java elsewhere, and of keywords that have an effect elsewhere
 * @param references the pointers of references: they have the type of their target, whatever keywords are beside them
 */
public record NotExpressed(Set<String> places, Set<String> keywords, Set<String> expressed, Set<String> references) {

    private static final Set<String> BESIDE_REFERENCES = Set.of(
            "additionalProperties",
            "allOf",
            "anyOf",
            "const",
            "enum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maxProperties",
            "maximum",
            "minItems",
            "minLength",
            "minProperties",
            "minimum",
            "multipleOf",
            "oneOf",
            "pattern",
            "properties",
            "required",
            "type",
            "uniqueItems");

    public NotExpressed() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    /** Returns whether no part of the code depends on a keyword or schema. */
    public boolean contains(String pointer) {
        int keyword = pointer.lastIndexOf('/');
        return keywords.contains(pointer) && !expressed.contains(pointer)
                || BESIDE_REFERENCES.contains(pointer.substring(keyword + 1))
                        && references.contains(pointer.substring(0, Math.max(0, keyword)))
                || places.stream()
                        .filter(place -> !expressed.contains(place))
                        .anyMatch(place -> pointer.equals(place) || pointer.startsWith(place + "/"));
    }
}
