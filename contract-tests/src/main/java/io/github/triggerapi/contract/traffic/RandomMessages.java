package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.traffic.InvalidValues.InvalidValue;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generates random messages, half of them with one violation. Some may be valid nevertheless; the judge decides. */
final class RandomMessages {

    private static final double INVALID_RATIO = 0.5;

    private RandomMessages() {}

    /**
     * Returns a generator.
     *
     * @param valid generates valid messages
     * @param invalidValues the violations to insert
     */
    static Arbitrary<ObjectNode> of(Arbitrary<JsonNode> valid, List<InvalidValue> invalidValues) {
        if (invalidValues.isEmpty()) {
            return valid.map(ObjectNode.class::cast);
        }
        Arbitrary<Optional<InvalidValue>> violations =
                Arbitraries.of(invalidValues).optional(INVALID_RATIO);
        return Combinators.combine(valid, violations)
                .as((message, violation) ->
                        violation.map(one -> invalidated(message, one)).orElse((ObjectNode) message));
    }

    private static ObjectNode invalidated(JsonNode message, InvalidValue violation) {
        return (ObjectNode) graft(message, violation.value(), violation.pointer());
    }

    /** Returns a value with the part of another value at a pointer, or at the closest existing location. */
    private static JsonNode graft(JsonNode value, JsonNode other, String pointer) {
        if (pointer.isEmpty() || !value.isObject() || !other.isObject()) {
            return other.deepCopy();
        }
        int end = pointer.indexOf('/', 1);
        String step = end < 0 ? pointer : pointer.substring(0, end);
        String name = step.substring(1).replace("~1", "/").replace("~0", "~");
        ObjectNode changed = (ObjectNode) value.deepCopy();
        JsonNode there = other.get(name);
        if (there == null) {
            changed.remove(name);
        } else if (value.has(name)) {
            changed.set(name, graft(value.get(name), there, pointer.substring(step.length())));
        } else {
            changed.set(name, there.deepCopy());
        }
        return changed;
    }
}
