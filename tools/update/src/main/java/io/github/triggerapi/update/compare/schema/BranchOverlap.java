package io.github.triggerapi.update.compare.schema;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Decides whether a value may match several branches of a union, which a {@code oneOf} rejects. */
final class BranchOverlap {

    private final Document document;
    private final Node union;

    BranchOverlap(Document document, Node union) {
        this.document = document;
        this.union = union;
    }

    /** Returns whether there may be such a value, judging by types, constants and members. */
    boolean isPossible() {
        List<List<AcceptedType>> branches = SchemaShape.union(union).stream()
                .map(branch -> AcceptedType.of(document, branch))
                .toList();
        for (int i = 0; i < branches.size(); i++) {
            for (int j = i + 1; j < branches.size(); j++) {
                List<AcceptedType> others = branches.get(j);
                if (branches.get(i).stream()
                        .anyMatch(one -> others.stream().anyMatch(other -> mayBeBoth(one, other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayBeBoth(AcceptedType one, AcceptedType other) {
        boolean objects = one.type().equals("object") && other.type().equals("object");
        return mayBeEqual(one, other) && (!objects || mayHaveAllMembers(one, other));
    }

    private static boolean mayBeEqual(AcceptedType one, AcceptedType other) {
        Set<String> types = Set.copyOf(List.of(one.type(), other.type()));
        Set<String> some = KeywordComparison.values(one.node()).keySet();
        Set<String> others = KeywordComparison.values(other.node()).keySet();
        boolean typesMeet = types.size() == 1 || types.contains("any") || types.equals(Set.of("integer", "number"));
        return typesMeet && (some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others));
    }

    private boolean mayHaveAllMembers(AcceptedType one, AcceptedType other) {
        ObjectMembers some = ObjectMembers.of(document, one);
        ObjectMembers others = ObjectMembers.of(document, other);
        String tag = union.get("discriminator").text("propertyName");
        boolean apart = some.properties().entrySet().stream()
                .filter(property -> others.properties().containsKey(property.getKey()))
                .filter(property -> property.getKey().equals(tag)
                        || some.required().contains(property.getKey())
                                && others.required().contains(property.getKey()))
                .anyMatch(property ->
                        !mayBeEqual(property.getValue(), others.properties().get(property.getKey())));
        return !apart && allows(some, others) && allows(others, some);
    }

    private boolean mayBeEqual(Node one, Node other) {
        boolean nulls = SchemaShape.of(document, one).nullable()
                && SchemaShape.of(document, other).nullable();
        List<AcceptedType> others = AcceptedType.of(document, other);
        return nulls
                || AcceptedType.of(document, one).stream()
                        .anyMatch(some -> others.stream().anyMatch(alternative -> mayBeEqual(some, alternative)));
    }

    /** Returns whether objects of one kind may have all members that are required in the other. */
    private static boolean allows(ObjectMembers some, ObjectMembers others) {
        return !KeywordComparison.isFalse(some.additional().json())
                || some.properties().keySet().containsAll(others.required());
    }
}
