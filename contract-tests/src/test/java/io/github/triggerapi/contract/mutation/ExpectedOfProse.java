package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.Expected.LOSS;
import static io.github.triggerapi.contract.mutation.Expected.PROSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What each change that only people see is to be called: nothing, but where it names a class. */
final class ExpectedOfProse {

    private ExpectedOfProse() {}

    static Expected of(OneChange change) {
        boolean named = change.keyword().equals("title") && isInlineObject(change.old()) && isVariant(change);
        return named || isReversedUnion(change) ? PROSE.or(LOSS) : PROSE;
    }

    private static boolean isVariant(OneChange change) {
        return Set.of("oneOf", "anyOf").contains(change.role());
    }

    /** A variant without a name of its own is named by its title, or by its position. */
    private static boolean isInlineObject(JsonNode variant) {
        return Wire.types(variant).contains("object") && !variant.has("$ref");
    }

    /** Of several variants of one Java class the first is what that class stands for. */
    private static boolean isReversedUnion(OneChange change) {
        Wire wire = new Wire(change.before());
        List<List<String>> types = Json.elements(change.old().path(change.keyword())).stream()
                .map(variant -> Wire.types(wire.resolve(variant)))
                .toList();
        return Set.of("oneOf", "anyOf").contains(change.keyword())
                && !Wire.isChoice(change.old(), change.keyword())
                && new HashSet<>(types).size() < types.size();
    }
}
