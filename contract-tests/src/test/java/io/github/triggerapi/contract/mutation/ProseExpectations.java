package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.ExpectedVerdict.LOSS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.PROSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Expected verdicts for changes of prose: no effect, unless they name a class. */
final class ProseExpectations {

    private ProseExpectations() {}

    static ExpectedVerdict of(RevisionPair change) {
        boolean named = change.keyword().equals("title") && isInlineObject(change.old()) && isVariant(change);
        return named || isReversedUnion(change) ? PROSE.or(LOSS) : PROSE;
    }

    private static boolean isVariant(RevisionPair change) {
        return Set.of("oneOf", "anyOf").contains(change.role());
    }

    /** An inline variant is named after its title or position. */
    private static boolean isInlineObject(JsonNode variant) {
        return WireSemantics.types(variant).contains("object") && !variant.has("$ref");
    }

    /** The first of several variants with the same Java class determines the class. */
    private static boolean isReversedUnion(RevisionPair change) {
        WireSemantics wire = new WireSemantics(change.before());
        List<List<String>> types = JsonNodes.elements(change.old().path(change.keyword())).stream()
                .map(variant -> WireSemantics.types(wire.resolve(variant)))
                .toList();
        return Set.of("oneOf", "anyOf").contains(change.keyword())
                && !WireSemantics.isChoice(change.old(), change.keyword())
                && new HashSet<>(types).size() < types.size();
    }
}
